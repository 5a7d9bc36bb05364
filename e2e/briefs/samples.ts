/**
 * A window on the shipped samples, and how a spec keeps a passage of them. Answers are ids, as the tray and the marks have them.
 */
import { basename, join } from "node:path";
import { expect } from "@playwright/test";
import type { LaunchApp } from "../hosts/fixture.ts";
import type { RunningApp } from "../hosts/host.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";
import { samplePlan } from "./brief-plan.ts";
import { importPlan } from "./compose.ts";

const plan = samplePlan();

/** The samples by the names that they go by once imported. */
function nameStarting(number: string): string {
  const file = plan.files.map((path) => basename(path)).find((name) => name.startsWith(number));
  if (file === undefined) throw new Error(`There is no sample ${number}`);
  return plan.nameOf.get(file) ?? file;
}

export const SIGNED = nameStarting("01");
export const RIVER = nameStarting("02");
export const NEWS = nameStarting("03");
export const BEFORE = nameStarting("04");
export const HOME = nameStarting("05");

export interface OpenSamples {
  readonly app: RunningApp;
  readonly window: WorkspacePage;
}

/** A new briefing with the five samples in it, the first of them open, no message in the way. */
export async function openSamples(launchApp: LaunchApp): Promise<OpenSamples> {
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await importPlan(app, window, plan);
  await window.messages.getByRole("button", { name: "Dismiss" }).click();
  await expect(window.page.getByRole("article", { name: SIGNED, exact: true })).toBeVisible();
  return { app, window };
}

/** Saves the briefing under a name in a folder, so that it can be found again. Answers the path. */
export async function saveAs({ app, window }: OpenSamples, folder: string, name: string): Promise<string> {
  const path = join(folder, `${name}.brief`);
  await app.answerSaveDialog(path);
  await app.clickMenu("file.save-as");
  await expect(window.messages).toContainText(`Saved as ${name}.brief`);
  return path;
}

/** Selects words of the open source with the mouse and files them with a section's key, or just keeps them. */
export async function keep(
  window: WorkspacePage,
  words: string,
  key: "1" | "2" | "3" | "4" | "h" = "h",
): Promise<string> {
  const { reader, tray, page } = window;
  const before = await tray.cards.count();
  await reader.selectWithMouse(words);
  await expect(reader.toolbar).toBeVisible();
  await page.keyboard.press(key);
  await expect(tray.cards).toHaveCount(before + 1);
  await expect(reader.toolbar).toBeHidden();
  const id = await tray.cards.last().getAttribute("data-excerpt-id");
  if (id === null) throw new Error("The new card has no id");
  return id;
}
