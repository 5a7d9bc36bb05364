/**
 * What only real Electron can prove of docs/security.md: what main serves and refuses whoever asks, and who may call it.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ElectronApplication } from "@playwright/test";
import { expect, test } from "../hosts/fixture.ts";
import type { RunningApp } from "../hosts/host.ts";
import { attack } from "../hosts/hostile-page.ts";
import { startTrap } from "../hosts/trap-server.ts";
import { WelcomePage } from "../pages/welcome-page.ts";

test.skip(({ hostName }) => hostName === "stand-in", "Only real Electron has these");

const repository = join(import.meta.dirname, "../..");

function mainOf(app: RunningApp): ElectronApplication {
  if (!app.electron) throw new Error("This is not Electron.");
  return app.electron;
}

test("every preference of the window is the safe one", async ({ launchApp }) => {
  const app = await launchApp();
  await app.firstWindow();
  const preferences = await mainOf(app).evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => ({
      ...Reflect.get(webContents, "getLastWebPreferences").call(webContents),
      preload: "",
    })),
  );
  expect(preferences).toEqual([
    expect.objectContaining({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      enableBlinkFeatures: "",
    }),
  ]);
  const weakened = await mainOf(app).evaluate(({ app: ours, crashReporter, session }) => ({
    crashReports: Object.keys(crashReporter.getParameters()).length + crashReporter.getUploadedReports().length,
    switches: ["disable-web-security", "ignore-certificate-errors"].filter((name) => ours.commandLine.hasSwitch(name)),
    spelling: session.defaultSession.isSpellCheckerEnabled(),
  }));
  expect(weakened).toEqual({ crashReports: 0, switches: [], spelling: false });
});

test("app:// serves the built window and nothing else", async ({ launchApp, userDataFolder }) => {
  const app = await launchApp();
  await app.firstWindow();
  const secret = join(userDataFolder, "secret.js");
  writeFileSync(secret, "secret");
  const up = "../".repeat(12);
  const encoded = (path: string) =>
    [...path].map((letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, "0")}`).join("");
  const addresses = [
    `app://attache/${up}${secret}`,
    `app://attache/${encoded(up)}${secret}`,
    `app://attache/${encoded(up + secret)}`,
    `app://attache/%252e%252e/${secret}`,
    `app://attache/..%2f..%2f..%2fpackage.json`,
    `app://attache/..%5c..%5cmain%5cindex.js`,
    "app://attache/..\\..\\main\\index.js",
    "app://attache/../main/index.js",
    "app://attache/%2e%2e/main/index.js",
    "app://attache/assets/../../main/index.js",
    "app://attache//main/index.js",
    `app://attache/${secret}`,
    `app://attache//${secret}`,
    `app://attache/index.html%00.js`,
    "app://attache/%00",
    "app://attache/%",
    "app://attache/%ff%fe",
    "app://attache/",
    "app://attache/assets",
    "app://attache/assets/",
    "app://attache/index.html/",
    "app://attache/index.html/..%2f..%2fmain%2findex.js",
    "app://attache/index.html::$DATA",
    "app://attache/C:/Windows/win.ini",
    "app://elsewhere/index.html",
    "app://attache.example/index.html",
    "app://someone@attache/index.html",
    "app:///index.html",
    "app:index.html",
    `app://attache/index.html?${up}${secret}`,
    `app://attache/index.html?file=${secret}#${up}${secret}`,
  ];
  const served = await mainOf(app).evaluate(async ({ session }, list) => {
    const answers: [string, string][] = [];
    for (const address of list) {
      try {
        const response = await session.defaultSession.fetch(address);
        answers.push([address, response.ok ? await response.text() : ""]);
      } catch {
        answers.push([address, ""]);
      }
    }
    return answers;
  }, addresses);
  const page = readFileSync(join(repository, "out/renderer/index.html"), "utf8");
  for (const [address, body] of served) expect(["", page], address).toContain(body);
  const got = served.filter(([, body]) => body !== "").map(([address]) => address);
  expect(got).toEqual(addresses.filter((address) => address.startsWith("app://attache/index.html?")));
  const others = await mainOf(app).evaluate(async ({ session }) => {
    const methods = ["POST", "PUT", "DELETE"].map(
      async (method) => (await session.defaultSession.fetch("app://attache/index.html", { method })).status,
    );
    return Promise.all(methods);
  });
  expect(others).toEqual([404, 404, 404]);
});

test("nobody is given a permission or a device, whatever it is called", async ({ launchApp }) => {
  const app = await launchApp();
  const page = await app.firstWindow();
  const outcomes = await attack(page, "", async ({ attempt }) => {
    const names =
      "geolocation notifications midi camera microphone background-fetch background-sync persistent-storage accelerometer gyroscope magnetometer clipboard-read clipboard-write payment-handler idle-detection periodic-background-sync screen-wake-lock display-capture storage-access window-management local-fonts captured-surface-control keyboard-lock pointer-lock";
    for (const name of names.split(" ")) {
      await attempt(name, async () => (await navigator.permissions.query({ name: name as PermissionName })).state);
    }
  });
  expect(new Set(Object.values(outcomes))).toEqual(new Set(["denied"]));
  // What asks for a press gets one.
  const ask = (source: string) =>
    page.evaluate(
      `(async () => { try { return String(await Promise.race([${source}, new Promise((resolve) => setTimeout(() => resolve("silence"), 3000))])); } catch (error) { return error.name; } })()`,
    );
  for (const source of [
    "navigator.mediaDevices.getUserMedia({ audio: true })",
    "navigator.mediaDevices.getUserMedia({ video: true })",
    "navigator.mediaDevices.getDisplayMedia()",
    "navigator.clipboard.readText()",
    "navigator.clipboard.read()",
    "navigator.clipboard.writeText('x')",
    "navigator.requestMIDIAccess({ sysex: true })",
    "navigator.usb.requestDevice({ filters: [] })",
    "navigator.serial.requestPort()",
    "navigator.bluetooth.requestDevice({ acceptAllDevices: true })",
    "navigator.wakeLock.request('screen')",
    "IdleDetector.requestPermission().then((state) => { if (state === 'denied') throw new DOMException('', 'NotAllowedError') })",
    "getScreenDetails()",
    "document.body.requestPointerLock()",
    "navigator.serviceWorker.register('/index.js')",
    "navigator.credentials.create({ publicKey: { challenge: new Uint8Array(8), rp: { name: 'x' }, user: { id: new Uint8Array(8), name: 'x', displayName: 'x' }, pubKeyCredParams: [] } })",
  ]) {
    expect(await ask(source), source).toMatch(/Error$/u);
  }
  expect(await ask("navigator.hid.requestDevice({ filters: [] }).then((list) => list.length)")).toBe("0");
  // Electron refuses this one without a word.
  await ask("document.body.requestFullscreen()");
  expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();
  expect(await ask("Notification.requestPermission()")).toBe("denied");
  expect(await ask("navigator.storage.persist()")).toBe("false");
  expect(
    await ask(
      "navigator.mediaDevices.enumerateDevices().then((list) => list.filter(({ label, deviceId }) => label || deviceId).length)",
    ),
  ).toBe("0");
  expect(await ask("queryLocalFonts().then((list) => list.length)")).toMatch(/^0$|Error$/u);
  expect(
    await ask(
      "new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('found'), () => resolve('refused')))",
    ),
  ).toBe("refused");
});

test("main itself downloads nothing, embeds nothing, and lets no second window of a page be more than the first", async ({
  launchApp,
  userDataFolder,
}) => {
  const trap = await startTrap();
  const app = await launchApp();
  const page = await app.firstWindow();
  const downloads = await mainOf(app).evaluate(async ({ app: main, BrowserWindow, session }, folder) => {
    main.setPath("downloads", folder);
    const [window] = BrowserWindow.getAllWindows();
    const state = new Promise<string>((resolve) => {
      session.defaultSession.on("will-download", (event, item) =>
        resolve(`${event.defaultPrevented} ${item.getSavePath()}`),
      );
    });
    window?.webContents.downloadURL("app://attache/index.html");
    return state;
  }, userDataFolder);
  expect(downloads).toBe("true ");
  expect(readdirSync(userDataFolder)).not.toContain("index.html");

  await page.evaluate((host) => {
    const view = document.createElement("webview");
    view.setAttribute("src", `http://${host}/`);
    view.setAttribute("nodeintegration", "");
    view.setAttribute("allowpopups", "");
    document.body.append(view);
  }, trap.host);
  const kinds = await mainOf(app).evaluate(async ({ BrowserWindow, session, webContents }, host) => {
    // Where somebody allowed the element, the window's contents refuse it all the same.
    const window = new BrowserWindow({
      show: false,
      webPreferences: { webviewTag: true, session: session.fromPartition("another") },
    });
    await window.loadURL("about:blank");
    await window.webContents.executeJavaScript(
      `document.body.innerHTML = '<webview src="http://${host}/"></webview>'; 1`,
    );
    const reached = await window.webContents.session.fetch(`http://${host}/`).then(
      () => "reached",
      () => "refused",
    );
    const opened = await window.webContents.executeJavaScript(`String(window.open("http://${host}/"))`, true);
    const permitted = await window.webContents
      .executeJavaScript(`Notification.requestPermission()`, true)
      .catch(() => "denied");
    const kinds = webContents.getAllWebContents().map((each) => each.getType());
    window.destroy();
    return { kinds, reached, opened, permitted };
  }, trap.host);
  expect(kinds).toEqual({ kinds: ["window", "window"], reached: "refused", opened: "null", permitted: "denied" });
  expect(trap.heard()).toEqual([]);
  await trap.close();
});

test("main answers the top frame of its own windows, on three channels, and nobody else", async ({ launchApp }) => {
  const app = await launchApp();
  const page = await app.firstWindow();
  await new WelcomePage(page).createBriefing();
  const main = mainOf(app);
  const refused = { error: { code: "bad-arguments", message: "This page may not call Attaché." } };

  // Another window with the same preload and the same page, which is none of the app's own.
  const stranger = await main.evaluate(async ({ app: ours, BrowserWindow }) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${ours.getAppPath()}/out/preload/index.cjs`, sandbox: true },
    });
    await window.loadURL("app://attache/index.html");
    const ask = (call: string) => window.webContents.executeJavaScript(call);
    const answers = [await ask(`attache.app("start", {})`), await ask(`attache.engine("getProject", {})`)];
    window.destroy();
    return answers;
  });
  expect(stranger).toEqual([refused, refused]);

  // A frame in our own window: it has no functions, and what it sent would be refused.
  const frame = await main.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents;
    await contents?.executeJavaScript(`document.body.append(document.createElement("iframe")); 1`);
    const [inner] = contents?.mainFrame.frames ?? [];
    const has = await inner?.executeJavaScript(`"attache" in window`);
    // Electron's own table of what main answers: there is no other way to send from a frame that cannot.
    const handlers: Map<string, (event: object, ...args: unknown[]) => Promise<unknown>> = Reflect.get(
      ipcMain,
      "_invokeHandlers",
    );
    const ask = (channel: string, senderFrame: unknown, ...args: unknown[]) =>
      handlers.get(channel)?.({ sender: contents, senderFrame }, ...args);
    const answers = [];
    // Electron has handlers of its own there.
    const channels = [...handlers.keys()].filter((name) => name.startsWith("attache"));
    for (const channel of channels) {
      answers.push(await ask(channel, inner, "about", {}), await ask(channel, null, "about", {}));
      // Our own window, had it come to show something else.
      for (const url of [
        "about:blank",
        "https://attache/",
        "app://attache.example/",
        "app://a@attache/",
        "file:///x",
        "",
      ])
        answers.push(await ask(channel, { url, parent: null }, "about", {}));
    }
    return {
      has,
      channels,
      listeners: ipcMain.eventNames(),
      answers,
      own: await ask("attache:app", contents?.mainFrame, "stayOpen", {}),
    };
  });
  expect(frame).toEqual({
    has: false,
    channels: ["attache:app", "attache:engine", "attache:drop"],
    listeners: ["error"],
    answers: Array.from({ length: 24 }, () => refused),
    own: { result: {} },
  });
});
