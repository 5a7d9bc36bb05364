/**
 * What is taken of a row that was found in a damaged file: the same is asked of it as when a briefing is read. What can be
 * done without is replaced where it is lost; a row without what it is about is not taken.
 */
import { z } from "zod";
import { type Brief, briefBlockSchema } from "../../core/brief/document.ts";
import { sectionIdSchema } from "../../core/brief/section-id.ts";
import { credibilityDigitSchema } from "../../core/excerpt/credibility.ts";
import { anchorStateSchema, excerptIdSchema } from "../../core/excerpt/excerpt.ts";
import { exportFileIdSchema, exportFileKindSchema } from "../../core/export/export-options.ts";
import { decisionSchema } from "../../core/review/decision.ts";
import { blockSchema } from "../../core/source/block.ts";
import { extractionSchema, sourceFormatSchema } from "../../core/source/format.ts";
import { EMPTY_METADATA, metadataSchema, metadataSuggestionSchema } from "../../core/source/metadata.ts";
import { pageSchema } from "../../core/source/page.ts";
import { reliabilityLetterSchema } from "../../core/source/reliability.ts";
import { encodingSchema, sourceIdSchema } from "../../core/source/source.ts";
import { snapshotIdSchema, snapshotSchema } from "../../ipc/history.ts";
import type { KeptTable, Row } from "./known-tables.ts";
import { LOST, type Value } from "./record.ts";

/** A row that can be written. */
export type CheckedRow = Readonly<Record<string, Value>>;

const SHA256 = /^[0-9a-f]{64}$/;
/** Pages that were zeroed leave a row of these; no text that people read has them. */
const text = z.string().refine((value) => !value.includes("\0\0\0\0"));
const time = z.iso.datetime();
const flag = z.union([z.literal(0), z.literal(1)]);
const count = z.number().int().min(0);
const textOrNull = text.nullable().catch(null);
const jsonOf = (schema: z.ZodType) => text.refine((value) => schema.safeParse(parseJson(value)).success);
const emptyList = JSON.stringify([]);

