/**
 * The brief of a damaged file, put together from what is left of it; what is lost comes from the newest version in the
 * history that has it, or from the template. Says of each piece that is not the latest where it came from.
 */
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { citationsOf } from "../../core/brief/citation-numbers.ts";
import {
  type Brief,
  type BriefBlock,
  briefSchema,
  DOCUMENT_VERSION,
  EMPTY_HEADER,
  type Section,
} from "../../core/brief/document.ts";
import { type SectionId, sectionIdSchema } from "../../core/brief/section-id.ts";
import { type Template, templateSchema } from "../../core/brief/template.ts";
import { MIGRATIONS } from "../project/migrations.ts";
import { listSnapshots, readSnapshot } from "../project/snapshot-table.ts";
import { allTemplates, findTemplate } from "../templates.ts";
import { blocksOfSection, type CheckedRow, parseJson } from "./check-row.ts";
import type { Collected } from "./collect-rows.ts";
import { nearestId } from "./nearest-id.ts";
import type { RecoveryWork } from "./recover-sources.ts";

/** The version of the file from which on a brief has the form that it has now. */
const FIRST_WITH_FRONT = 3;

export interface RecoveredBrief {
  readonly brief: Brief;
  readonly template: Template;
  /** The excerpts that earlier versions cite. */
  readonly citedBefore: ReadonlySet<string>;
  /** What else there was one of: JSON by key. */
  readonly meta: ReadonlyMap<string, string>;
}

interface KnownBrief {
  readonly takenAt: string;
  readonly brief: Brief;
}

export function recoverBrief({ database, notes }: RecoveryWork, collected: Collected): RecoveredBrief {
  const meta = upToDate(collected.meta);
  const earlier = newestVersions(database);
  const template = recoverTemplate(meta, collected, earlier[0]?.brief);
  const found = { ...collected, sections: sectionsOf(template, collected) };
  const value = <T>(key: string, schema: z.ZodType<T>) => schema.safeParse(parseJson(meta.get(key) ?? "")).data;
  const newest = earlier[0];
  const part = <K extends "title" | "header" | "recommendations" | "numbering" | "markingSchemeId" | "language">(
    key: K,
    name: string,
    whenLost: Brief[K],
  ): Brief[K] => {
    // The schema of a part of the brief reads that part, which TypeScript cannot carry through the index.
    const kept = value(`brief-${name}`, briefSchema.shape[key] as unknown as z.ZodType<Brief[K]>);
    if (kept !== undefined) return kept;
    if (newest)
      notes.say("The front of the brief (title, header, recommendations) is in part that of an earlier version.");
    else notes.say("Part of the front of the brief (title, header, recommendations) is lost.");
    return newest?.brief[key] ?? whenLost;
  };
  const brief = {
    version: DOCUMENT_VERSION,
    templateId: template.id,
    title: part("title", "title", ""),
    header: part("header", "header", EMPTY_HEADER),
    recommendations: part("recommendations", "recommendations", []),
    numbering: part("numbering", "numbering", template.numbering),
    markingSchemeId: part("markingSchemeId", "marking-scheme", template.markingSchemeId),
    language: part("language", "language", template.language),
    sections: sectionIds(template, found).map((id) => recoverSection(id, { template, found, earlier, notes })),
  } as const;
  return {
    brief: briefSchema.parse(brief),
    template,
    meta,
    citedBefore: new Set(earlier.flatMap((version) => [...excerptsCitedIn(version.brief)])),
  };
}

export function excerptsCitedIn(brief: Brief): ReadonlySet<string> {
  return new Set(brief.sections.flatMap((section) => citationsOf(section).flatMap(({ excerptIds }) => excerptIds)));
}

/** What there is one of, in the form of the newest version. */
function upToDate(meta: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const isOld = meta.get("brief-version") === "1" || !(meta.has("brief-version") || meta.has("brief-recommendations"));
  if (!isOld) return meta;
  const database = new DatabaseSync(":memory:");
  try {
    database.function("search_words", (text) => String(text));
    for (const sql of MIGRATIONS.slice(0, FIRST_WITH_FRONT - 1)) database.exec(sql);
    const insert = database.prepare("INSERT INTO meta (key, value) VALUES (?, ?)");
    for (const [key, value] of meta) insert.run(key, value);
    for (const sql of MIGRATIONS.slice(FIRST_WITH_FRONT - 1)) database.exec(sql);
    const rows = database.prepare("SELECT key, value FROM meta").all();
    return new Map(rows.map(({ key, value }) => [String(key), String(value)]));
  } finally {
    database.close();
  }
}

