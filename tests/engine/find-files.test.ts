// Proves which files an import of a folder means, and that none is left out in silence.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesIn } from "../../src/engine/operations/find-files.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test("a folder means its own files by name, then those of its folders, without what no user thinks of as a file", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "annex"));
  mkdirSync(join(folder, "page_files"));
  for (const name of ["b10.txt", "b9.txt", "page.html", ".hidden", "~$b9.docx", "annex/a.txt", "page_files/logo.css"])
    writeFileSync(join(folder, name), "x");
  symlinkSync(folder, join(folder, "round"));
  expect((await filesIn([folder])).map(({ name }) => name)).toEqual(["b9.txt", "b10.txt", "page.html", "annex/a.txt"]);
});

test("where there are more files than one import takes, it says from which one on", async () => {
  const folder = temporaryFolder();
  for (let number = 10_000; number <= 20_002; number += 1) writeFileSync(join(folder, `${number}.txt`), "");
  const found = await filesIn([folder]);
  expect(found).toHaveLength(10_001);
  const problems = found.filter(({ problem }) => problem !== null);
  expect(problems.map(({ name }) => name)).toEqual(["20000.txt"]);
  expect(problems[0]?.problem?.message).toContain("From 20000.txt on nothing was imported");
});
