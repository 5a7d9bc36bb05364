/**
 * The sources of a damaged briefing, written to the new one: with their own bytes and text where these are whole,
 * otherwise with what can stand for them, which their warnings then say.
 */
import type { DatabaseSync } from "node:sqlite";
import { type Block, canonicalText } from "../../core/source/block.ts";
import { type SourceId, sourceIdSchema } from "../../core/source/source.ts";
import { readingOf } from "../operations/import-bytes.ts";
import { pageLabels, writeText } from "../project/text-tables.ts";
import type { ReadSource } from "../readers/reader.ts";
import type { ReaderPool } from "../readers/reader-pool.ts";
import { createId } from "../session.ts";
import { type CheckedRow, metadataOf, parseJson } from "./check-row.ts";
import { type Collected, type Insert, inserter } from "./collect-rows.ts";
import { nearestId } from "./nearest-id.ts";
import { passagesBehind, placeBehind, placeExcerpts } from "./recover-excerpts.ts";
import {
  chooseText,
  idsWithText,
  type Likeness,
  originalBytes,
  readAnew,
  sourceReadAs,
  standInFor,
  storedText,
} from "./recover-text.ts";
import type { RecoveryNotes } from "./recovery-notes.ts";

export interface RecoveryWork {
  readonly database: DatabaseSync;
  readonly readers: ReaderPool;
  readonly now: string;
  readonly notes: RecoveryNotes;
  /** Told of each source before it is read. */
  readonly progress: (fileName: string, share: number) => void;
}

const LOST_FILE =
  "The original file was lost when the briefing was damaged. What is kept is the text that had been read from it.";
const LOST_TEXT = "Part of the text was lost when the briefing was damaged, with the original file.";
const UNREADABLE = JSON.stringify(["This file was recovered without its name, and could not be read."]);
const ENDINGS: Readonly<Record<string, string>> = { text: "txt", markdown: "md" };

/** Writes all sources, with their excerpts. What was put aside of them in the new file is used up. */
export async function recoverSources(
  work: RecoveryWork,
  found: Collected & { readonly citedBefore: ReadonlySet<string> },
): Promise<void> {
  const { database } = work;
  const insert = inserter(database);
  const rows = withReferredIds(found.sources, idsWithText(database));
  const known = new Set(rows.keys());
  const ownerOf = (id: string) => (rows.has(id) ? id : (nearestId(id, rows.keys()) ?? id));
  takeStrayText(database, ownerOf);
  const excerptsOf = Map.groupBy(
    withCitedIds(found).map((row): CheckedRow => ({ ...row, source_id: ownerOf(String(row["source_id"])) })),
    (row) => String(row["source_id"]),
  );
  const ids = new Set(
    [...rows.keys(), ...idsWithText(database), ...excerptsOf.keys()].map((id) => sourceIdSchema.parse(id)),
  );
  const unknown = new Set([...ids].filter((id) => !rows.has(id)));
  for (const [id, row] of await sourcesOfLooseBytes(work, claimBytes(rows, found.wholeBytes), unknown)) {
    rows.set(id, row);
    ids.add(id);
  }
  let [done, position, unnamed] = [0, 0, 0];
  for (const id of inOrder(ids, rows)) {
    const row = rows.get(id) ?? null;
    const excerpts = excerptsOf.get(id) ?? [];
    position = Math.max(position + (row?.["version_of"] ? 0 : 1), Number(row?.["position"] ?? 0));
    const name = String(row?.["file_name"] || `Lost source ${++unnamed}`);
    work.progress(name, done / ids.size);
    await recoverSource(work, insert, { id, name, row, excerpts, wasKnown: known.has(id), position });
    done += 1;
  }
  settleLinks(work, insert, { ...found, sources: rows });
}

