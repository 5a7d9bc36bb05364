import { describe, expect, test } from "vitest";
import type { Brief } from "../../src/core/brief/document.ts";
import { citationNoteText } from "../../src/core/citation/citation-note.ts";
import { citedMaterial } from "../../src/core/citation/cited-material.ts";
import { formatDate } from "../../src/core/citation/format-date.ts";
import { citedInNotes, citedSources, sourceFacts } from "../../src/core/citation/source-reference.ts";
import type { Excerpt, ExcerptId } from "../../src/core/excerpt/excerpt.ts";
import type { Metadata } from "../../src/core/source/metadata.ts";
import type { Source, SourceId } from "../../src/core/source/source.ts";
import { excerptOf, sourceWith } from "../support/cited-material.ts";

const FERRY: Partial<Metadata> = {
  title: "Ferry line to open in May",
  publisher: "Harbour Gazette",
  published: "2026-01-05",
};

/** The note of one excerpt of a source of which that much is known. */
function noteOn(metadata: Partial<Metadata>, locator = "para. 7", fileName = "001_x.txt"): string {
  const source = sourceWith("source", metadata, fileName);
  const excerpt = excerptOf(source, "excerpt", locator, metadata.agencies);
  return citationNoteText({ excerptIds: [excerpt.id] }, citedMaterial([excerpt], [source]));
}

describe("the note of a citation", () => {
  test("names publisher, title, date and place", () => {
    expect(noteOn(FERRY)).toBe("Harbour Gazette, “Ferry line to open in May”, 5 January 2026, para. 7.");
  });

  test("names authors before the publisher", () => {
    expect(noteOn({ ...FERRY, authors: ["Ada Quill", "Ben Marsh"] })).toBe(
      "Ada Quill and Ben Marsh, Harbour Gazette, “Ferry line to open in May”, 5 January 2026, para. 7.",
    );
    expect(noteOn({ ...FERRY, publisher: null, authors: ["Ada Quill"] })).toMatch(/^Ada Quill, “Ferry/);
    expect(noteOn({ ...FERRY, authors: ["A", "B", "C", "D"] })).toMatch(/^A and others, Harbour Gazette, /);
  });

  test("names a publisher that is also the author once", () => {
    expect(noteOn({ ...FERRY, authors: ["harbour gazette"] })).toMatch(/^harbour gazette, “Ferry/);
  });

  test("says whom the cited paragraph credits, unless that is the source itself", () => {
    const note = "Harbour Gazette (citing Coastal Wire), “Ferry line to open in May”, 5 January 2026, para. 7.";
    expect(noteOn({ ...FERRY, agencies: ["Coastal Wire"] })).toBe(note);
    expect(noteOn({ ...FERRY, agencies: ["HARBOUR GAZETTE", "Coastal Wire", "Coastal Wire"] })).toBe(note);
    expect(noteOn({ ...FERRY, agencies: ["Harbour Gazette"] })).not.toContain("citing");
    expect(noteOn({ agencies: ["Coastal Wire", "Inland Wire"], title: "Ferry" })).toBe(
      "“Ferry” (citing Coastal Wire and Inland Wire), para. 7.",
    );
  });

  test("says whom the source as a whole credits where nothing else tells whence it comes, and only there", () => {
    const noteOf = (metadata: Partial<Metadata>) => {
      const source = sourceWith("source", metadata);
      const excerpt = excerptOf(source, "excerpt", "para. 7", []);
      return citationNoteText({ excerptIds: [excerpt.id] }, citedMaterial([excerpt], [source]));
    };
    expect(noteOf({ title: "Ferry", agencies: ["Coastal Wire"] })).toBe("“Ferry” (citing Coastal Wire), para. 7.");
    expect(noteOf({ ...FERRY, agencies: ["Coastal Wire"] })).not.toContain("citing");
    expect(noteOf({ title: "Ferry", authors: ["Ada Quill"], agencies: ["Coastal Wire"] })).not.toContain("citing");
  });

  test("leaves out what is unknown, and is never just a place", () => {
    expect(noteOn({})).toBe("file 001_x.txt, para. 7.");
    expect(noteOn({ title: "  ", publisher: " " })).toBe("file 001_x.txt, para. 7.");
    expect(noteOn({ publisher: "Harbour Gazette" }, "")).toBe("Harbour Gazette, file 001_x.txt.");
    expect(noteOn({}, "para. 7", "")).toBe("unnamed file, para. 7.");
  });

  test("tells quotation marks inside a title from its own", () => {
    const straight = noteOn({ title: 'Minister: "No deal" ("for now"), says "Ferry"' });
    expect(straight).toBe("“Minister: ‘No deal’ (‘for now’), says ‘Ferry’”, para. 7.");
    expect(noteOn({ title: "“No deal”, it's said" })).toBe("““No deal”, it's said”, para. 7.");
    expect(noteOn({ title: "Line one\n  line two" })).toBe("“Line one line two”, para. 7.");
  });

  test("ends in one full stop", () => {
    expect(noteOn({ publisher: "Marsh Inc." }, "p. 4 f.")).toBe("Marsh Inc., file 001_x.txt, p. 4 f.");
  });

  test("joins several excerpts, and gives what two of them share once", () => {
    const ferry = sourceWith("ferry", FERRY);
    const other = sourceWith("other", { title: "Timetable" });
    const excerpts = [excerptOf(ferry, "a"), excerptOf(ferry, "b"), excerptOf(other, "c", "caption 1")];
    const material = citedMaterial(excerpts, [ferry, other]);
    expect(citationNoteText({ excerptIds: excerpts.map(({ id }) => id) }, material)).toBe(
      "Harbour Gazette, “Ferry line to open in May”, 5 January 2026, para. 7; “Timetable”, caption 1.",
    );
  });

  test("says so where an excerpt or its source is missing", () => {
    const excerpt = excerptOf(sourceWith("gone"), "excerpt");
    const missing = "Source not found in this project.";
    expect(citationNoteText({ excerptIds: [excerpt.id] }, citedMaterial([], []))).toBe(missing);
    expect(citationNoteText({ excerptIds: [excerpt.id] }, citedMaterial([excerpt], []))).toBe(missing);
  });
});

