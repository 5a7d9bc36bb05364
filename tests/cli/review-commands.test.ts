// Proves what the commands of the review print, in words and as JSON, and that they keep what they are told.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { credibilitySchema } from "../../src/core/excerpt/credibility.ts";
import { decisionSchema } from "../../src/core/review/decision.ts";
import { reviewReportSchema } from "../../src/core/review/review-report.ts";
import { reviewSettingsSchema } from "../../src/core/review/review-settings.ts";
import { reliabilitySchema } from "../../src/core/source/reliability.ts";
import { alsoInSchema } from "../../src/ipc/review.ts";
import { buildIfMissing, excerptSchema, importsSchema, json, run } from "../support/run-attache.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

beforeAll(buildIfMissing, 180_000);

const withWords = z.object({ findings: z.array(z.object({ places: z.array(z.object({ words: z.string() })) })) });
const decidedSchema = z.object({ decision: decisionSchema.nullable() });

async function smallProject() {
  const folder = temporaryFolder();
  const file = join(folder, "small.brief");
  const article = join(folder, "article.txt");
  writeFileSync(article, "The gauge was read at noon. Nothing moved.\n\nThe ferry sailed at dusk, as it does.\n");
  await run("new", file);
  const [imported] = await json(importsSchema, "import", file, article, "--json");
  const excerpt = await json(
    excerptSchema,
    "excerpt",
    file,
    "--source",
    imported?.sourceId ?? "",
    "--quote",
    "at dusk",
    "--json",
  );
  return { folder, file, source: imported?.sourceId ?? "", excerpt: excerpt.id };
}

async function emptyContext(file: string) {
  const { findings } = await json(reviewReportSchema, "check", file, "--json");
  const finding = findings.find(
    ({ kind, places: [place] }) => kind === "section-empty" && place?.in === "section" && place.sectionId === "context",
  );
  if (!finding) throw new Error("The empty section was not found.");
  return finding;
}

describe("check", () => {
  test("prints findings by kind, each with its place in words and its key, and exits 0", async () => {
    const { file } = await smallProject();
    const { key, message } = await emptyContext(file);
    const checked = await run("check", file);
    expect(checked).toMatchObject({ exitCode: 0, errors: "" });
    expect(checked.output).toMatch(/^Empty sections \(\d\)$/mu);
    expect(checked.output).toContain(`- ${message}\n  Context\n  key ${key}\n`);
    expect(checked.output).toMatch(/^\d+ findings open\.$/mu);
  });

  test("gives the report as JSON, its places also in words", async () => {
    const { file, source } = await smallProject();
    const report = await json(reviewReportSchema, "check", file, "--json");
    expect(report.origins.flatMap(({ sourceIds }) => sourceIds)).toEqual([source]);
    const { findings } = await json(withWords, "check", file, "--json");
    expect(findings.flatMap(({ places }) => places.map(({ words }) => words))).toContain("Context");
  });

  test("leaves out what was set aside, unless asked for all", async () => {
    const { file } = await smallProject();
    const { key, message } = await emptyContext(file);
    expect(await run("set-aside", file, key)).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining("--reason"),
    });
    const { decision } = await json(decidedSchema, "set-aside", file, key, "--reason", "To come on Monday.", "--json");
    expect(decision).toMatchObject({ key, answer: "set-aside", reason: "To come on Monday.", finding: message });
    const open = (await run("check", file)).output;
    expect(open).not.toContain(key);
    expect(open).toContain("1 finding decided about (--all shows them).");
    const all = (await run("check", file, "--all")).output;
    expect(all).toContain(key);
    expect(all).toMatch(/^ {2}Set aside, \d{4}-\d\d-\d\d: To come on Monday\.$/mu);
    expect((await run("decide", file, key, "none")).output).toBe(`Taken back: ${key}\n`);
    expect((await emptyContext(file)).decision).toBeNull();
  });

  test("says in one line that it does not know a finding, or an answer", async () => {
    const { file } = await smallProject();
    const unknown = await run("set-aside", file, "one-origin:none", "--reason", "No.");
    expect(unknown).toMatchObject({
      exitCode: 1,
      errors: expect.stringMatching(/^attache: The review does not find .*\n$/u),
    });
    expect((await run("decide", file, "x", "perhaps")).errors).toContain(
      "set-aside, conflict, different-scope, same, none",
    );
  });
});

test("grade keeps a letter for a source and a digit for an excerpt, or takes them away", async () => {
  const { file, source, excerpt } = await smallProject();
  const ofSource = z.object({ id: z.string(), reliability: reliabilitySchema });
  const ofExcerpt = z.object({ id: z.string(), credibility: credibilitySchema });
  expect(await json(ofSource, "grade", file, "b", "--source", source, "--reason", "Known desk.", "--json")).toEqual({
    id: source,
    reliability: { letter: "B", reason: "Known desk." },
  });
  expect(await json(ofExcerpt, "grade", file, "3", "--excerpt", excerpt, "--reason", "One gauge.", "--json")).toEqual({
    id: excerpt,
    credibility: { digit: 3, reason: "One gauge." },
  });
  expect((await run("sources", file)).output).toMatch(/ · B$/mu);
  expect((await run("excerpts", file)).output).toContain(" · exact · 3 · “at dusk”");
  expect((await run("grade", file, "none", "--source", source, "--reason", "")).output).toBe(`${source}: not graded\n`);
  expect((await run("sources", file)).output).not.toContain(" · B");
  for (const [words, said] of [
    [["G", "--source", source], "A to F"],
    [["7", "--excerpt", excerpt], "1 to 6"],
    [["A"], "either --source ID or --excerpt ID"],
    [["A", "--source", source, "--excerpt", excerpt], "either --source ID or --excerpt ID"],
  ] as const) {
    const refused = await run("grade", file, ...words, "--reason", "So.");
    expect(refused).toMatchObject({ exitCode: 1, output: "", errors: expect.stringContaining(said) });
  }
});

test("also-in and review-settings say what there is, and keep what they are given", async () => {
  const { file, folder, source } = await smallProject();
  expect(await json(z.array(alsoInSchema), "also-in", file, source, "--json")).toEqual([]);
  expect((await run("also-in", file, source)).output).toBe("None of its passages stands in another source.\n");
  expect((await run("review-settings", file)).output).toBe("likelihood: off\noutlets: 0 outlets of your own\n");
  const outlets = join(folder, "outlets.json");
  writeFileSync(outlets, JSON.stringify([{ name: "Ilvapress", aliases: ["Ilva Press"], kind: "agency" }]));
  const words = ["review-settings", file, "--likelihood", "phia", "--outlets", outlets, "--json"];
  expect(await json(reviewSettingsSchema, ...words)).toMatchObject({
    likelihood: "phia",
    outlets: [{ name: "Ilvapress" }],
  });
  writeFileSync(outlets, "{}");
  expect((await run("review-settings", file, "--outlets", outlets)).errors).toContain(
    "outlets.json is no list of outlets",
  );
  expect((await json(reviewSettingsSchema, "review-settings", file, "--json")).outlets).toHaveLength(1);
});