/** The rows by the ids that their text has: where the two hardly differ, a row's own id was damaged. */
function withReferredIds(sources: Collected["sources"], referred: readonly SourceId[]): Map<string, CheckedRow> {
  const rows = new Map(sources);
  for (const id of referred) {
    const near = rows.has(id) ? undefined : nearestId(id, rows.keys());
    const row = near !== undefined && !referred.some((other) => other === near) ? rows.get(near) : undefined;
    if (near === undefined || !row) continue;
    rows.delete(near);
    rows.set(id, { ...row, id });
  }
  return rows;
}

/** Text whose source's id was damaged goes back to it. */
function takeStrayText(database: DatabaseSync, ownerOf: (id: string) => string): void {
  for (const id of idsWithText(database)) {
    if (ownerOf(id) === id) continue;
    for (const table of ["block", "page"])
      database.prepare(`UPDATE OR IGNORE ${table} SET source_id = ? WHERE source_id = ?`).run(ownerOf(id), id);
  }
}

/** The excerpts by the ids that earlier versions of the brief cite, where their own id was damaged. */
function withCitedIds({ excerpts, citedBefore }: Parameters<typeof recoverSources>[1]): CheckedRow[] {
  const missing = [...citedBefore].filter((id) => !excerpts.has(id));
  return [...excerpts].map(([id, row]) => ({ ...row, id: citedBefore.has(id) ? id : (nearestId(id, missing) ?? id) }));
}

interface FoundSource {
  readonly id: SourceId;
  readonly name: string;
  /** Null where nothing is known of it but its text or its excerpts. */
  readonly row: CheckedRow | null;
  readonly excerpts: readonly CheckedRow[];
  readonly wasKnown: boolean;
  readonly position: number;
}

async function recoverSource(work: RecoveryWork, insert: Insert, source: FoundSource): Promise<void> {
  const { database, notes } = work;
  const { id, name, row } = source;
  const bytes = originalBytes(database, row?.["sha256"]);
  const stored = storedText(database, id, row);
  const read = bytes && (await readAnew(work.readers, bytes, row, work.now));
  const chosen = chooseText(stored, read);
  if (isListed(row)) notes.count("originals", bytes ? "kept" : "lost");
  if (bytes) {
    const text = { blocks: chosen.blocks, pages: chosen.pages };
    const reading = chosen.from === "bytes" && read ? columnsOf(read) : sizesOf(chosen.blocks, chosen.pages.length);
    writeSource(work, insert, source, { ...reading, sha256: String(row?.["sha256"]) }, text);
    if (chosen.from === "bytes" && source.wasKnown)
      notes.say("The text of «…» was damaged and has been read anew from the original file.", name);
    if (chosen.from === "remains")
      notes.say(
        "Part of the text of «…» is lost and could not be read anew from the original file, which is whole.",
        name,
      );
    if (isListed(row)) notes.count("sources", "kept");
    const { rows, unplaced } = placeExcerpts(source.excerpts, chosen.blocks, pageLabels(database, id));
    writeExcerpts(work, insert, rows);
    if (unplaced > 0)
      notes.say("Some excerpts of «…» were not found in its text any more. Their own words are kept.", name);
    return;
  }
  standIn(work, insert, source, chosen.blocks, stored.whole);
}

/** Of a source without its bytes, the text stands for them; of one without its text, the passages that excerpts keep. */
function standIn(
  work: RecoveryWork,
  insert: Insert,
  source: FoundSource,
  left: readonly Block[],
  whole: boolean,
): void {
  const { notes } = work;
  const { row, name, excerpts } = source;
  const behind = whole ? [] : passagesBehind(excerpts, left);
  const blocks = [...left, ...behind];
  const { sha256, bytes } = standInFor(blocks);
  insert("source_blob", { sha256, size_bytes: bytes.byteLength, bytes });
  const known = parseJson(String(row?.["warnings"] ?? "[]"));
  const warnings = [...(Array.isArray(known) ? known : []), LOST_FILE, ...(whole ? [] : [LOST_TEXT])];
  const reading = {
    ...sizesOf(blocks, 0),
    sha256,
    file_name: `${name.replace(/\.\w{1,5}$/u, "")} (recovered text).txt`,
    format: "text",
    encoding: "utf-8",
    byte_order_mark: 0,
    extraction: null,
    warnings: JSON.stringify(warnings),
  };
  writeSource(work, insert, source, reading, { blocks, pages: [] });
  const textLength = left.length === 0 ? 0 : canonicalText(left).length;
  const moved = placeBehind(excerpts, textLength, blocks);
  writeExcerpts(work, insert, whole ? placeExcerpts(moved, blocks, new Map()).rows : moved);
  if (isListed(row)) notes.count("sources", left.length > 0 ? "kept" : "lost");
  if (whole) notes.say("The original file of «…» is lost; its text is whole.", name);
  else if (left.length > 0) notes.say("The original file of «…» is lost, and part of the text.", name);
  else if (behind.length > 0) notes.say("Of «…» only the passages are left that excerpts had kept.", name);
  else notes.say("Of «…» only its details are left.", name);
}

