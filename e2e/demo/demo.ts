/**
 * `npm run demo`: the whole job on the shipped samples, in a window that nobody sees, saying what it does as it goes.
 * Leaves the project, the Word document and a picture of each step in demo-output/. Needs nothing but npm's packages.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect } from "@playwright/test";
import { samplePlan } from "../briefs/brief-plan.ts";
import { dragExcerpts, fileExcerpts, importPlan, type Told, writeStatements } from "../briefs/compose.ts";
import { startElectronHost } from "../hosts/electron.ts";
import type { Host, RunningApp } from "../hosts/host.ts";
import { startStandInHost } from "../hosts/stand-in/host.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

const root = join(import.meta.dirname, "../..");
const output = join(root, "demo-output");
const project = join(output, "Ilvane compact.brief");
const wordDocument = join(output, "Ilvane compact.docx");

let pictures = 0;

/** Says a step and takes its picture. */
async function step(window: { page: WorkspacePage["page"] }, words: string): Promise<void> {
  pictures += 1;
  const name = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replace(/^-|-$/g, "");
  const file = join(output, `${String(pictures).padStart(2, "0")}-${name}.png`);
  await window.page.screenshot({ path: file });
  console.log(`${String(pictures).padStart(2)}. ${words}`);
}

async function compose(app: RunningApp): Promise<void> {
  const plan = samplePlan();
  const welcome = new WelcomePage(await app.firstWindow());
  await step(welcome, "Attaché starts");
  const window = await welcome.createBriefing();
  const told: Told = (words) => step(window, words);
  await step(window, "A new briefing: five sections wait to be written");
  await importPlan(app, window, plan);
  await step(window, `Imported ${plan.files.length} articles; titles, dates and outlets were found in their text`);
  const ids = await fileExcerpts(window, plan, told);
  await dragExcerpts(window, plan, ids, told);
  await writeStatements(window, plan, ids, told);
  await window.brief.citation(1).hover();
  await step(window, "A citation shows what it rests on");
  await window.brief.citation(1).click();
  await step(window, "Pressed, it opens the passage in its source");
  await window.expectSaved();
  await app.answerSaveDialog(project);
  await app.clickMenu("file.save-as");
  await expect(window.messages).toContainText("Saved as");
  await step(window, "Saved as one file");
}

async function reopenAndExport(app: RunningApp): Promise<void> {
  const window = await new WelcomePage(await app.firstWindow()).openRecent(/Ilvane compact/);
  await step(window, "Opened again: everything is where it was");
  await app.answerSaveDialog(wordDocument);
  await app.clickMenu("file.export.docx");
  await step(window, "What the Word document is made of, remembered from the last one");
  await window.exportDialog.exportButton.click();
  await expect(window.messages).toContainText("Word document written");
  await step(window, "Exported as a Word document with footnotes and an annex of sources");
}

async function tour(host: Host): Promise<void> {
  const userDataFolder = mkdtempSync(join(tmpdir(), "attache-demo-"));
  try {
    const first = await host.launch({ userDataFolder });
    await compose(first);
    await first.quit();
    console.log("    The app was closed.");
    const second = await host.launch({ userDataFolder });
    await reopenAndExport(second);
    await second.quit();
  } finally {
    rmSync(userDataFolder, { recursive: true, force: true });
  }
}

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
const onElectron = process.argv.includes("--electron");
console.log(
  `A tour of Attaché on the shipped samples, ${onElectron ? "in Electron" : "on the stand-in for Electron"}.`,
);
const host = onElectron ? await startElectronHost() : await startStandInHost();
try {
  await tour(host);
} finally {
  await host.close();
}
console.log("\nLeft behind:");
for (const file of [project, wordDocument]) console.log(`  ${relative(root, file)} (${statSync(file).size} bytes)`);
console.log(`  ${pictures} pictures in ${relative(root, output)}/`);
