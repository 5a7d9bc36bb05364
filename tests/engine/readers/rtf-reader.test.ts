import { Buffer } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReadSource } from "../../../src/engine/readers/reader.ts";
import { readRtf } from "../../../src/engine/readers/rtf-reader.ts";
import { encodeLegacy } from "../../support/encode-legacy.ts";
import { readRequest } from "../../support/made-mail.ts";

const HEAD = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}}\n";

function bytesOf(rtf: string): Uint8Array {
  return Buffer.from(rtf, "latin1");
}

async function read(body: string, head = HEAD): Promise<ReadSource> {
  return readRtf(readRequest("compact.rtf", bytesOf(`${head}${body}}`)), () => undefined);
}

async function texts(body: string, head = HEAD): Promise<string[]> {
  return (await read(body, head)).blocks.map((block) => block.text);
}

function spansOf({ blocks }: ReadSource, index = 0): string[] {
  const block = blocks[index];
  return (block?.spans ?? []).map((span) => {
    const name = span.kind === "emphasis" ? span.emphasis : span.kind === "link" ? span.url : span.note;
    return `${name}: ${block?.text.slice(span.fromUtf16, span.toUtf16)}`;
  });
}

/** Each byte as RTF writes it. */
function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `\\'${byte.toString(16).padStart(2, "0")}`).join("");
}

describe("text", () => {
  test("paragraphs become blocks, and the line ends of the file mean nothing", async () => {
    expect(await texts("\\pard The flow is\n guaranteed.\\par\r\nIn dry sea\r\nsons too.\\par")).toEqual([
      "The flow is guaranteed.",
      "In dry seasons too.",
    ]);
  });

  test("the signs that RTF has words for stand in the text", async () => {
    const body =
      "\\ldblquote Water\\rdblquote\\emdash{}it\\rquote s one\\~river\\_delta. \\{braces\\} \\\\ a\\tab b\\-c";
    expect(await texts(body)).toEqual(["“Water”—it’s one\u00a0river‑delta. {braces} \\ a bc"]);
  });

  test("a line break ends a block, but not within a heading", async () => {
    const body = "\\pard\\outlinelevel0 Part I\\line Scope\\par\\pard First line\\line second line\\par";
    const { blocks } = await read(body);
    expect(blocks.map(({ kind, level, text }) => [kind, level, text])).toEqual([
      ["heading", 1, "Part I Scope"],
      ["paragraph", null, "First line"],
      ["paragraph", null, "second line"],
    ]);
  });

  test("hidden text is left out, and how much it was is said", async () => {
    const source = await read("Shown{\\v  very sec}{\\v ret} text\\par");
    expect(source.blocks.map((block) => block.text)).toEqual(["Shown text"]);
    expect(source.warnings).toEqual(["2 words of hidden text were left out."]);
  });

  test("what hangs on hidden text is hidden too: breaks, notes, text boxes", async () => {
    const source = await read(
      "Shown{\\v  one\\line two{\\super\\chftn}{\\footnote \\pard\\plain {\\super\\chftn} note unseen}{\\shp{\\*\\shpinst{\\shptxt \\pard box\\par}}}} text{\\super\\chftn}{\\footnote \\pard\\plain {\\super\\chftn} note seen}\\par",
    );
    expect(source.blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "paragraph: Shown text1",
      "note: note seen",
    ]);
    expect(source.warnings).toEqual(["5 words of hidden text were left out."]);
  });

  test("a document of hidden text alone says so", async () => {
    await expect(read("{\\v unseen}\\par")).rejects.toThrow(
      expect.objectContaining({ code: "file-empty", message: expect.stringContaining("only hidden text") }),
    );
  });

  test("pictures, objects and unknown groups are no text", async () => {
    const body =
      "Before{\\pict\\pngblip 89504e47}{\\object{\\*\\objdata 0105}{\\result  within}}{\\*\\unknown lost}{\\xe index} after\\par";
    expect(await texts(body)).toEqual(["Before within after"]);
  });

  test("text boxes come behind the paragraph that they are anchored in", async () => {
    const body =
      "Anchored{\\shp{\\*\\shpinst{\\sp{\\sn name}{\\sv value}}{\\shptxt \\pard In the box\\par}}} here\\par Next\\par";
    expect(await texts(body)).toEqual(["Anchored here", "In the box", "Next"]);
  });

  test("what repeats on each page is kept once, behind the text", async () => {
    const { blocks } = await read("{\\header \\pard Draft\\par}{\\headerf Draft\\par}Text\\par");
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ["paragraph", "Text"],
      ["running-head", "Draft"],
    ]);
  });
});

