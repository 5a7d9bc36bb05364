/**
 * Reads OpenDocument texts (.odt, .ott, .fodt): the text as if all tracked changes were accepted, with changes and
 * comments beside it. Must not run, fetch or follow anything that a document holds.
 */
import type { Block } from "../../core/source/block.ts";
import { withDeclared } from "../../core/source/declared-metadata.ts";
import { detectMetadata } from "../../core/source/detect-metadata.ts";
import type { MetadataSuggestion } from "../../core/source/metadata.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { detectLanguage } from "./detect-language.ts";
import { allHidden } from "./hidden-text.ts";
import type { OdtCounts } from "./odt/odt-inline.ts";
import { type OdtProperties, readProperties } from "./odt/odt-metadata.ts";
import { openOdt } from "./odt/odt-package.ts";
import { readStory } from "./odt/odt-story.ts";
import { createOdtStyles, runningHeads } from "./odt/odt-styles.ts";
import type { Reader, ReadRequest } from "./reader.ts";

/** Of the time that it takes, this share is gone when the parts are unpacked and parsed. */
const PARSED_SHARE = 0.6;

/** Throws AttacheError: `file-damaged`, `file-too-complex`, `file-too-large`, `file-unsupported` (a password) or `file-empty`. */
export const readOdt: Reader = async (request, report) => {
  const { fileName, bytes } = request;
  const { text, styleRoots, meta, warnings } = await openOdt(bytes, fileName);
  report(PARSED_SHARE);
  const { blocks, counts } = readStory(text, createOdtStyles(styleRoots), runningHeads(styleRoots));
  if (blocks.length === 0) {
    if (counts.hidden.words > 0) throw allHidden(fileName);
    throw new AttacheError(
      "file-empty",
      `${fileName} has no text to import. If it shows pictures of pages, ask for it as text.`,
    );
  }
  return {
    format: "odt",
    blocks,
    ...metadataOf(blocks, readProperties(meta), request),
    warnings: [...warnings, ...warningsOf(blocks, counts)],
    encoding: null,
    byteOrderMark: false,
    extraction: null,
    pages: [],
    attachments: [],
  };
};

function metadataOf(blocks: readonly Block[], properties: OdtProperties, { fileName, importedOn }: ReadRequest) {
  // Notes and running heads say little of the document, and they stand where a text is signed.
  const text = blocks.filter(({ kind }) => kind !== "note" && kind !== "running-head");
  const language = detectLanguage(text.map((block) => block.text).join("\n"));
  const detected = detectMetadata(text, { fileName, importedOn, language });
  const { metadata, suggestions } = withDeclared(properties.declared, detected);
  const isNew = ({ field, value }: MetadataSuggestion): boolean =>
    metadata[field] === null && !suggestions.some((other) => other.field === field && other.value === value);
  return { metadata, suggestions: [...suggestions, ...properties.suggestions.filter(isNew)] };
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString("en-GB")} ${many}`;
}

function warningsOf(blocks: readonly Block[], { hidden, objects, changes }: OdtCounts): string[] {
  const revisions = blocks.flatMap((block) => block.revisions ?? []);
  const comments = revisions.filter(({ kind }) => kind === "comment").length;
  const parts = [
    ...(changes > 0 ? [counted(changes, "tracked change", "tracked changes")] : []),
    ...(comments > 0 ? [counted(comments, "comment", "comments")] : []),
  ];
  const accepted = changes > 0 ? " The text is shown as if the changes were accepted." : "";
  return [
    ...(parts.length > 0 ? [`The document has ${parts.join(" and ")}.${accepted}`] : []),
    ...hidden.warnings,
    ...(objects > 0
      ? [
          `${counted(objects, "embedded formula, chart or table was", "embedded formulas, charts or tables were")} not read`,
        ]
      : []),
  ];
}
