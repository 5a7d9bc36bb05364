import { expect, test } from "vitest";
import { paragraph } from "../../support/docx-making.ts";
import { readParts } from "../../support/read-docx-source.ts";

const body = paragraph("The harbour office reported in spring.");

test("properties that people wrote are what the document says of itself", async () => {
  const { metadata, suggestions } = await readParts({
    body,
    core: "<dc:title> Quays\n and cranes </dc:title><dc:creator>Ida Brandvold; Ola Lie</dc:creator><dc:language>nb-NO</dc:language>",
  });
  expect(metadata).toMatchObject({ title: "Quays and cranes", authors: ["Ida Brandvold", "Ola Lie"], language: "nb" });
  expect(suggestions.map(({ field }) => field)).not.toContain("title");
});

test("properties that a program filled in are nobody's statement", async () => {
  const { metadata } = await readParts({
    body,
    core: "<dc:title>Microsoft Word - draft.doc</dc:title><dc:creator>python-docx</dc:creator>",
  });
  expect(metadata).toMatchObject({ title: null, authors: [] });
});

test("the day of creation and the company are offered, not taken", async () => {
  const { metadata, suggestions } = await readParts({
    body,
    core: "<dcterms:created>2026-01-05T10:00:00Z</dcterms:created>",
    app: "<Company>Ministry of Harbours</Company>",
  });
  expect(metadata).toMatchObject({ published: null, publisher: null });
  expect(suggestions).toContainEqual({
    field: "published",
    value: "2026-01-05",
    reason: "The document was created on that day",
  });
  expect(suggestions).toContainEqual({
    field: "publisher",
    value: "Ministry of Harbours",
    reason: "The document's properties name it as the company",
  });
});
