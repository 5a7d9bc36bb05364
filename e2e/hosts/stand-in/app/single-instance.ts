/**
 * One app per userData folder, as Electron has it: the first process holds a lock file and hears of those that come after.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a later process leaves for the first one. */
interface Visit {
  readonly argv: string[];
  readonly workingDirectory: string;
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

/** Takes the lock and answers true; or leaves word for its holder and answers false. */
export function takeInstanceLock(userDataFolder: string, onVisit: (visit: Visit) => void): boolean {
  const folder = join(userDataFolder, "stand-in-instance");
  const lock = join(folder, "lock");
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
  } catch {
    if (isRunning(Number(readFileSync(lock, "utf8")))) {
      const visit: Visit = { argv: process.argv, workingDirectory: process.cwd() };
      writeFileSync(join(folder, `visit-${process.pid}.json`), JSON.stringify(visit));
      return false;
    }
    writeFileSync(lock, String(process.pid));
  }
  const watcher = watch(folder, (_event, name) => {
    const path = join(folder, String(name));
    if (!name?.startsWith("visit-") || !existsSync(path)) return;
    const text = readFileSync(path, "utf8");
    if (text === "") return;
    rmSync(path);
    // The border: the same function in another process wrote it.
    onVisit(JSON.parse(text) as Visit);
  });
  watcher.unref();
  process.once("exit", () => rmSync(lock, { force: true }));
  return true;
}
