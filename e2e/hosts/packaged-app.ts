/**
 * The package that `npm run package` left in dist/: where its program is, whether and how it can be started here, and
 * copies of it to try things on. It always runs in Chromium's sandbox: an installed app has no other way.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { displayAvailable } from "./electron-binary.ts";

const root = join(import.meta.dirname, "../..");
/** The folder that an installer would put on the disk. */
export const PACKAGE_FOLDER = join(root, "dist/linux-unpacked");
export const PROGRAM_NAME = "attache";
const copies = join(root, ".cache/package");

/** Chromium refuses to sandbox for root: in a name space of its own, the same user is an ordinary one. */
const AS_USER = ["unshare", "--user", "--map-user=1000", "--map-group=1000"] as const;

/** The command line that starts a program of the package, without its arguments. */
export function commandFor(program: string): string[] {
  return process.getuid?.() === 0 ? [...AS_USER, program] : [program];
}

function canSandbox(): boolean {
  const [unshare, ...rest] = AS_USER;
  return spawnSync(unshare, [...rest, "true"]).status === 0;
}

/** Why the specs cannot run on the package, in words that end a sentence; null where they can. */
export function whyNoPackage(): string | null {
  const archive = join(PACKAGE_FOLDER, "resources/app.asar");
  if (process.platform !== "linux") return "it is tested on Linux only";
  if (!existsSync(archive) || !existsSync(join(PACKAGE_FOLDER, PROGRAM_NAME))) return "npm run package was not run";
  const built = join(root, "out/main/index.js");
  if (existsSync(built) && statSync(built).mtimeMs > statSync(archive).mtimeMs)
    return "the one in dist is older than the build: run npm run package";
  if (!displayAvailable()) return "no DISPLAY and no Xvfb";
  return canSandbox() ? null : "no name spaces for users here, which Chromium's sandbox needs";
}

/**
 * Copies the package, and answers the new folder, which is the caller's to remove. All but the program is linked: nothing
 * else may be written to.
 */
export function copyPackage(name: string): string {
  mkdirSync(copies, { recursive: true });
  const copy = mkdtempSync(join(copies, `${name}-`));
  for (const entry of readdirSync(PACKAGE_FOLDER, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(copy, from.slice(PACKAGE_FOLDER.length));
    mkdirSync(dirname(to), { recursive: true });
    if (from === join(PACKAGE_FOLDER, PROGRAM_NAME)) copyFileSync(from, to);
    else linkSync(from, to);
  }
  return copy;
}
