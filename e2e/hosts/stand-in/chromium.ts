/**
 * The headless Chromium of the stand-in: unpacked once from an npm package, given the libraries and fonts that the
 * machine lacks, and unable to reach any network.
 */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { appEnvironment } from "../environment.ts";

const repository = join(import.meta.dirname, "../../..");
const packageFolder = join(repository, "node_modules/@sparticuz/chromium");
/** Node 24, whatever Node runs the tests. */
export const nodeBinary = join(repository, "node_modules/.bin/node");

const FONT_FOLDERS = [
  "/usr/share/fonts",
  "/usr/local/share/fonts",
  join(homedir(), ".fonts"),
  join(homedir(), ".local/share/fonts"),
];

/** Why the specs cannot run on the stand-in here, in words that end a sentence; null where they can. */
export function whyNoStandIn(): string | null {
  if (process.platform !== "linux" || process.arch !== "x64") return "its Chromium is for Linux on x64 only";
  return existsSync(packageFolder) ? null : "@sparticuz/chromium is not installed";
}

/** Unpacks where it was not done yet, and answers the folder. Two processes at once do no harm: the first one wins. */
function unpackedFolder(): string {
  // The border: a package.json of npm always has a version.
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string };
  const cache = join(repository, ".cache");
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, "chromium-"));
  execFileSync(nodeBinary, [join(import.meta.dirname, "inflate-chromium.ts")], {
    env: { ...process.env, TMPDIR: draft },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function missingLibraries(binary: string, environment: NodeJS.ProcessEnv): string[] {
  const lines = execFileSync("ldd", [binary], { env: environment, encoding: "utf8" }).split("\n");
  return lines.filter((line) => line.includes("not found")).map((line) => line.trim().split(" ")[0] ?? line);
}

/** The variables with which the dynamic linker finds what Chromium needs. */
function libraryVariables(folder: string): Record<string, string> {
  const binary = join(folder, "chromium");
  if (missingLibraries(binary, process.env).length === 0) return {};
  const path = [join(folder, "al2023/lib"), process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":");
  const still = missingLibraries(binary, { ...process.env, LD_LIBRARY_PATH: path });
  if (still.length > 0) throw new Error(`Chromium cannot start: this machine has no ${still.join(", ")}.`);
  return { LD_LIBRARY_PATH: path };
}

function hasFonts(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true }).some((name) => /\.(ttf|ttc|otf|pfb)$/i.test(String(name)));
}

/** The variables with which fontconfig finds the package's own fonts, where the machine has none at all. */
function fontVariables(folder: string): Record<string, string> {
  if (process.env["FONTCONFIG_FILE"] || process.env["FONTCONFIG_PATH"] || FONT_FOLDERS.some(hasFonts)) return {};
  const file = join(folder, "fonts.conf");
  const directory = join(folder, "fonts");
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">` +
      `<fontconfig><dir>${directory}</dir><cachedir>${join(folder, "fonts-cache")}</cachedir></fontconfig>\n`,
  );
  return { FONTCONFIG_FILE: file };
}

/** Starts the browser. The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const folder = unpackedFolder();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    env: appEnvironment({ ...libraryVariables(folder), ...fontVariables(folder) }),
    args: [
      "--host-resolver-rules=MAP * ~NOTFOUND",
      // A link with a target opens nothing, as in an app that denies new windows.
      "--block-new-web-contents",
      "--font-render-hinting=none",
    ],
  });
}
