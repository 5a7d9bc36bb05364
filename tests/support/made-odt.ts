// OpenDocument texts for tests, made of their XML: the least that the format demands, around the body that a test is about.
import { madeZip } from "./made-files.ts";

const NAMESPACES = [
  ...["office", "style", "text", "table", "meta", "manifest"].map((name) => [
    name,
    `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`,
  ]),
  ["draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"],
  ["fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"],
  ["svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"],
  ["xlink", "http://www.w3.org/1999/xlink"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
]
  .map(([prefix, name]) => ` xmlns:${prefix}="${name}"`)
  .join("");
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
export const ODT_MEDIA_TYPE = "application/vnd.oasis.opendocument.text";

export interface OdtXml {
  /** Within `office:text`. */
  readonly body: string;
  /** Within `office:automatic-styles` of the content. */
  readonly automaticStyles?: string;
  /** Within `office:styles`. */
  readonly styles?: string;
  /** Within `office:master-styles`. */
  readonly masterStyles?: string;
  /** Within `office:meta`. */
  readonly meta?: string;
  /** Within the manifest, behind the entry of the whole. */
  readonly manifest?: string;
}

export function contentXml({ body, automaticStyles = "" }: OdtXml): string {
  return `${HEAD}<office:document-content${NAMESPACES} office:version="1.3"><office:automatic-styles>${automaticStyles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
}

export function odtParts(xml: OdtXml): Record<string, string> {
  const { styles = "", masterStyles = "", meta = "", manifest = "" } = xml;
  return {
    mimetype: ODT_MEDIA_TYPE,
    "content.xml": contentXml(xml),
    "styles.xml": `${HEAD}<office:document-styles${NAMESPACES} office:version="1.3"><office:styles>${styles}</office:styles><office:master-styles>${masterStyles}</office:master-styles></office:document-styles>`,
    "meta.xml": `${HEAD}<office:document-meta${NAMESPACES} office:version="1.3"><office:meta>${meta}</office:meta></office:document-meta>`,
    "META-INF/manifest.xml": `${HEAD}<manifest:manifest${NAMESPACES}><manifest:file-entry manifest:full-path="/" manifest:media-type="${ODT_MEDIA_TYPE}"/>${manifest}</manifest:manifest>`,
  };
}

export async function madeOdt(xml: OdtXml): Promise<Uint8Array> {
  return madeZip(odtParts(xml));
}

/** The same in one XML file (.fodt). */
export function madeFlatOdt({ body, automaticStyles = "", styles = "", meta = "" }: OdtXml): Uint8Array {
  return new TextEncoder().encode(
    `${HEAD}<office:document${NAMESPACES} office:version="1.3" office:mimetype="${ODT_MEDIA_TYPE}"><office:meta>${meta}</office:meta><office:styles>${styles}</office:styles><office:automatic-styles>${automaticStyles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document>`,
  );
}
