/**
 * A brief that JSON plans (resources/samples/briefs), composed by the engine from its source files and exported. Each
 * statement is a paragraph; each excerpt that none cites would be missing, so that none is.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { type Brief, type Inline, inlineSchema } from "../../src/core/brief/document.ts";
import type { ExportOptions } from "../../src/core/export/export-options.ts";
import { createEngine } from "../../src/engine/engine.ts";
import type { EngineMethod, ParamsOf, ResultOf } from "../../src/ipc/engine-contract.ts";

const NOW = "2026-05-20T09:30:00.000Z";
const planSchema = z.object({
  template: z.string(),
  title: z.string(),
  header: z.record(z.string(), z.string()),
  summary: z.string(),
  sources: z.record(z.string(), z.unknown()),
  excerpts: z.record(z.string(), z.object({ file: z.string(), section: z.string(), quote: z.string() })),
  statements: z.record(z.string(), z.array(z.string())),
});

export interface PlannedDocument {
  readonly bytes: Uint8Array;
  readonly brief: Brief;
}

/** The document of a plan whose sources lie in a folder. */
export async function exportPlanned(
  planPath: string,
  sourceFolder: string,
  options: Partial<ExportOptions>,
): Promise<PlannedDocument> {
  const plan = planSchema.parse(JSON.parse(readFileSync(planPath, "utf8")));
  const folder = mkdtempSync(join(tmpdir(), "attache-golden-"));
  const engine = createEngine({
    readerWorkerUrl: new URL("../../src/engine/readers/reader-worker.ts", import.meta.url),
    reviewWorkerUrl: new URL("../../src/engine/review/review-worker.ts", import.meta.url),
    appVersion: "0.0.0-test",
    now: () => NOW,
    emit: () => undefined,
  });
  // The engine answers by the contract that types this call.
  const call = async <M extends EngineMethod>(method: M, params: ParamsOf<M>) =>
    (await engine.dispatch(method, params)) as ResultOf<M>;
  try {
    await call("createProject", { path: join(folder, "planned.brief"), templateId: plan.template, title: plan.title });
    const files = Object.keys(plan.sources);
    const imported = await call("importFiles", { paths: files.map((file) => join(sourceFolder, file)) });
    const ids = new Map<string, string>();
    for (const [key, { file, quote }] of Object.entries(plan.excerpts)) {
      const source = imported[files.indexOf(file)]?.sourceId;
      if (!source) throw new Error(`${file} was not imported`);
      ids.set(key, (await call("addExcerptByQuote", { sourceId: source, quote, sectionId: null })).id);
    }
    const { brief } = await call("getProject", {});
    let citations = 0;
    const inlines = (statement: string): Inline[] =>
      [...statement.matchAll(/([^{}]+)|\{(\w+)\}/g)].map(([, words, key]) => {
        if (words !== undefined) return { type: "text", text: words, marks: [] };
        citations += 1;
        return inlineSchema.parse({ type: "citation", id: `citation-${citations}`, excerptIds: [ids.get(key ?? "")] });
      });
    const sections = brief.sections.map((section) => ({
      ...section,
      children: (section.id === "summary" ? [plan.summary] : (plan.statements[section.id] ?? [])).map((statement) => ({
        type: "paragraph" as const,
        children: inlines(statement),
      })),
    }));
    await call("saveBrief", { header: { ...brief.header, ...plan.header }, sections });
    const path = join(folder, "planned.docx");
    await call("exportDocx", { path, options });
    const bytes = readFileSync(path);
    return { bytes, brief: (await call("getProject", {})).brief };
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
