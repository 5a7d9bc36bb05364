/** The log holds codes, numbers and places in our code, and nothing else; it rotates, and bothers nobody where it cannot be written. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AttacheError } from "../../src/ipc/errors.ts";
import { lastLogLines, log, logError, logPrinted, startLog } from "../../src/main/log.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SECRET = "Geheimplan";

function started(): { folder: string; text: () => string } {
  const folder = join(temporaryFolder(), "logs");
  startLog(folder);
  return { folder, text: () => readFileSync(join(folder, "attache.log"), "utf8") };
}

describe("what is written", () => {
  test("when, what, and details that are codes and numbers", () => {
    const { text } = started();
    log("opened", { access: "write", sizeBytes: 4096, expected: true, code: null });
    expect(text()).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z opened access=write sizeBytes=4096 expected=true code=null\n$/u);
    expect(lastLogLines(5)).toEqual([text().trimEnd()]);
  });

  test.each([
    `/home/${SECRET}/note.brief`,
    `C:\\Users\\${SECRET}\\x`,
    `The ${SECRET} of the minister`,
    `${SECRET}\nopened`,
    `${SECRET}é`,
    SECRET.repeat(10),
  ])("of a text that is no code, nothing: %j", (value) => {
    const { text } = started();
    log("opened", { what: value });
    expect(text()).toContain("what=<text>");
    expect(text()).not.toContain(SECRET);
    expect(text().split("\n")).toHaveLength(2);
  });

  test("of an error its kind, its code and where in our code, and no message, path or name", () => {
    const { text } = started();
    logError("call-failed", new AttacheError("file-damaged", `${SECRET}.pdf is damaged.`), { method: "importFiles" });
    expect(text()).toContain("call-failed method=importFiles error=AttacheError code=file-damaged");

    const failed: unknown = (() => {
      try {
        return readFileSync(`/${SECRET}/${SECRET}.txt`);
      } catch (error) {
        return error;
      }
    })();
    logError("not-remembered", failed);
    expect(text()).toContain("not-remembered error=Error code=ENOENT");

    const odd = new TypeError(`${SECRET}\n    at ${SECRET} (/home/${SECRET}/out/main/${SECRET}.js:1:2)`);
    odd.stack = `TypeError: ${odd.message}\n    at run (/home/${SECRET}/app/out/main/index.js:12:34)\n    at /home/${SECRET}/node_modules/x.js:1:1\n    at async C:\\Users\\${SECRET}\\out\\main\\chunks\\project-Ab_1.js:5:6`;
    logError("uncaught", odd);
    expect(text()).toContain(
      "uncaught error=TypeError code=null\n    at main/index.js:12:34\n    at main/chunks/project-Ab_1.js:5:6\n",
    );

    class Named extends Error {
      override readonly name = SECRET;
      readonly code = SECRET;
    }
    logError("odd", new Named(SECRET));
    logError("odd", SECRET);
    logError("odd", { code: SECRET, message: SECRET });
    expect(text()).not.toContain(SECRET);
  });

  test("of what a process printed, how much and which error", () => {
    const { text } = started();
    logPrinted(
      "engine",
      `Warning: ${SECRET}\nRangeError: ${SECRET} is too long\n    at read (/opt/x/out/main/engine.js:7:8)\n`,
    );
    logPrinted("engine", "\n");
    expect(text()).toMatch(/ printed process=engine lines=3 error=RangeError\n {4}at main\/engine\.js:7:8\n$/u);
    expect(text()).not.toContain(SECRET);
  });
});

test("at one megabyte a new file is begun, and three are kept", () => {
  const { folder } = started();
  const line = { a: "x".repeat(40), b: "y".repeat(40), c: "z".repeat(40) };
  for (let count = 0; count < 30_000; count += 1) log("line", { count, ...line });
  expect(readdirSync(folder).sort()).toEqual(["attache.1.log", "attache.2.log", "attache.log"]);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1024 * 1024);
  expect(lastLogLines(1)[0]).toContain("count=29999 ");
  // A later start goes on in the same file.
  const before = statSync(join(folder, "attache.log")).size;
  startLog(folder);
  log("started");
  expect(statSync(join(folder, "attache.log")).size).toBeGreaterThan(before);
});

test("a log that cannot be written bothers nobody", () => {
  const folder = temporaryFolder();
  const taken = join(folder, "taken");
  writeFileSync(taken, "a file where the folder should be");
  startLog(taken);
  log("opened");
  logError("failed", new Error("x"));
  expect(lastLogLines(3)).toEqual([]);
  expect(readFileSync(taken, "utf8")).toBe("a file where the folder should be");

  const inTheWay = join(folder, "logs");
  mkdirSync(join(inTheWay, "attache.log"), { recursive: true });
  startLog(inTheWay);
  log("opened");
  expect(existsSync(join(inTheWay, "attache.log"))).toBe(true);
  expect(lastLogLines(3)).toEqual([]);
});
