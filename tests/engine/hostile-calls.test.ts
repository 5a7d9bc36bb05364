// Proves that the engine survives whatever a window that was taken over may have relayed: every call is answered, by a
// result of the contract or a typed error; nothing is written but the project; no answer names a folder of the machine.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENGINE_METHODS, isWindowMethod, WINDOW_METHODS, type WindowMethod } from "../../src/ipc/engine-contract.ts";
import { AttacheError, ERROR_CODES } from "../../src/ipc/errors.ts";
import { hostileText, hostileValue, tampered } from "../support/hostile/hostile-values.ts";
import { soundCalls } from "../support/hostile/window-calls.ts";
import { contentsOf, temporaryFolder } from "../support/temporary-folder.ts";
import { importOne, keepQuote, paragraph, sectionId, startEngine } from "../support/test-engine.ts";

// The cast: Object.keys forgets what the keys are.
const METHODS = Object.keys(WINDOW_METHODS) as WindowMethod[];
const HOST_METHODS = Object.keys(ENGINE_METHODS).filter((name) => !isWindowMethod(name));
const TRIES = 60;

/** The answer to a call, as text; a typed error counts as one. Anything else fails the test. */
async function answerTo(call: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await call) ?? "";
  } catch (error) {
    if (!(error instanceof AttacheError)) throw error;
    expect(ERROR_CODES).toContain(error.code);
    expect(error.code).not.toBe("unexpected");
    return error.message;
  }
}

describe("a window that was taken over", () => {
  const folder = temporaryFolder(afterAll);
  const elsewhere = temporaryFolder(afterAll);
  const engine = startEngine(afterAll);
  let before: ReturnType<typeof contentsOf>;
  let sound: ReturnType<typeof soundCalls>;

  beforeAll(async () => {
    writeFileSync(join(elsewhere, "private.txt"), "Not for anybody.");
    const article = join(elsewhere, "minutes.txt");
    writeFileSync(
      article,
      Array.from({ length: 60 }, (_, item) => `Item ${item}: they took note of paper ${item * 7}.`).join("\n\n"),
    );
    before = contentsOf(elsewhere);
    await engine.call("createProject", { path: join(folder, "Project.brief"), title: "The water treaty" });
    const source = await importOne(engine, article);
    await keepQuote(engine, source.id, "they took note of paper 133.");
    const section = { id: sectionId("context"), title: "Context", marking: "", children: [paragraph("All night.")] };
    await engine.call("saveBrief", { sections: [section] });
    sound = soundCalls(await engine.call("getProject", {}));
  });

  const unharmed = async () => {
    expect(await engine.call("verify", {})).toMatchObject({ problems: [] });
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(contentsOf(elsewhere)).toEqual(before);
    expect(readdirSync(folder).filter((name) => !name.includes("Project.brief"))).toEqual([]);
  };

  test.for(METHODS)(
    "gets an answer or a typed error of %s, whatever it sends",
    { timeout: 120_000 },
    async (method) => {
      // What the method before may have taken out.
      if (sound.removeSource) await engine.call("removeSource", { ...sound.removeSource, removed: false });
      await fc.assert(
        fc.asyncProperty(tampered(sound[method] ?? {}), async (make) => {
          const answer = await answerTo(engine.dispatch(method, structuredClone(make())));
          expect(answer).not.toContain(folder);
          expect(answer).not.toContain(elsewhere);
        }),
        { numRuns: TRIES },
      );
      await unharmed();
    },
  );

  test("gets a typed error for methods that there are not, or that take what no window sends", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileValue, async (name, make) => {
        await expect(engine.dispatch(name, make())).rejects.toMatchObject({ code: "bad-arguments" });
      }),
    );
    for (const method of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      await expect(engine.dispatch(method, {})).rejects.toMatchObject({ code: "bad-arguments" });
    }
    const params = fc.anything().filter((value) => typeof value !== "object");
    for (const method of HOST_METHODS) {
      await fc.assert(
        fc.asyncProperty(params, async (value) => {
          await expect(engine.dispatch(method, value)).rejects.toMatchObject({ code: "bad-arguments" });
        }),
      );
    }
    await unharmed();
  });

  test("is told no folder in any event", () => {
    const told = JSON.stringify(engine.events);
    expect(told).not.toContain(folder);
    expect(told).not.toContain(elsewhere);
  });
});
