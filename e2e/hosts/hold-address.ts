/**
 * Stands between the app's error output and Playwright (packaged.ts): passes everything on, but says where Chromium
 * listens only when the window is there. In Electron itself Playwright holds the app back instead, which a package does
 * not allow.
 */
import { createInterface } from "node:readline";
import { appPageAt } from "./app-page.ts";

for await (const line of createInterface({ input: process.stdin })) {
  const address = /^DevTools listening on (ws:\/\/\S+)/.exec(line)?.[1];
  if (address) await appPageAt(address);
  process.stderr.write(`${line}\n`);
}
