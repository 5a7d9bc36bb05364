import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Extraction } from "../../../src/core/source/format.ts";
import { readHtml } from "../../../src/engine/readers/html-reader.ts";
import { readMhtml } from "../../../src/engine/readers/mhtml-reader.ts";
import type { ReadSource } from "../../../src/engine/readers/reader.ts";

function read(bytes: Uint8Array, extraction: Extraction | null = null): Promise<ReadSource> {
  const request = { fileName: "page.mht", encoding: null, importedOn: "2026-05-04", password: null };
  return readMhtml({ ...request, bytes, extraction }, () => undefined);
}

function bytesOf(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/html/${name}`, import.meta.url));
}

function archive(parts: readonly string[], headers = ""): Uint8Array {
  const body = parts.map((part) => `--b\r\n${part}\r\n`).join("");
  return Buffer.from(
    `${headers}MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"; type="text/html"\r\n\r\n${body}--b--\r\n`,
    "latin1",
  );
}

describe("a page that Chrome saved as one file", () => {
  test("gives the same article as the page itself", async () => {
    const saved = await read(bytesOf("corriden-tribune.mhtml"));
    const page = await readHtml(
      {
        fileName: "page.html",
        bytes: bytesOf("corriden-tribune.html"),
        encoding: null,
        importedOn: "2026-05-04",
        password: null,
        extraction: null,
      },
      () => undefined,
    );
    expect(saved.extraction).toBe("article");
    expect(saved.blocks).toEqual(page.blocks);
  });

  test("says where and when it was saved", async () => {
    const { metadata, format } = await read(bytesOf("corriden-tribune.mhtml"));
    expect(format).toBe("mhtml");
    expect(metadata).toMatchObject({
      url: "https://www.corridentribune.example/world/2026/03/05/delta-chair?ref=home",
      accessed: "2026-03-07",
    });
  });

  test("has nothing of its frames", async () => {
    const { blocks } = await read(bytesOf("corriden-tribune.mhtml"), "whole-page");
    expect(blocks.map(({ text }) => text).join()).not.toContain("Text of a frame");
  });
});

describe("a document that Word saved as a page", () => {
  test("has list items without their marks, notes, and nothing that was hidden", async () => {
    const { blocks, metadata } = await read(bytesOf("word-minute.mht"));
    expect(blocks.map(({ kind, level, text }) => [kind, level, text])).toEqual([
      ["heading", 1, "Minute on the delta"],
      ["paragraph", null, "Port Quess will press for a seat – see the Tribune’s interview.[1]"],
      ["list-item", 1, "a vote"],
      ["list-item", 2, "with a veto"],
      ["paragraph", null, "We advise against caution."],
      ["note", null, "Corriden Tribune, 6 March 2026."],
    ]);
    expect(metadata).toMatchObject({ title: "Minute on the delta", url: null, accessed: null });
  });
});

describe("archives", () => {
  test("the page is the part that the archive names, in its own encoding", async () => {
    const frame = "Content-Type: text/html\r\n\r\n<p>A frame.";
    const page =
      "Content-Type: text/html; charset=iso-8859-2\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <p@q>\r\n\r\nPHA+s/NkvA==";
    const bytes = Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b; start="<p@q>"\r\n\r\n--b\r\n${frame}\r\n--b\r\n${page}\r\n--b--`,
    );
    expect((await read(bytes)).blocks.map(({ text }) => text)).toEqual(["łódź"]);
  });

  test("one that was cut off is read as far as it goes", async () => {
    const whole = bytesOf("corriden-tribune.mhtml");
    const { blocks } = await read(whole.subarray(0, Math.floor(whole.length / 2)), "whole-page");
    expect(blocks.map(({ text }) => text)).toContain("Quessia asks for a chair on the Ilvane Commission");
  });

  test.each([
    ["without a page", ["Content-Type: image/png\r\n\r\nxx"], "file-damaged"],
    ["with an empty page", ["Content-Type: text/html\r\n\r\n"], "file-empty"],
    [
      "of ten thousand parts",
      Array.from({ length: 10_000 }, () => "Content-Type: image/png\r\n\r\nx"),
      "file-too-complex",
    ],
  ])("%s end in one message that names the file", async (_, parts, code) => {
    await expect(read(archive(parts))).rejects.toThrow(
      expect.objectContaining({ code, message: expect.stringContaining("page.mht") }),
    );
  });
});