function writeSource(
  { database, now }: RecoveryWork,
  insert: Insert,
  { id, name, row, position }: FoundSource,
  reading: CheckedRow,
  text: Parameters<typeof writeText>[2],
): void {
  const { detected, metadata } = metadataOf(row ?? {});
  const base = {
    suggestions: "[]",
    warnings: "[]",
    removed: 0,
    excerpts_before: null,
    encoding: null,
    extraction: null,
  };
  insert("source", {
    ...base,
    byte_order_mark: 0,
    ...row,
    file_name: name,
    imported_at: String(row?.["imported_at"] || now),
    ...reading,
    id,
    position,
    detected: String(reading["detected"] ?? detected),
    metadata: row?.["metadata"] || row?.["detected"] ? metadata : String(reading["detected"] ?? metadata),
    // Put in again once all sources are there.
    version_of: null,
  });
  writeText(database, id, text);
}

function writeExcerpts({ notes, now }: RecoveryWork, insert: Insert, rows: readonly CheckedRow[]): void {
  for (const row of rows) insert("excerpt", { ...row, created_at: row["created_at"] || now });
  notes.count("excerpts", "kept", rows.filter(({ removed }) => removed === 0).length);
}

/** Lists show neither what the user deleted nor earlier versions; the report counts as they do. */
function isListed(row: CheckedRow | null): boolean {
  return row === null || (!row["removed"] && !row["version_of"]);
}

/** Whole bytes that no known source is made of: each is read, and is the source whose text it gives, or a new one. */
async function sourcesOfLooseBytes(
  work: RecoveryWork,
  loose: readonly string[],
  unknown: Set<SourceId>,
): Promise<[SourceId, CheckedRow][]> {
  const sources: [SourceId, CheckedRow][] = [];
  for (const sha256 of loose) {
    const bytes = originalBytes(work.database, sha256);
    const { read, like } = bytes ? await readLoose(work, bytes, unknown) : { read: null, like: undefined };
    const id = like?.id;
    if (id) unknown.delete(id);
    const ending = read ? `.${ENDINGS[read.format] ?? read.format}` : "";
    const fileName = `Recovered source ${sources.length + 1}${ending}`;
    const reading = read ? columnsOf(read) : { ...sizesOf([], 0), format: "text", warnings: UNREADABLE };
    sources.push([id ?? sourceIdSchema.parse(createId("source")), { ...reading, file_name: fileName, sha256 }]);
    work.notes.say("The name and the details of «…» are lost; the original file is there.", fileName);
  }
  return sources;
}

interface ReadLoose {
  readonly read: ReadSource | null;
  readonly like: Likeness | undefined;
}

/** Reads bytes without a name. Plain text may have been Markdown, which its name alone tells. */
async function readLoose(work: RecoveryWork, bytes: Uint8Array, unknown: ReadonlySet<SourceId>): Promise<ReadLoose> {
  const readAs = async (row: CheckedRow | null): Promise<ReadLoose> => {
    const read = await readAnew(work.readers, bytes, row, work.now);
    return { read, like: read ? sourceReadAs(work.database, unknown, read) : undefined };
  };
  const plain = await readAs(null);
  if (plain.read?.format !== "text" || plain.like?.share === 1) return plain;
  const marked = await readAs({ file_name: "Recovered source.md" });
  return (marked.like?.share ?? 0) > (plain.like?.share ?? 0) ? marked : plain;
}

