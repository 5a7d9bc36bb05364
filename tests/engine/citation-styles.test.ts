// Proves which CSL files can be added to a project and why others are refused, and that notes come in the chosen style.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { citationStyleIdSchema, DEFAULT_EXPORT_OPTIONS, HOUSE_STYLE_ID } from "../../src/core/export/export-options.ts";
import { checkCitationStyle } from "../../src/engine/citations/check-citation-style.ts";
import { apaStyle, houseStyle } from "../../src/engine/citations/citation-styles.ts";
import { AttacheError } from "../../src/ipc/errors.ts";
import {
  AUTHOR_DATE_STYLE,
  DEPENDENT_STYLE,
  ENDLESS_STYLE,
  IBID_STYLE,
  SILENT_STYLE,
  SWELLING_STYLE,
} from "../support/csl-styles.ts";
import { readDocx } from "../support/read-docx.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { refusalOf, sectionId, type TestEngine } from "../support/test-engine.ts";
import { projectWithExcerpts } from "../support/written-project.ts";

function refusal(text: string | Uint8Array): string {
  try {
    checkCitationStyle(typeof text === "string" ? new TextEncoder().encode(text) : text, "ports.csl");
  } catch (error) {
    if (error instanceof AttacheError) return error.message;
    throw error;
  }
  return "not refused";
}

describe("a CSL file", () => {
  test("says what it is called and where it cites", () => {
    const check = (xml: string) => checkCitationStyle(new TextEncoder().encode(xml), "ports.csl");
    expect(check(IBID_STYLE)).toEqual({ title: "Ibid notes", kind: "note" });
    expect(check(`\uFEFF${AUTHOR_DATE_STYLE}`)).toEqual({ title: "Author and date", kind: "in-text" });
    expect(check(houseStyle().xml)).toEqual({ title: houseStyle().name, kind: houseStyle().kind });
    expect(check(apaStyle().xml)).toMatchObject({ kind: "in-text" });
  });

  test.each([
    ["points to another style", DEPENDENT_STYLE, /ports\.csl.*only points to another one: port-studies.*Add that one/],
    ["is no XML", "# Port studies", /ports\.csl is not a citation style.*not well-formed/],
    ["breaks off", IBID_STYLE.slice(0, 300), /ports\.csl is not a citation style.*not well-formed/],
    ["is other XML", "<html><body/></html>", /ports\.csl is not a citation style.*not written in CSL/],
    ["is no text", new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0]), /ports\.csl is not a citation style.*UTF-8/],
    ["is a locale", '<locale xmlns="http://purl.org/net/xbiblio/csl"/>', /words of a language/],
    ["has a document type", `<!DOCTYPE style [<!ENTITY a "b">]>${IBID_STYLE}`, /document type/],
    ["is older than CSL 1.0", IBID_STYLE.replace('version="1.0" class', 'version="0.8" class'), /before 1\.0/],
    ["cites nowhere", IBID_STYLE.replace(/<citation>.*<\/citation>/su, ""), /says nothing of citations/],
    ["does not say where it cites", IBID_STYLE.replace(' class="note"', ""), /in notes or in the text/],
    ["calls itself without end", ENDLESS_STYLE, /ports\.csl is not a citation style.*calls itself/],
    ["calls itself a million times", SWELLING_STYLE, /ports\.csl is not a citation style.*more often/],
    ["prints nothing", SILENT_STYLE, /“ports\.csl” cannot be used: it prints nothing/],
    ["is larger than any style", " ".repeat(1_000_001), /ports\.csl is larger than any citation style/],
  ])("that %s is refused by name, with what to do", (_case, text, message) => {
    expect(refusal(text)).toMatch(message);
    expect(refusal(text)).toMatch(/Choose|Add|Get/);
  });
});

