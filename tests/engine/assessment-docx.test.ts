import JSZip from "jszip";
import { expect, test } from "vitest";
import { writeDocx } from "../../src/engine/writers/docx/write-docx.ts";
import { docxInput } from "../support/docx-input.ts";
import { smallBrief } from "../support/small-brief.ts";

/** The body of the Word document of a brief, with what stands in one run or in two of the same looks written as one. */
async function bodyOf(line: string): Promise<string> {
  const brief = smallBrief({ context: [line], outlook: [`- ${line}`, `> ${line}`] });
  const bytes = await writeDocx(docxInput({ brief, excerpts: [], sources: [] }));
  const xml = await (await JSZip.loadAsync(bytes)).file("word/document.xml")?.async("text");
  return (xml ?? "")
    .replace(/<\/w:t><\/w:r><w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:t(?: xml:space="preserve")?>/gu, "")
    .replaceAll(' xml:space="preserve"', "");
}

test("an assessment looks like any other words in the Word document", async () => {
  expect(await bodyOf("[[It will hold.]]")).toBe(await bodyOf("It will hold."));
  expect(await bodyOf("It is shut. [[It will hold.]] It is March.")).toBe(
    await bodyOf("It is shut. It will hold. It is March."),
  );
});
