/**
 * The Word export: a brief with its excerpts and sources in, the bytes of a .docx out. Touches no file. The same input
 * gives the same bytes.
 */

import { documentMarking, shownMarking } from "../../../core/brief/marking.ts";
import { createContext } from "./context.ts";
import { documentPart } from "./document-part.ts";
import type { DocxInput } from "./docx-input.ts";
import { numberingPart } from "./numbering.ts";
import { type Part, type Relationship, zipPackage } from "./package/zip-package.ts";
import { pageEdges } from "./page.ts";
import { propertyParts } from "./properties.ts";
import { settingsPart } from "./settings.ts";
import { stylesPart } from "./styles.ts";

export type { DocxInput } from "./docx-input.ts";

const PACKAGE_RELATIONSHIPS: readonly Relationship[] = [
  { id: "document", type: "officeDocument", target: "word/document.xml" },
  { id: "core", type: "core-properties", target: "docProps/core.xml" },
  { id: "app", type: "extended-properties", target: "docProps/app.xml" },
  { id: "custom", type: "custom-properties", target: "docProps/custom.xml" },
];

/** The brief as a Word document, in the look of the house document where there is one. */
export async function writeDocx(input: DocxInput): Promise<Uint8Array> {
  const bytes = zipPackage(partsOf(input), PACKAGE_RELATIONSHIPS);
  if (input.houseDocument === null) return bytes;
  // Brings what reads packages along, which no other export needs.
  const { applyHouseDocument } = await import("./house-document.ts");
  return applyHouseDocument(bytes, input.houseDocument);
}

function partsOf(input: DocxInput): Part[] {
  const { brief } = input;
  const context = createContext(input);
  const edges = pageEdges(shownMarking(documentMarking(brief)), context.words);
  const sourceParts = context.wordSources?.parts() ?? [];
  const document = documentPart(context, edges.ids, () => [
    ...["styles", "settings", "numbering", ...(context.notes ? [`${context.notes.kind}s`] : [])].map(inWordFolder),
    ...edges.ids.map((id) => ({ id, type: id, target: `${id}1.xml` })),
    ...(sourceParts.length > 0 ? [{ id: "sources", type: "customXml", target: "../customXml/item1.xml" }] : []),
    ...context.links.relationships,
  ]);
  return [
    document,
    stylesPart(brief),
    settingsPart(brief.language, context.notes?.kind ?? null),
    numberingPart(brief.numbering, context.orderedLists),
    ...(context.notes ? [context.notes.part()] : []),
    ...edges.parts,
    ...propertyParts(input),
    ...sourceParts,
  ];
}

function inWordFolder(name: string): Relationship {
  return { id: name, type: name, target: `${name}.xml` };
}
