// Proves that an exported document is whole at its place and says what the brief says, and that an export that fails
// leaves the place as it was.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readDocx } from "../support/read-docx.ts";
import { contentsOf, temporaryFolder } from "../support/temporary-folder.ts";
import { refusalOf, sectionId } from "../support/test-engine.ts";
import { projectWithExcerpts } from "../support/written-project.ts";

async function writtenProject() {
  const project = await projectWithExcerpts();
  const { engine, signed, waiting } = project;
  await engine.call("appendParagraph", {
    sectionId: sectionId("context"),
    text: "It is signed.",
    excerptIds: [signed],
  });
  await engine.call("appendParagraph", {
    sectionId: sectionId("outlook"),
    text: "Two wait.",
    excerptIds: [waiting, signed],
  });
  return project;
}

describe("exporting to Word", () => {
  test("writes a document with the text and a note for each citation, says where, and leaves nothing else there", async () => {
    const { engine } = await writtenProject();
    const folder = temporaryFolder();
    const path = join(folder, "Note – “final” 🌊.docx");
    const answer = await engine.call("exportDocx", { path });
    const bytes = readFileSync(path);
    expect(answer).toEqual({ path, sizeBytes: bytes.byteLength });
    expect(Object.keys(contentsOf(folder))).toEqual(["Note – “final” 🌊.docx"]);
    const { paragraphs, footnotes } = await readDocx(bytes);
    const texts = paragraphs.map(({ text }) => text);
    expect(texts).toContain("The river compact");
    expect(texts).toContain("It is signed.");
    expect(paragraphs.filter(({ style }) => style === "Heading1").map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Context", "Outcomes", "Reactions", "Outlook"]),
    );
    expect(footnotes).toHaveLength(3);
    for (const [index, paragraph] of ["para. 1", "para. 2", "para. 1"].entries()) {
      expect(footnotes[index]?.text).toContain(paragraph);
    }
  });

  test("with the annex of traceability reviews the brief first, and remembers that it was wanted", async () => {
    const { engine } = await writtenProject();
    const path = join(temporaryFolder(), "note.docx");
    const { options } = await engine.call("getExportSetup", {});
    expect(options.traceabilityAnnex).toBe(false);
    await engine.call("saveExportOptions", { options: { ...options, traceabilityAnnex: true } });
    expect((await engine.call("getExportSetup", {})).options.traceabilityAnnex).toBe(true);
    await engine.call("exportDocx", { path });
    const { statements } = await engine.call("getReview", {});
    const { tables } = await readDocx(readFileSync(path));
    const traced = tables.flatMap(({ rows }) => (rows[0]?.[0] === "Paragraph" ? rows.slice(1) : []));
    expect(traced.map(([, statement]) => statement)).toEqual(statements.map(({ text }) => text));
  });

  test("replaces a document that is there", async () => {
    const { engine } = await writtenProject();
    const folder = temporaryFolder();
    const path = join(folder, "note.docx");
    writeFileSync(path, "the document of yesterday");
    await engine.call("exportDocx", { path });
    expect((await readDocx(readFileSync(path))).paragraphs.map(({ text }) => text)).toContain("Two wait.");
    expect(readdirSync(folder)).toEqual(["note.docx"]);
  });

  test("cites an excerpt that was deleted after it was used", async () => {
    const { engine, signed } = await writtenProject();
    const path = join(temporaryFolder(), "note.docx");
    await engine.call("editExcerpt", { excerptId: signed, removed: true });
    await engine.call("exportDocx", { path });
    const { footnotes } = await readDocx(readFileSync(path));
    expect(footnotes.map(({ text }) => text)).toEqual(
      ["para. 1", "para. 2", "para. 1"].map((paragraph) => expect.stringContaining(paragraph)),
    );
  });

  test.each([
    [
      "in a folder that is not there",
      (folder: string) => join(folder, "no such folder", "note.docx"),
      "no such folder",
    ],
    ["onto a folder", (folder: string) => join(folder, "note.docx"), "note.docx is a folder"],
    ["below a file", (folder: string) => join(folder, "file.txt", "note.docx"), "note.docx"],
  ])("%s is refused by name, and nothing is left of it", async (_case, target, words) => {
    const { engine } = await writtenProject();
    const folder = temporaryFolder();
    mkdirSync(join(folder, "note.docx"));
    writeFileSync(join(folder, "file.txt"), "a file");
    const before = contentsOf(folder);
    const error = await refusalOf(engine.call("exportDocx", { path: target(folder) }));
    expect(error).toMatchObject({ code: "write-failed", message: expect.stringContaining(words) });
    expect(error.message).toContain("note.docx");
    expect(contentsOf(folder)).toEqual(before);
  });

  test("never takes the place of the project itself", async () => {
    const { engine, path } = await writtenProject();
    const before = contentsOf(join(path, ".."));
    const error = await refusalOf(engine.call("exportDocx", { path }));
    expect(error.message).toContain("Project.brief is this project itself");
    expect(contentsOf(join(path, ".."))).toEqual(before);
  });
});
