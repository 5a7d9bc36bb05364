// Proves that a newer version of a source keeps the user's excerpts: found again where their words are, never put on
// others, and resting on the old version where the new one does not hold them; and that all of it can be taken back.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { canonicalText } from "../../src/core/source/block.ts";
import { isInForce } from "../../src/core/source/source.ts";
import { excerptOf, keepQuote, refusalOf, sectionId } from "../support/test-engine.ts";
import { importText, type OpenProject, openNewProject } from "../support/written-project.ts";

const OLD = `The council met in the old harbour hall on Monday.

It agreed to dredge the northern basin before the end of summer, its chair said.

The cost is put at four million crowns, to be shared by both towns.

A further session will be held in autumn.`;

const NEW = `Corrected on Tuesday.

The council met in the old harbour hall on Monday.

It agreed to dredge the northern basin before the end of autumn, its chair said.

A further session will be held in autumn.`;

async function replaced() {
  const project = await openNewProject();
  const source = await importText(project, "council.txt", Buffer.from(OLD));
  const keep = (quote: string) => keepQuote(project.engine, source.id, quote);
  const found = await keep("met in the old harbour hall");
  const changed = await keep("dredge the northern basin before the end of summer");
  const lost = await keep("The cost is put at four million crowns, to be shared by both towns.");
  const newer = join(project.folder, "council-2.txt");
  writeFileSync(newer, NEW);
  const replacement = await project.engine.call("replaceSource", { sourceId: source.id, path: newer });
  return { ...project, source, found, changed, lost, replacement };
}

async function textOf({ engine }: OpenProject, id: string): Promise<string> {
  const { sources } = await engine.call("getProject", {});
  const source = sources.find((each) => each.id === id);
  if (!source) throw new Error(`There is no source ${id}.`);
  return canonicalText(await engine.call("getSourceText", { sourceId: source.id }));
}

describe("a newer version", () => {
  test("keeps the source's id, and each excerpt on its own words, in the version that holds them", async () => {
    const { source, found, changed, lost, replacement, ...project } = await replaced();
    const states = new Map(replacement.excerpts.map(({ id, state }) => [id, state]));
    expect([states.get(found.id), states.get(changed.id), states.get(lost.id)]).toEqual(["moved", "changed", "lost"]);
    const [now, before] = [await textOf(project, source.id), await textOf(project, replacement.versionId)];
    expect(now).toContain("Corrected on Tuesday.");
    expect(before).not.toContain("Corrected on Tuesday.");
    for (const { state, selectors, earlier } of replacement.excerpts) {
      const { start, end } = earlier?.position ?? selectors.position;
      expect((earlier ? before : now).slice(start, end)).toBe(selectors.quote.exact);
      expect(earlier === null).toBe(state === "moved");
    }
    const inForce = replacement.sources.filter(isInForce);
    expect(inForce).toMatchObject([{ id: source.id, fileName: "council-2.txt" }]);
  });

  test("is reported excerpt by excerpt, with old and new words", async () => {
    const { changed, lost, replacement } = await replaced();
    const lineOf = (id: string) => replacement.report.find(({ excerptId }) => excerptId === id);
    expect(replacement.report.map(({ state }) => state)).toEqual(["moved", "changed", "lost"]);
    expect(lineOf(changed.id)).toMatchObject({
      old: { words: "dredge the northern basin before the end of summer" },
      now: [{ words: "dredge the northern basin before the end of autumn" }],
    });
    expect(lineOf(lost.id)?.old.words).toContain("four million crowns");
  });

  test("can be taken back, and the taking back too, exactly", async () => {
    const { source, replacement, ...project } = await replaced();
    const after = await project.engine.call("getProject", {});
    const textAfter = await textOf(project, source.id);
    const undone = await project.engine.call("restoreVersion", { versionId: replacement.versionId });
    expect(await textOf(project, source.id)).toBe(OLD.replaceAll("\n\n", "\n"));
    expect(undone.excerpts.map(({ state, earlier }) => [state, earlier])).toEqual(Array(3).fill(["exact", null]));
    expect(undone.sources.filter(isInForce)).toEqual([source]);
    const redone = await project.engine.call("restoreVersion", { versionId: undone.versionId });
    expect(await textOf(project, source.id)).toBe(textAfter);
    expect(redone.excerpts.map(({ id, state, selectors }) => ({ id, state, selectors }))).toEqual(
      after.excerpts.map(({ id, state, selectors }) => ({ id, state, selectors })),
    );
  });

  test("that is the very same file, or another source of the project, changes nothing", async () => {
    const project = await openNewProject();
    const source = await importText(project, "one.txt", Buffer.from(OLD));
    await importText(project, "two.txt", Buffer.from(NEW));
    const before = await project.engine.call("getProject", {});
    for (const name of ["one.txt", "two.txt"]) {
      const path = join(project.folder, name);
      const refusal = await refusalOf(project.engine.call("replaceSource", { sourceId: source.id, path }));
      expect(refusal.message).toContain(name);
    }
    expect(await project.engine.call("getProject", {})).toEqual(before);
  });

  test("on which no excerpt rests is cleared away with its bytes when the project is next opened", async () => {
    const { source, lost, changed, replacement, ...project } = await replaced();
    const { engine } = project;
    for (const { id } of [lost, changed])
      await engine.call("placeExcerpt", { excerptId: id, fromUtf16: 0, toUtf16: 9 });
    await engine.call("closeProject", {});
    await engine.call("openProject", { path: project.path });
    const { sources } = await engine.call("getProject", {});
    expect(sources.map(({ id }) => id)).toEqual([source.id]);
    const refusal = await refusalOf(engine.call("restoreVersion", { versionId: replacement.versionId }));
    expect(refusal.code).toBe("not-found");
    await engine.call("importFiles", { paths: [join(project.folder, "council.txt")] });
    expect((await engine.call("verify", {})).problems).toEqual([]);
  });

  test("leaves the old one in the project for as long as a citation rests on it, deleted excerpt or not", async () => {
    const { lost, replacement, ...project } = await replaced();
    const { engine } = project;
    await engine.call("appendParagraph", {
      sectionId: sectionId("context"),
      text: "It costs a lot.",
      excerptIds: [lost.id],
    });
    await engine.call("editExcerpt", { excerptId: lost.id, removed: true });
    await engine.call("closeProject", {});
    await engine.call("openProject", { path: project.path });
    expect(await textOf(project, replacement.versionId)).toContain("four million crowns");
    expect((await excerptOf(engine, lost.id)).earlier?.sourceId).toBe(replacement.versionId);
  });

  test("of a version: an excerpt goes on resting on the version that holds its words, and returns with them", async () => {
    const { source, lost, replacement, folder, ...project } = await replaced();
    const path = join(folder, "council-3.txt");
    writeFileSync(path, NEW.replace("Tuesday", "Friday"));
    await project.engine.call("replaceSource", { sourceId: source.id, path });
    expect((await excerptOf(project.engine, lost.id)).earlier?.sourceId).toBe(replacement.versionId);
    const fourth = join(folder, "council-4.txt");
    writeFileSync(fourth, `${OLD}\n\nThis is the final version.`);
    const { report } = await project.engine.call("replaceSource", { sourceId: source.id, path: fourth });
    const line = report.find(({ excerptId }) => excerptId === lost.id);
    expect(line).toMatchObject({ old: { words: lost.selectors.quote.exact }, now: [{ locator: "para. 3" }] });
    const back = await excerptOf(project.engine, lost.id);
    expect(["exact", "moved"]).toContain(back.state);
    expect(back.earlier).toBeNull();
  });
});

