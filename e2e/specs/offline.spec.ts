/**
 * Attaché uses no network, whatever it is given: proved on the real Electron, with every call of every process to the
 * system's network written down, through the whole job and with sources that would fetch if anybody let them.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { REACHING_WORDS, reachingSources } from "../../tests/support/hostile/reaching-out.ts";
import { type Attempts, attemptNetwork } from "../../tests/support/network-attempts.ts";
import { samplePlan, sharedPlan } from "../briefs/brief-plan.ts";
import { dragExcerpts, fileExcerpts, importPlan, writeStatements } from "../briefs/compose.ts";
import { startDisplay } from "../hosts/display.ts";
import { electronBinary } from "../hosts/electron-binary.ts";
import { appEnvironment } from "../hosts/environment.ts";
import { expect, test } from "../hosts/fixture.ts";
import { attack } from "../hosts/hostile-page.ts";
import { isRouteLookup, outgoing, socketKinds, unixPeers, whyNoTrace } from "../hosts/network-trace.ts";
import { startTrap, type TrapServer } from "../hosts/trap-server.ts";
import { PagesView } from "../pages/pages-view.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import { WorkspacePage } from "../pages/workspace-page.ts";

const noTrace = whyNoTrace();
test.use({ watched: noTrace === null });
test.skip(({ hostName }) => hostName !== "electron", "What Chromium and Node do, only real Electron shows");

const builtMain = join(import.meta.dirname, "../../out/main");

let trap: TrapServer;
test.beforeEach(async () => {
  trap = await startTrap();
});
test.afterEach(async () => trap.close());

test("the main job, on sources that reach out, asks no process for the network", async ({
  host,
  launchApp,
  userDataFolder,
}) => {
  test.skip(noTrace !== null, noTrace ?? "");
  test.setTimeout(300_000);
  const folder = join(userDataFolder, "reaching");
  mkdirSync(folder);
  const sources = await reachingSources(trap.host);
  for (const [name, content] of Object.entries(sources)) writeFileSync(join(folder, name), content);
  const plan = sharedPlan() ?? samplePlan();

  const earlier = host.networkCalls().length;
  const app = await launchApp();
  const window = await new WelcomePage(await app.firstWindow()).createBriefing();
  await importPlan(app, window, plan);
  const before = await window.sources.options.count();
  await app.answerOpenDialog(Object.keys(sources).map((name) => join(folder, name)));
  await window.sources.importButton.click();
  await expect(window.sources.options).toHaveCount(before + Object.keys(sources).length);
  // Each as text, and the document of pages drawn.
  const pages = new PagesView(window.page);
  for (const option of (await window.sources.options.all()).slice(before)) {
    await option.click();
    await expect(window.reader.article).toContainText(REACHING_WORDS);
    if ((await pages.choice("Pages").count()) === 0) continue;
    await pages.show("Pages");
    await pages.expectDrawn("1");
    await pages.show("Text");
  }
  const ids = await fileExcerpts(window, plan);
  await dragExcerpts(window, plan, ids);
  await writeStatements(window, plan, ids);
  await window.expectSaved();
  const file = join(userDataFolder, "Kept.brief");
  await app.answerSaveDialog(file);
  await app.clickMenu("file.save-as");
  await expect(window.messages).toContainText("Saved as Kept.brief");
  await app.quit();

  const next = await launchApp({ args: [file] });
  const reopened = new WorkspacePage(await next.firstWindow());
  await expect(reopened.brief.title).toHaveValue(plan.title);
  await expect(reopened.tray.cards).toHaveCount(plan.excerpts.length);
  const document = join(userDataFolder, "Briefing.docx");
  await next.answerSaveDialog(document);
  await next.clickMenu("file.export.docx");
  await reopened.exportDialog.exportButton.click();
  await expect(reopened.messages).toContainText("Briefing.docx");
  await next.quit();

  const calls = host.networkCalls().slice(earlier);
  test.info().annotations.push({ type: "sockets", description: `${socketKinds(calls)} to ${unixPeers(calls)}` });
  // It did watch: the window came by a socket of this machine's display.
  expect(unixPeers(calls).some((peer) => peer.includes("X11-unix"))).toBe(true);
  expect(outgoing(calls)).toEqual([]);
  expect(trap.heard()).toEqual([]);
});

test("a window that is made to try reaches nobody, not even to ask for a name", async ({ host, launchApp }) => {
  const earlier = host.networkCalls().length;
  const app = await launchApp();
  const { page } = await new WelcomePage(await app.firstWindow()).createBriefing();
  await attack(page, trap.host, async ({ attempt, outside }) => {
    await attempt("fetch", () => fetch(`http://${outside}/x`));
    await attempt("name", () => fetch("https://example.com/"));
    await attempt("socket", () => new WebSocket(`ws://${outside}/`).url);
    await attempt("hints", () => {
      for (const rel of ["preconnect", "dns-prefetch", "prefetch", "modulepreload"])
        for (const href of [`http://${outside}`, "https://example.com"]) {
          const link = document.createElement("link");
          Object.assign(link, { rel, href });
          document.head.append(link);
        }
    });
    await attempt("data channel", async () => {
      const urls = [`stun:${outside}`, "stun:example.com", `turn:${outside}?transport=tcp`];
      const servers = urls.map((each) => ({ urls: each, username: "a", credential: "b" }));
      const connection = new RTCPeerConnection({ iceServers: servers });
      connection.createDataChannel("out");
      await connection.setLocalDescription(await connection.createOffer());
      await new Promise(() => undefined);
    });
    await attempt("spelling", () => {
      const field = document.createElement("textarea");
      field.spellcheck = true;
      field.lang = "fr";
      document.body.append(field);
      field.focus();
      document.execCommand("insertText", false, "Une fote dans le texte");
      field.remove();
    });
  });
  await app.quit();
  // A data channel makes Chromium look up by which way it would go out. Attaché itself never makes one.
  expect(outgoing(host.networkCalls().slice(earlier)).filter((call) => !isRouteLookup(call))).toEqual([]);
  expect(trap.heard()).toEqual([]);
});

test("main, the engine and its reader thread are refused every way that Node and Electron have", async ({
  launchApp,
  userDataFolder,
}) => {
  const app = await launchApp();
  await app.firstWindow();
  const main = app.electron;
  if (!main) throw new Error("This is not Electron.");
  const attempt = attemptNetwork.toString();
  const inMain = await main.evaluate<Attempts>(`(${attempt})(${JSON.stringify(trap.host)})`);

  // The entries as they are built, each in a process and a thread of the kind that runs it.
  const url = (name: string) => JSON.stringify(pathToFileURL(join(builtMain, name)).href);
  const thread = `import(${url("reader-worker.js")}).then(async () => require("node:worker_threads").parentPort.postMessage(await (${attempt})(${JSON.stringify(trap.host)})));`;
  const probe = join(userDataFolder, "probe.mjs");
  writeFileSync(
    probe,
    `import { Worker } from "node:worker_threads";
    import { net } from "electron";
    await import(${url("engine.js")});
    const inEngine = await (${attempt})(${JSON.stringify(trap.host)});
    const ofElectron = await net.fetch("http://${trap.host}/").then(() => "done", (error) => error.message);
    const inThread = await new Promise((resolve) => new Worker(${JSON.stringify(thread)}, { eval: true }).once("message", resolve));
    process.parentPort.postMessage({ inEngine, inThread, ofElectron });`,
  );
  const others = await main.evaluate(
    ({ utilityProcess }, path) =>
      new Promise<{ inEngine: Attempts; inThread: Attempts; ofElectron: string }>((resolve, reject) => {
        const child = utilityProcess.fork(path, []);
        child.once("exit", (code) => reject(new Error(`It ended (${code}).`)));
        child.once("message", (message) => {
          resolve(message);
          child.kill();
        });
      }),
    probe,
  );
  for (const outcomes of [inMain, others.inEngine, others.inThread]) {
    const { "an EventSource": events, ...all } = outcomes;
    expect(["done", "network-denied"]).toContain(events);
    expect(Object.keys(all).length).toBeGreaterThan(30);
    expect(Object.entries(all).filter(([, outcome]) => outcome !== "network-denied")).toEqual([]);
  }
  expect(others.ofElectron).toMatch(/ERR_/u);

  // Chromium's own network, for whoever in main asks for it.
  const ofElectron = await main.evaluate(async ({ net, session }, host) => {
    const outcome = (asked: Promise<unknown>) =>
      asked.then(
        () => "done",
        (error: Error) => error.message,
      );
    const request = (options: Electron.ClientRequestConstructorOptions) =>
      new Promise((resolve, reject) => net.request(options).once("response", resolve).once("error", reject).end());
    return Promise.all([
      outcome(net.fetch(`http://${host}/`)),
      outcome(net.fetch("https://example.com/")),
      outcome(request({ url: `http://${host}/` })),
      outcome(request({ url: `http://${host}/`, session: session.fromPartition("other") })),
      outcome(session.fromPartition("persist:third").fetch(`http://${host}/`)),
      outcome(session.defaultSession.resolveHost("example.com")),
      outcome(net.resolveHost("localhost.example.com")),
    ]);
  }, trap.host);
  for (const each of ofElectron) expect(each).toMatch(/ERR_/u);
  expect(trap.heard()).toEqual([]);
});

test("started as a user starts it, it connects to nobody and sends nothing", async ({ host, userDataFolder }) => {
  test.skip(noTrace !== null, noTrace ?? "");
  const earlier = host.networkCalls().length;
  const display = await startDisplay();
  // Without a debugger and its ports, as Playwright needs them; as root, only without the sandbox.
  const args = ["-r", join(import.meta.dirname, "../hosts/electron-without-sandbox.cjs"), "--no-sandbox"];
  const file = join(userDataFolder, "A briefing.brief");
  const project = join(import.meta.dirname, "../../tests/fixtures/projects/version-2.brief");
  writeFileSync(file, readFileSync(project));
  const app = spawn(
    electronBinary() ?? "",
    [...args, `--user-data-dir=${userDataFolder}`, join(import.meta.dirname, "../.."), file],
    { env: appEnvironment({ DISPLAY: display.name }), stdio: "ignore", detached: true },
  );
  const ended = new Promise<void>((resolve) => app.once("exit", () => resolve()));
  try {
    await expect.poll(() => existsSync(join(userDataFolder, "recent-files.json")), { timeout: 60_000 }).toBe(true);
  } finally {
    // All of its group: the watcher and what it watches.
    process.kill(-(app.pid ?? 0), "SIGTERM");
    await ended;
    display.close();
  }
  const calls = host.networkCalls().slice(earlier);
  expect(unixPeers(calls).some((peer) => peer.includes("X11-unix"))).toBe(true);
  expect(outgoing(calls)).toEqual([]);
});
