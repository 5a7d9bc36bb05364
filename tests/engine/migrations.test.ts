// Proves that a project of every earlier version opens, keeps everything, and can do what this version can.
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { SCHEMA_VERSION } from "../../src/engine/project/project-file.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { sectionOf, startEngine } from "../support/test-engine.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/projects");

function copyOf(name: string): string {
  const path = join(temporaryFolder(), name);
  copyFileSync(join(FIXTURES, name), path);
  return path;
}

/** What version 1 kept, read without any of our code. */
function readVersion1(path: string) {
  const database = new DatabaseSync(path, { readOnly: true });
  const all = (sql: string) => database.prepare(sql).all();
  const content = {
    sources: all("SELECT id, file_name, sha256, metadata, character_count FROM source ORDER BY position"),
    text: all("SELECT source_id, position, kind, level, text FROM block ORDER BY source_id, position"),
    excerpts: all("SELECT id, source_id, exact, start_utf16, end_utf16, locator, state FROM excerpt ORDER BY id"),
    citations: all("SELECT id, section_id, position, excerpt_id FROM citation"),
    sections: all("SELECT id, title, content FROM section ORDER BY position"),
  };
  database.close();
  return content;
}

describe("a project of version 1", () => {
  test("opens and keeps every source, block, excerpt and word", async () => {
    const path = copyOf("version-1.brief");
    const before = readVersion1(path);
    const engine = startEngine();
    const info = await engine.call("openProject", { path });
    expect(info.schemaVersion).toBe(SCHEMA_VERSION);
    const project = await engine.call("getProject", {});
    expect(project.sources.map(({ fileName }) => fileName)).toEqual(before.sources.map((row) => row["file_name"]));
    expect(project.sources.every(({ format, removed }) => format === "text" && !removed)).toBe(true);
    expect(sectionOf(project.brief, "outcomes").children).toHaveLength(1);
    expect(await engine.call("verify", {})).toMatchObject({ problems: [], sources: 5, excerpts: 2, citations: 1 });
    engine.close();
    expect(readVersion1(path)).toEqual(before);
  });

  test("can be searched at once, though it had no index", async () => {
    const engine = startEngine();
    await engine.call("openProject", { path: copyOf("version-1.brief") });
    const found = await engine.call("search", { query: "“joint commission”" });
    expect(found.total).toBeGreaterThan(0);
  });

  test("is left as it was, byte for byte, where the upgrade cannot be finished", async () => {
    const path = copyOf("version-1.brief");
    const database = new DatabaseSync(path);
    // A row that refers to a source that is not there: the upgrade must not paper over it.
    database.exec("PRAGMA foreign_keys = OFF; UPDATE excerpt SET source_id = 'source-gone'");
    database.close();
    const before = readFileSync(path);
    const engine = startEngine();
    await expect(engine.call("openProject", { path })).rejects.toThrow();
    engine.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe("a project of version 2", () => {
  test("opens with its words, its marking and an empty front that can be filled", async () => {
    const path = copyOf("version-2.brief");
    const engine = startEngine();
    await engine.call("openProject", { path });
    const { brief, template, sources } = await engine.call("getProject", {});
    expect(sources.map(({ format }) => format)).toEqual(["text", "pdf"]);
    expect(brief.header).toMatchObject({
      to: "The Minister",
      marking: "Official",
      purpose: "",
      deadline: "",
      contact: "",
    });
    // What was marked before there were schemes is a marking of one's own.
    expect(brief).toMatchObject({ recommendations: [], numbering: "none", markingSchemeId: "own", language: "en-GB" });
    expect(template.headerFields.map(({ key }) => key)).toContain("deadline");
    expect(sectionOf(brief, "context")).toMatchObject({ marking: "", children: [{ type: "paragraph" }] });
    await engine.call("saveBrief", { recommendations: ["Note the compact."], numbering: "through" });
    expect(await engine.call("verify", {})).toMatchObject({ problems: [], sources: 2, excerpts: 1, citations: 1 });
    engine.close();
    const again = startEngine();
    await again.call("openProject", { path });
    expect((await again.call("getProject", {})).brief).toMatchObject({
      recommendations: ["Note the compact."],
      numbering: "through",
      markingSchemeId: "own",
    });
  });
});
