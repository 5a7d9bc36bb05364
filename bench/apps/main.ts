/** Main of the apps that Attaché is measured against: one window, one page, nothing else. */
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { app, BrowserWindow, protocol } from "electron";

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

protocol.registerSchemesAsPrivileged([{ scheme: "app", privileges: { standard: true, secure: true } }]);

void app.whenReady().then(() => {
  protocol.handle("app", async (request) => {
    const path = join(import.meta.dirname, "../renderer", new URL(request.url).pathname);
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    return new Response(new Uint8Array(await readFile(path)), { headers: { "content-type": type } });
  });
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, "../preload/index.cjs"),
      sandbox: true,
      contextIsolation: true,
    },
  });
  window.once("ready-to-show", () => window.show());
  void window.loadURL("app://attache/index.html");
});

app.on("window-all-closed", () => app.quit());
