/**
 * Measures the whole review, as its thread runs it, in a process of its own: `node bench/review-process.ts COUNT` prints
 * figures as JSON. Sources are articles a third of which are reprints; the brief has 50 pages and 300 citations.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Brief, Section } from "../src/core/brief/document.ts";
import { createBrief, templateSchema } from "../src/core/brief/template.ts";
import { NOT_GRADED as NO_CREDIBILITY } from "../src/core/excerpt/credibility.ts";
import { type Excerpt, excerptIdSchema } from "../src/core/excerpt/excerpt.ts";
import { describePassage } from "../src/core/excerpt/selectors.ts";
import { createReview, type ReviewInput } from "../src/core/review/review.ts";
import { DEFAULT_REVIEW_SETTINGS } from "../src/core/review/review-settings.ts";
import type { ReviewedText } from "../src/core/review/reviewed-text.ts";
import { EMPTY_METADATA } from "../src/core/source/metadata.ts";
import { NOT_GRADED } from "../src/core/source/reliability.ts";
import type { Source } from "../src/core/source/source.ts";
import { longSections } from "./long-brief.ts";
import { inventReprints } from "./reprints.ts";
import { reviewedArticle } from "./reviewed-article.ts";
import { median } from "./statistics.ts";

const ADDED = 15;
const KEYSTROKES = 40;
const EXCERPTS = 300;
const root = join(import.meta.dirname, "..");

export interface ReviewFigures {
  /** Taking all sources in, and working out what they share, credit and say differently. */
  readonly allMs: number;
  /** The first report on them, origins among it. */
  readonly reportMs: number;
  /** One source more: taken in, settled and reported on. */
  readonly addedMs: number;
  readonly slowestAddedMs: number;
  /** The report after a keystroke. */
  readonly keystrokeMs: number;
  readonly slowestKeystrokeMs: number;
  readonly findings: number;
  readonly origins: number;
  readonly peakBytes: number;
}

function timed(work: () => void): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

function sourceOf({ sourceId, name }: ReviewedText): Source {
  return {
    id: sourceId,
    fileName: `${name}.txt`,
    sha256: "0".repeat(64),
    sizeBytes: 0,
    importedAt: "2026-01-01T00:00:00.000Z",
    format: "text",
    encoding: "utf-8",
    byteOrderMark: false,
    metadata: EMPTY_METADATA,
    suggestions: [],
    warnings: [],
    blockCount: 0,
    characterCount: 0,
    extraction: null,
    pageCount: 0,
    attachedTo: [],
    versionOf: null,
    replacedAt: null,
    reliability: NOT_GRADED,
    removedAt: null,
  };
}

/** The first sentence or so of a paragraph of a source. */
function excerptOf({ sourceId, text, blocks }: ReviewedText, index: number): Excerpt {
  const block = blocks[2 + (index % Math.max(1, blocks.length - 2))] ?? blocks[0];
  const fromUtf16 = block?.fromUtf16 ?? 0;
  return {
    id: excerptIdSchema.parse(`excerpt-${index}`),
    sourceId,
    selectors: describePassage(text, fromUtf16, Math.min(block?.toUtf16 ?? 0, fromUtf16 + 120)),
    state: "exact",
    locator: "para. 3",
    agencies: [],
    note: "",
    sectionId: null,
    earlier: null,
    credibility: NO_CREDIBILITY,
    createdAt: "2026-01-01T00:00:00.000Z",
    removedAt: null,
  };
}

/** The brief with one letter more in its middle, as the engine hands it over: read from the file, so all of it new. */
function typed(brief: Brief, letters: string): Brief {
  const next = structuredClone(brief);
  const section = next.sections[Math.floor(next.sections.length / 2)] as Section;
  const block = section.children[Math.floor(section.children.length / 2)];
  if (block && "children" in block && block.children[0]?.type === "text") block.children[0].text += letters;
  return next;
}

const count = Number(process.argv[2] ?? 2000);
const { outlets } = readJson("resources/known-outlets.json") as { outlets: Parameters<typeof createReview>[0] };
const template = templateSchema.parse(readJson("resources/templates/briefing-note.json"));
const texts = inventReprints(count + ADDED).map(reviewedArticle);
const excerpts = Array.from({ length: EXCERPTS }, (_, index) =>
  excerptOf(texts[(index * 7) % count] as ReviewedText, index),
);
const empty = createBrief(template, "The basin");
const brief: Brief = {
  ...empty,
  sections: longSections(
    empty.sections,
    excerpts.map(({ id }) => id),
  ),
};
const input = (sources: readonly Source[], written: Brief): ReviewInput => ({
  brief: written,
  template,
  excerpts,
  sources,
  decisions: [],
  settings: DEFAULT_REVIEW_SETTINGS,
});

const review = createReview(outlets);
const settle = () => {
  while (review.settle(1) > 0);
};
let sources = texts.slice(0, count).map(sourceOf);
const allMs = timed(() => {
  for (const text of texts.slice(0, count)) review.putSource(text);
  settle();
});
let report = review.report(input([], empty));
const reportMs = timed(() => {
  report = review.report(input(sources, brief));
});
const added = texts.slice(count).map((text) =>
  timed(() => {
    sources = [...sources, sourceOf(text)];
    review.putSource(text);
    settle();
    report = review.report(input(sources, brief));
  }),
);
const strokes = Array.from({ length: KEYSTROKES }, (_, index) => {
  const next = typed(brief, " a".repeat(index + 1));
  return timed(() => {
    report = review.report(input(sources, next));
  });
});
const figures: ReviewFigures = {
  allMs,
  reportMs,
  addedMs: median(added),
  slowestAddedMs: Math.max(...added),
  keystrokeMs: median(strokes),
  slowestKeystrokeMs: Math.max(...strokes),
  findings: report.findings.length,
  origins: report.origins.length,
  peakBytes: process.resourceUsage().maxRSS * 1024,
};
console.log(JSON.stringify(figures));
