/**
 * Composes a planned brief in the window, with the mouse as a desk officer would: import, select, file, drag, write.
 * `told` hears of each step, so that the demo can say and picture what a spec does silently.
 */
import { basename } from "node:path";
import { expect } from "@playwright/test";
import type { RunningApp } from "../hosts/host.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";
import { type BriefPlan, type PlannedExcerpt, piecesOf } from "./brief-plan.ts";

export type Told = (step: string) => Promise<void> | void;

const silent: Told = () => undefined;

export async function importPlan(app: RunningApp, window: WorkspacePage, plan: BriefPlan): Promise<void> {
  await app.answerOpenDialog(plan.files);
  await window.sources.importButton.click();
  await expect(window.sources.options).toHaveCount(plan.files.length);
  for (const file of plan.files) {
    await expect(window.sources.option(plan.nameOf.get(basename(file)) ?? "")).toBeVisible();
  }
}

/** Selects each passage with the mouse and files it by its section's button. Answers the ids by the plan's keys. */
export async function fileExcerpts(
  window: WorkspacePage,
  plan: BriefPlan,
  told = silent,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const excerpt of plan.excerpts) {
    ids.set(excerpt.key, await fileExcerpt(window, plan, excerpt));
    await told(`Kept “${excerpt.quote.slice(0, 60)}…” under ${excerpt.section}`);
  }
  return ids;
}

async function fileExcerpt(window: WorkspacePage, plan: BriefPlan, excerpt: PlannedExcerpt): Promise<string> {
  const { reader, tray, sources } = window;
  await sources.open(plan.nameOf.get(excerpt.file) ?? "");
  const before = await tray.cards.count();
  await reader.selectWithMouse(excerpt.quote);
  await expect(reader.toolbar).toBeVisible();
  const section = new RegExp(`^${excerpt.section}$`, "i");
  await reader.toolbar.getByRole("button", { name: section }).click();
  await expect(tray.cards).toHaveCount(before + 1);
  await expect(reader.toolbar).toBeHidden();
  const id = await tray.idOf(excerpt.quote);
  if (id === null) throw new Error(`No card holds “${excerpt.quote}”`);
  expect((await reader.markedText(id)).replace(/\s+/g, " ")).toBe(excerpt.quote);
  return id;
}

/** Drags each highlight from the reader into its section, where it arrives as a quotation with a citation. */
export async function dragExcerpts(
  window: WorkspacePage,
  plan: BriefPlan,
  ids: ReadonlyMap<string, string>,
  told = silent,
): Promise<void> {
  const { reader, brief, sources, page } = window;
  for (const { key, file, section, quote } of plan.excerpts) {
    const id = ids.get(key) ?? "";
    await sources.open(plan.nameOf.get(file) ?? "");
    const before = await brief.quotations(section).count();
    await reader.press(id);
    await page.keyboard.press("Escape");
    await brief.drop(await reader.pointIn(id), section);
    await expect(brief.quotations(section)).toHaveCount(before + 1);
    await expect(brief.quotations(section).last()).toContainText(quote);
    await told(`Dragged “${quote.slice(0, 60)}…” into ${section}`);
  }
}

/** Writes the title, the header, the summary and the statements, citing from the tray where the caret is. */
export async function writeStatements(
  window: WorkspacePage,
  plan: BriefPlan,
  ids: ReadonlyMap<string, string>,
  told = silent,
): Promise<void> {
  const { brief, page, tray } = window;
  await brief.title.fill(plan.title);
  for (const [key, value] of Object.entries(plan.header)) {
    const label = `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
    if ((await brief.field(key === "marking" ? "Marking scheme" : label).count()) === 0)
      await brief.region.getByRole("button", { name: "More fields" }).click();
    if (key === "marking") await brief.field("Marking scheme").selectOption("own");
    await brief.field(label).fill(value);
  }
  await told("Filled in title and header");
  await brief.caretAtEnd("summary");
  await page.keyboard.type(plan.summary);
  for (const [section, statements] of Object.entries(plan.statements)) {
    await brief.caretAtEnd(section);
    for (const statement of statements) {
      await page.keyboard.press("Enter");
      for (const { words, cites } of piecesOf(statement)) {
        await page.keyboard.type(words);
        if (cites === null) continue;
        const before = await brief.citations.count();
        await tray.card(ids.get(cites) ?? "").focus();
        await page.keyboard.press("Control+Alt+Enter");
        await expect(brief.citations).toHaveCount(before + 1);
        await expect(brief.text).toBeFocused();
      }
    }
    await told(`Wrote the statements of ${section}`);
  }
}

/** The citations' numbers are 1, 2, 3 … in reading order. */
export async function expectNumbersInOrder(window: WorkspacePage, count: number): Promise<void> {
  await expect(window.brief.citations).toHaveCount(count);
  expect(await window.brief.numbers()).toEqual(Array.from({ length: count }, (_, index) => index + 1));
}

export function citationCount(plan: BriefPlan): number {
  const written = Object.values(plan.statements)
    .flat()
    .flatMap(piecesOf)
    .filter(({ cites }) => cites !== null);
  return plan.excerpts.length + written.length;
}
