import { describe, expect, test } from "vitest";
import { sourceIdSchema } from "../../src/core/source/source.ts";
import type { ShownImportResult } from "../../src/ipc/import-result.ts";
import {
  type ImportList,
  importListAsText,
  importSummary,
  takeImportEvent,
} from "../../src/renderer/state/import-state.ts";

function result(fileName: string, part: Partial<ShownImportResult> = {}): ShownImportResult {
  return {
    fileName,
    status: "imported",
    sourceId: sourceIdSchema.parse(`source-${fileName}`),
    title: null,
    warnings: [],
    error: null,
    pendingId: null,
    attachedTo: null,
    ...part,
  };
}

const failed = (fileName: string) =>
  result(fileName, {
    status: "failed",
    sourceId: null,
    error: { code: "file-empty", message: `${fileName} is empty.` },
  });

function listAfter(results: readonly ShownImportResult[], before: ImportList | null = null): ImportList | null {
  const total = results.length;
  let list = before;
  for (const [done, each] of results.entries()) {
    list = takeImportEvent(list, { type: "import-progress", done, total, fileName: each.fileName, share: null });
    list = takeImportEvent(list, { type: "import-result", result: each });
  }
  return takeImportEvent(list, { type: "import-progress", done: total, total, fileName: "", share: null });
}

describe("the list of an import", () => {
  test("is gone where all went well, and stays with every file where one did not", () => {
    expect(listAfter([result("a"), result("b")])).toBeNull();
    expect(listAfter([result("a"), failed("b")])?.results.map(({ fileName }) => fileName)).toEqual(["a", "b"]);
  });

  test("begins anew with the next import", () => {
    const first = listAfter([failed("a")]);
    expect(listAfter([failed("b"), result("c")], first)?.results.map(({ fileName }) => fileName)).toEqual(["b", "c"]);
  });

  test("stays as it is when something else is imported for it, such as a file that waited for its password", () => {
    const list = listAfter([failed("a")]);
    const end = { type: "import-progress", done: 1, total: 1, fileName: "", share: null } as const;
    expect(takeImportEvent(list, end)?.results).toEqual(list?.results);
    expect(takeImportEvent(null, end)).toBeNull();
  });

  test("counts and names what failed, also as text to be sent on", () => {
    const cancelled = result("c", {
      status: "failed",
      sourceId: null,
      error: { code: "cancelled", message: "c was not imported." },
    });
    const results = [
      result("a"),
      failed("b"),
      cancelled,
      result("d", { status: "duplicate", warnings: ["d is here."] }),
    ];
    expect(importSummary(results)).toBe("1 imported, 1 of 4 failed, 1 cancelled, 1 already here");
    expect(importListAsText([failed("b")])).toBe("b: failed\n  b is empty.");
  });
});
