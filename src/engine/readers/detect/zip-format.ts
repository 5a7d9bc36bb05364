/** Tells what a ZIP file is by its parts: a document that is read, something else by name, or just an archive. */
import type { SourceFormat } from "../../../core/source/format.ts";
import type { UnsupportedFormat } from "./unsupported.ts";
import { glanceAtZip, type ZipGlance } from "./zip-directory.ts";

const WORKBOOK: UnsupportedFormat = { name: "an Excel workbook", family: "workbook" };
const PRESENTATION: UnsupportedFormat = { name: "a PowerPoint presentation", family: "presentation" };
const VISIO: UnsupportedFormat = { name: "a Visio drawing", family: "drawing" };
const ARCHIVE: UnsupportedFormat = { name: "a ZIP archive", family: "archive" };

/** By the media type that OpenDocument and EPUB files begin with; templates and the like have more behind it. */
const MEDIA_TYPES: readonly (readonly [string, SourceFormat | UnsupportedFormat])[] = [
  ["application/vnd.oasis.opendocument.text", "odt"],
  ["application/vnd.sun.xml.writer", { name: "a document of OpenOffice 1", family: "document" }],
  ["application/vnd.oasis.opendocument.spreadsheet", { name: "an OpenDocument spreadsheet", family: "workbook" }],
  ["application/vnd.oasis.opendocument.presentation", { name: "an OpenDocument presentation", family: "presentation" }],
  ["application/vnd.oasis.opendocument.graphics", { name: "an OpenDocument drawing", family: "drawing" }],
  ["application/vnd.oasis.opendocument", { name: "an OpenDocument file that is no text", family: "document" }],
  ["application/epub+zip", "epub"],
  ["application/x-ibooks+zip", "epub"],
  ["application/hwp+zip", { name: "a Hangul (HWPX) document", family: "document" }],
];

/** By the part that the format cannot do without. */
const PARTS: readonly (readonly [string, SourceFormat | UnsupportedFormat])[] = [
  ["word/document.xml", "docx"],
  ["META-INF/container.xml", "epub"],
  ["xl/workbook.xml", WORKBOOK],
  ["xl/workbook.bin", WORKBOOK],
  ["ppt/presentation.xml", PRESENTATION],
  ["visio/document.xml", VISIO],
  ["FixedDocumentSequence.fdseq", { name: "an XPS document", family: "document" }],
  ["FixedDocSeq.fdseq", { name: "an XPS document", family: "document" }],
  ["Index/Presentation.iwa", { name: "a Keynote presentation", family: "presentation" }],
  ["index.apxl", { name: "a Keynote presentation", family: "presentation" }],
  ["Index/Document.iwa", { name: "a Pages, Numbers or Keynote document", family: "document" }],
  ["Index.zip", { name: "a Pages, Numbers or Keynote document", family: "document" }],
  ["AndroidManifest.xml", { name: "an Android app", family: "program" }],
  ["META-INF/MANIFEST.MF", { name: "a Java program", family: "program" }],
];

/** By the content type of the main part, for documents whose parts have names of their own. */
const MAIN_PARTS: readonly (readonly [RegExp, SourceFormat | UnsupportedFormat])[] = [
  [/wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroEnabled/u, "docx"],
  [/spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template)\.(?:macroEnabled|binary)/u, WORKBOOK],
  [/presentationml\.(?:presentation|template|slideshow)\.main\+xml|ms-powerpoint\.\w+\.macroEnabled/u, PRESENTATION],
  [/ms-visio\.(?:drawing|template|stencil)/u, VISIO],
];

/** The media type that an OpenDocument file names in its manifest, where it does not begin with it. */
function declaredMediaType(zip: ZipGlance): string {
  const own = zip.beginningOf("mimetype").trim();
  if (own !== "" || !zip.names.has("content.xml")) return own;
  const manifest = zip.beginningOf("META-INF/manifest.xml");
  return /media-type\s*=\s*["'](application\/vnd\.oasis\.opendocument\.[\w-]+)/u.exec(manifest)?.[1] ?? "";
}

/** The format, where a reader reads it, or what it is by name. Takes any bytes. */
export function zipFormat(bytes: Uint8Array): SourceFormat | UnsupportedFormat {
  const zip = glanceAtZip(bytes);
  const mediaType = declaredMediaType(zip);
  const byType = MEDIA_TYPES.find(([type]) => mediaType.startsWith(type));
  if (byType) return byType[1];
  const byPart = PARTS.find(([part]) => zip.names.has(part));
  if (byPart) return byPart[1];
  const contentTypes = zip.beginningOf("[Content_Types].xml");
  return MAIN_PARTS.find(([type]) => type.test(contentTypes))?.[1] ?? ARCHIVE;
}
