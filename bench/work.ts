/** Acknowledging an edit, opening the project of five articles, exporting it: what the user waits for. */
import { join } from "node:path";
import { expect } from "@playwright/test";
import { samplePlan, sharedPlan } from "../e2e/briefs/brief-plan.ts";
import { dragExcerpts, fileExcerpts, importPlan, writeStatements } from "../e2e/briefs/compose.ts";
import type { Host } from "../e2e/hosts/host.ts";
import { WelcomePage } from "../e2e/pages/welcome-page.ts";
import type { WorkspacePage } from "../e2e/pages/workspace-page.ts";
import { inFolder } from "./in-folder.ts";
import { median, percentile, round } from "./statistics.ts";
import type {} from "./window.ts";

const EDITS = 300;
const ROUNDS = 9;

/** Milliseconds from the renderer's call to the answer that it is committed, for each of many edits. */
function acknowledge(window: WorkspacePage): Promise<number[]> {
  return window.page.evaluate(async (edits) => {
    const samples: number[] = [];
    for (let edit = 0; edit < edits; edit += 1) {
      const children = [
        { type: "paragraph", children: [{ type: "text", text: `Edit ${edit} of a sentence.`, marks: [] }] },
      ];
      const section = { id: "summary", title: "Summary", marking: "", children };
      const calledAt = performance.now();
      await globalThis.window.attache.engine("saveBrief", { sections: [section] });
      samples.push(performance.now() - calledAt);
    }
    return samples;
  }, EDITS);
}

/** From the press on the recent file until text, sources and citations are there to work with. */
async function open(host: Host, userDataFolder: string): Promise<number> {
  const app = await host.launch({ userDataFolder });
  try {
    const page = await app.firstWindow();
    const welcome = new WelcomePage(page);
    await welcome.recent(/Untitled/).waitFor();
    const pressedAt = Date.now();
    const window = await welcome.openRecent(/Untitled/);
    await expect(window.brief.citations.first()).toBeVisible();
    await expect(window.reader.article).toBeVisible();
    return Date.now() - pressedAt;
  } finally {
    await app.kill();
  }
}

export function measureWork(host: Host): Promise<Record<string, number>> {
  return inFolder((userDataFolder) => measureIn(host, userDataFolder));
}

async function measureIn(host: Host, userDataFolder: string): Promise<Record<string, number>> {
  const plan = sharedPlan() ?? samplePlan();
  const app = await host.launch({ userDataFolder });
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await importPlan(app, window, plan);
  const ids = await fileExcerpts(window, plan);
  await dragExcerpts(window, plan, ids);
  await writeStatements(window, plan, ids);
  await window.expectSaved();
  const exports: number[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const file = join(userDataFolder, `Bench ${turn}.docx`);
    await app.answerSaveDialog(file);
    const pressedAt = Date.now();
    await app.clickMenu("file.export.docx");
    await window.exportDialog.exportButton.click();
    await expect(window.messages).toContainText(`Bench ${turn}.docx`);
    exports.push(Date.now() - pressedAt);
  }
  const acknowledged = await acknowledge(window);
  await app.quit();
  const opened: number[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) opened.push(await open(host, userDataFolder));
  return {
    "edit acknowledged on disk, median ms": round(median(acknowledged), 2),
    "edit acknowledged on disk, p95 ms": round(percentile(acknowledged, 0.95), 2),
    "five articles and their brief opened, median ms": round(median(opened)),
    "exported to Word, median ms": round(median(exports)),
  };
}
