// Proves what commands do to a project that a window has open: those that read work, those that write say who has it.
import { writeFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { startEngineProcess } from "../support/engine-process.ts";
import { FILE_NAME, madeProject } from "../support/made-project.ts";
import { buildIfMissing, infoSchema, json, run } from "../support/run-attache.ts";
import { contentsOf, temporaryFolder } from "../support/temporary-folder.ts";

beforeAll(buildIfMissing, 180_000);

const HOLDER = `${userInfo().username} on ${hostname()} has had it open since`;

test("commands that read work beside a window that writes, and touch nothing", async () => {
  const { folder, path } = await madeProject();
  const window = startEngineProcess();
  await window.call("openProject", { path });
  const before = contentsOf(folder);
  const document = join(temporaryFolder(), "Water.docx");
  for (const words of [
    ["show", path],
    ["sources", path],
    ["excerpts", path],
    ["search", path, "paper"],
    ["verify", path],
    ["export", path, document, "--evidence"],
  ])
    expect(await run(...words)).toMatchObject({ exitCode: 0, errors: "" });
  expect((await run("info", path)).output).toContain(HOLDER);
  expect(await json(infoSchema, "info", path, "--json")).toMatchObject({
    access: { kind: "read", reason: "in-use", holder: { user: userInfo().username, machine: hostname() } },
  });
  expect(contentsOf(folder)).toEqual(before);
});

test("commands that write fail in one line that says who has it and what to do, until it is closed", async () => {
  const { folder, path } = await madeProject();
  const window = startEngineProcess();
  await window.call("openProject", { path });
  const before = contentsOf(folder);
  const note = join(temporaryFolder(), "note.txt");
  writeFileSync(note, "A note of the delegation.");
  const adding = ["add", path, "--section", "context", "--text", "Mine"];
  for (const words of [adding, ["header", path, "to=Me"], ["import", path, note]]) {
    const { exitCode, errors, output } = await run(...words);
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: "" });
    expect(errors.trim().split("\n")).toHaveLength(1);
    expect(errors).toContain(`${FILE_NAME} is open for reading only, so nothing was changed. ${HOLDER}`);
    expect(errors).toContain("try again once it is closed there");
  }
  expect(contentsOf(folder)).toEqual(before);
  await window.call("closeProject", {});
  expect(await run(...adding)).toMatchObject({ exitCode: 0 });
});