/** Gives rows whose sum was damaged the sum of the bytes that they are of. Answers the sums of those that none is of. */
function claimBytes(rows: Map<string, CheckedRow>, wholeBytes: ReadonlySet<string>): string[] {
  const loose = () => {
    const claimed = new Set([...rows.values()].map((row) => row["sha256"]));
    return [...wholeBytes].filter((sha256) => !claimed.has(sha256));
  };
  for (const [id, row] of rows) {
    const sha256 = wholeBytes.has(String(row["sha256"])) ? undefined : nearestId(String(row["sha256"]), loose());
    if (sha256 !== undefined) rows.set(id, { ...row, sha256 });
  }
  return loose();
}

/** What of a source's row follows from a reading of its bytes. */
function columnsOf(read: ReadSource): CheckedRow {
  const { format, encoding, byteOrderMark, extraction, suggestions, warnings, blockCount, characterCount, pageCount } =
    readingOf(read);
  return {
    format,
    encoding,
    byte_order_mark: byteOrderMark ? 1 : 0,
    extraction,
    detected: JSON.stringify(read.metadata),
    suggestions: JSON.stringify(suggestions),
    warnings: JSON.stringify(warnings),
    block_count: blockCount,
    character_count: characterCount,
    page_count: pageCount,
  };
}

function sizesOf(blocks: readonly Block[], pageCount: number): CheckedRow {
  return { block_count: blocks.length, character_count: canonicalText(blocks).length, page_count: pageCount };
}

/** In the order of their import; those of which that is lost come last. */
function inOrder(ids: ReadonlySet<SourceId>, rows: ReadonlyMap<string, CheckedRow>): SourceId[] {
  const place = (id: SourceId) => Number(rows.get(id)?.["position"] ?? Number.MAX_SAFE_INTEGER);
  return [...ids].sort((a, b) => place(a) - place(b));
}

/** What sources and excerpts say of each other, as far as both ends are there. */
function settleLinks(work: RecoveryWork, insert: Insert, found: Collected): void {
  const { database } = work;
  const setVersion = database.prepare(
    "UPDATE source SET version_of = ?1 WHERE id = ?2 AND ?1 <> ?2 AND EXISTS (SELECT 1 FROM source WHERE id = ?1 AND version_of IS NULL)",
  );
  const inForce = (id: unknown) => found.sources.get(String(id))?.["version_of"] === null;
  for (const [id, row] of found.sources) {
    const of = row["version_of"];
    if (typeof of === "string" && inForce(of)) setVersion.run(of, id);
  }
  settleAttachments(work, insert, found);
  database.exec(
    `UPDATE excerpt SET earlier_source_id = NULL, earlier_start_utf16 = NULL, earlier_end_utf16 = NULL
     WHERE earlier_source_id NOT IN (SELECT id FROM source) OR earlier_start_utf16 IS NULL OR earlier_end_utf16 IS NULL`,
  );
  database.exec("DELETE FROM source_blob WHERE sha256 NOT IN (SELECT sha256 FROM source)");
}

/** An index has the same pairs the other way round. Where their table is lost, only mails can be what others came with. */
function settleAttachments({ database }: RecoveryWork, insert: Insert, found: Collected): void {
  const isThere = database.prepare("SELECT 1 FROM source WHERE id = ?");
  const taken = new Set<string>();
  for (const { row, certain } of found.attachments) {
    const [mail, file] = [String(row["mail_id"]), String(row["source_id"])];
    const format = found.sources.get(mail)?.["format"] ?? "eml";
    const isMail = format === "eml" || format === "msg";
    if (!(certain || (isMail && !taken.has(`${file} ${mail}`)))) continue;
    if (!(isThere.get(mail) && isThere.get(file))) continue;
    taken.add(`${mail} ${file}`);
    insert("attachment", row);
  }
}
