/**
 * A window that was taken over calls main and the engine with whatever it likes: it gets typed errors, both go on, nothing
 * is written but the project, and no answer or event tells it where anything lies.
 */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import type { Page } from "@playwright/test";
import fc from "fast-check";
import { APP_METHODS } from "../../src/ipc/app-contract.ts";
import { ENGINE_METHODS, isWindowMethod, type Project, WINDOW_METHODS } from "../../src/ipc/engine-contract.ts";
import { ERROR_CODES } from "../../src/ipc/errors.ts";
import { hostileValue, type Make, tampered } from "../../tests/support/hostile/hostile-values.ts";
import { soundCalls } from "../../tests/support/hostile/window-calls.ts";
import { run } from "../../tests/support/run-attache.ts";
import { samplePlan } from "../briefs/brief-plan.ts";
import { fileExcerpts, importPlan } from "../briefs/compose.ts";
import { expect, test } from "../hosts/fixture.ts";
import { WelcomePage } from "../pages/welcome-page.ts";

/** What has no answer by then has none: a hang, in milliseconds. */
const PATIENCE_MS = 30_000;
/** Sent together: a page that was taken over does not wait for answers. */
const TOGETHER = 40;

type Bridge = "app" | "engine";
type Call = readonly [bridge: Bridge, method: unknown, params: unknown];

/** Makes calls from within the page and answers what came of each, as text; "cannot be sent" where it never left. */
function callFrom(page: Page, calls: readonly Call[]): Promise<string[]> {
  return page.evaluate(
    ({ list, patienceMs }) =>
      Promise.all(
        list.map(async ([bridge, method, params]) => {
          try {
            const answered: unknown = Reflect.get(window, "attache")[bridge](method, params);
            const silence = new Promise((resolve) => setTimeout(() => resolve("no answer"), patienceMs));
            const answer = await Promise.race([answered, silence]);
            if (answer === "no answer") return answer;
            return JSON.stringify(answer, (_key, value) => (typeof value === "bigint" ? `${value}n` : value)) ?? "";
          } catch {
            return "cannot be sent";
          }
        }),
      ),
    { list: calls as [Bridge, unknown, unknown][], patienceMs: PATIENCE_MS },
  );
}

/** Whether Playwright can hand a value to a page: it takes ages over what is nested, and knows no date that is none. */
function canBeHanded(value: unknown, depth = 0): boolean {
  if (depth > 8) return false;
  if (typeof value !== "object" || value === null) return true;
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  return Object.values(value).every((inner) => canBeHanded(inner, depth + 1));
}

/** What cannot be handed over, made in the page, as every argument of a method. */
function callWithNested(page: Page, method: string, names: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async ({ called, keys }) => {
      const nested = (depth: number, around: (inner: unknown) => unknown) => {
        let value: unknown = "deep";
        for (let level = 0; level < depth; level += 1) value = around(value);
        return value;
      };
      const circle: unknown[] = [];
      circle.push({ circle });
      const values = [
        nested(900, (inner) => [inner]),
        nested(900, (inner) => ({ children: [inner] })),
        // Small to send and endless to walk through.
        nested(18, (inner) => [inner, inner]),
        circle,
        new Date(Number.NaN),
        () => "a function",
        Symbol("x"),
        window,
        document.body,
        Promise.resolve("x"),
        new Proxy({}, { get: () => "x", ownKeys: () => ["__proto__", "x"] }),
      ];
      const answers: string[] = [];
      for (const value of values) {
        try {
          const params = Object.fromEntries(keys.map((key) => [key, value]));
          answers.push(JSON.stringify(await Reflect.get(window, "attache").engine(called, params)));
        } catch {
          answers.push("cannot be sent");
        }
      }
      return answers;
    },
    { called: method, keys: [...names] },
  );
}

/** Fails for an answer that is neither a result nor a typed error that was foreseen, or that names one of the folders. */
function expectHarmless(answer: string, folders: readonly string[], what: string): void {
  if (answer === "cannot be sent") return;
  expect(answer, what).not.toBe("no answer");
  for (const folder of folders) expect(answer, what).not.toContain(folder);
  const parsed = JSON.parse(answer) as { result?: unknown; error?: { code: string } };
  if (!parsed.error) {
    expect(parsed, what).toHaveProperty("result");
    return;
  }
  expect(ERROR_CODES, what).toContain(parsed.error.code);
  expect(parsed.error.code, `${what}: ${answer}`).not.toBe("unexpected");
}

const sample = <T>(arbitrary: fc.Arbitrary<T>, count: number): T[] => fc.sample(arbitrary, { numRuns: count, seed: 5 });

