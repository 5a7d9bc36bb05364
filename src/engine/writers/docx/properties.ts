/**
 * What Word shows under File > Info: title, subject, author and times, and, as a property of our own, the project that
 * the document came from.
 */

import type { DocxInput } from "./docx-input.ts";
import type { Part } from "./package/zip-package.ts";
import { element, textXml, type Xml, xmlPart } from "./xml.ts";

const CORE_NAMESPACES = {
  "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:dcterms": "http://purl.org/dc/terms/",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
} as const;
const CUSTOM_NAMESPACES = {
  xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
  "xmlns:vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
} as const;
const APPLICATION_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
/** Of every custom property (ECMA-376 part 1, 22.3.2.2), the first of which has the number 2. */
const CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
const FIRST_CUSTOM_NUMBER = 2;
export const PROJECT_PROPERTY = "AttacheProject";

/** The parts of docProps; empty properties are left out. */
export function propertyParts({ brief, exportedAt, projectId }: DocxInput): Part[] {
  const author = brief.header.from.replace(/\s+/gu, " ").trim() || "Attaché";
  const time = new Date(exportedAt).toISOString();
  const timeType = { "xsi:type": "dcterms:W3CDTF" };
  const core = [
    ...property("dc:title", brief.title),
    ...property("dc:subject", brief.header.subject),
    ...property("dc:creator", author),
    ...property("cp:lastModifiedBy", author),
    ...property("dcterms:created", time, timeType),
    ...property("dcterms:modified", time, timeType),
    ...property("dc:language", brief.language),
  ];
  const project = element(
    "property",
    { fmtid: CUSTOM_FORMAT, pid: FIRST_CUSTOM_NUMBER, name: PROJECT_PROPERTY },
    element("vt:lpwstr", {}, textXml(projectId)),
  );
  return [
    {
      path: "docProps/core.xml",
      contentType: "application/vnd.openxmlformats-package.core-properties+xml",
      data: xmlPart(element("cp:coreProperties", CORE_NAMESPACES, ...core)),
    },
    {
      path: "docProps/app.xml",
      contentType: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
      data: xmlPart(
        element("Properties", { xmlns: APPLICATION_NAMESPACE }, element("Application", {}, textXml("Attaché"))),
      ),
    },
    {
      path: "docProps/custom.xml",
      contentType: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
      data: xmlPart(element("Properties", CUSTOM_NAMESPACES, project)),
    },
  ];
}

function property(name: string, value: string, attributes: Readonly<Record<string, string>> = {}): Xml[] {
  const words = value.trim();
  return words === "" ? [] : [element(name, attributes, textXml(words))];
}
