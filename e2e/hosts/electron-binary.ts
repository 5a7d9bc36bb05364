/**
 * Says whether a real Electron can be started here, and with what. Never downloads anything.
 */
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

const packageFolder = join(import.meta.dirname, "../../node_modules/electron");

function executableName(): string {
  const pathFile = join(packageFolder, "path.txt");
  if (existsSync(pathFile)) return readFileSync(pathFile, "utf8").trim();
  if (process.platform === "win32") return "electron.exe";
  return process.platform === "darwin" ? "Electron.app/Contents/MacOS/Electron" : "electron";
}

/** The path of Electron's executable, from ELECTRON_OVERRIDE_DIST_PATH or the npm package; null where neither has it. */
export function electronBinary(): string | null {
  const folders = [process.env["ELECTRON_OVERRIDE_DIST_PATH"], join(packageFolder, "dist")];
  for (const folder of folders) {
    if (!folder) continue;
    const path = join(folder, executableName());
    if (existsSync(path)) return path;
  }
  return null;
}

function onPath(program: string): boolean {
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .some((folder) => folder !== "" && existsSync(join(folder, program)));
}

/** Whether windows can be shown: there is a display, or Xvfb to make one. */
export function displayAvailable(): boolean {
  return process.platform !== "linux" || Boolean(process.env["DISPLAY"]) || onPath("Xvfb");
}

/** Why the specs cannot run on Electron here, in words that end a sentence; null where they can. */
export function whyNoElectron(): string | null {
  if (!electronBinary()) return "no Electron binary in ELECTRON_OVERRIDE_DIST_PATH or node_modules/electron/dist";
  if (!displayAvailable()) return "no DISPLAY and no Xvfb";
  return null;
}
