// Proves that text in any of the encodings comes out as it was written, that what is no text is refused in words that
// help, and that the articles of the samples and of the shared folder are read for what they are.
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { canonicalText } from "../../src/core/source/block.ts";
import type { Encoding } from "../../src/core/source/source.ts";
import { decodeText } from "../../src/engine/readers/decode-text.ts";
import type { ReadSource } from "../../src/engine/readers/reader.ts";
import { MAX_TEXT_BYTES } from "../../src/engine/readers/size-limit.ts";
import { readText } from "../../src/engine/readers/text-reader.ts";
import { AttacheError } from "../../src/ipc/errors.ts";
import { encodeLegacy, encodeUtf16, repertoire } from "../support/encode-legacy.ts";

async function read(bytes: Uint8Array, encoding: Encoding | null = null, fileName = "notes.txt"): Promise<ReadSource> {
  const request = { fileName, bytes, encoding, importedOn: "2026-05-20", password: null, extraction: null };
  return readText(request, () => undefined);
}

async function refusal(bytes: Uint8Array, encoding: Encoding | null = null): Promise<AttacheError> {
  try {
    await read(bytes, encoding);
  } catch (error) {
    if (error instanceof AttacheError) return error;
    throw error;
  }
  throw new Error("it was read");
}

function bytesOf(...parts: (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : [...part])),
  );
}

const CHINESE =
  "部长周一在首都会见了来访的代表团。\n双方签署了新的贸易协议，并就能源合作交换了意见。\n会谈将于明年继续。";
const TRADITIONAL = "部長週一在首都會見了來訪的代表團。\n雙方簽署了新的貿易協議，並就能源合作交換了意見。";
const KOREAN =
  "장관은 월요일 수도에서 대표단을 만났다.\n두 나라는 새로운 무역 협정에 서명하고 에너지 협력에 관한 의견을 나누었다.";
const JAPANESE =
  "大臣は月曜日、首都で代表団と会談した。\n両国は新しい貿易協定に署名し、エネルギー協力について意見を交わした。";
const FRENCH =
  "Le ministre a été reçu lundi à l’hôtel de ville.\n« Nous avons signé », a-t-il déclaré – et le traité coûtera 40 €.";
const GERMAN =
  "Die Ministerin erklärte am Montag, das Abkommen über die Häfen müsse für beide Länder größere Vorteile bringen.";
const ENGLISH = "The board’s “quiet” decision cost £40 — no more.";

const LEGACY = [
  ["gb18030", CHINESE],
  ["gb18030", TRADITIONAL],
  ["euc-kr", KOREAN],
  ["shift_jis", JAPANESE],
  ["windows-1252", FRENCH],
  ["windows-1252", GERMAN],
  ["windows-1252", ENGLISH],
] as const;

describe("the encoding is found", () => {
  test.each(LEGACY)("of text in %s: %j", async (encoding, text) => {
    const source = await read(encodeLegacy(text, encoding));
    expect(source).toMatchObject({ encoding, byteOrderMark: false, warnings: [] });
    expect(canonicalText(source.blocks)).toBe(text);
  });

  test.each(LEGACY)("of text in %s that comes after much ASCII: %j", async (encoding, text) => {
    const preface = "A line of the preface.\n".repeat(20_000);
    const source = await read(encodeLegacy(preface + text, encoding));
    expect(source.encoding).toBe(encoding);
    expect(canonicalText(source.blocks).endsWith(text)).toBe(true);
  });

  test.each([
    ["gb18030", "港务局", "b8dbcef1bed6b5c4bbe1d2e9cac7d4dad6dcb6feb5c4"],
    ["euc-kr", "회의록", "c8b8c0c7b7cf20b3bbbfebc0bb20b4d9bdc320c8aec0cec7d8bedf20c7d1b4d9"],
    ["shift_jis", "会議", "89ef8b6382cd89ce976a93fa82c58b5e82c6"],
  ] as const)("of a single line in %s", async (encoding, start, hex) => {
    const source = await read(Buffer.from(hex, "hex"));
    expect(source.encoding).toBe(encoding);
    expect(canonicalText(source.blocks).startsWith(start.slice(0, 2))).toBe(true);
  });

  test("with syllables that only the extension of EUC-KR has", async () => {
    const bytes = Buffer.from("8c63b9e6b0a2c7cfb4c22094eec0bb20bab8bed2b4d92e", "hex");
    expect(canonicalText((await read(bytes, "euc-kr")).blocks)).toBe("똠방각하는 뷁을 보았다.");
    expect((await read(bytes)).encoding).toBe("euc-kr");
  });

  test.each(["utf-16le", "utf-16be"] as const)("of %s without a byte order mark", async (encoding) => {
    for (const text of [FRENCH, `${CHINESE}\n2026`, `${KOREAN}\n`, JAPANESE, ENGLISH]) {
      const source = await read(encodeUtf16(text, encoding));
      expect(source).toMatchObject({ encoding, byteOrderMark: false, warnings: [] });
      expect(canonicalText(source.blocks)).toBe(text.trim());
    }
  });

  test.each(["utf-16le", "utf-16be"] as const)(
    "of %s with a byte order mark, which is no part of the text",
    async (encoding) => {
      const source = await read(encodeUtf16(`\ufeff${CHINESE}`, encoding));
      expect(source).toMatchObject({ encoding, byteOrderMark: true, warnings: [] });
      expect(canonicalText(source.blocks)).toBe(CHINESE);
    },
  );

  test("of UTF-8 with and without a byte order mark, and of ASCII", async () => {
    for (const text of [CHINESE, KOREAN, JAPANESE, FRENCH, "Plain words."]) {
      expect(await read(bytesOf(text))).toMatchObject({ encoding: "utf-8", byteOrderMark: false, warnings: [] });
      const marked = await read(bytesOf("\ufeff", text));
      expect(marked).toMatchObject({ encoding: "utf-8", byteOrderMark: true, warnings: [] });
      expect(canonicalText(marked.blocks)).toBe(text);
    }
  });
});

