// Proves that a lock which nobody holds keeps nobody out and costs nobody a file, that one which is held is respected, and
// that who may not write a project can read it.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { accessSchema } from "../../src/ipc/access.ts";
import { type EngineProcess, killOnceItSpeaks, startEngineProcess } from "../support/engine-process.ts";
import { HALF_WRITTEN } from "../support/half-written.ts";
import { FILE_NAME, madeProject } from "../support/made-project.ts";
import { contentsOf, temporaryFolder } from "../support/temporary-folder.ts";
import { refusalOf, startEngine } from "../support/test-engine.ts";

const LOCK_NAME = `.${FILE_NAME}.lock`;

async function accessIn(process: EngineProcess, path: string): Promise<unknown> {
  const answer = await process.call("openProject", { path });
  return z.object({ result: z.object({ access: accessSchema }) }).parse(answer).result.access;
}

describe("a lock that nobody holds", () => {
  test("of a process that was killed is taken at once, and is gone in the end", async () => {
    const { folder, path } = await madeProject();
    const victim = startEngineProcess();
    await victim.call("openProject", { path });
    await victim.call("saveBrief", { title: "The last words" });
    await victim.kill();
    expect(existsSync(join(folder, LOCK_NAME)), "it left its lock").toBe(true);
    const engine = startEngine();
    expect((await engine.call("openProject", { path, again: true })).access).toEqual({ kind: "write" });
    expect((await engine.call("getProject", {})).brief.title).toBe("The last words");
    engine.close();
    expect(Object.keys(contentsOf(folder))).toEqual([FILE_NAME]);
  });

  test.each<[string, (lock: string) => void]>([
    [
      "of a machine that died",
      (lock) => {
        const database = new DatabaseSync(lock);
        database.exec(
          "CREATE TABLE holder (token TEXT, user TEXT, machine TEXT, process INTEGER, since TEXT) STRICT;" +
            "INSERT INTO holder VALUES ('t', 'anna', 'DESK-12', 4711, '2026-03-03T09:14:00.000Z')",
        );
        database.close();
      },
    ],
    ["that is empty", (lock) => writeFileSync(lock, "")],
    ["that is no lock", (lock) => writeFileSync(lock, "Dear all,\n".repeat(300))],
    ["that is too large to be one", (lock) => writeFileSync(lock, Buffer.alloc(300_000, 7))],
    ["that was cut off", (lock) => writeFileSync(lock, "SQLite format 3\0")],
    [
      "of a newer Attaché",
      (lock) => {
        const database = new DatabaseSync(lock);
        database.exec("CREATE TABLE holder (user TEXT, machine TEXT, since TEXT, room TEXT); PRAGMA user_version = 9");
        database.close();
      },
    ],
    [
      "that would run something",
      (lock) => {
        const database = new DatabaseSync(lock);
        database.exec(
          "CREATE TABLE holder (token TEXT, user TEXT, machine TEXT, process INTEGER, since TEXT); CREATE TABLE kept (x);" +
            "CREATE TRIGGER t BEFORE DELETE ON holder BEGIN SELECT RAISE(FAIL, 'ran'); END; INSERT INTO holder (user) VALUES ('x')",
        );
        database.close();
      },
    ],
  ])("%s keeps nobody out", async (_case, make) => {
    const { folder, path } = await madeProject();
    make(join(folder, LOCK_NAME));
    const engine = startEngine();
    expect((await engine.call("openProject", { path })).access).toEqual({ kind: "write" });
    expect(await accessIn(startEngineProcess(), path)).toMatchObject({
      holder: { user: userInfo().username, machine: hostname() },
    });
    engine.close();
    expect(Object.keys(contentsOf(folder))).toEqual([FILE_NAME]);
  });

  test.each<[string, (target: string, lock: string) => void]>([
    ["a link", symlinkSync],
    ["a second name", linkSync],
  ])("but is %s to another file leaves that file as it is", async (_case, make) => {
    const { folder, path } = await madeProject();
    const theirs = join(temporaryFolder(), "theirs.db");
    const database = new DatabaseSync(theirs);
    database.exec("CREATE TABLE mine (words TEXT); INSERT INTO mine VALUES ('weeks of work')");
    database.close();
    const before = readFileSync(theirs);
    make(theirs, join(folder, LOCK_NAME));
    const engine = startEngine();
    expect((await engine.call("openProject", { path })).access).toEqual({ kind: "write" });
    engine.close();
    expect(readFileSync(theirs).equals(before)).toBe(true);
    expect(Object.keys(contentsOf(folder))).toEqual([FILE_NAME]);
  });
});

