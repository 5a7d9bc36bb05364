/**
 * What a file says of itself: shown, corrected, taken up where it is only hinted at; how it is read; and that it is known again.
 */
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator } from "@playwright/test";
import { samplePlan } from "../briefs/brief-plan.ts";
import { BEFORE, HOME, keep, openSamples, RIVER, saveAs } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

const COLLEAGUE = "Renée Kolvar, who led the technical group";
const UNION = "nine million talers in a dry year";

async function openDetails({ reader, page }: WorkspacePage): Promise<Locator> {
  await reader.region.getByRole("button", { name: /^Details/ }).click();
  const dialog = page.getByRole("dialog", { name: "Details of the source" });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function saveDetails(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "Save details" }).click();
  await expect(dialog).toBeHidden();
}

test("shows what was detected, and nothing that was not", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const expected = [
    [
      BEFORE,
      {
        Title: BEFORE,
        Authors: "",
        Publisher: "Corriden Tribune",
        "Date published": "2026-03-03",
        "Agencies credited": "Ilvapress; Quespa",
        Language: "en",
      },
    ],
    [HOME, { Title: HOME, Authors: "Marit Odenay", Publisher: "", "Date published": "2026-03-03", URL: "" }],
    [
      RIVER,
      { Title: "", Publisher: "Drovest Courant", "Date published": "", "Agencies credited": "Ilvapress", URL: "" },
    ],
  ] as const;
  for (const [name, fields] of expected) {
    await window.sources.open(name);
    const dialog = await openDetails(window);
    for (const [label, value] of Object.entries(fields)) {
      await expect(dialog.getByLabel(label, { exact: true })).toHaveValue(value);
    }
    await dialog.getByRole("button", { name: "Cancel" }).click();
  }
  await window.sources.open(BEFORE);
  await expect(window.reader.region).toContainText("Corriden Tribune · citing Ilvapress, Quespa · 3 March 2026");
});

test("takes corrections, undoes them, and keeps them overnight", async ({ launchApp, userDataFolder }) => {
  const opened = await openSamples(launchApp);
  await saveAs(opened, userDataFolder, "Corrected");
  const { app, window } = opened;
  const { sources, reader, page } = window;
  await sources.open(HOME);
  const dialog = await openDetails(window);
  await dialog.getByLabel("Authors").fill("Marit Odenay; Osk Tervane");
  await dialog.getByLabel("Publisher").fill("Hallenport Post");
  await dialog.getByLabel("Date published").fill("2026-03-04");
  await dialog.getByLabel("URL").fill("https://hallenport.example/silt");
  await saveDetails(dialog);
  const corrected = "Marit Odenay, Osk Tervane · Hallenport Post · 4 March 2026";
  await expect(reader.region).toContainText(corrected);
  await expect(sources.option(HOME)).toContainText("Hallenport Post · 4 March 2026");
  await page.keyboard.press("Control+z");
  await expect(reader.region).toContainText("Marit Odenay · 3 March 2026");
  await expect(sources.option(HOME)).not.toContainText("Hallenport Post");
  await page.keyboard.press("Control+y");
  await expect(reader.region).toContainText(corrected);
  await app.quit();

  const again = await new WelcomePage(await (await launchApp()).firstWindow()).openRecent(/Corrected/);
  await expect(again.reader.region).toContainText(corrected);
  const details = await openDetails(again);
  await expect(details.getByLabel("URL")).toHaveValue("https://hallenport.example/silt");
});

