// Proves that the sample brief can be composed from the sample articles: quotes, sections and citations all resolve.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { templateSchema } from "../src/core/brief/template.ts";
import { isoDateSchema } from "../src/core/source/metadata.ts";

const resources = new URL("../resources/", import.meta.url);
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const WINDOWS_1252_FILES: readonly string[] = ["02-a-working-river.txt"];

const sampleBriefSchema = z.strictObject({
  about: z.string(),
  template: z.string(),
  title: z.string(),
  header: z.strictObject({
    to: z.string(),
    from: z.string(),
    date: isoDateSchema,
    reference: z.string(),
    marking: z.string(),
  }),
  summary: z.string(),
  sources: z.record(
    z.string(),
    z.strictObject({
      title: z.string().nullable(),
      publisher: z.string().nullable(),
      published: isoDateSchema.nullable(),
      authors: z.array(z.string()).optional(),
      agencies: z.array(z.string()).optional(),
    }),
  ),
  excerpts: z.record(z.string(), z.strictObject({ file: z.string(), section: z.string(), quote: z.string().min(1) })),
  statements: z.record(z.string(), z.array(z.string())),
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, resources), "utf8"));
}

function sampleBytes(fileName: string): Buffer {
  return readFileSync(new URL(`samples/${fileName}`, resources));
}

/** The text of a sample, each run of white space folded to one space. Throws where the bytes are not in its encoding. */
function foldedText(fileName: string): string {
  const encoding = WINDOWS_1252_FILES.includes(fileName) ? "windows-1252" : "utf-8";
  return fold(new TextDecoder(encoding, { fatal: true }).decode(sampleBytes(fileName)));
}

function fold(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

function occurrences(text: string, quote: string): number {
  return text.split(quote).length - 1;
}

const brief = sampleBriefSchema.parse(readJson("samples/briefs/ilvane-compact.json"));
const template = templateSchema.parse(readJson(`templates/${brief.template}.json`));
const excerpts = Object.entries(brief.excerpts);
const filedSections = template.sections.filter((section) => section.filed).map((section): string => section.id);
const statements = Object.entries(brief.statements).flatMap(([section, texts]) =>
  texts.map((text) => ({ section, text })),
);

function citedKeys(statement: string): string[] {
  return [...statement.matchAll(/\{([^}]*)\}/gu)].map((match) => match[1] ?? "");
}

describe("the sample articles", () => {
  const articles = readdirSync(new URL("samples/", resources)).filter((name) => name.endsWith(".txt"));

  test("are just those that the sample brief lists", () => {
    expect(articles.sort()).toEqual(Object.keys(brief.sources).sort());
  });

  test("are in the encodings that their README names", () => {
    for (const fileName of WINDOWS_1252_FILES) {
      expect(() => new TextDecoder("utf-8", { fatal: true }).decode(sampleBytes(fileName)), fileName).toThrow();
      expect(foldedText(fileName)).toMatch(/é.*“.*”/u);
    }
    const marked = sampleBytes("03-ilvane-compact-news.txt");
    expect([...marked.subarray(0, 3)]).toEqual(BYTE_ORDER_MARK);
    expect(marked.toString("utf8").replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  });

  test.each(Object.entries(brief.sources))("%s says what the brief expects of it", (fileName, expected) => {
    const text = foldedText(fileName);
    for (const said of [expected.title, expected.publisher, ...(expected.agencies ?? [])]) {
      if (said !== null) expect(text).toContain(said);
    }
    for (const author of expected.authors ?? []) expect(text).toContain(author.toUpperCase());
  });
});

describe("the sample brief", () => {
  test.each(excerpts)("excerpt %s occurs exactly once in its file", (_key, { file, quote }) => {
    expect(occurrences(foldedText(file), fold(quote))).toBe(1);
  });

  test("files at least three excerpts under each section of the template that takes them, and none elsewhere", () => {
    for (const section of filedSections) {
      expect(excerpts.filter(([, excerpt]) => excerpt.section === section).length, section).toBeGreaterThanOrEqual(3);
    }
    for (const [key, excerpt] of excerpts) expect(filedSections, key).toContain(excerpt.section);
  });

  test("states something in each section, in the order of the template", () => {
    expect(Object.keys(brief.statements)).toEqual(filedSections);
  });

  test("cites only excerpts that it has, each under the section it is filed in, and leaves none uncited", () => {
    const cited = new Set<string>();
    for (const { section, text } of statements) {
      expect(citedKeys(text), text).not.toEqual([]);
      for (const key of citedKeys(text)) {
        expect(brief.excerpts[key]?.section, key).toBe(section);
        cited.add(key);
      }
    }
    expect([...cited].sort()).toEqual(Object.keys(brief.excerpts).sort());
  });
});