describe("text comes out as it was written", () => {
  test.each(["windows-1252", "gb18030", "euc-kr", "shift_jis"] as const)("in %s, when it is chosen", (encoding) => {
    const printable = repertoire(encoding).filter((character) => !/\p{Cc}/u.test(character));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...printable), minLength: 1 }), (characters) => {
        const text = `a${characters}`;
        expect(decodeText(encodeLegacy(text, encoding), "a.txt", encoding)).toMatchObject({
          text,
          encoding,
          warnings: [],
        });
      }),
    );
  });

  test.each(["utf-8", "utf-16le", "utf-16be"] as const)("in %s, when it is chosen", (encoding) => {
    const unit = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 1 })
      .filter((text) => !/[\p{Cc}\ufffd\ufeff]/u.test(text));
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), (characters) => {
        const text = `a${characters}`;
        const bytes = encoding === "utf-8" ? bytesOf(text) : encodeUtf16(text, encoding);
        expect(decodeText(bytes, "a.txt", encoding)).toMatchObject({ text, encoding, warnings: [] });
      }),
    );
  });

  test("in UTF-16 whose bytes hold what would be an escape of ISO-2022-JP", () => {
    // Found by the property above: D8 23 DC 1B 24 42.
    const text = "a\u{18c1b}\u2442";
    expect(decodeText(encodeUtf16(text, "utf-16be"), "a.txt", "utf-16be")).toMatchObject({ text, warnings: [] });
  });
});

describe("what cannot be decoded is said", () => {
  test("when the chosen encoding does not fit", async () => {
    const source = await read(encodeLegacy("Café à la crème", "windows-1252"), "utf-8");
    expect(canonicalText(source.blocks)).toBe("Caf\ufffd \ufffd la cr\ufffdme");
    expect(source.warnings).toEqual(["3 characters could not be read as UTF-8 and are shown as \ufffd"]);
  });

  test("when a file in UTF-8 is damaged in a place", async () => {
    const bytes = bytesOf(CHINESE, [0xe4, 0xb8], "\nEnd.");
    const source = await read(bytes);
    expect(source.encoding).toBe("utf-8");
    expect(source.warnings).toEqual(["1 character could not be read as UTF-8 and is shown as \ufffd"]);
  });

  test("when a file in EUC-KR breaks off within a character", async () => {
    const bytes = encodeLegacy(`${KOREAN}\n${KOREAN}`, "euc-kr");
    const source = await read(bytes.subarray(0, -2));
    expect(source.encoding).toBe("euc-kr");
    expect(source.warnings).toHaveLength(1);
  });

  test("when bytes mean nothing in Windows-1252", async () => {
    const source = await read(bytesOf("No ", [0x81], " meaning ", [0x9d]), "windows-1252");
    expect(source.warnings).toEqual([
      "2 characters could not be read as Western (Windows-1252) and are shown as \ufffd",
    ]);
  });

  test("and told from a sign that the file itself has", async () => {
    const source = await read(bytesOf("It was lost \ufffd before."));
    expect(source.warnings).toEqual([
      "The file has the sign \ufffd in 1 place: a character was lost there before it was imported",
    ]);
  });

  test("when the encoding is none that is known", async () => {
    const cyrillic = Buffer.from("cceee8ede8f1f2f020e7e0ffe2e8eb20e220efeee8e5e4e5ebfcede8ea2e", "hex");
    expect((await read(cyrillic)).warnings).toEqual([expect.stringContaining("could not be told for certain")]);
  });
});

