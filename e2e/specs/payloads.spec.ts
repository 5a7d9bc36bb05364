/**
 * Files that are out to do harm, all in one project, each shown in the real window, some cited and exported: nothing runs,
 * nothing is asked for, nothing goes elsewhere, and no markup of theirs is in the page or in the Word document.
 */
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import JSZip from "jszip";
import { MARKUP_PAYLOADS } from "../../tests/support/payloads/html-payloads.ts";
import { EACH_PAYLOAD, type Payload, RAN, wordsOf } from "../../tests/support/payloads.ts";
import { keep } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import type { WorkspacePage } from "../pages/workspace-page.ts";

/** What the reader draws a source with; all else would be the source's own. */
const ELEMENTS =
  "article header section div p h2 h3 blockquote span strong em u s sup sub code mark table tbody tr td th button ul li canvas";
const ATTRIBUTES =
  "class title role lang tabindex style type aria-label aria-pressed aria-hidden aria-busy hidden draggable colspan rowspan scope width height dir";

/** Fields of Word that a document of ours has. */
const FIELDS = [
  "PAGE",
  "NUMPAGES",
  "REF",
  "NOTEREF",
  "PAGEREF",
  "CITATION",
  "BIBLIOGRAPHY",
  "STYLEREF",
  "SECTIONPAGES",
];
/** Payloads that say harmful things of themselves, which a citation repeats. */
const CITED = ["emltext1", "docmtext1", "odttext1", "htmltext1", "htmltext2", "htmlpage95", "name1"];

/** What of the window a source could reach by its names or its scripts. */
interface Traces {
  readonly ran: unknown;
  readonly title: string;
  readonly address: string;
  readonly violations: readonly string[];
  readonly foreign: readonly string[];
  readonly clobbered: readonly string[];
}

async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const violations: string[] = [];
    document.addEventListener("securitypolicyviolation", ({ blockedURI, violatedDirective }) =>
      violations.push(`${violatedDirective}: ${blockedURI}`),
    );
    Object.assign(globalThis, { watchedViolations: violations });
  });
}

async function traces(page: Page): Promise<Traces> {
  return (await look(page)).traces;
}

/** What the reader shows, and what of the window was changed. */
function look(page: Page): Promise<{ text: string; traces: Traces }> {
  return page.evaluate(
    ({ ran, elements, attributes }) => {
      const known = new Set(elements.split(" "));
      const kept = new Set(attributes.split(" "));
      const shown = [...document.querySelectorAll('section[aria-label="Reader"] .source *, .article, .article *')];
      const foreign = shown.flatMap((element) => [
        ...(known.has(element.localName) ? [] : [`<${element.localName}>`]),
        ...element
          .getAttributeNames()
          .filter((name) => !kept.has(name) && !name.startsWith("data-"))
          .map((name) => `${element.localName} ${name}`),
      ]);
      const harmful =
        "script:not([src^='/']):not([src^='./']), iframe, frame, object, embed, applet, base, form[action], meta[http-equiv], foreignObject, img, video, audio, portal, webview";
      const added = [...document.querySelectorAll(harmful)].map(({ outerHTML }) => outerHTML.slice(0, 100));
      const natives = ["querySelector", "getElementById", "createElement"] as const;
      const clobbered = [
        ...natives.filter((name) => !/\[native code\]/u.test(String(document[name]))),
        ...(document.body instanceof HTMLBodyElement ? [] : ["body"]),
        ...(document.forms instanceof HTMLCollection ? [] : ["forms"]),
        ...(typeof document.cookie === "string" ? [] : ["cookie"]),
        ...(document.defaultView === window ? [] : ["defaultView"]),
        // The cast: preload's bridge, which this process has no type for.
        ...(typeof (window as unknown as { attache: { app: unknown } }).attache.app === "function" ? [] : ["attache"]),
        ...(Object.hasOwn(Object.prototype, "polluted") ? ["Object.prototype"] : []),
        ...(document.querySelectorAll("#root").length === 1 ? [] : ["root"]),
      ];
      return {
        text: document.querySelector(".article, .pages")?.textContent ?? "",
        traces: {
          ran: Reflect.get(globalThis, ran),
          title: document.title,
          address: location.href,
          violations: Reflect.get(globalThis, "watchedViolations"),
          foreign: [...foreign, ...added],
          clobbered,
        },
      };
    },
    { ran: RAN, elements: ELEMENTS, attributes: ATTRIBUTES },
  );
}

async function write(folder: string, payloads: readonly Payload[]): Promise<string[]> {
  await mkdir(folder);
  return Promise.all(
    payloads.map(async ({ fileName, make }) => {
      const path = join(folder, fileName);
      await writeFile(path, await make());
      return path;
    }),
  );
}

/** The payload whose words are shown; null for what came with a mail and has none. */
function idIn(text: string): string | null {
  return /Words of (\S+) that a reader sees/u.exec(text)?.[1] ?? null;
}

/** Shows the page of a PDF, and goes back to the list. */
async function showPages(page: Page, id: string, expected: Traces): Promise<void> {
  await page.keyboard.press("Control+Shift+P");
  const sheet = page.getByRole("group", { name: "Page 1", exact: true });
  await expect(sheet).toContainText(wordsOf(id));
  await expect(sheet.locator("canvas")).toBeVisible();
  expect((await look(page)).traces, `the page of ${id}`).toEqual(expected);
  await page.keyboard.press("Control+1");
}

