// Proves that what a crash left half-written beside a project does not lie there for ever, and that nothing else goes.
import { existsSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { madeProject } from "../support/made-project.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { startEngine } from "../support/test-engine.ts";

const PARTIAL = ".attache-0f8fad5b-d9cb-469f-a165-70867728950e.partial";
const EARLIER = ".project-23456789abcd.partial";
const OTHERS = [".notes.partial", "attache-0f8fad5b-d9cb-469f-a165-70867728950e.partial", "report.partial"];

function leave(folder: string, names: readonly string[], daysAgo: number): void {
  const time = new Date(Date.now() - daysAgo * 24 * 60 * 60_000);
  for (const name of names) {
    writeFileSync(join(folder, name), "half of something");
    utimesSync(join(folder, name), time, time);
  }
}

const left = (folder: string, names: readonly string[]) => names.filter((name) => existsSync(join(folder, name)));

test("what was left half-written days ago goes when the project beside it is opened", async () => {
  const { folder, path } = await madeProject();
  const journal = `${PARTIAL}-journal`;
  leave(folder, [PARTIAL, journal, EARLIER, ...OTHERS], 2);
  await startEngine().call("openProject", { path });
  expect(left(folder, [PARTIAL, journal, EARLIER, ...OTHERS])).toEqual(OTHERS);
});

test("what somebody may still be writing stays", async () => {
  const { folder, path } = await madeProject();
  leave(folder, [PARTIAL], 0);
  await startEngine().call("openProject", { path });
  expect(left(folder, [PARTIAL])).toEqual([PARTIAL]);
});

test("an export clears the folder that it writes into", async () => {
  const { path } = await madeProject();
  const folder = temporaryFolder();
  leave(folder, [PARTIAL, ...OTHERS], 2);
  const engine = startEngine();
  await engine.call("openProject", { path });
  await engine.call("exportDocx", { path: join(folder, "note.docx") });
  expect(left(folder, [PARTIAL, ...OTHERS, "note.docx"])).toEqual([...OTHERS, "note.docx"]);
});
