// Proves that a project of every earlier version opens, keeps everything, and can do what this version can.
import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { type BriefBlock, DOCUMENT_VERSION } from "../../src/core/brief/document.ts";
import { SCHEMA_VERSION } from "../../src/engine/project/migrations.ts";
import { sharedWith, type TableRows, tableRows } from "../support/table-rows.ts";
import { contentsOf, temporaryFolder } from "../support/temporary-folder.ts";
import { sectionOf, startEngine } from "../support/test-engine.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/projects");
const VERSIONS = Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 1);

function copyOf(name: string): string {
  const path = join(temporaryFolder(), name);
  copyFileSync(join(FIXTURES, name), path);
  return path;
}

/** What `meta` holds, without what version 3 gave new fields to: that is looked at by itself. */
function splitMeta(rows: TableRows) {
  const values = new Map(
    (rows.get("meta") ?? []).map(({ key, value }) => [String(key), JSON.parse(String(value)) as unknown]),
  );
  const converted = ["brief-header", "template"].map((key) => values.get(key));
  for (const key of ["brief-header", "template", "brief-version"]) values.delete(key);
  return { kept: Object.fromEntries(values), converted };
}

test("a file of every version that ever landed is here", () => {
  const names = readdirSync(FIXTURES).filter((name) => name.endsWith(".brief"));
  expect(names.sort()).toEqual(VERSIONS.map((version) => `version-${version}.brief`));
});

describe.each(VERSIONS)("a project of version %i", (version) => {
  const name = `version-${version}.brief`;

  test("is of that version", () => {
    const database = new DatabaseSync(join(FIXTURES, name), { readOnly: true });
    expect(database.prepare("PRAGMA user_version").get()?.["user_version"]).toBe(version);
    database.close();
  });

  test("is brought up to date with every row of every table, and is sound", async () => {
    const path = copyOf(name);
    const before = tableRows(path);
    const engine = startEngine();
    // What a new sitting clears away is no matter of versions.
    const info = await engine.call("openProject", { path, again: true });
    expect(info).toMatchObject({ schemaVersion: SCHEMA_VERSION, upgrade: { fromVersion: version } });
    expect((await engine.call("verify", {})).problems).toEqual([]);
    const { sources } = await engine.call("getProject", {});
    for (const { id } of sources)
      expect((await engine.call("getSourceText", { sourceId: id })).length).toBeGreaterThan(0);
    engine.close();
    const after = tableRows(path);
    const { meta: _before, ...tablesBefore } = sharedWith(before, after);
    const { meta: _after, ...tablesAfter } = sharedWith(after, before);
    expect(tablesAfter).toMatchObject(tablesBefore);
    const [metaBefore, metaAfter] = [splitMeta(before), splitMeta(after)];
    expect(metaAfter.kept).toMatchObject(metaBefore.kept);
    expect(metaAfter.converted).toMatchObject(metaBefore.converted);
  });

  test("can be searched at once, by words of each of its sources", async () => {
    const path = copyOf(name);
    const engine = startEngine();
    await engine.call("openProject", { path, again: true });
    const { sources } = await engine.call("getProject", {});
    for (const { id, removedAt, versionOf } of sources) {
      if (removedAt !== null || versionOf !== null) continue;
      const [first] = await engine.call("getSourceText", { sourceId: id });
      const [word = ""] = /[\p{L}]{3,}/u.exec(first?.text ?? "") ?? [];
      const found = await engine.call("search", { query: word });
      expect(
        found.sources.some(({ sourceId }) => sourceId === id),
        `${word} in ${id}`,
      ).toBe(true);
    }
  });

  test("is left as it was, with nothing beside it, where the upgrade cannot be finished", async () => {
    const path = copyOf(name);
    const database = new DatabaseSync(path);
    // A row that refers to a source that is not there: the upgrade must not paper over it.
    database.exec("PRAGMA foreign_keys = OFF; UPDATE excerpt SET source_id = 'source-gone'");
    database.close();
    const before = contentsOf(join(path, ".."));
    const engine = startEngine();
    await expect(engine.call("openProject", { path })).rejects.toThrow();
    engine.close();
    expect(contentsOf(join(path, ".."))).toEqual(before);
  });
});

