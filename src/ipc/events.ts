/**
 * Events that travel from the engine and from main to the window.
 */
import { z } from "zod";
import { excerptSchema } from "../core/excerpt/excerpt.ts";
import { sourceSchema } from "../core/source/source.ts";
import { accessSchema } from "./access.ts";
import { errorDataSchema } from "./error-schema.ts";
import { shownImportResultSchema } from "./import-result.ts";

/** How far an import is: `done` of `total` files are through. The last one, with all of them, ends the progress. */
export const importProgressSchema = z.object({
  type: z.literal("import-progress"),
  done: z.number().int(),
  total: z.number().int(),
  fileName: z.string(),
  /** How much of this file is read, from 0 to 1; null where that is not known. */
  share: z.number().min(0).max(1).nullable(),
});

/** One file of an import is through. */
export const importResultEventSchema = z.object({ type: z.literal("import-result"), result: shownImportResultSchema });

/** How much of a file is read again that takes the place of a source's text, from 0 to 1; at 1 it is over. */
export const readingProgressSchema = z.object({
  type: z.literal("reading-progress"),
  fileName: z.string(),
  share: z.number().min(0).max(1),
});

/** How many of the sources the review has read; all of them ends the progress. */
export const reviewProgressSchema = z.object({
  type: z.literal("review-progress"),
  done: z.number().int(),
  total: z.number().int(),
});

/** The project changed by something other than the window's own calls, such as an import that main started. */
export const projectChangedSchema = z.object({
  type: z.literal("project-changed"),
  sources: z.array(sourceSchema),
  excerpts: z.array(excerptSchema),
});

export const engineEventSchema = z.discriminatedUnion("type", [
  importProgressSchema,
  importResultEventSchema,
  readingProgressSchema,
  reviewProgressSchema,
  projectChangedSchema,
]);
export type EngineEvent = z.infer<typeof engineEventSchema>;

/** Menu items whose work is done in the window. Their ids are stable: tests and the menu name them. */
export const windowCommandSchema = z.enum([
  "file.new",
  "file.new-submission",
  "file.open",
  "file.recover",
  "file.save",
  "file.save-as",
  "file.import",
  "file.import-folder",
  "file.paste-source",
  "file.export.docx",
  "file.history",
  "file.name-version",
  "edit.undo",
  "edit.redo",
  "edit.open-link",
  "edit.removed-items",
  "edit.find",
  "edit.find-next",
  "edit.find-previous",
  "edit.find-in-sources",
  "format.bold",
  "format.italic",
  "format.assessment",
  "format.heading",
  "format.subheading",
  "format.quotation",
  "format.bullets",
  "format.numbers",
  "insert.table",
  "insert.link",
  "table.row-before",
  "table.row-after",
  "table.column-before",
  "table.column-after",
  "table.delete-row",
  "table.delete-column",
  "table.delete",
  "table.header-row",
  "source.details",
  "source.rename",
  "source.replace",
  "source.remove",
  "excerpt.insert",
  "excerpt.insert-citation",
  "excerpt.in-citation",
  "excerpt.grade",
  "excerpt.delete",
  "view.sources",
  "view.reader",
  "view.excerpts",
  "view.brief",
  "view.findings",
  "view.evidence",
  "view.next-finding",
  "view.previous-finding",
  "view.pages",
  "help.keyboard",
  "help.diagnostics",
  "help.about",
]);
export type WindowCommand = z.infer<typeof windowCommandSchema>;

export const mainEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("command"), command: windowCommandSchema }),
  /** A recent file was chosen in the menu. */
  z.object({ type: z.literal("open-recent"), handle: z.string() }),
  /** The window is about to close: write what is not yet written, then answer. */
  z.object({ type: z.literal("closing") }),
  /** The engine stopped and was started again; the project is open again, or `problem` says why not. */
  z.object({
    type: z.literal("engine-restarted"),
    problem: errorDataSchema.nullable(),
    /** How it is open now: meanwhile somebody else may have come, or gone. Null where there is no project. */
    access: accessSchema.nullable(),
  }),
]);
export type MainEvent = z.infer<typeof mainEventSchema>;
export type AttacheEvent = EngineEvent | MainEvent;
