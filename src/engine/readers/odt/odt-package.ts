/**
 * Opens an OpenDocument text, be it a ZIP file of parts or one XML file, and hands out its parts as XML. Must not know
 * what they mean.
 */
import { AttacheError } from "../../../ipc/errors.ts";
import { protectedFile } from "../detect/unsupported.ts";
import { isZip } from "../detect/zip-directory.ts";
import { parseXml } from "../xml/parse-xml.ts";
import { childElement, descendants, type XmlElement } from "../xml/xml-element.ts";
import { decodePart } from "../zip/decode-part.ts";
import { openZip, type ZipArchive } from "../zip/open-zip.ts";
import { ODT_PREFIXES } from "./odt-namespaces.ts";

/** A flat file is one part, and so has its limit. */
const MAX_FLAT_BYTES = 96 * 1024 * 1024;

export interface OdtParts {
  /** The element `office:text`. */
  readonly text: XmlElement;
  /** What holds styles: the roots of content.xml and styles.xml, or the one root of a flat file. */
  readonly styleRoots: readonly XmlElement[];
  /** The element `office:meta`, or null where the file has none. */
  readonly meta: XmlElement | null;
  /** In words for the user. */
  readonly warnings: readonly string[];
}

/** Throws AttacheError: damaged, too complex or too large, protected with a password, no text document. */
export async function openOdt(bytes: Uint8Array, fileName: string): Promise<OdtParts> {
  return isZip(bytes) ? fromZip(await openZip(bytes, fileName), fileName) : fromFlat(bytes, fileName);
}

function parse(xml: string, fileName: string): XmlElement {
  return parseXml(xml, fileName, { prefixes: ODT_PREFIXES });
}

async function fromZip(zip: ZipArchive, fileName: string): Promise<OdtParts> {
  const manifest = await readMinor(zip, "META-INF/manifest.xml", fileName);
  if (manifest.root && descendants(manifest.root, "manifest:encryption-data").length > 0) throw protectedFile(fileName);
  const content = await zip.readText("content.xml");
  if (content === null) throw damaged(fileName);
  const root = parse(content, fileName);
  const styles = await readMinor(zip, "styles.xml", fileName);
  const meta = await readMinor(zip, "meta.xml", fileName);
  const warnings = [
    ...(styles.isDamaged ? ["The part with its styles is damaged: emphasis and headings may be missing"] : []),
    ...(meta.isDamaged ? ["The part with its title and author is damaged and was not read"] : []),
  ];
  return {
    text: textIn(root, fileName),
    styleRoots: styles.root ? [root, styles.root] : [root],
    meta: meta.root && childElement(meta.root, "office:meta"),
    warnings,
  };
}

interface MinorPart {
  readonly root: XmlElement | null;
  readonly isDamaged: boolean;
}

/** A part without which the text can still be read: that it is damaged is no reason to refuse the rest. */
async function readMinor(zip: ZipArchive, name: string, fileName: string): Promise<MinorPart> {
  try {
    const xml = await zip.readText(name);
    return { root: xml === null ? null : parse(xml, fileName), isDamaged: false };
  } catch (error) {
    if (error instanceof AttacheError && error.code === "file-damaged") return { root: null, isDamaged: true };
    throw error;
  }
}

function fromFlat(bytes: Uint8Array, fileName: string): OdtParts {
  if (bytes.length > MAX_FLAT_BYTES) {
    const limit = MAX_FLAT_BYTES / 1024 / 1024;
    throw new AttacheError(
      "file-too-large",
      `${fileName} is larger than ${limit} MB. Save it as .odt, and import that.`,
    );
  }
  const root = parse(decodePart(bytes), fileName);
  return { text: textIn(root, fileName), styleRoots: [root], meta: childElement(root, "office:meta"), warnings: [] };
}

function textIn(root: XmlElement, fileName: string): XmlElement {
  const text = childElement(childElement(root, "office:body"), "office:text");
  if (text === null) throw damaged(fileName);
  return text;
}

function damaged(fileName: string): AttacheError {
  return new AttacheError(
    "file-damaged",
    `${fileName} is damaged: the part with its text is missing. Download it again, or ask for another copy.`,
  );
}
