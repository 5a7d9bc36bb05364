// Proves that the whole job can be done from the command line, on the samples and on the five real articles, with the JSON
// that scripts rely on. Runs the built program.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { briefSchema } from "../../src/core/brief/document.ts";
import { readDocx } from "../support/read-docx.ts";
import {
  buildIfMissing,
  excerptSchema,
  excerptsSchema,
  importsSchema,
  infoSchema,
  json,
  root,
  run,
  sourcesSchema,
  verifySchema,
} from "../support/run-attache.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const samples = join(root, "resources/samples");
const shared = join(root, "../shared");

beforeAll(buildIfMissing, 180_000);

const planSchema = z.looseObject({
  template: z.string(),
  title: z.string(),
  header: z.record(z.string(), z.string()),
  summary: z.string(),
  sources: z.record(z.string(), z.looseObject({ title: z.string().nullable() })),
  excerpts: z.record(z.string(), z.looseObject({ file: z.string(), section: z.string(), quote: z.string() })),
  statements: z.record(z.string(), z.array(z.string())),
});
type Plan = z.infer<typeof planSchema>;

const fold = (text: string) => text.replace(/\s+/gu, " ").trim();

/** A statement as paragraphs to append, each with the keys that it cites at its end. */
function paragraphsOf(statement: string): { text: string; keys: string[] }[] {
  return [...statement.matchAll(/([^{]+)((?:\{[^}]*\})*)/gu)].map(([, text = "", keys = ""]) => ({
    text: text.trim(),
    keys: [...keys.matchAll(/\{([^}]*)\}/gu)].map(([, key = ""]) => key),
  }));
}

async function doTheJob(plan: Plan, folderOfSources: string) {
  const folder = temporaryFolder();
  const file = join(folder, "Briefing “one”.brief");
  const paths = Object.keys(plan.sources).map((name) => join(folderOfSources, name));
  await json(z.unknown(), "new", file, "--template", plan.template, "--title", plan.title, "--json");

  const imports = await json(importsSchema, "import", file, ...paths, "--json");
  expect(imports.map(({ path, status }) => [path, status])).toEqual(paths.map((path) => [path, "imported"]));
  const sources = await json(sourcesSchema, "sources", file, "--json");
  expect(sources.map(({ id }) => id)).toEqual(imports.map(({ sourceId }) => sourceId));
  for (const source of sources)
    expect(source).toMatchObject(plan.sources[source.fileName] ?? { fileName: "unexpected" });

  const ids = new Map<string, string>();
  for (const [key, { file: name, section, quote }] of Object.entries(plan.excerpts)) {
    const source = sources.find(({ fileName }) => fileName === name)?.id ?? "";
    const made = await json(
      excerptSchema,
      "excerpt",
      file,
      "--source",
      source,
      "--quote",
      quote,
      "--section",
      section,
      "--json",
    );
    expect(made.state, key).toBe("exact");
    ids.set(key, made.id);
  }

  await run("add", file, "--section", "summary", "--text", plan.summary);
  const written: { text: string; keys: string[]; section: string }[] = [];
  for (const [section, statements] of Object.entries(plan.statements)) {
    for (const { text, keys } of statements.flatMap(paragraphsOf)) {
      const cited = keys.map((key) => ids.get(key) ?? "");
      const cite = cited.length > 0 ? ["--cite", ...cited] : [];
      expect(await run("add", file, "--section", section, "--text", text, ...cite)).toMatchObject({
        exitCode: 0,
        errors: "",
      });
      written.push({ text, keys, section });
    }
  }
  const header = Object.entries(plan.header).map(([key, value]) => `${key}=${value}`);
  expect(await run("header", file, ...header)).toMatchObject({ exitCode: 0, errors: "" });
  return { folder, file, ids, written };
}

async function expectJobDone(plan: Plan, { folder, file, ids, written }: Awaited<ReturnType<typeof doTheJob>>) {
  const brief = await json(briefSchema, "show", file, "--json");
  expect(brief).toMatchObject({ title: plan.title, templateId: plan.template, header: plan.header });
  const shown = brief.sections.flatMap(({ id, children }) =>
    children.flatMap((block) => {
      if (block.type !== "paragraph" || block.children.length === 0) return [];
      const text = block.children.map((inline) => (inline.type === "text" ? inline.text : "")).join("");
      const cited = block.children.flatMap((inline) => (inline.type === "citation" ? inline.excerptIds : []));
      return [{ section: String(id), text, cited: cited.map(String) }];
    }),
  );
  expect(shown).toEqual([
    { section: "summary", text: plan.summary, cited: [] },
    ...written.map(({ section, text, keys }) => ({ section, text, cited: keys.map((key) => ids.get(key)) })),
  ]);

  const order = written.flatMap(({ keys }) => keys);
  const excerpts = await json(excerptsSchema, "excerpts", file, "--json");
  for (const [key, { section, quote }] of Object.entries(plan.excerpts)) {
    const kept = excerpts.find(({ id }) => id === ids.get(key));
    expect(kept).toMatchObject({ sectionId: section, state: "exact" });
    expect(fold(kept?.quote ?? "")).toBe(fold(quote));
    expect(kept?.citations).toEqual(order.flatMap((cited, index) => (cited === key ? [index + 1] : [])));
  }

  const counts = { sources: Object.keys(plan.sources).length, excerpts: ids.size, citations: order.length };
  expect(await json(infoSchema, "info", file, "--json")).toMatchObject({
    ...counts,
    schemaVersion: 5,
    briefVersion: 3,
  });
  expect(await json(verifySchema, "verify", file, "--json")).toEqual({ problems: [], ...counts });

  const document = join(folder, "briefing.docx");
  const exported = await json(
    z.looseObject({ path: z.string(), sizeBytes: z.number() }),
    "export",
    file,
    document,
    "--json",
  );
  expect(exported).toMatchObject({ path: document, sizeBytes: readFileSync(document).byteLength });
  const { paragraphs, footnotes } = await readDocx(readFileSync(document));
  const texts = paragraphs.map(({ text }) => text);
  for (const { text } of written) expect(texts).toContain(text);
  expect(footnotes).toHaveLength(order.length);
  for (const [index, key] of order.entries()) {
    const locator = excerpts.find(({ id }) => id === ids.get(key))?.locator ?? "nowhere";
    expect(footnotes[index]?.text, key).toContain(locator);
  }
  expect(readdirSync(folder).sort()).toEqual(["Briefing “one”.brief", "briefing.docx"]);
}

describe("the whole job", () => {
  test("on the samples that ship with Attaché", async () => {
    const plan = planSchema.parse(JSON.parse(readFileSync(join(samples, "briefs/ilvane-compact.json"), "utf8")));
    await expectJobDone(plan, await doTheJob(plan, samples));
  });

  const sharedBrief = join(shared, "briefs/china-rok-summit.json");
  test.skipIf(!existsSync(sharedBrief))("on the five real articles (skipped where ../shared is missing)", async () => {
    const plan = planSchema.parse(JSON.parse(readFileSync(sharedBrief, "utf8")));
    await expectJobDone(plan, await doTheJob(plan, join(shared, "sources")));
  });
});