describe("encodings", () => {
  const CASES = [
    { name: "Chinese", charset: 134, encoding: "gb18030", text: "两国签署河流协定" },
    { name: "Korean, with syllables beyond the standard", charset: 129, encoding: "euc-kr", text: "강물 협정 뷁 서명" },
    { name: "Japanese", charset: 128, encoding: "shift_jis", text: "河川協定ソ表に署名" },
  ] as const;

  test.each(CASES)("$name in the character set of its font", async ({ charset, encoding, text }) => {
    const head = `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset${charset} Asian;}}`;
    const written = hex(encodeLegacy(text, encoding));
    expect(await texts(`Compact {\\f1 ${written}} signed\\par`, head)).toEqual([`Compact ${text} signed`]);
  });

  test("characters of two bytes whose second is written as a letter or as an escaped sign", async () => {
    const head = "{\\rtf1\\ansi\\ansicpg932\\deff0{\\fonttbl{\\f0\\fcharset128 MS Mincho;}}";
    // 0x83 0x41, 0x83 0x5c and 0x83 0x7b
    expect(await texts("\\'83A\\'83\\\\\\'83\\{\\par", head)).toEqual(["アソボ"]);
  });

  test("Cyrillic, Central European, Greek and Turkish fonts", async () => {
    const fonts = [204, 238, 161, 162]
      .map((charset, index) => `{\\f${index + 1}\\fcharset${charset} F${index};}`)
      .join("");
    const head = `{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}${fonts}}`;
    expect(
      await texts(
        "{\\f1\\'d0\\'e5\\'ea\\'e0} {\\f2\\'f8eka} {\\f3\\'f0\\'ef\\'f4\\'e1\\'ec} {\\f4\\'fd\\'f0}\\par",
        head,
      ),
    ).toEqual(["Река řeka ποταμ ığ"]);
  });

  test("a document in a code page whose fonts say nothing of it", async () => {
    const head = "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset0 SimSun;}}";
    expect(await texts(`${hex(encodeLegacy("水资源", "gb18030"))}\\par`, head)).toEqual(["水资源"]);
    expect(await texts("\\'d0\\'e5\\'ea\\'e0\\par", "{\\rtf1\\ansi\\ansicpg1251 ")).toEqual(["Река"]);
  });

  test("a Western font in a document of another code page stays Western", async () => {
    const head = "{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}}";
    expect(await texts("caf\\'e9 {\\f1\\'e9}\\par", head)).toEqual(["café й"]);
  });

  test("Unicode goes before what stands there for old readers", async () => {
    expect(await texts("\\uc1 Stra\\u223\\'dfe \\u8364?5\\par")).toEqual(["Straße €5"]);
    expect(await texts("\\uc2 \\u27827\\'ba\\'d3\\u27700 ??!\\par")).toEqual(["河水!"]);
    expect(await texts("\\uc0\\u-10179 \\u-8704 !\\par")).toEqual(["😀!"]);
    expect(await texts("{\\uc0 \\u1088 }\\u1077?\\ldblquote x\\par")).toEqual(["ре“x"]);
  });

  test("DOS and Macintosh code pages", async () => {
    expect(await texts("\\'81ber\\par", "{\\rtf1\\pc ")).toEqual(["über"]);
    expect(await texts("\\'9fber\\par", "{\\rtf1\\mac ")).toEqual(["über"]);
  });

  test("the bytes of the font Symbol are Greek letters", async () => {
    const head = "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset2 Symbol;}}";
    expect(await texts("{\\f1 D}t \\u8804? {\\f1\\'b1}2\\par", head)).toEqual(["Δt ≤ ±2"]);
  });

  test("any text survives being written as Unicode with and without a fallback", async () => {
    const shownAs = (text: string): string =>
      text
        .replace(/[\t\n\v\f\r ]+/gu, " ")
        .replace(/[\u0000-\u001f\u007f]/gu, "")
        .trim()
        .toWellFormed();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", minLength: 1 }), fc.boolean(), async (raw, hasFallback) => {
        // A control character between two spaces keeps them apart.
        const text = raw.replace(/[\u0000-\u0008\u000e-\u001f]/gu, "");
        fc.pre(shownAs(text) !== "");
        const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
        const written = units.map((unit) => `\\u${unit > 0x7fff ? unit - 0x10000 : unit}${hasFallback ? "?" : " "}`);
        expect(await texts(`\\uc${hasFallback ? 1 : 0} ${written.join("")}\\par`)).toEqual([shownAs(text)]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("structure", () => {
  test("headings by outline level, by the level of their style, and by its name", async () => {
    const styles =
      "{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel1 Clause;}{\\s2 heading 3;}{\\s3 caption;}{\\s4 Quote;}}";
    const body = `${styles}\\pard\\outlinelevel0 A\\par\\pard\\s1 B\\par\\pard\\s2 C\\par\\pard\\s3 D\\par\\pard\\s4 E\\par\\pard F\\par`;
    const { blocks } = await read(body);
    expect(blocks.map(({ kind, level }) => `${kind} ${level ?? ""}`.trim())).toEqual([
      "heading 1",
      "heading 2",
      "heading 3",
      "caption",
      "quote",
      "paragraph",
    ]);
  });

  test("list items have their depth, and not their mark", async () => {
    const body =
      "\\pard{\\listtext\\'b7\\tab}\\ls1\\ilvl0 Gauges\\par\\pard{\\listtext o\\tab}\\ls1\\ilvl1 Readings\\par\\pard{\\pntext 1.\\tab}Old list\\par\\pard No list\\par";
    const { blocks } = await read(body);
    expect(blocks.map(({ kind, level, text }) => [kind, level, text])).toEqual([
      ["list-item", 1, "Gauges"],
      ["list-item", 2, "Readings"],
      ["list-item", 1, "Old list"],
      ["paragraph", null, "No list"],
    ]);
  });

  test("cells of tables know their places, and empty ones make no block", async () => {
    const row = (cells: string[], extra = ""): string =>
      `\\trowd${extra}\\cellx100\\cellx200\\pard\\intbl ${cells.map((cell) => `${cell}\\cell`).join(" ")}\\row`;
    const body = `${row(["Month", "Flow"], "\\trhdr")}${row(["May", "40"])}${row(["", "35\\par estimated"])}\\pard Text\\par${row(["Other", "table"])}`;
    const { blocks } = await read(body);
    expect(blocks.map(({ text, cell }) => [text, cell && [cell.table, cell.row, cell.column, cell.isHeader]])).toEqual([
      ["Month", [0, 0, 0, true]],
      ["Flow", [0, 0, 1, true]],
      ["May", [0, 1, 0, false]],
      ["40", [0, 1, 1, false]],
      ["35", [0, 2, 1, false]],
      ["estimated", [0, 2, 1, false]],
      ["Text", undefined],
      ["Other", [1, 0, 0, false]],
      ["table", [1, 0, 1, false]],
    ]);
  });

  test("a table within a cell is a table of its own", async () => {
    const body =
      "\\trowd\\cellx100\\cellx200\\pard\\intbl Outer\\par\\pard\\intbl\\itap2 Inner\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par lost}\\pard\\intbl After\\cell Last\\cell\\row";
    const { blocks } = await read(body);
    expect(blocks.map(({ text, cell }) => [text, cell?.table, cell?.column])).toEqual([
      ["Outer", 0, 0],
      ["Inner", 1, 0],
      ["After", 0, 0],
      ["Last", 0, 1],
    ]);
  });

  test("footnotes are blocks of their own, tied to their mark", async () => {
    const body =
      "Signed{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} At Mirevka.} and sealed{\\super *}{\\*\\footnote{\\super *} By both.}.{\\super\\chftn}{\\footnote\\ftnalt\\pard\\chftn  End.}\\par";
    const source = await read(body);
    expect(source.blocks.map(({ kind, text, note }) => [kind, text, note])).toEqual([
      ["paragraph", "Signed1 and sealed*.1", undefined],
      ["note", "At Mirevka.", "footnote-1"],
      ["note", "By both.", "footnote-2"],
      ["note", "End.", "endnote-1"],
    ]);
    expect(spansOf(source)).toEqual(["footnote-1: 1", "footnote-2: *", "endnote-1: 1"]);
  });

  test("emphasis is kept, whatever opens and closes it", async () => {
    const source = await read(
      "{\\b Bold {\\i both}} plain \\ul under\\ulnone  H{\\sub 2}O x{\\super 2} {\\strike old}\\par",
    );
    expect(source.blocks[0]?.text).toBe("Bold both plain under H2O x2 old");
    expect(spansOf(source)).toEqual([
      "strong: Bold both",
      "emphasis: both",
      "underline: under",
      "subscript: 2",
      "superscript: 2",
      "strike: old",
    ]);
  });

  test("links keep their address, other fields their last result", async () => {
    const source = await read(
      '{\\field{\\*\\fldinst HYPERLINK "https://ilvapress.example/compact"}{\\fldrslt\\ul Ilvapress}} on {\\field{\\*\\fldinst DATE}{\\fldrslt 3 March}} {\\field{\\*\\fldinst SYMBOL 183 \\\\f "Symbol"}{\\fldrslt}} {\\field{\\*\\fldinst HYPERLINK "javascript:alert(1)"}{\\fldrslt no link}}\\par',
    );
    expect(source.blocks[0]?.text).toBe("Ilvapress on 3 March • no link");
    expect(spansOf(source)).toEqual(["underline: Ilvapress", "https://ilvapress.example/compact: Ilvapress"]);
  });

  test("tracked changes read as accepted, with what was changed beside them", async () => {
    const source = await read(
      "{\\*\\revtbl{Unknown;}{Maren Tauvik;}}A {\\deleted\\revauthdel1\\revdttmdel132323919 weak }{\\revised\\revauth1 strong }text\\par",
    );
    expect(source.blocks[0]?.text).toBe("A strong text");
    expect(source.blocks[0]?.revisions).toMatchObject([
      { kind: "inserted", fromUtf16: 2, toUtf16: 9, author: "Maren Tauvik" },
      { kind: "deleted", atUtf16: 2, text: "weak ", author: "Maren Tauvik", date: "2026-03-03T09:15:00" },
    ]);
    expect(source.warnings).toEqual(["There are 2 tracked changes: the text is shown as if all were accepted"]);
  });

  test("comments stand beside the words that they are about", async () => {
    const source = await read(
      "The {\\*\\atrfstart 1}flow{\\*\\atrfend 1}{\\*\\atnid DO}{\\*\\atnauthor Danek Oruvel}\\chatn{\\*\\annotation{\\*\\atnref 1}\\pard Which gauge?\\par} holds\\par",
    );
    expect(source.blocks.map((block) => block.text)).toEqual(["The flow holds"]);
    expect(source.blocks[0]?.revisions).toEqual([
      { kind: "comment", fromUtf16: 4, toUtf16: 8, text: "Which gauge?", author: "Danek Oruvel", date: null },
    ]);
    expect(source.warnings).toEqual(["There is 1 comment"]);
  });

  test("title and author are metadata, the day of creation is only offered", async () => {
    const info =
      "{\\info{\\upr{\\title R?ka}{\\*\\ud{\\title \\u344?eka}}}{\\author Maren Tauvik}{\\creatim\\yr2026\\mo3\\dy3\\hr9}{\\operator x}}";
    const { metadata, suggestions } = await read(`${info}Text\\par`);
    expect(metadata).toMatchObject({ title: "Řeka", authors: ["Maren Tauvik"], published: null });
    expect(suggestions).toContainEqual({
      field: "published",
      value: "2026-03-03",
      reason: "The document was created on that day",
    });
  });

  test("HTML that was wrapped in RTF is read as HTML", async () => {
    const body =
      "{\\*\\htmltag19 <html>}{\\*\\htmltag50 <body>}{\\*\\htmltag64 <p>}\\htmlrtf{\\f1 \\htmlrtf0 Fl\\'f6w {\\*\\htmltag84 <b>}\\htmlrtf{\\b\\htmlrtf0 5 \\'3c 6\\htmlrtf}\\htmlrtf0{\\*\\htmltag92 </b>}\\htmlrtf\\par}\\htmlrtf0{\\*\\htmltag72 </p>}{\\*\\htmltag58 </body>}";
    const source = await read(
      body,
      "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}{\\f1 Arial;}}",
    );
    expect(source.blocks.map((block) => block.text)).toEqual(["Flöw 5 < 6"]);
    expect(spansOf(source)).toEqual(["strong: 5 < 6"]);
  });
});

describe("broken and hostile files", () => {
  async function failure(rtf: string): Promise<unknown> {
    return readRtf(readRequest("bad.rtf", bytesOf(rtf)), () => undefined).then(
      (source) => source.blocks,
      (error: unknown) => error,
    );
  }

  test("a file that is no RTF says so", async () => {
    expect(await failure("Just text")).toMatchObject({ code: "file-damaged" });
    expect(await failure("")).toMatchObject({ code: "file-damaged" });
  });

  test("a document without text is empty", async () => {
    expect(await failure(`${HEAD}\\par }`)).toMatchObject({ code: "file-empty" });
  });

  test("a file that breaks off gives what there is, and says so", async () => {
    const source = await readRtf(
      readRequest("cut.rtf", bytesOf(`${HEAD}{\\b Whole paragraph\\par Half a`)),
      () => undefined,
    );
    expect(source.blocks.map((block) => block.text)).toEqual(["Whole paragraph", "Half a"]);
    expect(source.warnings).toEqual(["The file ends in the middle: what came after is lost"]);
  });

  test("a file that breaks off before its text is damaged", async () => {
    expect(await failure("{\\rtf1\\ansi{\\fonttbl{\\f0 Ari")).toMatchObject({ code: "file-damaged" });
  });

  test("a brace too many does not cut off the text behind it", async () => {
    const source = await read("Before}} {\\b after}\\par");
    expect(source.blocks.map((block) => block.text)).toEqual(["Before after"]);
    expect(source.warnings.join()).toContain("braces do not match");
  });

  test("data that claims to be longer than the file is skipped", async () => {
    expect(await texts("Text\\par{\\pict\\bin2147483647 xx")).toEqual(["Text"]);
    expect(await texts("Text\\par{\\pict\\picw99999999\\pich99999999\\bin3 }}}} on\\par")).toEqual(["Text", "on"]);
  });

  test("100,000 groups inside each other are refused, side by side they are read", async () => {
    expect(await failure(`${HEAD}${"{".repeat(100_000)}x`)).toMatchObject({ code: "file-too-complex" });
    expect(await texts(`${"{}".repeat(100_000)}Text\\par`)).toEqual(["Text"]);
    expect(await texts(`Text\\par${"}".repeat(100_000)}\\par`)).toEqual(["Text"]);
  });

  test("control words that name what every object has mean nothing", async () => {
    expect(await texts("\\constructor\\toString\\hasOwnProperty1 Text\\valueOf\\par")).toEqual(["Text"]);
  });

  test("numbers and words beyond all bounds are read over", async () => {
    const body = `\\uc99999999999 Text\\f99999999999999999999 \\u99999999999 \\itap999999999\\ilvl999999999 more \\${"x".repeat(100_000)}\\par`;
    await expect(read(body)).resolves.toBeDefined();
  });

  test("more paragraphs than anyone could read are refused", async () => {
    expect(await failure(`${HEAD}${"a\\par ".repeat(400_000)}}`)).toMatchObject({ code: "file-too-complex" });
  });

  test("random changes to a document end in blocks or in an error of ours", async () => {
    const whole = bytesOf(
      `${HEAD}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title T}}\\pard\\s1 A{\\super\\chftn}{\\footnote Note}\\par\\trowd\\cellx1\\pard\\intbl B\\cell\\row\\pard{\\field{\\*\\fldinst HYPERLINK "https://a.example"}{\\fldrslt C}}{\\deleted D}\\u8364?\\'e9\\bin2 ab\\par}`,
    );
    const change = fc.tuple(fc.nat(whole.length - 1), fc.constantFrom(..."{}\\'*09 \u00ffa"));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, sign] of changes) bytes[at] = sign.charCodeAt(0);
        const result = await failure(bytes.toString("latin1"));
        if (result instanceof Error) expect(result.name).toBe("AttacheError");
      }),
      { numRuns: 500 },
    );
  });
});

describe("the files of the fixtures", () => {
  const folder = new URL("../../fixtures/rtf/", import.meta.url);

  test.each(readdirSync(folder).filter((name) => name.endsWith(".rtf")))("%s is read whole", async (name) => {
    const bytes = readFileSync(new URL(name, folder));
    const { blocks } = await readRtf(readRequest(name, bytes), () => undefined);
    expect(blocks.length).toBeGreaterThan(4);
    expect(blocks.map((block) => block.text).join()).not.toMatch(/\ufffd|[\\{}]/u);
  });
});
