/** The namespaces of OpenDocument 1.3 with the prefixes that these readers know them by. */
import type { NamespacePrefixes } from "../xml/rename-prefixes.ts";

const OASIS = "urn:oasis:names:tc:opendocument:xmlns:";

export const ODT_PREFIXES: NamespacePrefixes = new Map([
  ...["office", "style", "text", "table", "meta", "manifest"].map((name): [string, string] => [
    `${OASIS}${name}:1.0`,
    name,
  ]),
  [`${OASIS}drawing:1.0`, "draw"],
  [`${OASIS}xsl-fo-compatible:1.0`, "fo"],
  [`${OASIS}svg-compatible:1.0`, "svg"],
  ["http://www.w3.org/1999/xlink", "xlink"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
]);
