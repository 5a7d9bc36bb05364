import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readBytes } from "../../support/read-docx-source.ts";

async function readFixture(name: string) {
  return readBytes(readFileSync(fileURLToPath(new URL(`../../fixtures/docx/${name}`, import.meta.url))));
}

async function summary(name: string): Promise<string[]> {
  return (await readFixture(name)).blocks.map(({ kind, text }) => `${kind}: ${text}`);
}

// Documents that Word and LibreOffice wrote, not this project.
test.each([
  ["mammoth-footnotes.docx", ["paragraph: Ouch1.2", "note: A tachyon walks into a bar.", "note: Fin."]],
  ["mammoth-endnotes.docx", ["paragraph: Ouchi.ii", "note: A tachyon walks into a bar.", "note: Fin."]],
  ["mammoth-simple-list.docx", ["list-item: Apple", "list-item: Banana"]],
  ["mammoth-strict-format.docx", ["paragraph: Test"]],
  ["mammoth-text-box.docx", ["paragraph: Datum plane"]],
  [
    "mammoth-tables.docx",
    [
      "paragraph: Above",
      "table-cell: Top left",
      "table-cell: Top right",
      "table-cell: Bottom left",
      "table-cell: Bottom right",
      "paragraph: Below",
    ],
  ],
])("%s", async (name, expected) => {
  expect(await summary(name)).toEqual(expected);
});

test("a link in a note is the note's own", async () => {
  const { blocks } = await readFixture("mammoth-footnote-hyperlink.docx");
  const note = blocks.find(({ kind }) => kind === "note");
  expect(note?.spans).toContainEqual(expect.objectContaining({ kind: "link", url: "http://www.example.com" }));
});

test("comments of Word stand beside the text", async () => {
  const { blocks, warnings } = await readFixture("mammoth-comments.docx");
  expect(blocks.map(({ text }) => text)).toEqual(["Ouch."]);
  expect(blocks[0]?.revisions?.map((revision) => revision.kind === "comment" && revision.text)).toEqual([
    "A tachyon walks into a bar.",
    "Fin.",
  ]);
  expect(warnings).toEqual(["The document has 2 comments."]);
});

test("a draft with the changes of two people", async () => {
  const { blocks, metadata, warnings } = await readFixture("tracked-changes.docx");
  expect(blocks.map(({ text }) => text)).toEqual([
    "Draft minutes",
    "The committee urged the northern ports to open a second quay.1",
    "The quay is to open in May.",
    "Minutes of 4 December, item 3.",
  ]);
  expect(metadata.authors).toEqual(["Ida Brandvold", "Ola Lie"]);
  expect(warnings[0]).toBe(
    "The document has 4 tracked changes and 1 comment. The text is shown as if the changes were accepted.",
  );
});
