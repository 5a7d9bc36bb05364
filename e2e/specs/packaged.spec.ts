/**
 * The app as it is installed: what is in the package, what its fuses say and do, and that nothing is missing when it runs
 * from an archive. But for the last tests it is the package itself that runs; only they need what the host says
 * (hosts/packaged.ts).
 */
import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { readDocx } from "../../tests/support/read-docx.ts";
import { keep, openSamples, SIGNED } from "../briefs/samples.ts";
import { type Display, startDisplay } from "../hosts/display.ts";
import { electronBinary } from "../hosts/electron-binary.ts";
import { test as base, expect } from "../hosts/fixture.ts";
import { FusedApp, type FusedOptions } from "../hosts/fused-app.ts";
import { copyPackage, PACKAGE_FOLDER, PROGRAM_NAME } from "../hosts/packaged-app.ts";
import { nodeBinary } from "../hosts/stand-in/chromium.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import { WorkspacePage } from "../pages/workspace-page.ts";

const root = join(import.meta.dirname, "../..");
const fixtures = join(root, "tests/fixtures");

interface Fixtures {
  /** Starts the package as it is given out. */
  readonly start: (options?: Partial<FusedOptions>) => FusedApp;
}

const test = base.extend<Fixtures, { readonly display: Display | null }>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern
    async ({}, use) => {
      const display = process.env["DISPLAY"] ? null : await startDisplay();
      await use(display);
      display?.close();
    },
    { scope: "worker" },
  ],
  start: async ({ display, userDataFolder }, use) => {
    const started: FusedApp[] = [];
    await use((options) => {
      const environment = { ...(display && { DISPLAY: display.name }), ...options?.environment };
      const app = new FusedApp({ userDataFolder, ...options, environment });
      started.push(app);
      return app;
    });
    for (const app of started) await app.kill();
  },
});