describe("a project of version 1", () => {
  test("has sources of text alone, and its words", async () => {
    const engine = startEngine();
    await engine.call("openProject", { path: copyOf("version-1.brief") });
    const { sources, brief } = await engine.call("getProject", {});
    expect(sources.every(({ format, removedAt }) => format === "text" && removedAt === null)).toBe(true);
    expect(sectionOf(brief, "outcomes").children).toHaveLength(1);
    expect(await engine.call("verify", {})).toMatchObject({ problems: [], sources: 5, excerpts: 2, citations: 1 });
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

describe("a project of version 3", () => {
  test("opens with its front, its table, what it is exported with, and can be exported and get a history", async () => {
    const path = copyOf("version-3.brief");
    const engine = startEngine();
    await engine.call("openProject", { path });
    const { brief, excerpts } = await engine.call("getProject", {});
    expect(brief).toMatchObject({ numbering: "by-section", markingSchemeId: "uk" });
    expect(brief.recommendations).toHaveLength(2);
    expect(sectionOf(brief, "options").children).toMatchObject([{ type: "table", headerRow: true }]);
    expect(sectionOf(brief, "background").marking).toBe("OFFICIAL");
    expect(excerpts.map(({ state }) => state)).toContain("changed");
    const setup = await engine.call("getExportSetup", {});
    expect(setup).toMatchObject({ options: { notes: "endnotes", evidenceAnnex: true } });
    expect(setup.houseDocuments).toHaveLength(1);
    await engine.call("exportDocx", { path: join(temporaryFolder(), "submission.docx") });
    await engine.call("saveBrief", { title: "Another title" });
    const { snapshots } = await engine.call("listSnapshots", {});
    const [snapshot] = snapshots;
    if (!snapshot) throw new Error("Nothing was kept of the sitting before");
    const { brief: restored } = await engine.call("restoreSnapshot", { snapshotId: snapshot.id });
    expect(restored).toEqual(brief);
  });
});

describe("a project of version 4", () => {
  test("opens with its history, every state of which can be compared and restored, and without grades or decisions", async () => {
    const path = copyOf("version-4.brief");
    // Soon after: of states that are older than a day, fewer are kept.
    const engine = startEngine(undefined, () => "2026-05-18T12:00:00.000Z");
    await engine.call("openProject", { path });
    const { brief, sources, excerpts } = await engine.call("getProject", {});
    expect(brief).toMatchObject({ version: DOCUMENT_VERSION, numbering: "through", title: "The Ilvane compact" });
    expect(sources.map(({ reliability }) => reliability)).toEqual(sources.map(() => ({ letter: null, reason: "" })));
    expect(excerpts.map(({ credibility }) => credibility)).toEqual(excerpts.map(() => ({ digit: null, reason: "" })));
    const { snapshots } = await engine.call("listSnapshots", {});
    expect(snapshots).toHaveLength(6);
    for (const { id } of snapshots) {
      expect((await engine.call("compareSnapshot", { snapshotId: id, with: "now" })).difference).toBeDefined();
      await engine.call("restoreSnapshot", { snapshotId: id });
    }
    const named = snapshots.find(({ name }) => name !== null);
    if (!named) throw new Error("The named state is gone");
    const { brief: restored } = await engine.call("restoreSnapshot", { snapshotId: named.id });
    expect(sectionOf(restored, "outcomes").children).toMatchObject([{ type: "list", ordered: true }]);
    expect(sectionOf(restored, "reactions").children).toEqual([{ type: "paragraph", children: [] }]);
    await engine.call("restoreSnapshot", { snapshotId: snapshots[0]?.id ?? named.id });
    expect((await engine.call("verify", {})).problems).toEqual([]);
  });

  test("can be graded, decided about, written with assessments, and opened again", async () => {
    const path = copyOf("version-4.brief");
    const engine = startEngine();
    await engine.call("openProject", { path });
    const { brief, sources, excerpts } = await engine.call("getProject", {});
    const [source, excerpt] = [sources[0], excerpts[0]];
    if (!source || !excerpt) throw new Error("Sources and excerpts are gone");
    await engine.call("gradeSource", {
      sourceId: source.id,
      reliability: { letter: "A", reason: "Their own gazette." },
    });
    await engine.call("gradeExcerpt", { excerptId: excerpt.id, credibility: { digit: 2, reason: "" } });
    const marked: BriefBlock = {
      type: "paragraph",
      children: [{ type: "text", text: "We think that it will pass.", marks: ["assessment"] }],
    };
    await engine.call("saveBrief", { sections: [{ ...sectionOf(brief, "summary"), children: [marked] }] });
    engine.close();
    const again = startEngine();
    await again.call("openProject", { path });
    const now = await again.call("getProject", {});
    expect(now.sources[0]?.reliability).toEqual({ letter: "A", reason: "Their own gazette." });
    expect(now.excerpts[0]?.credibility).toEqual({ digit: 2, reason: "" });
    expect(sectionOf(now.brief, "summary").children).toEqual([marked]);
    expect((await again.call("verify", {})).problems).toEqual([]);
  });

  test("keeps an earlier version of a source that can be restored within its sitting", async () => {
    const engine = startEngine();
    await engine.call("openProject", { path: copyOf("version-4.brief"), again: true });
    const { sources } = await engine.call("getProject", {});
    const version = sources.find(({ versionOf }) => versionOf !== null);
    if (!version) throw new Error("The earlier version is gone");
    const restored = await engine.call("restoreVersion", { versionId: version.id });
    expect(restored.excerpts.map(({ state }) => state)).not.toContain("changed");
  });
});
