/**
 * A Word document with Attaché's own styles and some words in each, to make a house document of.
 */
import { createBrief } from "../../../core/brief/template.ts";
import { DEFAULT_EXPORT_OPTIONS } from "../../../core/export/export-options.ts";
import { findTemplate } from "../../templates.ts";
import { writeDocx } from "./write-docx.ts";

/** The bytes of the sample. */
export async function makeHouseSample(): Promise<Uint8Array> {
  const template = findTemplate();
  return writeDocx({
    brief: createBrief(template, "Title"),
    template,
    excerpts: [],
    sources: [],
    options: DEFAULT_EXPORT_OPTIONS,
    citations: { kind: "note", citations: new Map(), references: [] },
    evidence: [],
    houseDocument: null,
    projectId: "sample",
    exportedAt: "2026-01-01T00:00:00.000Z",
  });
}
