/**
 * Takes and lets go of the lock of a project, over and over, as fast as it can. Run by plain Node, which strips types.
 * Arguments: the project and how many turns. While it holds the lock it makes a file that must not be there yet. Prints how often it
 * held the lock, and how often somebody else held it at the same time.
 */
import { closeSync, openSync, rmSync } from "node:fs";
import { takeProjectLock } from "../../src/engine/project/project-lock.ts";

const [path = "", turns = "0"] = process.argv.slice(2);
let held = 0;
let clashes = 0;

for (let turn = 0; turn < Number(turns); turn += 1) {
  const attempt = takeProjectLock(path, new Date().toISOString());
  if (attempt.kind !== "held") continue;
  held += 1;
  try {
    closeSync(openSync(`${path}.inside`, "wx"));
    rmSync(`${path}.inside`, { force: true });
  } catch {
    clashes += 1;
  }
  attempt.lock.release();
}
process.stdout.write(JSON.stringify({ held, clashes }));
