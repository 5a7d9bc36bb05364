// Proves on many seeded kinds of damage that a briefing never crashes Attaché and is never written to, that recovering it
// always gives a briefing that opens, and that nothing is lost that lay on undamaged pages.
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AttacheError } from "../../src/ipc/errors.ts";
import { changedPages, damaged } from "../support/damage.ts";
import { type RichProject, richProject } from "../support/rich-project.ts";
import { type PlacedRow, rowPages } from "../support/row-pages.ts";
import { contentsOf, temporaryFolder } from "../support/temporary-folder.ts";
import { startEngine, type TestEngine } from "../support/test-engine.ts";

const VARIANTS = Number(process.env["ATTACHE_DAMAGE_VARIANTS"] ?? 200);
const FIRST_SEED = Number(process.env["ATTACHE_DAMAGE_SEED"] ?? 1);
const GROUPS = 20;
/** On a machine that does much else. */
const PATIENCE_MS = 300_000;

let rich: RichProject;
let rows: readonly PlacedRow[];
let engine: TestEngine;
let folder: string;

beforeAll(async () => {
  folder = temporaryFolder(afterAll);
  rich = await richProject(afterAll);
  const sound = join(folder, "sound.brief");
  writeFileSync(sound, rich.bytes);
  rows = rowPages(sound);
  engine = startEngine(afterAll);
}, PATIENCE_MS);

describe("where the rows of a sound file lie", () => {
  test("is known of every row that SQLite finds in it", () => {
    const database = new DatabaseSync(join(folder, "sound.brief"), { readOnly: true });
    for (const table of [
      "meta",
      "source",
      "source_blob",
      "block",
      "page",
      "attachment",
      "excerpt",
      "section",
      "snapshot",
    ]) {
      const count = database.prepare(`SELECT COUNT(*) AS count FROM ${table}`).get()?.["count"];
      expect(rows.filter((row) => row.table === table).length, table).toBe(count);
      expect(count, table).toBeGreaterThan(0);
    }
    database.close();
  });
});

describe(`a briefing that is damaged in ${VARIANTS} ways`, () => {
  test.each(Array.from({ length: GROUPS }, (_, group) => group))(
    "gives back what is undamaged (%i)",
    async (group) => {
      for (let seed = FIRST_SEED + group; seed < FIRST_SEED + VARIANTS; seed += GROUPS) await recoverOne(seed);
    },
    PATIENCE_MS,
  );
});

async function recoverOne(seed: number): Promise<void> {
  const { words, bytes, journal } = damaged(rich.bytes, seed);
  const here = join(folder, String(seed));
  mkdirSync(here);
  const [path, to] = [join(here, "Damaged.brief"), join(here, "New.brief")];
  writeFileSync(path, bytes);
  if (journal) writeFileSync(`${path}-journal`, journal);
  const before = contentsOf(here);
  await expectSoundOrRefused(path, words, journal === null);
  if (journal) {
    // SQLite may have taken the journal in, or away.
    writeFileSync(path, bytes);
    writeFileSync(`${path}-journal`, journal);
  }
  const report = await engine.call("recoverProject", { path, to }).catch((error: unknown) => {
    // Where not one row is left there is nothing to make a briefing of.
    expect(error, words).toMatchObject({ code: "not-a-brief" });
    expect(
      untouched(bytes).filter((row) => essence(row) !== null),
      words,
    ).toEqual([]);
    return null;
  });
  const { "New.brief": _made, ...after } = contentsOf(here);
  expect(after, words).toEqual(before);
  if (report) await expectSoundAgain(to, words, bytes, report.notes);
  rmSync(here, { recursive: true });
}

async function expectSoundAgain(to: string, words: string, bytes: Buffer, notes: readonly string[]): Promise<void> {
  await engine.call("openProject", { path: to });
  const { problems } = await engine.call("verify", {});
  const known =
    /^Excerpt \S+ is (?:lost|ambiguous|changed)\.$|^Citation \d+ names an excerpt that is not in this project\.$/;
  expect(
    problems.filter((problem) => !known.test(problem)),
    words,
  ).toEqual([]);
  await engine.call("closeProject", {});
  expect(missing(to, untouched(bytes)), words).toEqual([]);
  if (countOf(to) < rows.filter(({ table }) => COUNTED.has(table)).length) expect(notes, words).not.toEqual([]);
}

const COUNTED = new Set(["source", "excerpt", "snapshot", "export_file"]);

