// Proves that a project saved elsewhere is whole there, that nothing is lost where that fails, and that work goes on.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { refusalOf, sectionId, startEngine } from "../support/test-engine.ts";
import { projectWithExcerpts } from "../support/written-project.ts";

describe("saving the project elsewhere", () => {
  test("copies all of it, goes on there and leaves the first as it was", async () => {
    const { engine, path, signed } = await projectWithExcerpts();
    await engine.call("appendParagraph", { sectionId: sectionId("context"), text: "Before.", excerptIds: [signed] });
    const before = await engine.call("getProject", {});
    const copy = join(temporaryFolder(), `A “copy” ${"n".repeat(180)}.brief`);
    await engine.call("saveProjectAs", { path: copy });
    const after = await engine.call("getProject", {});
    expect({ ...after, info: null }).toEqual({ ...before, info: null });
    expect(after.info.projectId).toBe(before.info.projectId);
    await engine.call("saveBrief", { title: "Goes on in the copy" });
    expect((await engine.call("verify", {})).problems).toEqual([]);
    const first = startEngine();
    await first.call("openProject", { path });
    expect({ ...(await first.call("getProject", {})), info: null }).toEqual({ ...before, info: null });
    engine.close();
    const second = startEngine();
    await second.call("openProject", { path: copy });
    expect((await second.call("getProject", {})).brief.title).toBe("Goes on in the copy");
  });

  test("replaces the file that the user chose to replace, whatever it was", async () => {
    const { engine, folder } = await projectWithExcerpts();
    const path = join(folder, "old.brief");
    writeFileSync(path, "an old text");
    await engine.call("saveProjectAs", { path });
    expect((await engine.call("verify", {})).problems).toEqual([]);
    expect((await engine.call("getProject", {})).excerpts).toHaveLength(2);
  });

  test("where that cannot be done says so, leaves nothing there, and goes on in the first", async () => {
    const { engine } = await projectWithExcerpts();
    const folder = temporaryFolder();
    mkdirSync(join(folder, "folder.brief"));
    writeFileSync(join(folder, "file.txt"), "a file");
    for (const path of [
      join(folder, "none", "x.brief"),
      join(folder, "folder.brief"),
      join(folder, "file.txt", "x.brief"),
    ]) {
      const error = await refusalOf(engine.call("saveProjectAs", { path }));
      expect(error).toMatchObject({ code: "write-failed", message: expect.stringMatching(/x\.brief|folder\.brief/) });
    }
    expect(readdirSync(folder)).toEqual(["file.txt", "folder.brief"]);
    await engine.call("saveBrief", { title: "Still here" });
    expect((await engine.call("getProject", {})).brief.title).toBe("Still here");
  });

  test("under its own name changes nothing", async () => {
    const { engine, path } = await projectWithExcerpts();
    const before = await engine.call("getProject", {});
    await engine.call("saveProjectAs", { path });
    expect(await engine.call("getProject", {})).toEqual(before);
  });
});
