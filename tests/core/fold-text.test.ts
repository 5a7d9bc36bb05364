// Proves which spellings are found by which, and that what is found can be pointed at in the text as it is.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "../../src/core/search/fold-text.ts";
import { searchWords } from "../../src/core/search/search-words.ts";
import { awkwardText } from "../support/awkward-text.ts";

describe("folding", () => {
  test.each([
    ["case", "SANCTIONS", "sanctions"],
    ["accents", "Café Müller", "cafe muller"],
    ["accents written as marks of their own", "Cafe\u0301", "cafe"],
    ["letters that have no accent but a stroke", "Łódź, Ørsted", "lodz orsted"],
    ["ligatures", "ﬁnance Œuvre", "finance oeuvre"],
    ["a sharp s", "Straße STRASSE", "strasse strasse"],
    ["the Turkish dots", "İstanbul ISPARTA ısparta", "istanbul isparta isparta"],
    ["the Greek final sigma", "Αθήνας ΑΘΉΝΑΣ", "αθηνασ αθηνασ"],
    ["width", "Ｇ２０ ｶﾞｽ", "g20 ガ ス"],
    ["hyphens and apostrophes", "Jean-Luc O’Neill don't п’ять", "jean luc o neill don t п ять"],
    ["soft hyphens", "co\u00adoperation", "cooperation"],
    ["the marks of a Hebrew text", "שָׁלוֹם", "שלום"],
    ["the marks and the keyboards of Arabic", "صَدِيق ایران إيران", "صديق ايران ايران"],
    ["digits of other scripts", "١٢٣ ۴۵ ६", "123 45 6"],
    ["Korean that is written in parts", "정상".normalize("NFD"), "정 상"],
    ["signs that are said with a number", "5% €20bn", "5 ％ € 20bn"],
  ])("folds %s", (_, text, words) => {
    expect(searchWords(text)).toBe(words);
  });

  test("makes East Asian signs words of their own, and leaves what stands between them whole", () => {
    expect(searchWords("习近平与G20会谈")).toBe("习 近 平 与 g20 会 谈");
    expect(searchWords("정상회담")).toBe("정 상 회 담");
    expect(searchWords("ไทย")).toBe("ไ ท ย");
  });

  test("keeps apart what accents do not vary: vowels of Indian scripts, kana, a Russian letter", () => {
    expect(searchWords("कु")).not.toBe(searchWords("कि"));
    expect(searchWords("バス")).not.toBe(searchWords("パス"));
    expect(searchWords("мой")).not.toBe(searchWords("мои"));
  });

  test("lets no word of two signs lie over the end of a clause", () => {
    expect(searchWords("大会。谈判")).not.toContain("会 谈");
    expect(searchWords("北京、东京")).not.toContain("京 东");
    expect(searchWords("“一带”一路")).toBe("一 带 一 路");
  });

  test("answers words of signs that the index takes for such, one space between two, whatever the text", () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const words = searchWords(text);
        expect(words).not.toMatch(/^ | $| {2}/u);
        // Of ASCII, nothing but small letters, digits and the space: all else would be cut by the tokenizer.
        expect(words).toMatch(/^[^\0-\x1f!-/:-`{-\x7f]*$/u);
      }),
    );
  });

  test("knows where each word comes from: what stands there folds to that word", () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const folded = foldText(text);
        let at = 0;
        for (const word of folded.text.split(" ")) {
          const from = folded.startOf(at);
          const to = folded.endOf(at + word.length);
          if (word !== "" && word !== "¶") expect(` ${searchWords(text.slice(from, to))} `).toContain(` ${word} `);
          at += word.length + 1;
        }
      }),
    );
  });
});
