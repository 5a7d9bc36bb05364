/**
 * The citation styles that a project can be exported in: those that Attaché brings, and CSL files that the user added.
 */
import type { DatabaseSync } from "node:sqlite";
import { type CitationStyle, type CitationStyleId, HOUSE_STYLE_ID } from "../../core/export/export-options.ts";
import { AttacheError } from "../../ipc/errors.ts";

const SHIPPED: readonly CitationStyle[] = [{ id: HOUSE_STYLE_ID, name: "Attaché", kind: "note", fileId: null }];

/** The styles to choose from, shipped ones first. */
export function listCitationStyles(_database: DatabaseSync): CitationStyle[] {
  return [...SHIPPED];
}

/** The style of an id. Throws `not-found`, naming the styles that there are. */
export function findCitationStyle(database: DatabaseSync, id: CitationStyleId): CitationStyle {
  const styles = listCitationStyles(database);
  const style = styles.find((candidate) => candidate.id === id);
  if (style) return style;
  const known = styles.map((candidate) => candidate.id).join(", ");
  throw new AttacheError("not-found", `There is no citation style “${id}”. Known styles: ${known}.`);
}