test("whatever a window sends is answered by a result or a typed error, and harms nothing", async ({
  launchApp,
  userDataFolder,
}) => {
  test.setTimeout(240_000);
  const plan = samplePlan();
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  const { page } = window;
  await importPlan(app, window, plan);
  await fileExcerpts(window, { ...plan, excerpts: plan.excerpts.slice(0, 1) });
  await window.expectSaved();
  const folders = [userDataFolder, join(import.meta.dirname, "../..")];
  const listed = () =>
    readdirSync(userDataFolder, { recursive: true, encoding: "utf8" }).filter((name) => /brief|etc|passwd/u.test(name));
  const files = listed();
  const events = await page.evaluateHandle(() => {
    const heard: string[] = [];
    Reflect.get(globalThis, "attache").onEvent((event: unknown) => heard.push(JSON.stringify(event)));
    return heard;
  });

  const project = JSON.parse(
    JSON.parse((await callFrom(page, [["engine", "getProject", {}]]))[0] ?? "").result,
  ) as Project;
  const sound = soundCalls(project) as Record<string, object>;
  // What ends the sitting, or waits for a dialog that nobody answers, has its turn below.
  const own: Record<string, object> = {
    openRecent: { handle: "00000000-0000-4000-8000-000000000000" },
    importDropped: { handles: ["00000000-0000-4000-8000-000000000000"] },
    showInFolder: { handle: "00000000-0000-4000-8000-000000000000" },
    openWritten: { handle: "00000000-0000-4000-8000-000000000000" },
    setTitle: { title: "A title" },
    exportDocx: { suggestedName: "x" },
    saveProjectAs: { suggestedName: "x" },
    importSources: { from: "files" },
    replaceSource: { sourceId: project.sources[0]?.id ?? "" },
    addExportFile: { kind: "house-document" },
  };
  const calls: Call[] = [];
  for (const method of Object.keys(ENGINE_METHODS)) {
    const made: Make[] = sample(tampered(sound[method] ?? {}), 25);
    for (const make of made) calls.push(["engine", method, make()]);
    // Methods of hosts take paths, and no window may name them.
    if (!isWindowMethod(method))
      calls.push(["engine", method, { path: "/etc/passwd", paths: ["/etc/passwd"], folder: "/etc" }]);
  }
  for (const method of Object.keys(APP_METHODS).filter((name) => name !== "newProject" && name !== "readyToClose")) {
    for (const make of sample(tampered(own[method] ?? {}), 25)) calls.push(["app", method, make()]);
  }
  for (const make of sample(hostileValue, 100)) calls.push(["app", make(), {}], ["engine", make(), make()]);

  const handed = calls.filter((call) => canBeHanded(call));
  expect(handed.length).toBeGreaterThan(1_000);
  for (let from = 0; from < handed.length; from += TOGETHER) {
    const some = handed.slice(from, from + TOGETHER);
    const answers = await callFrom(page, some);
    for (const [index, answer] of answers.entries())
      expectHarmless(answer, folders, inspect(some[index]).slice(0, 500));
  }
  // What holds itself many times over takes the stand-in's wire ages.
  for (const method of app.electron ? Object.keys(WINDOW_METHODS) : []) {
    const answers = await callWithNested(page, method, Object.keys(sound[method] ?? { x: "" }));
    for (const answer of answers) expectHarmless(answer, folders, method);
  }
  for (const event of await events.jsonValue()) for (const folder of folders) expect(event).not.toContain(folder);

  // Both go on as they were: nothing was started anew, and what is written now is kept.
  expect(app.mainLog()).not.toMatch(/Unhandled rejection|Uncaught Exception/u);
  const [alive] = await callFrom(page, [["engine", "verify", {}]]);
  expect(alive).toContain("bad-arguments");
  expect(listed()).toEqual(files);
  expect(await app.shownItems()).toEqual([]);
  expect(app.windows()).toHaveLength(1);

  await app.quit();
  const draft = join(userDataFolder, "drafts", "Untitled briefing.brief");
  expect(await run("verify", draft)).toMatchObject({ exitCode: 0, output: expect.stringMatching(/^Sound/u) });
});

