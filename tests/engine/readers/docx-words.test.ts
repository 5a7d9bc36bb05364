import fc from "fast-check";
import { expect, test } from "vitest";
import { blockSchema, canonicalText } from "../../../src/core/source/block.ts";
import { by, paragraph, run } from "../../support/docx-making.ts";
import { readParts } from "../../support/read-docx-source.ts";

const word = fc.stringMatching(/^[a-zæøå]{1,8}$/);
const made = by("Ida Brandvold");

/** XML of a piece of a document, and the words of it that are to be read, in order. */
interface Piece {
  readonly xml: string;
  readonly words: readonly string[];
}

function joined(pieces: readonly Piece[], wrap: (xml: string) => string = (xml) => xml): Piece {
  return { xml: wrap(pieces.map(({ xml }) => xml).join("")), words: pieces.flatMap(({ words }) => words) };
}

const plainRun = fc
  .tuple(word, fc.constantFrom("", "<w:b/>", "<w:i/>", '<w:vertAlign w:val="superscript"/>'))
  .map(([text, format]): Piece => ({ xml: run(` ${text} `, format), words: [text] }));

const deletedRun = word.map(
  (text): Piece => ({
    xml: `<w:del ${made}><w:r><w:delText>${text}</w:delText></w:r></w:del>`,
    words: [],
  }),
);

const inline = fc.letrec<{ inline: Piece; runs: Piece[] }>((tie) => ({
  runs: fc.array(tie("inline"), { minLength: 1, maxLength: 4 }),
  inline: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    plainRun,
    deletedRun,
    fc.tuple(tie("runs"), fc.nat(4)).map(([runs, kind]) =>
      joined(runs, (xml) => {
        if (kind === 0) return `<w:ins ${made}>${xml}</w:ins>`;
        if (kind === 1) return `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
        if (kind === 2) return `<w:smartTag>${xml}</w:smartTag>`;
        if (kind === 3) return `<w:fldSimple w:instr="DATE">${xml}</w:fldSimple>`;
        return `<w:hyperlink w:anchor="x">${xml}</w:hyperlink>`;
      }),
    ),
  ),
})).inline;

const paragraphs = fc
  .tuple(fc.array(inline, { maxLength: 5 }), fc.boolean())
  .map(([pieces, isEndDeleted]) =>
    joined(pieces, (xml) => paragraph(`${xml}<w:r/>`, isEndDeleted ? `<w:rPr><w:del ${made}/></w:rPr>` : "")),
  );

const blocks = fc.letrec<{ block: Piece; blocks: Piece[] }>((tie) => ({
  blocks: fc.array(tie("block"), { minLength: 1, maxLength: 4 }),
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: paragraphs },
    fc.array(tie("blocks"), { minLength: 1, maxLength: 3 }).map((cells) =>
      joined(
        cells.map((cell) => joined(cell, (xml) => `<w:tc>${xml}</w:tc>`)),
        (xml) => `<w:tbl><w:tr>${xml}</w:tr></w:tbl>`,
      ),
    ),
    tie("blocks").map((inner) => joined(inner, (xml) => `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>`)),
  ),
})).blocks;

test("no word is lost, added or moved, however paragraphs, tables and changes are put together", async () => {
  await fc.assert(
    fc.asyncProperty(blocks, async (pieces) => {
      const { xml, words } = joined([...pieces, { xml: paragraph("last"), words: ["last"] }]);
      const source = await readParts({ body: xml });
      expect(canonicalText(source.blocks).split(/\s+/)).toEqual(words);
      for (const block of source.blocks) {
        blockSchema.parse(block);
        expect(block.text).toBe(block.text.trim());
        for (const span of block.spans ?? []) {
          expect(span.toUtf16).toBeGreaterThan(span.fromUtf16);
          expect(span.toUtf16).toBeLessThanOrEqual(block.text.length);
        }
        for (const revision of block.revisions ?? []) {
          const end = revision.kind === "deleted" ? revision.atUtf16 : revision.toUtf16;
          expect(end).toBeLessThanOrEqual(block.text.length);
        }
      }
    }),
    { numRuns: 150 },
  );
});
