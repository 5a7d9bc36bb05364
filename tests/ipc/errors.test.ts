// Proves what crosses to a window of errors that nobody foresaw.
import { readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AttacheError, toErrorData } from "../../src/ipc/errors.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function errorOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("It did not fail.");
}

test("names the file of a system's error, not its folder", () => {
  const folder = temporaryFolder();
  const { code, message } = toErrorData(errorOf(() => readFileSync(join(folder, "gone.brief"))));
  expect(code).toBe("unexpected");
  expect(message).toContain("'gone.brief'");
  expect(message).not.toContain(folder);
  const moved = toErrorData(errorOf(() => renameSync(join(folder, "gone.brief"), join(folder, "kept", "new.brief"))));
  expect(moved.message).not.toContain(folder);
  expect(moved.message).toContain("'new.brief'");
});

test("leaves our own words as they are, and takes whatever was thrown", () => {
  expect(toErrorData(new AttacheError("cancelled", "Reading it was cancelled."))).toEqual({
    code: "cancelled",
    message: "Reading it was cancelled.",
  });
  for (const thrown of [null, undefined, "words", 3n, { path: 7 }]) expect(toErrorData(thrown).code).toBe("unexpected");
});
