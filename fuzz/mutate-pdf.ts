/** Changes what is in PDFs, object by object and inside of their packed streams, and writes a file that opens again. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from "pdf-lib";
import { mutateBytes } from "./mutate-bytes.ts";
import { mutateTokens } from "./mutate-tokens.ts";
import type { Random } from "./random.ts";

const MOST_CHANGES = 6;
const NUMBERS = [-1, 0, 1, 65_536, 2_147_483_647, -2_147_483_648, 1e38, 1e-38];
const NAMES = [
  "Type",
  "Pages",
  "Page",
  "Kids",
  "FlateDecode",
  "LZWDecode",
  "ASCII85Decode",
  "Identity-H",
  "Type0",
  "Form",
];

/** A value that should not stand there: an edge, or one that stands elsewhere. */
function wrongValue(objects: readonly PDFObject[], refs: readonly PDFObject[], random: Random): PDFObject {
  switch (random.below(6)) {
    case 0:
      return PDFNumber.of(random.pick(NUMBERS));
    case 1:
      return PDFName.of(random.pick(NAMES));
    case 2:
      return PDFString.of("x".repeat(random.below(100)));
    case 3:
      return PDFNull;
    case 4:
      return random.pick(objects);
    default:
      return random.pick(refs);
  }
}

function changeDictionary(dictionary: PDFDict, value: PDFObject, random: Random): void {
  const keys = dictionary.keys();
  if (keys.length === 0) return;
  const key = random.pick(keys);
  if (random.below(4) === 0) dictionary.delete(key);
  else dictionary.set(key, value);
}

function changeArray(array: PDFArray, value: PDFObject, random: Random): void {
  const size = array.size();
  if (size === 0 || random.below(3) === 0) array.push(value);
  else if (random.below(2) === 0) array.remove(random.below(size));
  else array.set(random.below(size), value);
}

/** Content of pages and fonts is changed word by word, what is no text byte by byte. */
function changedStream(stream: PDFRawStream, random: Random): PDFRawStream {
  const content = decodePDFRawStream(stream).decode();
  const mutate = random.below(3) === 0 ? mutateBytes : mutateTokens;
  const changed = mutate(content, random, content);
  const dictionary = stream.dict.clone();
  dictionary.delete(PDFName.of("Filter"));
  dictionary.delete(PDFName.of("DecodeParms"));
  return PDFRawStream.of(dictionary, Uint8Array.from(changed));
}

/** Throws where `bytes` cannot be taken apart, or what was made of it cannot be written. */
export async function mutatePdf(bytes: Uint8Array, random: Random): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false });
  const objects = pdf.context.enumerateIndirectObjects();
  const refs = objects.map(([ref]) => ref);
  const values = objects.map(([, object]) => object);
  for (let left = 1 + random.below(MOST_CHANGES); left > 0; left -= 1) {
    const [ref, object] = random.pick(objects);
    const value = wrongValue(values, refs, random);
    if (object instanceof PDFRawStream && random.below(4) > 0) pdf.context.assign(ref, changedStream(object, random));
    else if (object instanceof PDFRawStream) changeDictionary(object.dict, value, random);
    else if (object instanceof PDFDict) changeDictionary(object, value, random);
    else if (object instanceof PDFArray) changeArray(object, value, random);
    else pdf.context.assign(ref, value);
  }
  return pdf.save({ useObjectStreams: random.below(2) === 0, addDefaultPage: false, updateFieldAppearances: false });
}