/** Shows each source in turn, with keys. Answers the place in the list of each payload. */
async function showEach({ page, sources }: WorkspacePage, expected: Traces): Promise<Map<string, number>> {
  const places = new Map<string, number>();
  const count = await sources.options.count();
  await page.keyboard.press("Control+1");
  await page.keyboard.press("Home");
  let before = "";
  for (let index = 0; index < count; index += 1) {
    let seen = { text: "", traces: expected };
    const isAnother = async () => {
      seen = await look(page);
      return seen.text !== "" && seen.text !== before;
    };
    await expect.poll(isAnother, { intervals: [20], message: `source ${index + 1}` }).toBe(true);
    before = seen.text;
    const id = idIn(seen.text);
    if (id !== null) places.set(id, index);
    expect(seen.traces, id ?? `source ${index + 1}`).toEqual(expected);
    if (id?.startsWith("pdf")) await showPages(page, id, expected);
    await page.keyboard.press("ArrowDown");
  }
  return places;
}

/** What a document of ours may hold: parts, fields and addresses. */
async function expectHarmless(path: string): Promise<void> {
  const zip = await JSZip.loadAsync(readFileSync(path));
  const names = Object.keys(zip.files);
  expect(names.filter((name) => !/\.(?:xml|rels)$|\/$/u.test(name))).toEqual([]);
  for (const name of names.filter((each) => !each.endsWith("/"))) {
    const text = (await zip.file(name)?.async("string")) ?? "";
    const external = [...text.matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/gu)].map(
      ([, target]) => target ?? "",
    );
    for (const target of external) expect(target).toMatch(/^(?:https?:\/\/|mailto:)/u);
    expect(text).not.toMatch(/<w:(?:object|altChunk|control|subDoc|script)\b|<o:OLEObject|r:link=|vbaProject/u);
    const fields = [...text.matchAll(/<w:instrText[^>]*>\s*(\w+)|w:instr="\s*(\w+)/gu)].map(([, a, b]) => a ?? b);
    for (const field of fields) expect(FIELDS).toContain(field);
  }
}

test("nothing of them runs, asks for anything, or stays in what is written", async ({ launchApp, userDataFolder }) => {
  test.slow();
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  const { page, sources, reader, brief, tray } = window;
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await watch(page);
  const before = await traces(page);
  expect(before).toMatchObject({ ran: undefined, violations: [], foreign: [], clobbered: [] });
  const nothing = async (what: string) => expect(await traces(page), what).toEqual(before);

  const paths = await write(join(userDataFolder, "payloads"), EACH_PAYLOAD);
  await app.answerOpenDialog(paths);
  await sources.importButton.click();
  const atLeast = EACH_PAYLOAD.length;
  await expect.poll(() => sources.options.count(), { timeout: 60_000 }).toBeGreaterThanOrEqual(atLeast);
  await sources.report.getByRole("button", { name: "Dismiss" }).click();
  await nothing("after the import");

  const places = await showEach(window, before);
  expect(EACH_PAYLOAD.filter(({ id }) => !places.has(id)).map(({ id }) => id)).toEqual([]);

  // Details, excerpts and citations of those that say harmful things of themselves.
  for (const [index, id] of CITED.entries()) {
    await sources.options.nth(places.get(id) ?? 0).click();
    await expect.poll(async () => idIn((await look(page)).text)).toBe(id);
    const card = await keep(window, wordsOf(id), "1");
    await tray.card(card).getByRole("button", { name: "Insert into brief" }).click();
    await expect(brief.citation(index + 1)).toBeVisible();
    await nothing(`cited ${id}`);
  }
  await page.keyboard.press("Control+d");
  await expect(page.getByRole("dialog", { name: "Details of the source" })).toBeVisible();
  await nothing("the details");
  await page.keyboard.press("Escape");

  // The same markup, pasted.
  await brief.caretAtEnd("outlook");
  await brief.paste({ "text/html": MARKUP_PAYLOADS.map(({ body }, index) => body(`pasted${index}`)).join("\n") });
  await brief.settled();
  // The browser reads what is pasted as a document of its own, for which the policy stops styles and tracks of films.
  const pasted = await traces(page);
  expect(pasted.violations.filter((violation) => !/^(?:style-src|media-src)/u.test(violation))).toEqual([]);
  expect({ ...pasted, violations: [] }).toEqual(before);
  await window.expectSaved();

  const path = join(userDataFolder, "Payloads.docx");
  await app.answerSaveDialog(path);
  await app.clickMenu("file.export.docx");
  for (const name of [/^Sources/, /^Evidence/]) await window.exportDialog.root.getByRole("checkbox", { name }).check();
  await window.exportDialog.exportButton.click();
  await expect(window.messages).toContainText("Payloads.docx");
  await expectHarmless(path);

  expect(await traces(page), "at the end").toEqual(pasted);
  expect(dialogs).toEqual([]);
  expect(app.windows()).toHaveLength(1);
  expect(app.outsideRequests()).toEqual([]);
  expect(await app.openedAddresses()).toEqual([]);
  expect((await app.shownDialogs()).map(({ kind }) => kind)).toEqual(["open", "save"]);
  expect(await app.shownItems()).toEqual([]);
  expect(reader.page.url()).toBe(before.address);
});