test("a handle is good in the window that was given it, for what it was given", async ({
  launchApp,
  userDataFolder,
}) => {
  const file = join(userDataFolder, "dropped.txt");
  writeFileSync(file, "The council met on Tuesday and went home again.");
  const app = await launchApp();
  const first = await new WelcomePage(await app.firstWindow()).createBriefing();
  await app.answerSaveDialog(join(userDataFolder, "Kept.brief"));
  await app.clickMenu("file.save-as");
  await expect(first.messages).toContainText("Saved as");
  const [started = "", again = ""] = await callFrom(first.page, [
    ["app", "start", {}],
    ["app", "start", {}],
  ]);
  const recentOf = (answer: string): string => JSON.parse(answer).result.recent[0].handle;
  const handle = recentOf(started);
  expect(handle).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  expect(recentOf(again)).toBe(handle);
  const refusals = await callFrom(first.page, [
    ["app", "openWritten", { handle }],
    ["app", "showInFolder", { handle }],
    ["app", "importDropped", { handles: [handle] }],
    ["app", "openRecent", { handle: file }],
    ["app", "importDropped", { handles: [file] }],
    ["app", "openWritten", { handle: file }],
  ]);
  for (const refusal of refusals) expect(refusal).toContain('"not-found"');
  expect(await app.shownItems()).toEqual([]);

  const opened = app.windows().length;
  await app.clickMenu("file.new");
  await expect.poll(() => app.windows().length).toBe(opened + 1);
  const second = app.windows().at(-1);
  if (!second) throw new Error("There is no second window.");
  await expect(second.getByRole("region", { name: "Brief" })).toBeVisible();
  const [other = ""] = await callFrom(second, [["app", "openRecent", { handle }]]);
  expect(other).toContain('"not-found"');
  const [its = ""] = await callFrom(second, [["app", "start", {}]]);
  expect(its).not.toContain(handle);
});

test("no answer or event of a whole sitting tells the window where anything lies", async ({
  hostName,
  launchApp,
  userDataFolder,
}) => {
  test.skip(hostName !== "electron", "Only there can what main sends be written down");
  const plan = samplePlan();
  const app = await launchApp();
  const page = await app.firstWindow();
  await app.electron?.evaluate(({ BrowserWindow, ipcMain }) => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    const handlers: Map<string, (...args: unknown[]) => Promise<unknown>> = Reflect.get(ipcMain, "_invokeHandlers");
    for (const [channel, handler] of handlers) {
      handlers.set(channel, async (...args) => {
        const answer = await handler(...args);
        told.push(JSON.stringify(answer) ?? "");
        return answer;
      });
    }
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const send = webContents.send.bind(webContents);
      webContents.send = (channel, ...args) => {
        told.push(JSON.stringify(args));
        send(channel, ...args);
      };
    }
  });
  const path = (name: string) => join(userDataFolder, name);
  writeFileSync(path("empty.txt"), "");
  writeFileSync(path("broken.pdf"), "%PDF-1.7\nnothing");
  writeFileSync(path("broken.docx"), "PK\u0003\u0004 nothing");
  writeFileSync(path("no.brief"), "This is no briefing.");
  mkdirSync(path("a folder"));
  const window = await new WelcomePage(page).createBriefing();
  await importPlan(app, window, plan);
  await app.answerOpenDialog(["empty.txt", "broken.pdf", "broken.docx", "a folder", "gone.txt"].map(path));
  await window.sources.importButton.click();
  await expect(window.sources.report).toContainText("gone.txt");
  await fileExcerpts(window, plan);
  await app.answerSaveDialog(path("Sitting.brief"));
  await app.clickMenu("file.save-as");
  await expect(window.messages).toContainText("Saved as");
  for (const document of [path("Sitting.docx"), path("missing/Sitting.docx"), path("a folder/x.docx/y.docx")]) {
    await app.answerSaveDialog(document);
    await callFrom(page, [["app", "exportDocx", { suggestedName: "x" }]]);
  }
  await app.answerSaveDialog(path("missing/Sitting.brief"));
  await callFrom(page, [["app", "saveProjectAs", { suggestedName: "x" }]]);
  for (const file of ["no.brief", "gone.brief", "a folder", "broken.pdf"]) {
    await app.answerOpenDialog([path(file)]);
    await callFrom(page, [["app", "addExportFile", { kind: "house-document" }]]);
    await app.answerOpenDialog([path(file)]);
    await callFrom(page, [["app", "addExportFile", { kind: "citation-style" }]]);
  }
  await app.answerOpenDialog([path("gone.txt")]);
  await callFrom(page, [["app", "replaceSource", { sourceId: "source-none" }]]);
  await callFrom(page, [["app", "start", {}]]);
  await app.killEngine();
  await expect(window.messages).toContainText(/stopped/u);

  const told = (await app.electron?.evaluate(() => Reflect.get(globalThis, "told") as string[])) ?? [];
  expect(told.length).toBeGreaterThan(30);
  const folders = [userDataFolder, join(import.meta.dirname, "../.."), join(import.meta.dirname, "../../../shared")];
  // As JSON has it, where it is not plain.
  const naming = told.filter((answer) => folders.some((folder) => answer.includes(folder)));
  expect(naming.map((answer) => answer.slice(0, 500))).toEqual([]);
});
