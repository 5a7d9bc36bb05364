import { describe, expect, test } from "vitest";
import type { Block } from "../../../src/core/source/block.ts";
import { by, paragraph, run } from "../../support/docx-making.ts";
import { blocksOf, readParts, textsOf } from "../../support/read-docx-source.ts";

const IDA = by("Ida Brandvold");

function inserted(content: string, made = IDA): string {
  return `<w:ins ${made}>${content}</w:ins>`;
}

function deleted(text: string, made = IDA): string {
  return `<w:del ${made}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
}

/** What was changed, in short: +inserted words, -deleted words and where, "commented words" = comment. */
function changes({ text, revisions = [] }: Block): string[] {
  return revisions.map((revision) => {
    if (revision.kind === "deleted") return `-${revision.text}@${revision.atUtf16}`;
    const words = text.slice(revision.fromUtf16, revision.toUtf16);
    return revision.kind === "inserted" ? `+${words}` : `"${words}" = ${revision.text}`;
  });
}

describe("tracked changes", () => {
  test("the text is as if they were accepted, and each is kept beside it with who made it", async () => {
    const { blocks, warnings } = await readParts({
      body: paragraph(`${run("The port ")}${deleted("shut")}${inserted(run("opened"))}${run(" again.")}`),
    });
    expect(textsOf(blocks)).toEqual(["The port opened again."]);
    expect(blocks.flatMap(changes)).toEqual(["-shut@9", "+opened"]);
    expect(blocks[0]?.revisions?.[1]).toEqual({
      kind: "inserted",
      fromUtf16: 9,
      toUtf16: 15,
      author: "Ida Brandvold",
      date: "2026-01-05T10:00:00Z",
    });
    expect(warnings).toEqual([
      "The document has 2 tracked changes. The text is shown as if the changes were accepted.",
    ]);
  });

  test("spaces around a deletion are folded to one", async () => {
    const [block] = await blocksOf({ body: paragraph(`${run("one ")}${deleted("and a half")}${run(" two")}`) });
    expect(block?.text).toBe("one two");
    expect(block && changes(block)).toEqual(["-and a half@4"]);
  });

  test("emphasis and links keep their places beside changes", async () => {
    const [block] = await blocksOf({
      body: paragraph(run("a ") + inserted(run("new ")) + run("bold", "<w:b/>") + deleted("x") + run("er", "<w:b/>")),
    });
    expect(block?.text).toBe("a new bolder");
    expect(block?.spans).toEqual([{ kind: "emphasis", emphasis: "strong", fromUtf16: 6, toUtf16: 12 }]);
    expect(block && changes(block)).toEqual(["+new ", "-x@10"]);
  });

  test("pieces of one change are one; changes of two authors are two", async () => {
    const [block] = await blocksOf({
      body: paragraph(
        inserted(run("all ")) +
          inserted(run("one", "<w:b/>")) +
          inserted(run(" two"), by("Ola Lie")) +
          deleted("a") +
          deleted("b"),
      ),
    });
    expect(block && changes(block)).toEqual(["+all one", "+ two", "-ab@11"]);
  });

  test("what was inserted and deleted again is a deletion", async () => {
    const [block] = await blocksOf({ body: paragraph(run("a") + inserted(deleted("b")) + run("c")) });
    expect(block?.text).toBe("ac");
    expect(block && changes(block)).toEqual(["-b@1"]);
  });

  test("a paragraph that was deleted as a whole is told with the next, and the last with the one before", async () => {
    const gone = (text: string) => paragraph(deleted(text), `<w:rPr><w:del ${IDA}/></w:rPr>`);
    const blocks = await blocksOf({
      body: gone("Not this.") + paragraph("First") + gone("Nor that.") + paragraph("Second") + gone("Nor the end."),
    });
    expect(textsOf(blocks)).toEqual(["First", "Second"]);
    expect(blocks.map(changes)).toEqual([["-Not this.@0"], ["-Nor that.@0", "-Nor the end.@6"]]);
  });

  test("where the end of a paragraph was deleted, the next one goes on with it", async () => {
    const body = paragraph(run("One sentence."), `<w:rPr><w:del ${IDA}/></w:rPr>`) + paragraph(" Another.");
    const [block, ...others] = await blocksOf({ body });
    expect(others).toEqual([]);
    expect(block?.text).toBe("One sentence. Another.");
    expect(block && changes(block)).toEqual(["-¶@13"]);
  });

  test("where a paragraph was split, its new end is a change", async () => {
    const body = paragraph(run("One."), `<w:rPr><w:ins ${IDA}/></w:rPr>`) + paragraph("Two.");
    expect((await blocksOf({ body })).map(changes)).toEqual([["+"], []]);
  });

  test("text that was moved is a deletion there and an insertion here", async () => {
    const body =
      paragraph(`${run("Stays. ")}<w:moveFrom ${IDA}>${run("Moves.")}</w:moveFrom>`) +
      paragraph(`<w:moveTo ${IDA}>${run("Moves.")}</w:moveTo>`);
    const blocks = await blocksOf({ body });
    expect(textsOf(blocks)).toEqual(["Stays.", "Moves."]);
    expect(blocks.map(changes)).toEqual([["-Moves.@6"], ["+Moves."]]);
  });

  test("rows of tables that were inserted or deleted", async () => {
    const row = (text: string, change = "") =>
      `<w:tr><w:trPr>${change}</w:trPr>${[text, "x"].map((each) => `<w:tc>${paragraph(each)}</w:tc>`).join("")}</w:tr>`;
    const rows = row("kept") + row("gone", `<w:del ${IDA}/>`) + row("new", `<w:ins ${IDA}/>`);
    const blocks = await blocksOf({ body: `<w:tbl>${rows}</w:tbl>` });
    expect(textsOf(blocks)).toEqual(["kept", "x", "new", "x"]);
    expect(blocks.map(changes)).toEqual([[], [], ["-gone x@0", "+new"], ["+x"]]);
    expect(blocks[2]?.cell?.row).toBe(1);
  });

  test("a note whose mark was deleted is told with it, and is no note of the text", async () => {
    const blocks = await blocksOf({
      body: paragraph(
        `${run("Fact")}<w:del ${IDA}><w:r><w:delText>oid</w:delText><w:footnoteReference w:id="2"/></w:r></w:del>${run(".")}`,
      ),
      footnotes: `<w:footnote w:id="2">${paragraph("So it was said.")}</w:footnote>`,
    });
    expect(textsOf(blocks)).toEqual(["Fact."]);
    expect(blocks.flatMap(changes)).toEqual(["-oid [So it was said.]@4"]);
  });

  test("changes of the format alone are no changes of the text", async () => {
    const body = paragraph(run("bold", `<w:b/><w:rPrChange ${IDA}><w:rPr/></w:rPrChange>`));
    const { blocks, warnings } = await readParts({ body });
    expect(blocks[0]?.revisions).toBeUndefined();
    expect(warnings).toEqual([]);
  });
});

describe("comments", () => {
  const comment = (id: number, text: string) =>
    `<w:comment w:id="${id}" w:author="Ola Lie" w:date="2026-01-06T08:00:00Z">${paragraph(text)}</w:comment>`;
  const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
  const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;

  test("stand at the words that they are about, or at a point", async () => {
    const { blocks, warnings } = await readParts({
      body: paragraph(
        `${run("The ")}${start(0)}${run("port", "<w:b/>")}${end(0)}${run(" opened.")}<w:r><w:commentReference w:id="1"/></w:r>`,
      ),
      comments: comment(0, "Which one?") + comment(1, "Says who?"),
    });
    expect(blocks.flatMap(changes)).toEqual(['"port" = Which one?', '"" = Says who?']);
    expect(blocks[0]?.revisions?.[0]).toMatchObject({ author: "Ola Lie", date: "2026-01-06T08:00:00Z" });
    expect(warnings).toEqual(["The document has 2 comments."]);
  });

  test("one over several paragraphs is told once, where it begins", async () => {
    const blocks = await blocksOf({
      body: `${start(0)}${paragraph("One")}${paragraph("Two")}${end(0)}${paragraph("Three")}`,
      comments: comment(0, "Both?"),
    });
    expect(blocks.map(changes)).toEqual([['"One" = Both?'], [], []]);
  });

  test("changes and comments are counted in one sentence", async () => {
    const { warnings } = await readParts({
      body: paragraph(`${start(0)}${run("a")}${inserted(run("b"))}${end(0)}`),
      comments: comment(0, "Why?"),
    });
    expect(warnings).toEqual([
      "The document has 1 tracked change and 1 comment. The text is shown as if the changes were accepted.",
    ]);
  });
});