describe("the styles of a project", () => {
  async function citingProject() {
    const project = await projectWithExcerpts();
    const { engine, signed, waiting } = project;
    for (const excerptIds of [[signed], [signed], [waiting]]) {
      await engine.call("appendParagraph", { sectionId: sectionId("context"), text: "So it is.", excerptIds });
    }
    return project;
  }

  async function addStyle(engine: TestEngine, xml: string) {
    const path = join(temporaryFolder(), "ports.csl");
    writeFileSync(path, xml);
    return engine.call("addExportFile", { path, kind: "citation-style" });
  }

  const notesOf = async (engine: TestEngine) => Object.values((await engine.call("getCitationNotes", {})).notes);

  test("one that is added is chosen, under its own name, and sets the notes of the card and of the document", async () => {
    const { engine } = await citingProject();
    const inHouseStyle = await notesOf(engine);
    expect(inHouseStyle).toHaveLength(3);
    expect(inHouseStyle[1]).not.toContain("Ibid");
    const { id, setup } = await addStyle(engine, IBID_STYLE);
    expect(setup.options.citationStyleId).toBe(id);
    expect(setup.citationStyles.map(({ name, kind }) => [name, kind])).toEqual([
      ["Attaché", "note"],
      ["APA Style, 7th edition", "in-text"],
      ["Ibid notes", "note"],
    ]);
    const notes = await notesOf(engine);
    expect(notes[1]).toBe("Ibid.");
    const path = join(temporaryFolder(), "note.docx");
    await engine.call("exportDocx", { path });
    expect((await readDocx(readFileSync(path))).footnotes.map(({ text }) => text)).toEqual(notes);
  });

  test("one that is taken out of the choice is no longer used, and can be chosen again when it is brought back", async () => {
    const { engine } = await citingProject();
    const before = await notesOf(engine);
    const { id } = await addStyle(engine, IBID_STYLE);
    const removed = await engine.call("removeExportFile", { id, removed: true });
    expect(removed.options.citationStyleId).toBe(HOUSE_STYLE_ID);
    expect(removed.citationStyles).toHaveLength(2);
    expect(await notesOf(engine)).toEqual(before);
    const back = await engine.call("removeExportFile", { id, removed: false });
    expect(back.citationStyles.map((style) => style.fileId)).toContain(id);
    const citationStyleId = citationStyleIdSchema.parse(id);
    await engine.call("saveExportOptions", { options: { ...back.options, citationStyleId } });
    expect((await notesOf(engine))[1]).toBe("Ibid.");
  });

  test("one that cannot be used is refused, and nothing changes", async () => {
    const { engine } = await citingProject();
    expect((await refusalOf(addStyle(engine, DEPENDENT_STYLE))).message).toContain("ports.csl");
    const { options, citationStyles } = await engine.call("getExportSetup", {});
    expect(options).toEqual(DEFAULT_EXPORT_OPTIONS);
    expect(citationStyles).toHaveLength(2);
  });

  test("one that is not there is refused at export, with those that are", async () => {
    const { engine } = await citingProject();
    const path = join(temporaryFolder(), "note.docx");
    const options = { citationStyleId: "chicago" };
    const error = await refusalOf(engine.dispatch("exportDocx", { path, options }));
    expect(error.message).toBe("There is no citation style “chicago”. Known styles: attache, apa.");
  });

  test("notes follow every change of the brief, its sources and its language", async () => {
    const { engine } = await citingProject();
    const { sources } = await engine.call("getProject", {});
    const [source] = sources;
    if (!source) throw new Error("no source");
    await engine.call("editMetadata", {
      sourceId: source.id,
      metadata: { ...source.metadata, title: "A new title", publisher: "Harbour Gazette", published: "2026-03-01" },
    });
    expect((await notesOf(engine))[0]).toMatch(/^.*Harbour Gazette.*, “A new title”, 1 March 2026, para\. 1\.$/);
    await engine.call("saveBrief", { language: "de-DE" });
    expect((await notesOf(engine))[0]).toMatch(/^.*Harbour Gazette.*, „A new title“, 1\. März 2026, Abs\. 1\.$/);
  });
});
