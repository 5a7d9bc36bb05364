// Briefs that people would write of real articles: their quotations are right, and what they cite is found in them.
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import type { Excerpt, ExcerptId } from "../../src/core/excerpt/excerpt.ts";
import { findQuote } from "../../src/core/excerpt/find-quote.ts";
import { createQuotations } from "../../src/core/review/quotations/quotations.ts";
import { statementsOf } from "../../src/core/review/statements/statements-of.ts";
import { excerptOf, sourceWith } from "../support/cited-material.ts";
import { readArticles, SAMPLE_ARTICLES, SHARED_ARTICLES } from "../support/read-article.ts";
import { smallBrief } from "../support/small-brief.ts";

const planSchema = z.object({
  summary: z.string(),
  excerpts: z.record(z.string(), z.object({ file: z.string(), quote: z.string() })),
  statements: z.record(z.string(), z.array(z.string())),
});

test.each([
  ["the sample brief", new URL("briefs/ilvane-compact.json", SAMPLE_ARTICLES), SAMPLE_ARTICLES],
  ["the shared brief", new URL("../briefs/china-rok-summit.json", SHARED_ARTICLES), SHARED_ARTICLES],
])("%s", async (_, path, folder) => {
  if (!existsSync(path)) return console.info("skipped: ../shared is not there");
  const plan = planSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  const texts = await readArticles(folder);
  const excerpts = new Map<ExcerptId, Excerpt>();
  const textOf = new Map<string, string>();
  for (const [id, { file, quote }] of Object.entries(plan.excerpts)) {
    const text = texts.get(file) ?? "";
    const [place] = findQuote(text, quote);
    const excerpt = excerptOf(sourceWith(file.replace(/\W/gu, "-")), id);
    const [start, end] = [place?.fromUtf16 ?? 0, place?.toUtf16 ?? 0];
    const selectors = { position: { start, end }, quote: { exact: text.slice(start, end), prefix: "", suffix: "" } };
    excerpts.set(excerpt.id, { ...excerpt, selectors });
    textOf.set(excerpt.sourceId, text);
  }
  const brief = smallBrief({ summary: [plan.summary], ...plan.statements });
  const statements = statementsOf(brief);
  const bodies = statements.filter(({ place }) => place.sectionId !== "summary");
  expect(bodies.every(({ citations }) => citations.length > 0)).toBe(true);
  const sourceText = (id: string) => textOf.get(id) ?? null;
  const quotations = createQuotations();
  expect(quotations.of({ brief, statements, excerpts, sourceText, languageOf: () => null })).toEqual([]);
  expect(statements.some((statement) => quotations.comparedIn(statement).length > 0)).toBe(true);
});
