import { createDeflateRaw } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openZip } from "../../../src/engine/readers/zip/open-zip.ts";
import { type MadePart, makeZip } from "../../support/zip-making.ts";

const MEBIBYTE = 1024 * 1024;
const ENCRYPTED = 0x0801;

function opened(parts: readonly MadePart[]) {
  return openZip(makeZip(parts), "book.epub");
}

/** So many zeros, packed, without ever holding them. */
async function packedZeros(sizeBytes: number): Promise<Uint8Array> {
  const deflate = createDeflateRaw({ level: 1 });
  const packed: Buffer[] = [];
  deflate.on("data", (chunk: Buffer) => packed.push(chunk));
  const zeros = Buffer.alloc(16 * MEBIBYTE);
  for (let written = 0; written < sizeBytes; written += zeros.length) {
    await new Promise((resolve) => deflate.write(zeros, resolve));
  }
  await new Promise<void>((resolve) => deflate.end(resolve));
  return Buffer.concat(packed);
}

test("names the parts in order and unpacks those that are asked for", async () => {
  const zip = await opened([
    { name: "a.xml", content: "<a/>" },
    { name: "folder/", content: "" },
    { name: "folder/b.txt", content: "räksmörgås" },
  ]);
  expect(zip.names).toEqual(["a.xml", "folder/b.txt"]);
  expect(await zip.readText("folder/b.txt")).toBe("räksmörgås");
  expect(await zip.read("c.txt")).toBeNull();
});

test.each([
  ["UTF-8 with a mark", Buffer.from("\uFEFF<å/>"), "<å/>"],
  ["UTF-16 with a mark", Buffer.from("\uFEFF<å/>", "utf16le"), "<å/>"],
  ["UTF-16 without one", Buffer.from("<å/>", "utf16le"), "<å/>"],
  [
    "what the XML declares",
    Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><å/>', "latin1"),
    '<?xml version="1.0" encoding="ISO-8859-1"?><å/>',
  ],
])("decodes %s", async (_name, content, text) => {
  const zip = await opened([{ name: "a.xml", content }]);
  expect(await zip.readText("a.xml")).toBe(text);
});

describe("names that lead somewhere else", () => {
  test.each(["../../etc/passwd", "/etc/passwd", "C:/windows/win.ini", "a/../../b", "..\\..\\b"])(
    "%s is no part",
    async (name) => {
      const zip = await opened([
        { name, content: "x" },
        { name: "good.xml", content: "<a/>" },
      ]);
      expect(zip.names).toEqual(["good.xml"]);
    },
  );

  test("a backslash is read as the slash that was meant", async () => {
    const zip = await opened([{ name: "word\\document.xml", content: "<a/>" }]);
    expect(zip.names).toEqual(["word/document.xml"]);
  });

  test("a name that two parts have cannot be read, and the others can", async () => {
    const zip = await opened([
      { name: "a.xml", content: "<one/>" },
      { name: "a.xml", content: "<two/>" },
      { name: "b.xml", content: "<b/>" },
    ]);
    await expect(zip.read("a.xml")).rejects.toMatchObject({ code: "file-damaged" });
    expect(await zip.readText("b.xml")).toBe("<b/>");
  });
});

describe("bombs", { timeout: 60_000 }, () => {
  test("1 GB from 1 MB is refused, whether it says its size or not", async () => {
    const packed = await packedZeros(1024 * MEBIBYTE);
    for (const sizeBytes of [1024 * MEBIBYTE, 100]) {
      const zip = await opened([{ name: "a.xml", content: "", lies: { packed, sizeBytes } }]);
      const failed = zip.read("a.xml");
      await expect(failed).rejects.toMatchObject({ code: "file-too-complex" });
      await expect(failed).rejects.toThrow("book.epub");
    }
  });

  test("many parts may not add up to what one may not have", async () => {
    const content = Buffer.alloc(80 * MEBIBYTE);
    const zip = await opened(["a", "b", "c"].map((name) => ({ name, content })));
    await zip.read("a");
    await zip.read("b");
    await expect(zip.read("c")).rejects.toMatchObject({ code: "file-too-complex" });
  });

  test("parts that share their bytes are refused", async () => {
    const parts = ["a", "b", "c"].map((name) => ({ name, content: "x".repeat(5000), lies: { sharedWith: 0 } }));
    await expect(opened(parts)).rejects.toMatchObject({ code: "file-too-complex" });
  });

  test("more parts than any book has are refused, and a thousand are not", async () => {
    const parts = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `${index}`, content: "" }));
    await expect(opened(parts(10_001))).rejects.toMatchObject({ code: "file-too-complex" });
    expect((await opened(parts(1000))).names).toHaveLength(1000);
  });

  test("a ZIP file within is a part like any other", async () => {
    const inner = makeZip([{ name: "bomb", content: "", lies: { sizeBytes: 4_000_000_000 } }]);
    const zip = await opened([{ name: "inner.zip", content: inner }]);
    expect(await zip.read("inner.zip")).toHaveLength(inner.length);
  });
});

describe("damage", () => {
  const parts = [
    { name: "a.xml", content: "some text that is long enough to be cut ".repeat(20) },
    { name: "b.xml", content: "more" },
  ];

  test("a file cut off anywhere is damaged", async () => {
    const whole = makeZip(parts);
    for (let tenth = 0; tenth < 10; tenth++) {
      const cut = whole.slice(0, Math.floor((whole.length * tenth) / 10));
      await expect(openZip(cut, "book.epub")).rejects.toMatchObject({ code: "file-damaged" });
    }
  });

  test.each([
    ["another size", { sizeBytes: 3 }],
    ["another checksum", { crc: 1 }],
    ["a method nobody knows", { method: 99 }],
    ["no packed data", { packed: Buffer.from("not packed at all") }],
  ])("a part with %s than it says is damaged", async (_name, lies) => {
    const zip = await opened([{ name: "a.xml", content: "<a>text</a>", lies }]);
    await expect(zip.read("a.xml")).rejects.toMatchObject({ code: "file-damaged" });
  });

  test("random bytes behind the header of a ZIP file are damaged", async () => {
    const bytes = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251));
    const file = Buffer.concat([Buffer.from("PK\x03\x04"), bytes]);
    await expect(openZip(file, "book.epub")).rejects.toMatchObject({ code: "file-damaged" });
  });
});

test("a part that is packed with a password says so", async () => {
  const zip = await opened([{ name: "a.xml", content: "<a/>", lies: { flags: ENCRYPTED } }]);
  await expect(zip.read("a.xml")).rejects.toThrow(/book\.epub is packed with a password/);
});