const checks: { readonly [T in KeptTable]: z.ZodType<Record<string, unknown>> } = {
  meta: z.looseObject({
    key: text.regex(/^[\w-]{1,64}$/),
    value: text.refine((value) => parseJson(value) !== undefined),
  }),
  source: z.looseObject({
    id: sourceIdSchema,
    position: z.number().int().catch(0),
    file_name: text.catch(""),
    sha256: z.string().regex(SHA256),
    imported_at: time.catch(""),
    format: sourceFormatSchema.catch("text"),
    encoding: encodingSchema.nullable().catch(null),
    byte_order_mark: flag.catch(0),
    extraction: extractionSchema.nullable().catch(null),
    detected: jsonOf(metadataSchema).catch(""),
    metadata: jsonOf(metadataSchema).catch(""),
    suggestions: jsonOf(z.array(metadataSuggestionSchema)).catch(emptyList),
    warnings: jsonOf(z.array(z.string())).catch(emptyList),
    // Where it is not known how much there was, what there is counts as not whole.
    block_count: count.catch(Number.MAX_SAFE_INTEGER),
    character_count: count.catch(Number.MAX_SAFE_INTEGER),
    page_count: count.catch(0),
    version_of: sourceIdSchema.nullable().catch(null),
    replaced_at: textOrNull,
    // For undo alone, which ends with the sitting.
    excerpts_before: z
      .unknown()
      .optional()
      .transform(() => null),
    removed: flag.catch(0),
    removed_at: textOrNull,
    reliability: reliabilityLetterSchema.nullable().catch(null),
    reliability_reason: text.catch(""),
  }),
  source_blob: z.looseObject({ sha256: text, bytes: z.instanceof(Uint8Array) }),
  block: z
    .looseObject({
      source_id: sourceIdSchema,
      position: count,
      text: text.refine((value) => !value.includes("\n")),
      details: jsonOf(z.record(z.string(), z.unknown())).nullable().catch(null),
    })
    .refine(isBlock),
  page: z
    .looseObject({ source_id: sourceIdSchema, runs: jsonOf(pageSchema.shape.runs) })
    .refine(
      ({ number, label, width_points, height_points }) =>
        pageSchema.safeParse({ number, label, widthPoints: width_points, heightPoints: height_points, runs: [] })
          .success,
    ),
  attachment: z.looseObject({ mail_id: sourceIdSchema, source_id: sourceIdSchema }),
  excerpt: z
    .looseObject({
      id: excerptIdSchema,
      source_id: sourceIdSchema,
      start_utf16: count,
      end_utf16: count,
      exact: text,
      prefix: text.catch(""),
      suffix: text.catch(""),
      locator: text.catch(""),
      agencies: jsonOf(z.array(z.string())).catch(emptyList),
      state: anchorStateSchema.catch("exact"),
      note: text.catch(""),
      section_id: sectionIdSchema.nullable().catch(null),
      created_at: time.catch(""),
      removed: flag.catch(0),
      removed_at: textOrNull,
      earlier_source_id: sourceIdSchema.nullable().catch(null),
      earlier_start_utf16: count.nullable().catch(null),
      earlier_end_utf16: count.nullable().catch(null),
      credibility: credibilityDigitSchema.nullable().catch(null),
      credibility_reason: text.catch(""),
    })
    .refine(({ exact }) => exact !== ""),
  section: z.looseObject({
    id: sectionIdSchema,
    position: count.catch(Number.MAX_SAFE_INTEGER),
    title: text.catch(""),
    marking: text.catch(""),
    // What is left of it is told apart by whoever puts the brief together.
    content: z.string().catch(""),
    modified_at: time.catch(""),
  }),
  // Whether what it keeps can be read shows when what it rests on is there, too.
  snapshot: z.looseObject({
    id: snapshotIdSchema,
    taken_at: time,
    reason: snapshotSchema.shape.reason.catch("writing"),
    act: textOrNull,
    name: textOrNull,
    words: count.catch(0),
    words_added: count.catch(0),
    words_removed: count.catch(0),
    base: snapshotIdSchema.nullable(),
    brief: z.instanceof(Uint8Array),
  }),
  export_file: z.looseObject({
    id: exportFileIdSchema,
    kind: exportFileKindSchema,
    name: text.catch("Recovered file"),
    added_at: text.catch(""),
    removed: flag.catch(0),
    bytes: z.instanceof(Uint8Array),
  }),
  decision: z.looseObject({
    key: decisionSchema.shape.key.and(text),
    answer: decisionSchema.shape.answer,
    reason: text.and(decisionSchema.shape.reason).catch(""),
    finding: text.catch(""),
    source_ids: jsonOf(z.array(sourceIdSchema)).catch(emptyList),
    decided_at: time.catch(""),
  }),
};

/** The row as it is taken, or null. */
export function checkRow(table: KeptTable, row: Row): CheckedRow | null {
  // Asked first, because it costs least: a file may hold a million rows of nonsense.
  if (table === "source" && !SHA256.test(String(row["sha256"]))) return null;
  const known = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== LOST));
  const parsed = checks[table].safeParse(known);
  // What else the table has is as it was found: a value of SQLite's.
  return parsed.success ? (parsed.data as CheckedRow) : null;
}

/** Whether nothing of a row was lost. */
export function isWhole(row: Row): boolean {
  return !Object.values(row).includes(LOST);
}

function isBlock({ kind, level, text: words, details }: Record<string, unknown>): boolean {
  const more: unknown = typeof details === "string" ? parseJson(details) : {};
  return blockSchema.safeParse({ ...Object(more), kind, level, text: words }).success;
}

/** The blocks of a section, or null where what is stored is none. */
export function blocksOfSection(content: string): Brief["sections"][number]["children"] | null {
  return z.array(briefBlockSchema).safeParse(parseJson(content)).data ?? null;
}

/** The metadata in force and those that were found; each stands in for the other. */
export function metadataOf(row: CheckedRow): { readonly detected: string; readonly metadata: string } {
  const empty = JSON.stringify(EMPTY_METADATA);
  const detected = String(row["detected"] || row["metadata"] || empty);
  return { detected, metadata: String(row["metadata"] || detected) };
}

export function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
