// Proves that a project of an earlier version is copied before it is changed, and that the copy costs nobody anything.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, test } from "vitest";
import { SCHEMA_VERSION } from "../../src/engine/project/migrations.ts";
import { canMount, smallDisk } from "../support/disks.ts";
import { killOnceItSpeaks, startEngineProcess } from "../support/engine-process.ts";
import { HALF_WRITTEN } from "../support/half-written.ts";
import { refusedUntouched } from "../support/made-project.ts";
import { buildIfMissing, run } from "../support/run-attache.ts";
import { contentsOf, sumOf, temporaryFolder } from "../support/temporary-folder.ts";
import { startEngine } from "../support/test-engine.ts";

const FIXTURE = join(import.meta.dirname, "../fixtures/projects/version-2.brief");
const NOBODY = 65534;
const ORIGINAL = sumOf(readFileSync(FIXTURE));

function oldProject(name = "River.brief"): { folder: string; path: string } {
  const folder = temporaryFolder();
  const path = join(folder, name);
  copyFileSync(FIXTURE, path);
  return { folder, path };
}

async function open(path: string) {
  const engine = startEngine();
  const info = await engine.call("openProject", { path });
  await engine.call("closeProject", {});
  return info;
}

/** What a kill leaves at the end of an update: the new pages are written, and the journal that takes them back is there. */
function cutOffAtCommit(path: string): void {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA cache_size = 1; PRAGMA synchronous = FULL; BEGIN IMMEDIATE");
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; CREATE TABLE snapshot (brief BLOB)`);
  database.exec("INSERT INTO snapshot VALUES (randomblob(2000000))");
  const journal = readFileSync(`${path}-journal`);
  database.exec("COMMIT");
  database.close();
  writeFileSync(`${path}-journal`, journal);
}

describe("opening a project of an earlier version", () => {
  test("puts aside a copy as it was, with its permissions, and says so until it is closed", async () => {
    const { folder, path } = oldProject();
    chmodSync(path, 0o640);
    const { upgrade } = await open(path);
    expect(upgrade).toEqual({ fromVersion: 2, copyName: "River (before update from version 2).brief" });
    const copy = join(folder, "River (before update from version 2).brief");
    expect(sumOf(readFileSync(copy))).toBe(ORIGINAL);
    expect(statSync(copy).mode & 0o777).toBe(0o640);
    expect(Object.keys(contentsOf(folder))).toEqual(["River (before update from version 2).brief", "River.brief"]);
    expect((await open(path)).upgrade).toBeNull();
  });

  test("writes over no copy of that name, but takes one that is the same for its own", async () => {
    const { folder, path } = oldProject();
    const taken = join(folder, "River (before update from version 2).brief");
    writeFileSync(taken, "something else");
    mkdirSync(join(folder, "River (before update from version 2) 2.brief"));
    expect((await open(path)).upgrade?.copyName).toBe("River (before update from version 2) 3.brief");
    expect(readFileSync(taken, "utf8")).toBe("something else");
    copyFileSync(FIXTURE, path);
    expect((await open(path)).upgrade?.copyName).toBe("River (before update from version 2) 3.brief");
    expect(Object.keys(contentsOf(folder))).toHaveLength(4);
  });

  test("can be undone: the copy in the place of the file opens as the file did", async () => {
    const { folder, path } = oldProject();
    await open(path);
    renameSync(join(folder, "River (before update from version 2).brief"), path);
    expect((await open(path)).upgrade?.fromVersion).toBe(2);
  });

  test("that was left half-written takes that back first, and copies what was there before", async () => {
    const { folder, path } = oldProject();
    await killOnceItSpeaks(HALF_WRITTEN, path);
    expect(existsSync(`${path}-journal`)).toBe(true);
    const { upgrade } = await open(path);
    expect(sumOf(readFileSync(join(folder, upgrade?.copyName ?? "")))).toBe(ORIGINAL);
  });

  test("whose update was cut off, and which says a version that it never came to be, is opened as what it was", async () => {
    const { folder, path } = oldProject();
    cutOffAtCommit(path);
    expect(readFileSync(path).readUInt32BE(60)).toBe(SCHEMA_VERSION);
    const { upgrade } = await open(path);
    expect(upgrade?.fromVersion).toBe(2);
    expect(sumOf(readFileSync(join(folder, upgrade?.copyName ?? "")))).toBe(ORIGINAL);
  });

  test.skipIf(!canMount)("is refused in words where the disk has no room for the copy (needs root)", async () => {
    const folder = smallDisk(Math.ceil((statSync(FIXTURE).size * 1.5) / 1024));
    const path = join(folder, "River.brief");
    copyFileSync(FIXTURE, path);
    const error = await refusedUntouched(path, folder);
    expect(error).toMatchObject({ code: "write-failed", message: expect.stringContaining("not enough room") });
  });

  test.skipIf(process.getuid?.() !== 0)("is refused where the folder may not be written to (needs root)", async () => {
    const { folder, path } = oldProject();
    chmodSync(folder, 0o555);
    chmodSync(path, 0o666);
    const before = contentsOf(folder);
    expect(await startEngineProcess(NOBODY).call("openProject", { path })).toMatchObject({
      error: { code: "brief-read-only", message: expect.stringContaining("brought up to date") },
    });
    expect(contentsOf(folder)).toEqual(before);
  });

  test("is refused in words where its name leaves no room for the copy's", async () => {
    const { folder, path } = oldProject(`${"R".repeat(230)}.brief`);
    const error = await refusedUntouched(path, folder);
    expect(error).toMatchObject({ code: "write-failed", message: expect.stringContaining("Give it a shorter one") });
  });
});

beforeAll(buildIfMissing);

test("the command line says on standard error that a copy was put aside", async () => {
  const { path } = oldProject();
  const first = await run("info", path, "--json");
  expect(first.errors).toBe(
    "attache: River.brief was made by an earlier Attaché and has been brought up to date. A copy as it was lies beside " +
      "it: “River (before update from version 2).brief”.\n",
  );
  expect(JSON.parse(first.output)).toMatchObject({ schemaVersion: expect.any(Number) });
  expect((await run("info", path)).errors).toBe("");
});