describe("what is no text is refused", () => {
  test("as bytes at random", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 2000, maxLength: 4000, size: "max" }), async (noise) => {
        fc.pre(new Set(noise).size > 200);
        expect((await refusal(noise)).code).toBe("file-not-text");
      }),
    );
  });

  test("as text with null bytes or many control characters", async () => {
    expect((await refusal(bytesOf("A line", [0], "another line of text"))).code).toBe("file-not-text");
    expect((await refusal(bytesOf("data ", [1, 2, 3, 4, 5, 6, 7, 8]))).code).toBe("file-not-text");
    expect((await refusal(encodeUtf16("Plain words.", "utf-16le"), "utf-8")).code).toBe("file-not-text");
    expect((await read(bytesOf("A stray ", [7], " is no reason to refuse a whole file."))).blocks).toHaveLength(1);
  });

  test.each([
    ["no bytes", bytesOf()],
    ["a byte order mark", bytesOf("\ufeff")],
    ["blank lines", bytesOf(" \r\n\t\n\u00a0\u0085")],
    ["a blank line in UTF-16", encodeUtf16("\ufeff \n", "utf-16le")],
  ])("as empty: %s", async (_what, bytes) => {
    const error = await refusal(bytes);
    expect(error.code).toBe("file-empty");
    expect(error.message).toContain("notes.txt");
  });

  test("as too large, with its size and what to do", async () => {
    const error = await refusal(new Uint8Array(MAX_TEXT_BYTES + 1).fill(0x41));
    expect(error.code).toBe("file-too-large");
    expect(error.message).toMatch(/notes\.txt has 33 MB.*32 MB.*Split it/u);
  });
});

describe("the language is found", () => {
  const long = (sentence: string): string => `${sentence}\n`.repeat(3);

  test.each([
    [
      "en",
      long(
        "The minister said on Monday that the two countries would sign a new agreement on trade before the end of the year.",
      ),
    ],
    [
      "fr",
      long(
        "Le ministre a déclaré lundi que les deux pays signeraient un nouvel accord commercial avant la fin de l'année.",
      ),
    ],
    ["de", long(GERMAN)],
    [
      "es",
      long(
        "El ministro dijo el lunes que los dos países firmarán un nuevo acuerdo comercial antes de que termine el año.",
      ),
    ],
    ["ru", long("Министр заявил в понедельник, что две страны подпишут новое торговое соглашение до конца года.")],
    ["zh", CHINESE],
    ["ko", KOREAN],
    ["ja", JAPANESE],
  ])("%s", async (language, text) => {
    expect((await read(bytesOf(text))).metadata.language).toBe(language);
  });

  test.each([
    ["too short", "The board met on Tuesday."],
    [
      "a list of codes",
      "AX-220 QTY 44 SKU XJ-220 NR 100 LTD XK PLC ZZ AB CD EF GH 445 KLM NOP QRS TUV WXY ZAB CDE FGH IJK LMN OPQ RST UVW XYZ ".repeat(
        4,
      ),
    ],
    ["noise", "asdf qwer zxcv uiop hjkl vbnm tyui ghjk qwerty asdfgh zxcvbn poiuy lkjhg mnbvc ".repeat(4)],
  ])("unless the text is %s", async (_what, text) => {
    expect((await read(bytesOf(text))).metadata.language).toBeNull();
  });
});

const expectedSourceSchema = z.object({
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  authors: z.array(z.string()).default([]),
  agencies: z.array(z.string()).default([]),
});
const expectationSchema = z.object({ sources: z.record(z.string(), expectedSourceSchema) });

function describeArticles(name: string, folder: URL, brief: URL): void {
  const isHere = existsSync(brief) && existsSync(folder);
  if (!isHere) test.skip(`${name}: the folder is not on this machine`, () => {});
  const expected = isHere ? expectationSchema.parse(JSON.parse(readFileSync(brief, "utf8"))).sources : {};
  describe(name, () => {
    test.each(Object.entries(expected))("%s is read for what it is", async (fileName, fields) => {
      const source = await read(readFileSync(new URL(fileName, folder)), null, fileName);
      expect(source.metadata).toEqual({ ...fields, recipients: [], url: null, accessed: null, language: "en" });
      expect(source.warnings).toEqual([]);
      expect(source.suggestions).toContainEqual({
        field: "accessed",
        value: "2026-05-20",
        reason: "The day you imported it",
      });
    });
  });
}

const repository = new URL("../../", import.meta.url);
describeArticles(
  "the shared articles",
  new URL("../shared/sources/", repository),
  new URL("../shared/briefs/china-rok-summit.json", repository),
);
describeArticles(
  "the sample articles",
  new URL("resources/samples/", repository),
  new URL("resources/samples/briefs/ilvane-compact.json", repository),
);
