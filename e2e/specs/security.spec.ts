/**
 * What a window may do, tried from within it on both hosts: no Node, four functions, no going anywhere, no windows, no
 * downloads, no dialogs, and nothing that is dropped on it takes it along. Points of docs/security.md.
 */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "../hosts/fixture.ts";
import { attack } from "../hosts/hostile-page.ts";
import { startTrap, type TrapServer } from "../hosts/trap-server.ts";
import { WelcomePage } from "../pages/welcome-page.ts";

let trap: TrapServer;
test.beforeEach(async () => {
  trap = await startTrap();
});
test.afterEach(async () => trap.close());

const NODE = ["process", "require", "module", "exports", "Buffer", "global", "__dirname", "setImmediate", "electron"];

/** The one script of the app that is made for workers: it draws the pages of PDFs. */
function workerFile(): string {
  const names = readdirSync(join(import.meta.dirname, "../../out/renderer/assets"));
  return names.find((name) => name.startsWith("pdf.worker") && name.endsWith(".mjs")) ?? "";
}

test("the page gets four functions and nothing of Node, in workers neither", async ({ launchApp }) => {
  const app = await launchApp();
  const page = await app.firstWindow();
  const held = await page.evaluate((names) => names.filter((name) => name in globalThis), NODE);
  expect(held).toEqual([]);
  expect(
    await page.evaluate(() =>
      Object.entries(Reflect.get(window, "attache")).map(([name, value]) => `${name} ${typeof value}`),
    ),
  ).toEqual(["app function", "engine function", "handlesOf function", "onEvent function"]);
  expect(
    await page.evaluate(
      () => Reflect.set(window, "attache", {}) || Reflect.set(Reflect.get(window, "attache"), "app", null),
    ),
  ).toBe(false);

  const started = page.waitForEvent("worker");
  await page.evaluate((name) => {
    Reflect.set(window, "kept", new Worker(`/assets/${name}`, { type: "module" }));
  }, workerFile());
  const worker = await started;
  expect(await worker.evaluate((names) => names.filter((name) => name in globalThis), [...NODE, "attache"])).toEqual(
    [],
  );
});

test("what preload does is out of the page's reach", async ({ hostName, launchApp }) => {
  test.skip(hostName === "stand-in", "The stand-in's preload shares the world of its page");
  const app = await launchApp();
  const page = await app.firstWindow();
  const answer = await page.evaluate(async () => {
    // Changed in the page's world: in preload's own, these are still what they were.
    const { flatMap } = Array.prototype;
    let used = false;
    Reflect.set(Array.prototype, "flatMap", () => {
      used = true;
      return ["/etc/hostname"];
    });
    Object.defineProperty(File, Symbol.hasInstance, { value: () => true });
    const pretended = [new File(["x"], "x.txt"), { name: "x", path: "/etc/hostname" }, "/etc/hostname", null];
    const handles: unknown = await Reflect.get(window, "attache").handlesOf(pretended);
    Reflect.set(Array.prototype, "flatMap", flatMap);
    return { used, handles };
  });
  expect(answer).toEqual({ used: false, handles: { result: [] } });
});

/** Fails where the page is no longer the one that was marked. */
async function marked(page: Page): Promise<() => Promise<void>> {
  const address = page.url();
  await page.evaluate(() => Reflect.set(window, "marked", true));
  return async () => {
    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => Reflect.get(window, "marked"))).toBe(true);
  };
}

test("the page goes nowhere and opens nothing", async ({ launchApp, userDataFolder }) => {
  const local = join(userDataFolder, "page.html");
  writeFileSync(local, "<title>Another page</title>");
  const app = await launchApp();
  const { page } = await new WelcomePage(await app.firstWindow()).createBriefing();
  const expectSame = await marked(page);
  const addresses = [
    `http://${trap.host}/`,
    `https://${trap.host}/`,
    `file://${local}`,
    "file:///etc/hostname",
    "data:text/html,<script>document.title='intruded'</script>",
    "javascript:document.title='intruded'",
    "view-source:app://attache/index.html",
    "chrome://version",
    "chrome-extension://abcdefghijklmnop/x.html",
    "devtools://devtools/bundled/inspector.html",
    "blob:app://attache/00000000-0000-0000-0000-000000000000",
    ...(app.electron ? ["filesystem:app://attache/temporary/x.html"] : []),
    "app://elsewhere/index.html",
    "mailto:someone@example.com",
    "ms-msdt:/id",
    "search-ms:query=x",
    `ftp://${trap.host}/`,
    `ws://${trap.host}/`,
  ];
  for (const address of addresses) {
    await attack(page, address, async ({ attempt, outside }) => {
      const link = (target: string) => {
        const element = document.createElement("a");
        element.href = outside;
        element.target = target;
        element.textContent = "Press";
        document.body.append(element);
        element.click();
        element.remove();
      };
      await attempt("location", () => location.assign(outside));
      await attempt("replace", () => location.replace(outside));
      await attempt("link", () => link("_self"));
      await attempt("top", () => link("_top"));
      await attempt("blank", () => link("_blank"));
      await attempt("open", () => window.open(outside));
      await attempt("open here", () => window.open(outside, "_self"));
      await attempt("without opener", () => window.open(outside, "_blank", "noopener"));
      await attempt("form", () => {
        const form = document.createElement("form");
        form.action = outside;
        form.target = "_blank";
        document.body.append(form);
        form.submit();
        form.remove();
      });
    });
    await expectSame();
  }
  // Before the app's page, the stand-in's browser had a blank one.
  if (app.electron) await page.evaluate(() => history.back());
  await page.keyboard.press("Alt+ArrowLeft");
  await expectSame();
  await expect(page).not.toHaveTitle(/intruded/u);
  expect(app.windows()).toHaveLength(1);
  expect(trap.heard()).toEqual([]);
});