/** How many things a user would count are in a file. */
function countOf(path: string): number {
  const database = new DatabaseSync(path, { readOnly: true });
  const counts = [...COUNTED].map(
    (table) => database.prepare(`SELECT COUNT(*) AS count FROM ${table}`).get()?.["count"],
  );
  database.close();
  return counts.reduce<number>((sum, count) => sum + Number(count), 0);
}

/** Which column of a snapshot names the one that it rests on. */
const BASE = 8;

/** The rows whose every page is as it was. */
function untouched(bytes: Buffer): PlacedRow[] {
  const isChanged = changedPages(rich.bytes, bytes);
  const whole = rows.filter(({ pages }) => !pages.some(isChanged));
  const sources = new Set(whole.filter(({ table }) => table === "source").map(({ values: [id] }) => id));
  const snapshots = new Set(whole.filter(({ table }) => table === "snapshot").map(({ values: [id] }) => id));
  // What came with what is known for as long as both are; a state of the brief for as long as what it rests on.
  return whole.filter(({ table, values }) => {
    if (table === "attachment") return sources.has(values[0] ?? null) && sources.has(values[1] ?? null);
    return table !== "snapshot" || values[BASE] === null || snapshots.has(values[BASE] ?? null);
  });
}

/** Opens the damaged file itself: what opens can be read or says in words why not; what does not is left as it is. */
async function expectSoundOrRefused(path: string, words: string, leftAlone: boolean): Promise<void> {
  const before = contentsOf(join(path, ".."));
  const refusal: unknown = await engine.call("openProject", { path }).then(
    () => null,
    (error: unknown) => error,
  );
  if (refusal === null) {
    const calls = [
      engine.call("getProject", {}),
      engine.call("verify", {}),
      engine.call("search", { query: "council" }),
    ];
    for (const answer of await Promise.allSettled(calls)) {
      if (answer.status === "rejected") expect(answer.reason, words).toBeInstanceOf(AttacheError);
    }
    await engine.call("closeProject", {});
    return;
  }
  expect(refusal, words).toBeInstanceOf(AttacheError);
  expect(refusal, words).toMatchObject({ code: expect.stringMatching(/^(?:brief-damaged|not-a-brief|brief-newer)$/) });
  if (leftAlone) expect(contentsOf(join(path, "..")), words).toEqual(before);
}

/** What of a row must be in the new file, word for word; null for a row that is made again from others. */
function essence({ table, values }: Pick<PlacedRow, "table" | "values">): string | null {
  const [first, second, , fourth, fifth, sixth] = values;
  switch (table) {
    case "meta":
      return META.has(String(first)) ? JSON.stringify([table, first, second]) : null;
    case "source":
      return JSON.stringify([table, first, values[10]]);
    case "block":
      return JSON.stringify([table, second, sixth]);
    case "excerpt":
      return JSON.stringify([table, first, second, fifth]);
    case "section":
      return JSON.stringify([table, first, fourth]);
    case "source_blob":
    case "snapshot":
    case "export_file":
      return JSON.stringify([table, first]);
    case "attachment":
      return JSON.stringify([table, first, second]);
    default:
      return null;
  }
}
const META = new Set(["template", "brief-title", "brief-header", "brief-recommendations", "project-id"]);

/** The rows that are not in a new file. */
function missing(to: string, wanted: readonly PlacedRow[]): string[] {
  const database = new DatabaseSync(to, { readOnly: true });
  const there = new Set(
    ["meta", "source", "block", "excerpt", "section", "source_blob", "snapshot", "export_file"].flatMap((table) => {
      // The bytes are known by their sum, which the new file is verified by.
      const statement = database.prepare(
        table === "source_blob" ? "SELECT sha256 FROM source_blob" : `SELECT * FROM ${table}`,
      );
      statement.setReturnArrays(true);
      // The statement answers arrays, which its type does not say.
      return (statement.all() as unknown as PlacedRow["values"][]).map((values) => essence({ table, values }));
    }),
  );
  for (const { source_id, mail_id } of database.prepare("SELECT source_id, mail_id FROM attachment").all())
    there.add(JSON.stringify(["attachment", source_id, mail_id]));
  database.close();
  return wanted
    .map(essence)
    .filter((row) => row !== null && !there.has(row))
    .map(String);
}

test("the new file is nowhere but where it was asked for", () => {
  expect(existsSync(join(folder, "sound.brief"))).toBe(true);
  expect(Object.keys(contentsOf(folder))).toEqual(["sound.brief"]);
});