test("takes no date that could not be kept", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const dialog = await openDetails(window);
  const published = dialog.getByLabel("Date published");
  await published.evaluate((input: HTMLInputElement) => {
    // A year of five digits, as the browser's own field lets one type it; set as React hears of it.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, "20261-03-03");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await dialog.getByLabel("Publisher").fill("Hallenport Post");
  await dialog.getByRole("button", { name: "Save details" }).click();
  await expect(dialog.getByLabel("Publisher")).toHaveValue("Hallenport Post");
  await published.fill("2026-03-03");
  await saveDetails(dialog);
  await expect(window.reader.region).toContainText("Hallenport Post · citing Ilvapress · 3 March 2026");
});

test("takes up a suggestion with one key", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { reader, page } = window;
  const badge = reader.region.getByRole("button", { name: /^Details/ });
  await expect(badge).toContainText(/\d suggestions?/);
  const dialog = await openDetails(window);
  const offers = dialog.getByRole("button", { name: /^Use “/ });
  const offer = offers.first();
  const value = /“(.+)”/.exec((await offer.textContent()) ?? "")?.[1] ?? "";
  const count = await offers.count();
  const row = dialog.locator(".details-field", { has: page.getByRole("button", { name: /^Use “/ }) }).first();
  const field = dialog.getByLabel((await row.locator("label").textContent()) ?? "", { exact: true });
  await expect(field).toHaveValue("");
  await field.focus();
  await page.keyboard.press("ArrowRight");
  await expect(field).toHaveValue(value);
  await expect(offers).toHaveCount(count - 1);
  await saveDetails(dialog);
  // The badge leaves out the day of the import, which is offered for every source.
  await expect(badge).toContainText(count > 3 ? `${count - 2} suggestions` : "1 suggestion");
  const again = await openDetails(window);
  await expect(again.getByLabel((await row.locator("label").textContent()) ?? "", { exact: true })).not.toHaveValue(
    value,
  );
});

test("shows how the file was read, and reads it otherwise and back; excerpts follow or say that they cannot", async ({
  launchApp,
}) => {
  const { window } = await openSamples(launchApp);
  const { sources, reader, tray, messages, brief, page } = window;
  await sources.open(RIVER);
  await expect(reader.region).toContainText("Windows-1252");
  const colleague = await keep(window, COLLEAGUE, "3");
  const union = await keep(window, UNION, "3");
  await tray.card(colleague).getByRole("button", { name: "Insert into brief" }).click();

  const choose = async (encoding: string) => {
    const dialog = await openDetails(window);
    await dialog.getByLabel("Encoding").selectOption(encoding);
    await saveDetails(dialog);
  };
  await choose("gb18030");
  const review = page.getByRole("dialog", { name: "What became of the excerpts" });
  await expect(review).toContainText(/1 found, 1 (changed|lost)\./);
  await review.getByRole("button", { name: "Done" }).click();
  await expect(reader.region).not.toContainText("Windows-1252");
  await expect(reader.article).not.toContainText("Renée");
  await expect(tray.card(colleague).locator(".excerpt-state")).toBeVisible();
  expect(await reader.markedText(union)).toBe(UNION);
  await expect(tray.card(union).locator(".excerpt-state")).toHaveCount(0);
  await expect(brief.quotations("reactions")).toHaveText(`${COLLEAGUE}1`);

  await choose("windows-1252");
  await expect(messages).toContainText("All 2 excerpts were found.");
  await expect(reader.article).toContainText("Renée");
  await expect(tray.card(colleague).locator(".excerpt-state")).toHaveCount(0);
  await expect.poll(() => reader.markedText(colleague)).toBe(COLLEAGUE);
  expect(await reader.markedText(union)).toBe(UNION);

  await page.keyboard.press("Control+z");
  await expect(reader.article).not.toContainText("Renée");
  await page.keyboard.press("Control+z");
  await expect.poll(() => reader.markedText(colleague)).toBe(COLLEAGUE);
});

test("knows a file again by its bytes, under any name", async ({ launchApp, userDataFolder }) => {
  const { app, window } = await openSamples(launchApp);
  const { sources } = window;
  const [first = "", second = ""] = samplePlan().files;
  const renamed = join(userDataFolder, "sent again.txt");
  await copyFile(second, renamed);
  await app.answerOpenDialog([first, renamed]);
  await sources.importButton.click();
  await expect(sources.report).toContainText("2 already here");
  await expect(sources.report).toContainText("01-compact-signed.txt is already in this project");
  await expect(sources.report).toContainText("sent again.txt is already in this project, as 02-a-working-river.txt");
  await expect(sources.options).toHaveCount(5);
  await sources.report.getByRole("button", { name: "Dismiss" }).click();
  await expect(sources.report).toBeHidden();
});