test("a page that has made itself blank comes back, and could call nobody meanwhile", async ({
  hostName,
  launchApp,
}) => {
  test.skip(hostName === "stand-in", "The stand-in hears of no navigation that it did not allow");
  const app = await launchApp();
  const page = await app.firstWindow();
  const { brief } = await new WelcomePage(page).createBriefing();
  await brief.title.fill("What was written before");
  await expect(page.getByRole("contentinfo")).toContainText("Saved");
  // The one address for which nobody is asked.
  await page.evaluate(() => location.assign("about:blank")).catch(() => undefined);
  await expect(brief.title).toHaveValue("What was written before");
  expect(page.url()).toBe("app://attache/index.html");
});

test("neither window.open nor dialogs nor printing nor downloads", async ({ launchApp, userDataFolder }) => {
  const app = await launchApp();
  const page = await app.firstWindow();
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("dialog", (dialog) => {
    said.push(`A dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const before = readdirSync(userDataFolder);
  const outcomes = await attack(page, trap.host, async ({ attempt, outside }) => {
    await attempt("open", () => window.open(`http://${outside}/`));
    await attempt("open blank", () => window.open("about:blank"));
    await attempt("alert", () => window.alert("intruded"));
    await attempt("confirm", () => window.confirm("intruded"));
    await attempt("prompt", () => window.prompt("intruded"));
    await attempt("print", () => window.print());
    const save = (href: string) => {
      const link = document.createElement("a");
      link.href = href;
      link.download = "intruded.txt";
      document.body.append(link);
      link.click();
    };
    await attempt("saved blob", () => save(URL.createObjectURL(new Blob(["x"]))));
    await attempt("saved data", () => save("data:text/plain,x"));
    await attempt("saved page", () => save(location.href));
    await attempt("saved from outside", () => save(`http://${outside}/x`));
    await attempt("clipboard", () => navigator.clipboard.readText());
    await attempt("paste", () => document.execCommand("paste"));
  });
  expect(outcomes).toMatchObject({
    open: "null",
    "open blank": "null",
    confirm: "false",
    // Electron has none to begin with.
    prompt: expect.stringMatching(/null|Error/u),
    paste: "false",
  });
  expect(outcomes["clipboard"]).toMatch(/NotAllowedError|TypeError|silence/u);
  for (const word of ["alert()", "confirm()", "print()"]) {
    expect(said.filter((line) => line.startsWith("Ignored call") && line.includes(word))).toHaveLength(1);
  }
  expect(said.filter((line) => line.startsWith("A dialog"))).toEqual([]);
  expect(app.windows()).toHaveLength(1);
  expect(
    readdirSync(userDataFolder).filter((name) => !before.includes(name) && /intruded|\.crdownload/u.test(name)),
  ).toEqual([]);
  expect(trap.heard()).toEqual([]);
});

interface Carried {
  readonly items: readonly { mimeType: string; data: string }[];
  readonly files: string[];
}

/** Drops something from outside the app in the middle of a pane, as the browser itself would take it. */
async function drop(debug: CDPSession, page: Page, pane: string, { items, files }: Carried): Promise<void> {
  const box = await page.getByRole("region", { name: pane, exact: true }).boundingBox();
  if (!box) throw new Error(`There is no pane ${pane}.`);
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [...items], files, dragOperationsMask: 19 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await debug.send("Input.dispatchDragEvent", { type, ...place, data });
}

test("what is dropped on a pane, or dragged within the window, does not take the page along", async ({
  launchApp,
  userDataFolder,
}) => {
  const folder = join(userDataFolder, "dropped");
  mkdirSync(folder);
  const file = join(folder, "page.html");
  writeFileSync(
    file,
    "<!doctype html><title>Dropped page</title><p>The council met on Tuesday and went home again.</p>",
  );
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  const { page } = window;
  const expectSame = await marked(page);
  const debug = await page.context().newCDPSession(page);
  const address = `http://${trap.host}/dropped`;
  for (const pane of ["Sources", "Reader", "Excerpts", "Brief"]) {
    for (const dropped of [address, `file://${file}`, "javascript:document.title='intruded'"]) {
      const items = [
        { mimeType: "text/uri-list", data: dropped },
        { mimeType: "text/plain", data: dropped },
        { mimeType: "text/html", data: `<a href="${dropped}">x</a><img src="${address}"><script>intruded=1</script>` },
      ];
      await drop(debug, page, pane, { items, files: [] });
      await expectSame();
    }
    await drop(debug, page, pane, { items: [], files: [file] });
    await expectSame();
  }
  await page.evaluate((href) => {
    const link = document.createElement("a");
    Object.assign(link, { href, textContent: "Drag me", id: "dragged", draggable: true });
    link.style.cssText = "";
    document.body.prepend(link);
  }, address);
  await page
    .locator("#dragged")
    .dragTo(page.getByRole("region", { name: "Reader" }), { force: true })
    .catch(() => undefined);
  await expectSame();
  await expect(page).not.toHaveTitle(/intruded|Dropped page$/u);
  expect(app.windows()).toHaveLength(1);
  expect(trap.heard()).toEqual([]);
});