describe("a lock that somebody holds", () => {
  test("of a newer Attaché is respected, with what can be read of it", async () => {
    const { folder, path } = await madeProject();
    const lock = join(folder, LOCK_NAME);
    const newer = new DatabaseSync(lock);
    onTestFinished(() => newer.close());
    newer.exec("CREATE TABLE holder (room TEXT, user TEXT, machine TEXT, since TEXT)");
    newer.exec("INSERT INTO holder VALUES ('12', 'Anna', 'DESK-12', '2026-03-03T09:14:00.000Z'); BEGIN IMMEDIATE");
    const { access } = await startEngine().call("openProject", { path });
    const holder = { user: "Anna", machine: "DESK-12", since: "2026-03-03T09:14:00.000Z" };
    expect(access).toEqual({ kind: "read", reason: "in-use", holder });
  });

  test("is respected also where it does not say whose it is", async () => {
    const { folder, path } = await madeProject();
    const strange = new DatabaseSync(join(folder, LOCK_NAME));
    onTestFinished(() => strange.close());
    strange.exec("CREATE TABLE other (x); BEGIN IMMEDIATE");
    const { access } = await startEngine().call("openProject", { path });
    expect(access).toEqual({ kind: "read", reason: "in-use", holder: null });
  });

  test("shows a name without what would spoil the line that it stands in", async () => {
    const { folder, path } = await madeProject();
    const strange = new DatabaseSync(join(folder, LOCK_NAME));
    onTestFinished(() => strange.close());
    strange.exec("CREATE TABLE holder (token TEXT, user TEXT, machine TEXT, process INTEGER, since TEXT)");
    const user = `An\n\u202ena${"x".repeat(5000)}`;
    strange.prepare("INSERT INTO holder VALUES ('t', ?, '', 1, 'yesterday')").run(user);
    strange.exec("BEGIN IMMEDIATE");
    const engine = startEngine();
    await engine.call("openProject", { path });
    const { message } = await refusalOf(engine.call("saveBrief", { title: "Mine" }));
    expect(message).toMatch(/An nax+ has it open\./u);
    expect(message.length).toBeLessThan(600);
  });
});

describe("a project of an earlier version that cannot be written", () => {
  test("is refused with what to do, since reading it needs the update", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "Old.brief");
    writeFileSync(path, readFileSync(join(import.meta.dirname, "../fixtures/projects/version-1.brief")));
    const holder = new DatabaseSync(join(folder, ".Old.brief.lock"));
    onTestFinished(() => holder.close());
    holder.exec("CREATE TABLE other (x); BEGIN IMMEDIATE");
    const error = await refusalOf(startEngine().call("openProject", { path }));
    expect(error.code).toBe("brief-read-only");
    expect(error.message).toContain("Old.brief was made by an earlier Attaché (file version 1)");
    expect(error.message).toContain("Open it once it is closed there.");
  });
});

const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;