/** The versions of the history, newest first. */
function newestVersions(database: DatabaseSync): KnownBrief[] {
  return listSnapshots(database)
    .reverse()
    .map(({ id, takenAt }) => ({ takenAt, brief: readSnapshot(database, id) }));
}

/** The file's own template; else the one that Attaché brings which has most of the sections that are left. */
function recoverTemplate(
  meta: ReadonlyMap<string, string>,
  { sections }: Collected,
  newest: Brief | undefined,
): Template {
  const kept = templateSchema.safeParse(parseJson(meta.get("template") ?? "")).data;
  if (kept) return kept;
  const shared = (template: Template) =>
    template.sections.filter(({ id }) => sections.has(id)).length + (template.id === newest?.templateId ? 100 : 0);
  return allTemplates().reduce((best, each) => (shared(each) > shared(best) ? each : best), findTemplate());
}

/** The sections by their ids, those whose id was damaged too. */
function sectionsOf(template: Template, { sections }: Collected): Map<string, CheckedRow> {
  const missing = template.sections.map(({ id }) => id).filter((id) => !sections.has(id));
  return new Map(
    [...sections].map(([id, row]) => {
      const own = template.sections.some((section) => section.id === id) ? id : (nearestId(id, missing) ?? id);
      return [own, { ...row, id: own }];
    }),
  );
}

/** In the order of the template, and then the others. */
function sectionIds(template: Template, { sections }: Collected): SectionId[] {
  const found = [...sections.values()].sort((a, b) => Number(a["position"]) - Number(b["position"]));
  return [
    ...new Set([...template.sections.map(({ id }) => id), ...found.map((row) => sectionIdSchema.parse(row["id"]))]),
  ];
}

interface SectionMaterial {
  readonly template: Template;
  readonly found: Collected;
  readonly earlier: readonly KnownBrief[];
  readonly notes: RecoveryWork["notes"];
}

function recoverSection(id: SectionId, { template, found, earlier, notes }: SectionMaterial): Section {
  const row = found.sections.get(id);
  const title = String(row?.["title"] || (template.sections.find((section) => section.id === id)?.title ?? id));
  const marking = String(row?.["marking"] ?? "");
  const children = row && blocksOfSection(String(row["content"]));
  if (children) {
    notes.count("sections", "kept");
    return { id, title, marking, children };
  }
  const version = earlier.find(({ brief }) => brief.sections.some((section) => section.id === id));
  const before = version?.brief.sections.find((section) => section.id === id);
  if (version && before) {
    notes.count("sections", "kept");
    notes.say(`The section «…» was damaged and is as it was in the version of ${inWords(version.takenAt)}.`, title);
    return { ...before, title, marking: marking || before.marking };
  }
  notes.count("sections", "lost");
  const words = row ? wordsLeft(row) : [];
  if (words.length > 0)
    notes.say("Of the section «…» only some of the words are left, without their citations.", title);
  else notes.say("The section «…» is lost and is empty now.", title);
  return { id, title, marking, children: words.length > 0 ? words : [{ type: "paragraph", children: [] }] };
}

/** The words that still stand in a content that is no JSON any more. */
function wordsLeft(row: CheckedRow): BriefBlock[] {
  const texts = [...String(row["content"]).matchAll(/"text":("(?:[^"\\]|\\.)+")/gu)]
    .map(([, text = ""]) => z.string().min(1).safeParse(parseJson(text)).data)
    .filter((text) => text !== undefined && !text.includes("\0"));
  return texts.map((text) => ({ type: "paragraph", children: [{ type: "text", text: text ?? "", marks: [] }] }));
}

/** "4 March 2026, 09:30 UTC". */
function inWords(time: string): string {
  const date = new Date(time);
  const day = date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return `${day}, ${time.slice(11, 16)} UTC`;
}