/** The files in an asar archive, with their sizes. Its head: https://github.com/electron/asar#format */
function filesInArchive(path: string): Map<string, number> {
  const file = openSync(path, "r");
  const sizes = Buffer.alloc(16);
  readSync(file, sizes, 0, sizes.length, 0);
  const head = Buffer.alloc(sizes.readUInt32LE(12));
  readSync(file, head, 0, head.length, sizes.length);
  closeSync(file);
  const found = new Map<string, number>();
  const walk = (folder: Entry, above: string) => {
    for (const [name, entry] of Object.entries(folder.files ?? {})) {
      if (entry.files) walk(entry, `${above}${name}/`);
      else found.set(`${above}${name}`, entry.size ?? 0);
    }
  };
  // The border: what electron-builder wrote a moment ago.
  walk(JSON.parse(head.toString("utf8")) as Entry, "");
  return found;
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/** Code that leaves a file behind, and that file. */
function trap(folder: string): { readonly code: string; readonly script: string; readonly sprung: () => boolean } {
  const mark = join(folder, "sprung");
  const code = `require("node:fs").writeFileSync(${JSON.stringify(mark)}, "")`;
  const script = join(folder, "trap.cjs");
  writeFileSync(script, code);
  return { code, script, sprung: () => existsSync(mark) };
}

test.describe("what is in the package", () => {
  test("is what runs: no sources, maps, tests, types or command line", () => {
    const files = filesInArchive(join(PACKAGE_FOLDER, "resources/app.asar"));
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(["package.json", "out/main/index.js", "out/preload/index.cjs", "out/renderer/index.html"]),
    );
    const unwanted = [...files.keys()].filter((name) =>
      /\.(map|tsx?|mts|cts|node|md)$|^out\/main\/(attache|program)\.js$|^(src|tests|e2e|docs|scripts)\//.test(name),
    );
    expect(unwanted).toEqual([]);
    expect([...files.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(25e6);
    expect(existsSync(join(PACKAGE_FOLDER, "resources/default_app.asar"))).toBe(false);
  });

  test("carries the licences", () => {
    const licences = join(PACKAGE_FOLDER, "resources/licences");
    expect(readFileSync(join(licences, "LICENSE.txt"), "utf8")).toContain("Apache License");
    expect(readFileSync(join(licences, "NOTICE.txt"), "utf8")).toContain("citeproc-js");
    expect(readFileSync(join(licences, "third-party-licences.txt"), "utf8")).toContain(
      "the Common Public Attribution License 1.0",
    );
    for (const name of ["LICENSE.electron.txt", "LICENSES.chromium.html"])
      expect(existsSync(join(PACKAGE_FOLDER, name)), name).toBe(true);
  });

  test("has the sums that stand beside it", () => {
    const { status, stderr } = spawnSync("sha256sum", ["--check", "--quiet", `${PACKAGE_FOLDER}.sha256`], {
      cwd: PACKAGE_FOLDER,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });
});

test.describe("the fuses", () => {
  test("are as docs/releasing.md says", async () => {
    const { ENABLE, DISABLE } = FuseState;
    expect(await getCurrentFuseWire(join(PACKAGE_FOLDER, PROGRAM_NAME))).toMatchObject({
      [FuseV1Options.RunAsNode]: DISABLE,
      [FuseV1Options.EnableCookieEncryption]: ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
      // Electron has no code for it on Linux.
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: DISABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: DISABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLE,
    });
  });

  test("keep the program from being a Node", async ({ start, userDataFolder }) => {
    const { code, sprung } = trap(userDataFolder);
    const app = start({ args: ["-e", code], environment: { ELECTRON_RUN_AS_NODE: "1" } });
    await expect((await app.firstWindow()).getByRole("heading", { name: "Attaché" })).toBeVisible();
    expect(sprung()).toBe(false);
  });

  test("keep NODE_OPTIONS from loading anything", async ({ start, userDataFolder }) => {
    const { script, sprung } = trap(userDataFolder);
    const app = start({ environment: { NODE_OPTIONS: `--require=${script}` } });
    await expect((await app.firstWindow()).getByRole("heading", { name: "Attaché" })).toBeVisible();
    expect(sprung()).toBe(false);
  });

  test("would not have kept them were they not set", async ({ userDataFolder }) => {
    const unfused = electronBinary();
    test.skip(unfused === null, "There is no Electron here without fuses to compare with");
    if (unfused === null) return;
    const environment = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
    const direct = trap(userDataFolder);
    spawnSync(unfused, ["-e", direct.code], { env: environment });
    expect(direct.sprung()).toBe(true);
    const elsewhere = join(userDataFolder, "elsewhere");
    mkdirSync(elsewhere);
    const required = trap(elsewhere);
    spawnSync(unfused, ["-e", ""], { env: { ...environment, NODE_OPTIONS: `--require=${required.script}` } });
    expect(required.sprung()).toBe(true);
  });

  test("keep debuggers of main out", async ({ start }) => {
    const port = await freePort();
    const app = start({ args: [`--inspect=127.0.0.1:${port}`] });
    await expect((await app.firstWindow()).getByRole("heading", { name: "Attaché" })).toBeVisible();
    expect(app.log()).not.toContain("Debugger listening");
    expect(await fetch(`http://127.0.0.1:${port}/json/version`).then(String, () => "refused")).toBe("refused");
  });

  test("keep a folder beside the archive from taking its place", async ({ start, userDataFolder }) => {
    const { code, sprung } = trap(userDataFolder);
    const folder = copyPackage("with-another-app");
    const planted = join(folder, "resources/app");
    mkdirSync(planted);
    writeFileSync(join(planted, "package.json"), JSON.stringify({ name: "planted", main: "main.js" }));
    writeFileSync(join(planted, "main.js"), code);
    const app = start({ folder });
    await expect((await app.firstWindow()).getByRole("heading", { name: "Attaché" })).toBeVisible();
    expect(sprung()).toBe(false);
  });
});

/** How the system filters the calls of each process that draws windows of the app on this folder: 2 is by a program. */
function filtersOfWindows(userDataFolder: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        if (!command.includes("--type=renderer") || !command.includes(userDataFolder)) return [];
        return /^Seccomp:\s+(\d)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? [];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
}

test.describe("the package itself", () => {
  test("draws its windows in Chromium's sandbox", async ({ start, userDataFolder }) => {
    await start().firstWindow();
    const filters = filtersOfWindows(userDataFolder);
    expect(filters.length).toBeGreaterThan(0);
    expect(new Set(filters)).toEqual(new Set(["2"]));
  });

  test("shows Welcome, and ends when its window is closed", async ({ start }) => {
    const app = start();
    const page = await app.firstWindow();
    await expect(page.getByRole("button", { name: /New briefing/ }).first()).toBeVisible();
    await page.evaluate(() => globalThis.close());
    expect(await app.waitForExit()).toBe(0);
  });

  test("opens the briefing that it is started with, and writes what is written", async ({ start, userDataFolder }) => {
    const file = join(userDataFolder, "Harbour.brief");
    const cli = ["--disable-warning=ExperimentalWarning", join(root, "out/main/attache.js")];
    const made = spawnSync(nodeBinary, [...cli, "new", file, "--title", "About the harbour"], { encoding: "utf8" });
    expect(made.stderr).toBe("");

    const app = start({ args: [file] });
    const window = new WorkspacePage(await app.firstWindow());
    await expect(window.brief.title).toHaveValue("About the harbour");
    await window.brief.write("context", "Written in the package.");
    await window.expectSaved();
    await window.page.evaluate(() => globalThis.close());
    expect(await app.waitForExit()).toBe(0);
    const shown = spawnSync(nodeBinary, [...cli, "show", file], { encoding: "utf8" });
    expect(shown.stdout).toContain("Written in the package.");
  });
});

test.describe("nothing is missing in the archive", () => {
  /** One for each reader, and what libraries read from disk: character maps and metrics of fonts that are not embedded. */
  const ONE_OF_EACH = [
    "docx/annual-report.docx",
    "odt/compact-briefing.odt",
    "odt/compact-briefing.fodt",
    "rtf/asian.rtf",
    "epub/compact.epub",
    "pdf/two-columns.pdf",
    "pdf/vertical-verse.pdf",
    "html/corriden-tribune.html",
    "html/corriden-tribune.mhtml",
    "mail/outlook.msg",
    "mail/reply-korean.eml",
    "markdown/compact-briefing.md",
    "../../resources/samples/01-compact-signed.txt",
  ];

  test("when a file of every format is read", async ({ launchApp }) => {
    const app = await launchApp();
    const window = await new WelcomePage(await app.firstWindow()).createBriefing();
    await app.answerOpenDialog(ONE_OF_EACH.map((name) => join(fixtures, name)));
    await app.clickMenu("file.import");
    await expect(window.sources.report).toContainText(/\d+ imported/, { timeout: 30_000 });
    await expect(window.sources.report).not.toContainText("failed");
    await window.sources.options.filter({ hasText: "vertical-verse" }).click();
    await expect(window.reader.article).toContainText("わたくしといふ現象は");
  });

  test("when a document is written in a style of the package, and the licences are read", async ({
    launchApp,
    userDataFolder,
  }) => {
    const { app, window } = await openSamples(launchApp);
    await window.sources.open(SIGNED);
    const id = await keep(window, "The Lowland Protocol of 2014 was suspended after the floods of 2021", "1");
    await window.tray.card(id).getByRole("button", { name: "Insert into brief" }).click();
    await expect(window.brief.citation(1)).toBeVisible();
    const file = join(userDataFolder, "In APA.docx");
    await app.clickMenu("file.export.docx");
    await window.exportDialog.style.selectOption("apa");
    await app.answerSaveDialog(file);
    await window.exportDialog.exportButton.click();
    await expect(window.messages).toContainText("In APA.docx", { timeout: 20_000 });
    const { paragraphs } = await readDocx(readFileSync(file));
    // In the text, in brackets, with a year: as APA has it and Attaché's own style has not.
    expect(paragraphs.map(({ text }) => text).join("\n")).toMatch(/\([^()]+, (\d{4}|n\.d\.)/);

    await app.clickMenu("help.about");
    await window.page.getByRole("button", { name: "Licences" }).click();
    await expect(window.page.getByRole("dialog", { name: "Licences" })).toContainText("citeproc 2");
  });
});
