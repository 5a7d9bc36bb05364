/**
 * A brief to compose, as JSON says it: which sources, which passages of them, which statements on top. The shared one
 * is of real articles; the shipped one is of the samples.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const planSchema = z.object({
  title: z.string(),
  header: z.record(z.string(), z.string()),
  summary: z.string(),
  sources: z.record(z.string(), z.object({ title: z.string().nullable().optional() }).loose()),
  excerpts: z.record(z.string(), z.object({ file: z.string(), section: z.string(), quote: z.string() })),
  statements: z.record(z.string(), z.array(z.string())),
});

export interface PlannedExcerpt {
  readonly key: string;
  readonly file: string;
  readonly section: string;
  readonly quote: string;
}

export interface BriefPlan {
  readonly title: string;
  readonly header: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Full paths of the files, in the order of the plan. */
  readonly files: readonly string[];
  /** The name that each file goes by once imported: its title, or its file name. */
  readonly nameOf: ReadonlyMap<string, string>;
  readonly excerpts: readonly PlannedExcerpt[];
  /** Statements by section; `{key}` cites the excerpt of that key. */
  readonly statements: Readonly<Record<string, readonly string[]>>;
}

const repository = join(import.meta.dirname, "../..");
const SHARED = {
  plan: join(repository, "../shared/briefs/china-rok-summit.json"),
  sources: join(repository, "../shared/sources"),
};
const SAMPLES = {
  plan: join(repository, "resources/samples/briefs/ilvane-compact.json"),
  sources: join(repository, "resources/samples"),
};

/** The brief of the five real articles, or null where they are not at hand. */
export function sharedPlan(): BriefPlan | null {
  return existsSync(SHARED.plan) ? readPlan(SHARED) : null;
}

export function samplePlan(): BriefPlan {
  return readPlan(SAMPLES);
}

function readPlan({ plan, sources }: typeof SHARED): BriefPlan {
  const read = planSchema.parse(JSON.parse(readFileSync(plan, "utf8")));
  return {
    title: read.title,
    header: read.header,
    summary: read.summary,
    files: Object.keys(read.sources).map((file) => join(sources, file)),
    nameOf: new Map(Object.entries(read.sources).map(([file, { title }]) => [file, title ?? file])),
    excerpts: Object.entries(read.excerpts).map(([key, excerpt]) => ({ key, ...excerpt })),
    statements: read.statements,
  };
}

/** A statement cut at its citations: words, then the key of what they rest on, or null at the end. */
export function piecesOf(statement: string): { readonly words: string; readonly cites: string | null }[] {
  return [...statement.matchAll(/([^{}]*)(?:\{(\w+)\}|$)/g)]
    .map(([, words = "", cites = null]) => ({ words, cites }))
    .filter(({ words, cites }) => words !== "" || cites !== null);
}
