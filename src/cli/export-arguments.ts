/** The options of `export` as the engine takes them. Files that they name are kept in the project first. */
import { extname } from "node:path";
import { citationStyleIdSchema, type ExportOptions } from "../core/export/export-options.ts";
import type { Client } from "./client.ts";
import { pathOf } from "./path-argument.ts";

export interface ExportArguments {
  readonly style?: string;
  readonly notes?: "footnotes" | "endnotes";
  readonly wordSources?: boolean;
  /** False where they are not wanted: true says nothing, since it is what the option is without being given. */
  readonly sources: boolean;
  readonly evidence?: boolean;
  readonly traceability?: boolean;
  readonly house?: string;
}

/** What is given holds for this export; the rest is what the project was exported with last. */
export async function exportOptions(client: Client, given: ExportArguments): Promise<Partial<ExportOptions>> {
  const { style, notes, wordSources, sources, evidence, traceability, house } = given;
  return {
    ...(style !== undefined && { citationStyleId: citationStyleIdSchema.parse(await styleId(client, style)) }),
    ...(notes !== undefined && { notes }),
    ...(wordSources !== undefined && { wordSources }),
    ...(!sources && { sourcesAnnex: false }),
    ...(evidence !== undefined && { evidenceAnnex: evidence }),
    ...(traceability !== undefined && { traceabilityAnnex: traceability }),
    ...(house !== undefined && {
      houseDocumentId: (await client.call("addExportFile", { path: pathOf(house), kind: "house-document" })).id,
    }),
  };
}

/** A style that Attaché brings goes by its id, one of the user's by its file. */
async function styleId(client: Client, style: string): Promise<string> {
  if (extname(style).toLowerCase() !== ".csl") return style;
  return (await client.call("addExportFile", { path: pathOf(style), kind: "citation-style" })).id;
}
