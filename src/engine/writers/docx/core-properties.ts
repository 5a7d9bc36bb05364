/**
 * What Word shows under File > Info. Written here because the library stamps its own clock and names no language.
 */
import type { Brief } from "../../../core/brief/document.ts";
import { DOCUMENT_LANGUAGE } from "./styles.ts";
import { escapedXmlText } from "./xml-text.ts";

const NAMESPACES = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(" ");

/** The part docProps/core.xml (ECMA-376 part 2, clause 11); `exportedAt` is ISO 8601. Empty properties are left out. */
export function coreProperties(brief: Brief, exportedAt: string): { path: string; data: string } {
  const author = brief.header.from.trim() || "Attaché";
  const time = new Date(exportedAt).toISOString();
  const properties = [
    property("dc:title", brief.title.trim()),
    property("dc:subject", brief.header.subject.trim()),
    property("dc:creator", author),
    property("cp:lastModifiedBy", author),
    property("dcterms:created", time, ' xsi:type="dcterms:W3CDTF"'),
    property("dcterms:modified", time, ' xsi:type="dcterms:W3CDTF"'),
    property("dc:language", DOCUMENT_LANGUAGE),
  ].join("");
  return {
    path: "docProps/core.xml",
    data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${NAMESPACES}>${properties}</cp:coreProperties>`,
  };
}

function property(name: string, value: string, attributes = ""): string {
  return value === "" ? "" : `<${name}${attributes}>${escapedXmlText(value)}</${name}>`;
}
