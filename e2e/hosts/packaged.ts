/**
 * The host `packaged`: the app as it is installed, driven by Playwright.
 *
 * NOT the package itself: Playwright drives main by --inspect, which a fuse of the package forbids. So this host starts a
 * copy in which that one fuse is on again. All else is the same, byte by byte. What the package itself does with its
 * fuses is tested in specs/packaged.spec.ts, without Playwright in main.
 */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";
import { startHost } from "./electron.ts";
import type { Host, LaunchOptions } from "./host.ts";
import { commandFor, copyPackage, PROGRAM_NAME } from "./packaged-app.ts";
import { nodeBinary } from "./stand-in/chromium.ts";

/** Fails where there is no package: ask `whyNoPackage` first. */
export async function startPackagedHost(): Promise<Host> {
  const folder = copyPackage("with-inspector");
  const program = join(folder, PROGRAM_NAME);
  await flipFuses(program, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
  // As in electron.ts.
  process.env["PLAYWRIGHT_SKIP_NAVIGATION_CHECK"] = "1";
  const binary = writeStarter(join(folder, "start"), program);
  const host = await startHost("packaged", (options) => ({
    binary,
    args: argumentsOf(options),
    executablePath: binary,
  }));
  return {
    ...host,
    async close() {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Playwright starts one program, and puts its own arguments first. It must be the app's process, which tests may kill. */
function writeStarter(path: string, program: string): string {
  const holding = quoted([nodeBinary, join(import.meta.dirname, "hold-address.ts")]);
  const script = `#!/usr/bin/env bash\nexec ${quoted(commandFor(program))} "$@" 2> >(${holding} >&2)\n`;
  writeFileSync(path, script, { mode: 0o755 });
  return path;
}

/** For a shell. */
function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
}

function argumentsOf({ userDataFolder, appFolder }: LaunchOptions): string[] {
  if (appFolder) throw new Error("A package starts what is in it and nothing else.");
  return [`--user-data-dir=${userDataFolder}`];
}