describe("an earlier version", () => {
  test("tells again later what became of the excerpts that rest on it, in the words of the report", async () => {
    const { engine, source, replacement } = await replaced();
    const { report } = await engine.call("reviewExcerpts", { sourceId: source.id });
    expect(report).toEqual(replacement.report.filter(({ state }) => state !== "moved"));
  });

  test("takes no excerpts of its own", async () => {
    const { engine, replacement } = await replaced();
    const params = { sourceId: replacement.versionId, fromUtf16: 0, toUtf16: 11, sectionId: null };
    expect((await refusalOf(engine.call("addExcerpt", params))).message).toContain("earlier version");
  });

  test("stays in the same sitting, also where the engine has to open the project again", async () => {
    const { engine, replacement, path: _file, ...project } = await replaced();
    await engine.call("closeProject", {});
    await engine.call("openProject", { path: join(project.folder, "Project.brief"), again: true });
    await engine.call("restoreVersion", { versionId: replacement.versionId });
    expect((await engine.call("getProject", {})).excerpts.map(({ state }) => state)).toEqual(Array(3).fill("exact"));
  });
});

describe("an excerpt that is not sure of its place", () => {
  test("takes the passage that the user shows it, and gives it back", async () => {
    const { engine, source, changed, replacement, ...project } = await replaced();
    const line = replacement.report.find(({ excerptId }) => excerptId === changed.id);
    const [place] = line?.now ?? [];
    if (!place) throw new Error("The report has no place for it.");
    const before = await excerptOf(engine, changed.id);
    const { fromUtf16, toUtf16 } = place;
    const placed = await engine.call("placeExcerpt", { excerptId: changed.id, fromUtf16, toUtf16 });
    expect(placed).toMatchObject({ state: "exact", earlier: null, selectors: { quote: { exact: place.words } } });
    expect((await textOf({ engine, ...project }, source.id)).slice(fromUtf16, toUtf16)).toBe(place.words);
    expect(await engine.call("restoreExcerpt", { excerpt: before })).toEqual(before);
    const made = {
      ...before,
      selectors: { ...before.selectors, quote: { ...before.selectors.quote, exact: "other" } },
    };
    expect((await refusalOf(engine.call("restoreExcerpt", { excerpt: made }))).code).toBe("not-found");
  });
});
