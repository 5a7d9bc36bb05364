// Proves that a damaged project is refused in words that name it, and left as it was to the byte.
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AttacheError } from "../../src/ipc/errors.ts";
import { FILE_NAME, madeProject, query, refusedUntouched } from "../support/made-project.ts";
import { contentsOf } from "../support/temporary-folder.ts";
import { refusalOf, startEngine, type TestEngine } from "../support/test-engine.ts";

const PAGE_BYTES = 4096;

/** What was hit is words or bytes of a source: reading those may be refused, but in words too. */
async function expectReadableOrRefused(engine: TestEngine): Promise<void> {
  const { sources } = await engine.call("getProject", {});
  const readings = sources.map(({ id }) => engine.call("getSourceText", { sourceId: id }));
  for (const reading of [...readings, engine.call("verify", {})]) {
    await reading.catch((reason: unknown) => expect(reason).toBeInstanceOf(AttacheError));
  }
}

describe("a damaged project", () => {
  test("is refused at whatever length it was cut off, and left alone", async () => {
    const { folder, path } = await madeProject();
    const whole = readFileSync(path);
    const lengths = [
      1,
      99,
      100,
      511,
      512,
      PAGE_BYTES - 1,
      PAGE_BYTES,
      PAGE_BYTES + 1,
      3 * PAGE_BYTES,
      whole.length - PAGE_BYTES,
    ];
    for (const length of [...lengths, whole.length - 1]) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      const error = await refusedUntouched(path, folder);
      expect(error.message, `cut off at ${length}`).toContain(FILE_NAME);
      expect(error.code, `cut off at ${length}`).toBe(length < 100 ? "not-a-brief" : "brief-damaged");
    }
  });

  test("is refused where the bytes in the middle of its tables' pages were overwritten, and left alone", async () => {
    const { folder, path } = await madeProject();
    const whole = readFileSync(path);
    // Named so in the query.
    const roots = query(path, "SELECT rootpage AS page FROM sqlite_schema WHERE rootpage > 0") as { page: number }[];
    expect(roots.length).toBeGreaterThan(7);
    for (const { page } of roots) {
      const damagedBytes = Buffer.from(whole);
      // The head of the page and the list of its cells; empty tables have no more than that.
      damagedBytes.fill(0xa5, (page - 1) * PAGE_BYTES + 1, (page - 1) * PAGE_BYTES + 64);
      writeFileSync(path, damagedBytes);
      const error = await refusedUntouched(path, folder);
      expect(error, `page ${page}`).toMatchObject({
        code: "brief-damaged",
        message: expect.stringContaining(FILE_NAME),
      });
    }
  });

  test("is refused in words or opens, whatever bytes were hit; refused, it is left alone", async () => {
    const { folder, path } = await madeProject();
    const whole = readFileSync(path);
    const hit = fc.record({
      offset: fc.oneof(fc.nat(99), fc.nat(whole.length - 1)),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
    });
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(hit, { minLength: 1, maxLength: 4 }), async (hits) => {
        const bytes = Buffer.from(whole);
        for (const { offset, bytes: hitBytes } of hits) bytes.set(hitBytes.subarray(0, bytes.length - offset), offset);
        writeFileSync(path, bytes);
        const before = contentsOf(folder);
        const engine = startEngine();
        try {
          const error = await engine.call("openProject", { path }).then(
            () => null,
            (reason: unknown) => reason,
          );
          if (error === null) return await expectReadableOrRefused(engine);
          refusals += 1;
          expect(error).toMatchObject({
            code: expect.stringMatching(/^(not-a-brief|brief-newer|brief-damaged)$/),
            message: expect.stringContaining(FILE_NAME),
          });
          expect(contentsOf(folder)).toEqual(before);
        } finally {
          engine.close();
        }
      }),
      { numRuns: 150 },
    );
    expect(refusals).toBeGreaterThan(20);
  });

  test.each([
    ["a section that is no text", "UPDATE section SET content = '[{\"type\":\"drawing\"}]' WHERE id = 'context'"],
    ["a header that is no JSON", "UPDATE meta SET value = '{' WHERE key = 'brief-header'"],
    ["no template", "DELETE FROM meta WHERE key = 'template'"],
    ["a source without metadata", "UPDATE source SET metadata = '{}'"],
    ["an excerpt in no known state", "UPDATE excerpt SET state = 'fine'"],
    ["no table of excerpts", "PRAGMA foreign_keys = OFF; DROP TABLE citation; DROP TABLE excerpt"],
  ])("with %s is refused in words, left alone, and not held open", async (_case, sql) => {
    const { folder, path } = await madeProject();
    const database = new DatabaseSync(path);
    database.exec(sql);
    database.close();
    const error = await refusedUntouched(path, folder);
    expect(error).toMatchObject({ code: "brief-damaged", message: expect.stringContaining(FILE_NAME) });
    const again = new DatabaseSync(path, { timeout: 0 });
    again.exec("BEGIN EXCLUSIVE; COMMIT");
    again.close();
  });

  test("leaves the project that is open as it is", async () => {
    const { path } = await madeProject();
    const other = await madeProject();
    truncateSync(other.path, 2 * PAGE_BYTES);
    const engine = startEngine();
    await engine.call("openProject", { path });
    await refusalOf(engine.call("openProject", { path: other.path }));
    expect((await engine.call("getProject", {})).brief.title).toBe("The water treaty");
  });
});
