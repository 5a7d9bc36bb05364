/**
 * `npm start`: the built app in Electron. Where Electron's program is missing it is fetched once; where that fails, one
 * line says what is missing and what to do.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const packageFolder = join(root, "node_modules/electron");

/** The program in the folder that the `electron` package honours, or in the package itself; null where there is none. */
function findProgram(): string | null {
  const pathFile = join(packageFolder, "path.txt");
  const name = existsSync(pathFile)
    ? readFileSync(pathFile, "utf8")
    : process.platform === "win32"
      ? "electron.exe"
      : "electron";
  const chosen = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
  const program = join(chosen ?? join(packageFolder, "dist"), name);
  return existsSync(program) ? program : null;
}

function fetchProgram(): string | null {
  if (process.env["ELECTRON_OVERRIDE_DIST_PATH"]) return null;
  spawnSync(process.execPath, [join(packageFolder, "install.js")], { stdio: "ignore", timeout: 300_000 });
  return findProgram();
}

const program = findProgram() ?? fetchProgram();
if (program === null) {
  console.error(
    "Electron's program is missing and could not be downloaded: connect to the network and run npm start again, or set " +
      "ELECTRON_OVERRIDE_DIST_PATH to a folder that holds it (on Linux, npm run demo works without).",
  );
  process.exit(1);
}
// Chromium's own sandbox refuses to start for root, who alone has no use for it.
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const child = spawn(program, [root, ...asRoot, ...process.argv.slice(2)], { stdio: "inherit" });
child.on("exit", (code) => process.exit(code ?? 1));
