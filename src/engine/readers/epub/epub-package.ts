/**
 * Opens an EPUB: finds its package document, and says which parts make up the book in which order. Must not read the
 * parts themselves. After EPUB 3.3 and OPF 2.0.
 */
import { AttacheError } from "../../../ipc/errors.ts";
import { parseXml } from "../xml/parse-xml.ts";
import type { NamespacePrefixes } from "../xml/rename-prefixes.ts";
import { childElement, childElements, descendants, elementAt, type XmlElement } from "../xml/xml-element.ts";
import { openZip, type ZipArchive } from "../zip/open-zip.ts";
import { createPartFinder, resolvePart } from "./part-name.ts";

/** A document of the book. */
export interface EpubDocument {
  /** Its name in the file, or null where the file does not have it. */
  readonly part: string | null;
  /** What the package calls it, for messages. */
  readonly href: string;
  readonly mediaType: string;
  /** False for what stands outside the order of reading. */
  readonly isLinear: boolean;
  /** True for covers and tables of contents. */
  readonly isNavigation: boolean;
}

export interface EpubPackage {
  readonly zip: ZipArchive;
  readonly documents: readonly EpubDocument[];
  /** The element `metadata`, or null where there is none. */
  readonly metadata: XmlElement | null;
}

const PREFIXES: NamespacePrefixes = new Map([
  ["http://www.idpf.org/2007/opf", ""],
  ["urn:oasis:names:tc:opendocument:xmlns:container", ""],
  ["http://www.w3.org/2001/04/xmlenc#", "enc"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
]);

/** Books have hundreds of documents, the largest collections a few thousand. */
const MAX_DOCUMENTS = 10_000;
const MAX_FALLBACKS = 10;
const NAVIGATION_NAME = /(?:^|[/_.-])(?:cover|nav|toc|titlepage)(?=[/_.-])/iu;
const READ_TYPES =
  /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document|application\/(?:x-)?xml|text\/xml)?$/iu;

/** Algorithms that only keep fonts from being copied: the text is not encrypted. */
const FONT_ALGORITHMS = new Set(["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"]);

function damaged(fileName: string, why: string): AttacheError {
  return new AttacheError(
    "file-damaged",
    `${fileName} is damaged: ${why}. Download it again, or ask for another copy.`,
  );
}

/** Throws AttacheError: damaged, too complex, or protected against copying. */
export async function openEpub(bytes: Uint8Array, fileName: string): Promise<EpubPackage> {
  const zip = await openZip(bytes, fileName);
  const find = createPartFinder(zip.names);
  const parse = async (name: string): Promise<XmlElement | null> => {
    const part = find(name);
    const xml = part === null ? null : await zip.readText(part);
    return xml === null ? null : parseXml(xml, fileName, { prefixes: PREFIXES });
  };
  const opfName = await packageName(zip, parse);
  const opf = opfName === null ? null : await parse(opfName);
  if (opfName === null || opf === null) throw damaged(fileName, "the list of its chapters is missing");
  const documents = documentsOf(opf, opfName, find, fileName);
  refuseProtected(await parse("META-INF/encryption.xml"), documents, fileName);
  return { zip, documents, metadata: childElement(opf, "metadata") };
}

/** The package that the container names, or else the only one that there is. */
async function packageName(
  zip: ZipArchive,
  parse: (name: string) => Promise<XmlElement | null>,
): Promise<string | null> {
  const container = await parse("META-INF/container.xml");
  const rootfile = elementAt(container, "rootfiles", "rootfile");
  const named = resolvePart(rootfile?.attributes["full-path"] ?? "", "");
  return named ?? zip.names.find((name) => name.toLowerCase().endsWith(".opf")) ?? null;
}

function documentsOf(
  opf: XmlElement,
  opfName: string,
  find: (name: string) => string | null,
  fileName: string,
): EpubDocument[] {
  const items = new Map<string, XmlElement>();
  for (const item of descendants(childElement(opf, "manifest") ?? opf, "item")) {
    const id = item.attributes["id"] ?? "";
    if (!items.has(id)) items.set(id, item);
  }
  const spine = childElement(opf, "spine");
  const order = spine === null ? [] : childElements(spine, "itemref");
  if (order.length > MAX_DOCUMENTS) {
    throw new AttacheError(
      "file-too-complex",
      `${fileName} lists more than ${MAX_DOCUMENTS.toLocaleString("en-GB")} chapters, which no ordinary book does. Ask for another copy.`,
    );
  }
  const guided = navigationInGuide(opf, opfName);
  const seen = new Set<string>();
  return order.flatMap((reference): EpubDocument[] => {
    const id = reference.attributes["idref"] ?? "";
    // A chapter that is listed again is still one chapter.
    if (seen.has(id)) return [];
    seen.add(id);
    const item = readableItem(items, id);
    const href = item?.attributes["href"] ?? id;
    const name = resolvePart(href, opfName);
    const properties = (item?.attributes["properties"] ?? "").split(/\s+/u);
    return [
      {
        part: name === null ? null : find(name),
        href,
        mediaType: item?.attributes["media-type"] ?? "",
        isLinear: reference.attributes["linear"] !== "no",
        isNavigation:
          properties.includes("nav") || (name !== null && guided.has(name)) || NAVIGATION_NAME.test(`/${href}`),
      },
    ];
  });
}

/** The item, or where it is no text, the one that the book offers in its place. */
function readableItem(items: ReadonlyMap<string, XmlElement>, id: string): XmlElement | undefined {
  let item = items.get(id);
  const first = item;
  for (let count = 0; item !== undefined && count < MAX_FALLBACKS; count += 1) {
    if (READ_TYPES.test(item.attributes["media-type"] ?? "")) return item;
    item = items.get(item.attributes["fallback"] ?? "");
  }
  return first;
}

function navigationInGuide(opf: XmlElement, opfName: string): Set<string> {
  const guide = childElement(opf, "guide");
  const names = (guide === null ? [] : childElements(guide, "reference"))
    .filter(({ attributes }) => /^(?:cover|toc)$/iu.test(attributes["type"] ?? ""))
    .map(({ attributes }) => resolvePart(attributes["href"] ?? "", opfName));
  return new Set(names.filter((name) => name !== null));
}

/** True for documents whose text can be read, by their declared type. */
export function isReadable({ mediaType }: EpubDocument): boolean {
  return READ_TYPES.test(mediaType);
}

function refuseProtected(encryption: XmlElement | null, documents: readonly EpubDocument[], fileName: string): void {
  if (encryption === null) return;
  const parts = new Set(documents.map(({ part }) => part));
  const isLocked = descendants(encryption, "enc:EncryptedData").some((data) => {
    const method = childElement(data, "enc:EncryptionMethod")?.attributes["Algorithm"] ?? "";
    const uri = elementAt(data, "enc:CipherData", "enc:CipherReference")?.attributes["URI"] ?? "";
    return !FONT_ALGORITHMS.has(method) && parts.has(resolvePart(uri, ""));
  });
  if (!isLocked) return;
  throw new AttacheError(
    "file-unsupported",
    `${fileName} is protected against copying (DRM): its text is encrypted and cannot be read here. Ask its publisher for a copy without it.`,
  );
}