describe("a date in words", () => {
  test.each([
    ["2026-01-05", "5 January 2026"],
    ["1999-12-31", "31 December 1999"],
    ["2026-13-05", "2026-13-05"],
    ["spring", "spring"],
  ])("%s is %s", (isoDate, words) => {
    expect(formatDate(isoDate)).toBe(words);
  });

  test("is in the language of the brief", () => {
    const languages = ["en-US", "fr-FR", "de-DE", "es-ES", "nl-NL"] as const;
    expect(languages.map((language) => formatDate("2026-03-01", language))).toEqual([
      "March 1, 2026",
      "1er mars 2026",
      "1. März 2026",
      "1 de marzo de 2026",
      "1 maart 2026",
    ]);
  });
});

describe("what is known of a source beside its reference", () => {
  test("is what no style says, and enough to recognise the file", () => {
    const source = sourceWith("ferry", {
      ...FERRY,
      agencies: ["Coastal Wire"],
      recipients: ["Ada Quill", "Ben Marsh"],
      url: "https://example.org/ferry",
      accessed: "2026-01-06",
    });
    expect(sourceFacts(source).join(" ")).toBe(
      "Accessed 6 January 2026. Sent to Ada Quill and Ben Marsh. Agencies credited: Coastal Wire. " +
        "File: ferry.txt (SHA-256 begins 0123456789ab).",
    );
    expect(sourceFacts(source, "de-DE").join(" ")).toBe(
      "Abgerufen am 6. Januar 2026. Gesendet an Ada Quill und Ben Marsh. Genannte Agenturen: Coastal Wire. " +
        "Datei: ferry.txt (SHA-256 beginnt mit 0123456789ab).",
    );
  });

  test("is the file alone where nothing else is known", () => {
    expect(sourceFacts(sourceWith("notes"))).toEqual(["File: notes.txt (SHA-256 begins 0123456789ab)."]);
  });
});

describe("the sources a brief cites", () => {
  test("are each named once, in the order of first citation, with the notes that cite them", () => {
    const first = sourceWith("first");
    const second = sourceWith("second");
    const unused = sourceWith("unused");
    const [a, b, c] = [excerptOf(second, "a"), excerptOf(first, "b"), excerptOf(second, "c", "para. 9")];
    const brief = citing([[a], [b], [a, c], [c, b]], ["missing" as ExcerptId]); // branded id of nothing
    const cited = citedSources(brief, [a, b, c], [unused, first, second]);
    expect(cited.map(({ source, citationNumbers }) => [source.id, citationNumbers])).toEqual([
      ["second", [1, 3, 4]],
      ["first", [2, 4]],
    ]);
  });

  test("are earlier versions where only those hold the words that are cited, and say so", () => {
    const source = sourceWith("council", { title: "The council meets" });
    const version = { ...source, id: "version" as SourceId, sha256: "f".repeat(64), versionOf: source.id }; // a branded id
    const replaced = { ...version, replacedAt: "2026-05-20T09:30:00.000Z" };
    const found = excerptOf(source, "found");
    const lost = { ...excerptOf(source, "lost"), earlier: { sourceId: version.id, position: { start: 3, end: 8 } } };
    const cited = citedSources(citing([[found], [lost]], []), [found, lost], [source, replaced]);
    expect(cited.map(({ source: { id }, citationNumbers }) => [id, citationNumbers])).toEqual([
      ["council", [1]],
      ["version", [2]],
    ]);
    const noteOf = (excerpt: Excerpt, sources: readonly Source[]) =>
      citationNoteText({ excerptIds: [excerpt.id] }, citedMaterial([found, lost], sources));
    expect(noteOf(found, [source, replaced])).toBe("“The council meets”, para. 7.");
    expect(noteOf(lost, [source, replaced])).toBe("“The council meets”, para. 7, earlier version.");
    expect(sourceFacts(replaced)).toEqual([
      "Earlier version, in place of which a newer one was taken on 20 May 2026.",
      "File: council.txt (SHA-256 begins ffffffffffff).",
    ]);
    // Read in another encoding, the file is the same.
    expect(noteOf(lost, [source, { ...replaced, sha256: source.sha256 }])).toBe("“The council meets”, para. 7.");
  });

  test("are said to be cited in one note, or in several", () => {
    expect(citedInNotes([3])).toBe("Cited in note 3.");
    expect(citedInNotes([1, 4])).toBe("Cited in notes 1 and 4.");
    expect(citedInNotes([1, 4, 7])).toBe("Cited in notes 1, 4 and 7.");
    expect(citedInNotes([1, 4, 7], "fr-FR")).toBe("Cité aux notes 1, 4 et 7.");
  });
});

/** A brief of one paragraph with a citation of each group of excerpts, and one more of the ids given. */
function citing(groups: readonly (readonly Excerpt[])[], more: readonly ExcerptId[]): Pick<Brief, "sections"> {
  const citations = [...groups.map((group) => group.map(({ id }) => id)), more].map((excerptIds, index) => ({
    type: "citation",
    id: `citation-${index}`,
    excerptIds,
  }));
  const section = { id: "context", title: "Context", children: [{ type: "paragraph", children: citations }] };
  return { sections: [section] } as unknown as Pick<Brief, "sections">; // ids are branded strings
}
