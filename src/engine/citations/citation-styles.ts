/**
 * The citation styles that a project can be exported in: those that Attaché brings, and CSL files that the user added.
 */
import { createRequire } from "node:module";
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import houseXml from "../../../resources/citation-styles/attache.csl?raw";
import {
  type CitationStyle,
  type CitationStyleId,
  citationStyleIdSchema,
  type ExportFileId,
  HOUSE_STYLE_ID,
} from "../../core/export/export-options.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { listExportFiles, readExportFile } from "../project/export-file-table.ts";
import { readStyleHead, type StyleHead, styleText } from "./style-head.ts";

/** A style with its rules. */
export interface LoadedCitationStyle extends CitationStyle {
  /** The CSL file. */
  readonly xml: string;
}

const HOUSE: CitationStyle = { id: HOUSE_STYLE_ID, name: "Attaché", kind: "note", fileId: null };
const APA: CitationStyle = {
  id: citationStyleIdSchema.parse("apa"),
  name: "APA Style, 7th edition",
  kind: "in-text",
  fileId: null,
};
const SHIPPED: readonly CitationStyle[] = [HOUSE, APA];

const packageStyles = z.object({ apa: z.string() });

/** What the files of open projects are. A file never changes under its id. */
const heads = new Map<ExportFileId, StyleHead>();

/** The house style. */
export function houseStyle(): LoadedCitationStyle {
  return { ...HOUSE, xml: houseXml };
}

/** APA, as @citation-js/plugin-csl brings it. */
export function apaStyle(): LoadedCitationStyle {
  const load = createRequire(import.meta.url);
  return { ...APA, xml: packageStyles.parse(load("@citation-js/plugin-csl/lib-mjs/styles.json")).apa };
}

/** The styles to choose from, shipped ones first. */
export function listCitationStyles(database: DatabaseSync): CitationStyle[] {
  const added = listExportFiles(database)
    .filter(({ kind, removed }) => kind === "citation-style" && !removed)
    .map(({ id, name }): CitationStyle => {
      const { title, kind } = headOf(database, id, name);
      return { id: citationStyleIdSchema.parse(id), name: title, kind, fileId: id };
    });
  return [...SHIPPED, ...added];
}

/** The style of an id. Throws `not-found`, naming the styles that there are. */
export function findCitationStyle(database: DatabaseSync, id: CitationStyleId): CitationStyle {
  const styles = listCitationStyles(database);
  const style = styles.find((candidate) => candidate.id === id);
  if (style) return style;
  const known = styles.map((candidate) => candidate.id).join(", ");
  throw new AttacheError("not-found", `There is no citation style “${id}”. Known styles: ${known}.`);
}

/** The style of an id with its rules. Throws `not-found`, and what an added file is refused for: projects are passed on. */
export function readCitationStyle(database: DatabaseSync, id: CitationStyleId): LoadedCitationStyle {
  const style = findCitationStyle(database, id);
  if (style.fileId === null) return id === HOUSE_STYLE_ID ? houseStyle() : apaStyle();
  const xml = styleText(readExportFile(database, style.fileId), style.name);
  readStyleHead(xml, style.name);
  return { ...style, xml };
}

function headOf(database: DatabaseSync, id: ExportFileId, fileName: string): StyleHead {
  const known = heads.get(id);
  if (known) return known;
  try {
    const head = readStyleHead(styleText(readExportFile(database, id), fileName), fileName);
    heads.set(id, head);
    return head;
  } catch {
    // It was checked when it was added, so the project was changed since. To list it must not fail; to use it will, in words.
    return { title: fileName, kind: "note" };
  }
}