describe.skipIf(!asRoot)("for another user (needs root to become one)", () => {
  test("a file in a folder that only others may write in opens for reading", async () => {
    const { folder, path } = await madeProject();
    chmodSync(folder, 0o755);
    chmodSync(path, 0o666);
    const before = contentsOf(folder);
    const user = startEngineProcess(NOBODY);
    expect(await accessIn(user, path)).toEqual({ kind: "read", reason: "write-protected", holder: null });
    expect(await user.call("getProject", {})).toHaveProperty("result");
    expect(contentsOf(folder)).toEqual(before);
  });

  test("one that both may write is written by the first, then by the other, whoever made the lock", async () => {
    const { folder, path } = await madeProject();
    chmodSync(folder, 0o777);
    chmodSync(path, 0o666);
    const user = startEngineProcess(NOBODY);
    const engine = startEngine();
    await engine.call("openProject", { path });
    expect(await accessIn(user, path)).toMatchObject({ reason: "in-use", holder: { user: userInfo().username } });
    engine.close();
    expect(await accessIn(user, path)).toEqual({ kind: "write" });
    const other = startEngine();
    const { access } = await other.call("openProject", { path });
    expect(access).toMatchObject({ reason: "in-use", holder: { machine: hostname() } });
    // Root killed as a user would be: its lock stays, and is not root's alone.
    await user.kill();
    expect((await other.call("openProject", { path })).access).toEqual({ kind: "write" });
  });

  test("a lock left by the other's crash is taken all the same", async () => {
    const { folder, path } = await madeProject();
    chmodSync(folder, 0o777);
    chmodSync(path, 0o666);
    const crashed = startEngineProcess();
    await crashed.call("openProject", { path });
    await crashed.kill();
    const user = startEngineProcess(NOBODY);
    expect(await accessIn(user, path)).toEqual({ kind: "write" });
    await user.call("closeProject", {});
    expect(Object.keys(contentsOf(folder))).toEqual([FILE_NAME]);
  });

  test("one that was not closed properly, and that they may not write, says what is to be done", async () => {
    const { folder, path } = await madeProject();
    await killOnceItSpeaks(HALF_WRITTEN, path);
    chmodSync(folder, 0o755);
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
    const before = contentsOf(folder);
    const answer = await startEngineProcess(NOBODY).call("openProject", { path });
    expect(answer).toMatchObject({
      error: { code: "brief-read-only", message: expect.stringMatching(/not closed properly.*Copy it to a folder/) },
    });
    expect(contentsOf(folder)).toEqual(before);
  });
});

/** A folder on a medium that nobody can write to, with what `folder` holds. Null where this machine cannot make one. */
function readOnlyMedium(folder: string): string | null {
  const medium = join(temporaryFolder(), "medium");
  mkdirSync(medium);
  const mounted = spawnSync("mount", ["--bind", folder, medium]).status === 0;
  if (!mounted) return null;
  onTestFinished(() => void spawnSync("umount", [medium]));
  return spawnSync("mount", ["-o", "remount,bind,ro", medium]).status === 0 ? medium : null;
}

describe.skipIf(!asRoot)("on a read-only medium (needs root to make one)", () => {
  test("a project opens for reading, can be exported and saved elsewhere", async ({ skip }) => {
    const { folder, path } = await madeProject();
    chownSync(path, NOBODY, NOBODY);
    const medium = readOnlyMedium(dirname(path));
    if (medium === null) return skip("This machine lets nobody mount.");
    const engine = startEngine();
    const { access } = await engine.call("openProject", { path: join(medium, FILE_NAME) });
    expect(access).toEqual({ kind: "read", reason: "write-protected", holder: null });
    expect((await engine.call("getProject", {})).brief.title).toBe("The water treaty");
    const { message } = await refusalOf(engine.call("saveBrief", { title: "Mine" }));
    expect(message).toContain("write-protected");
    await engine.call("exportDocx", { path: join(temporaryFolder(), "Water.docx") });
    const copy = await engine.call("saveProjectAs", { path: join(temporaryFolder(), "Copy.brief") });
    expect(copy.access).toEqual({ kind: "write" });
    expect(Object.keys(contentsOf(folder))).toEqual([FILE_NAME]);
  });

  test("one that another program left in write-ahead mode opens too", async ({ skip }) => {
    const { folder, path } = await madeProject();
    const database = new DatabaseSync(path);
    database.exec("PRAGMA journal_mode = WAL");
    database.close();
    const medium = readOnlyMedium(folder);
    if (medium === null) return skip("This machine lets nobody mount.");
    const engine = startEngine();
    await engine.call("openProject", { path: join(medium, FILE_NAME) });
    expect((await engine.call("getProject", {})).brief.title).toBe("The water treaty");
  });
});
