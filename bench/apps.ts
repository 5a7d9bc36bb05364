/** Builds the apps that Attaché is measured against, and names the folders to launch. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

export const attacheFolder = root;

/** Answers the folder of the built app. */
export function buildApp(name: "empty" | "bare-editor"): string {
  const folder = join(root, ".cache/bench", name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, type: "module", main: "out/main/index.js" }));
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/electron-vite/bin/electron-vite.js"),
      "build",
      "--config",
      join(root, "bench/apps/electron.vite.config.ts"),
      "--logLevel",
      "error",
    ],
    { cwd: root, stdio: "inherit", env: { ...process.env, BENCH_APP: name } },
  );
  if (status !== 0) throw new Error(`The app ${name} could not be built`);
  return folder;
}
