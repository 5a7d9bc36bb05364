/**
 * Gives an exported document the looks of a house document: its styles, page, fonts, headers and footers. The text stays
 * ours, and so do marking and page number. What the house document refers to outside of itself is never carried.
 */
import { AttacheError } from "../../../ipc/errors.ts";
import { compoundFileFormat, isCompoundFile } from "../../readers/detect/compound-file.ts";
import { isZip } from "../../readers/detect/zip-directory.ts";
import { zipFormat } from "../../readers/detect/zip-format.ts";
import { createPrefixes } from "./house/namespaces.ts";
import { readHouse } from "./house/read-house.ts";
import { takeOnHouse } from "./house/take-on-house.ts";

const MEBIBYTE = 1024 * 1024;
const MAX_HOUSE_MEBIBYTES = 20;

/**
 * The document (made by our writer) with the looks of the house document. Throws AttacheError where the house document
 * cannot be read: see `checkHouseDocument`.
 */
export async function applyHouseDocument(docx: Uint8Array, house: Uint8Array): Promise<Uint8Array> {
  const prefixes = createPrefixes();
  try {
    return takeOnHouse(docx, await readHouse(house, "The house document", prefixes), prefixes);
  } catch (error) {
    throw explain(error, "The house document");
  }
}

/**
 * Throws AttacheError, naming the file and what to do, where it cannot serve as a house document: no Word document,
 * damaged, protected by a password, too large, or unpacking to more than any document would.
 */
export async function checkHouseDocument(bytes: Uint8Array, fileName: string): Promise<void> {
  refuseByLooks(bytes, fileName);
  try {
    await readHouse(bytes, fileName, createPrefixes());
  } catch (error) {
    throw explain(error, fileName);
  }
}

function refuseByLooks(bytes: Uint8Array, fileName: string): void {
  if (bytes.length > MAX_HOUSE_MEBIBYTES * MEBIBYTE) {
    const size = Math.max(Math.ceil(bytes.length / MEBIBYTE), MAX_HOUSE_MEBIBYTES + 1);
    throw new AttacheError(
      "file-too-large",
      `${fileName} has ${size} MB, and a house document can have up to ${MAX_HOUSE_MEBIBYTES} MB. Delete its text and pictures in Word, which are not used, save it, and choose it again.`,
    );
  }
  if (bytes.length === 0) throw new AttacheError("file-empty", `${fileName} is empty. Choose another file.`);
  const format = isCompoundFile(bytes) ? compoundFileFormat(bytes, fileName) : isZip(bytes) ? zipFormat(bytes) : null;
  if (format === "docx") return;
  if (format === "protected") {
    throw new AttacheError(
      "file-unsupported",
      `${fileName} is protected by a password. Open it in Word, take the password away under File > Info > Protect Document, save it, and choose it again.`,
    );
  }
  const what =
    format === null || typeof format === "string" ? "no Word document" : `${format.name}, not a Word document`;
  throw new AttacheError(
    "file-unsupported",
    `${fileName} is ${what} of the kind that Attaché takes looks from. Open it in Word, save it as a Word document (.docx) or template (.dotx), and choose that.`,
  );
}

/** What readers say of a source that cannot be imported, in words for this task. */
function explain(error: unknown, name: string): unknown {
  if (!(error instanceof AttacheError)) return error;
  const message: Partial<Record<AttacheError["code"], string>> = {
    "file-damaged": `${name} is damaged: parts of it are missing or broken. Open it in Word, save it again, and choose that as the house document.`,
    "file-too-complex": `${name} cannot be read safely: it unpacks to more, nests deeper or declares more than any document would. Choose another house document.`,
    "file-unsupported": `${name} is packed with a password, or saved as “Strict Open XML”. Open it in Word, save it as “Word Document (.docx)” without a password, and choose that.`,
  };
  const words = message[error.code];
  return words === undefined ? error : new AttacheError(error.code, words, { cause: error });
}
