// Proves that the content of a file decides what it is read as, whatever its name; that what is not read is named with
// what to do; and that no bytes at all can trouble the look.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceFormatSchema } from "../../../src/core/source/format.ts";
import { detectFormat } from "../../../src/engine/readers/detect-format.ts";
import { AttacheError } from "../../../src/ipc/errors.ts";
import { encodeUtf16 } from "../../support/encode-legacy.ts";
import { madeCompoundFile, madeZip } from "../../support/made-files.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

function bytesOf(...parts: (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : [...part])),
  );
}

function refusal(bytes: Uint8Array, fileName: string): AttacheError {
  try {
    detectFormat(bytes, fileName);
  } catch (error) {
    if (error instanceof AttacheError) return error;
    throw error;
  }
  throw new Error("it was taken for something that is read");
}

const WORDS = "The council met on Tuesday.\n\nIt will meet again on Friday.\n";
const MANIFEST = (type: string) =>
  `<manifest:manifest><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/></manifest:manifest>`;

describe("what is read is known by its content", () => {
  test.each([
    ["pdf", bytesOf("%PDF-1.7\n1 0 obj")],
    ["pdf", bytesOf("junk of a mail gateway\r\n%PDF-1.4\n1 0 obj", "\nstartxref\n9\n%%EOF")],
    ["rtf", bytesOf("{\\rtf1\\ansi Words.}")],
    ["rtf", bytesOf("\ufeff\r\n{\\rtf Words.}")],
    ["html", bytesOf("<!DOCTYPE html><p>Words.")],
    ["html", bytesOf("\ufeff \n<!-- saved from url=(0014)about:internet -->\n<HTML><body>Words.")],
    ["html", bytesOf('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" ""><html>')],
    ["html", bytesOf('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>Words.')],
    ["html", bytesOf('<?xml version="1.0"?><h:html xmlns:h="http://www.w3.org/1999/xhtml"/>')],
    ["html", encodeUtf16("\ufeff<html><body>Words.</body></html>", "utf-16le")],
    ["html", encodeUtf16("<html><body>Words.</body></html>", "utf-16be")],
    [
      "mhtml",
      bytesOf(
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n",
      ),
    ],
    ["mhtml", bytesOf('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\nThis document is a page.')],
    ["eml", bytesOf("Return-Path: <a@example.com>\nReceived: from b by c; Mon, 4 May 2026\nSubject: News\n\nWords.")],
    ["eml", bytesOf("From: Ann <a@example.com>\nDate: Mon, 4 May 2026 10:00:00 +0200\nSubject: News\n\nWords.")],
    [
      "eml",
      bytesOf(
        "MIME-Version: 1.0\nFrom: a@example.com\nTo: b@example.com\nMessage-ID: <1@x>\nContent-Type: multipart/related; boundary=x\n\n--x",
      ),
    ],
    ["eml", bytesOf("From a@example.com Mon May  4 10:00:00 2026\nFrom: a@example.com\nSubject: News\n\nWords.")],
    ["eml", bytesOf("Subject: A draft\nTo: b@example.com\nX-Unsent: 1\n\nWords.")],
    ["msg", madeCompoundFile(["__nameid_version1.0", "__properties_version1.0", "__substg1.0_0037001F"])],
    ["msg", madeCompoundFile(["__attach_version1.0_#00000000", "__properties_version1.0"], ["WordDocument"])],
  ])("as %s: %j", (format, bytes) => {
    expect(detectFormat(bytes, "report.txt")).toBe(format);
    expect(detectFormat(bytes, "report.xlsx")).toBe(format);
  });

  test.each<[string, Record<string, string>]>([
    ["docx", { "[Content_Types].xml": "<Types/>", "_rels/.rels": "", "word/document.xml": "<w:document/>" }],
    [
      "docx",
      {
        "[Content_Types].xml":
          '<Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"/>',
        "main.xml": "",
      },
    ],
    ["docx", { "[Content_Types].xml": "", "word/document.xml": "", "word/embeddings/book.xlsx": "xl/workbook.xml" }],
    ["odt", { mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "" }],
    ["odt", { mimetype: "application/vnd.oasis.opendocument.text-template", "content.xml": "" }],
    ["odt", { "content.xml": "", "META-INF/manifest.xml": MANIFEST("application/vnd.oasis.opendocument.text") }],
    ["epub", { mimetype: "application/epub+zip", "META-INF/container.xml": "" }],
    ["epub", { "OEBPS/a.xhtml": "", "META-INF/container.xml": "" }],
  ])("as %s, packed: %j", async (format, parts) => {
    const bytes = await madeZip(parts);
    expect(detectFormat(bytes, "report")).toBe(format);
    // Cut off, the directory at the end is gone: the parts that are there still tell.
    expect(detectFormat(bytes.subarray(0, -30), "report")).toBe(format);
  });

  test("as OpenDocument in one XML file", () => {
    const root = (type: string) =>
      bytesOf(
        `<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.${type}">`,
      );
    expect(detectFormat(root("text"), "a.fodt")).toBe("odt");
    expect(refusal(root("spreadsheet"), "a.fods").message).toContain("a.fods is an OpenDocument file");
  });
});

describe("a text stays a text", () => {
  test.each([
    ["about a format", "%PDF-1.7 is how a PDF begins, and its first object may follow.\n"],
    ["about a page", "<p> is an element, and so is <table>.\n"],
    [
      "with an XML declaration",
      '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>',
    ],
    [
      "in XML of another kind",
      '<?xml version="1.0"?>\n<style xmlns="http://purl.org/net/xbiblio/csl"><info><title>A style</title></info></style>',
    ],
    ["that begins like a picture", "BMW, GIF89a and MZ are three abbreviations.\n"],
    ["with labels", "From: Our correspondent\nDate: 4 May 2026\n\nThe council met.\n"],
    [
      "with front matter in labels",
      "Title: The council meets\nDate: 4 May 2026\nSubject: Rivers\n\nThe council met.\n",
    ],
    [
      "of a printed mail",
      "From: Ann Example <ann@example.com>\nSent: Monday, 4 May 2026 10:00\nTo: Bo\nSubject: News\n\nWords.\n",
    ],
    ["that is empty", ""],
    ["of white space", " \n\t\n"],
    ["of JSON", '{"title": "The council meets"}'],
    ["of a table", "name,votes\nAnn,4\n"],
  ])("%s", (_what, text) => {
    expect(detectFormat(bytesOf(text), "notes.txt")).toBe("text");
  });

  test("in Markdown by its name alone, and even with markup at its start", () => {
    expect(detectFormat(bytesOf(WORDS), "notes.md")).toBe("markdown");
    expect(detectFormat(bytesOf(WORDS), "NOTES.MARKDOWN")).toBe("markdown");
    expect(detectFormat(bytesOf('<div align="center">A title</div>\n\nWords.'), "readme.md")).toBe("markdown");
    expect(detectFormat(bytesOf("---\ntitle: A\ndate: 2026-05-04\n---\n\nWords."), "readme.md")).toBe("markdown");
    expect(detectFormat(bytesOf("<!doctype html><html>"), "readme.md")).toBe("html");
  });

  const folders = ["../../../resources/samples/", "../../../../shared/sources/"].map(
    (path) => new URL(path, import.meta.url),
  );
  test.each(folders.filter((folder) => existsSync(folder)).map((folder) => [folder.pathname, folder] as const))(
    "in every article of %s",
    (_path, folder) => {
      const articles = readdirSync(folder).filter((name) => name.endsWith(".txt"));
      expect(articles.length).toBeGreaterThan(0);
      for (const name of articles) expect(detectFormat(readFileSync(new URL(name, folder)), name)).toBe("text");
    },
  );
});

describe("what is not read is named, with what to do", () => {
  test.each([
    ["a PNG picture", bytesOf([0x89], "PNG\r\n", [0x1a, 0x0a, 0, 0, 0, 13], "IHDR")],
    ["a JPEG picture", bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 16], "JFIF")],
    ["a GIF picture", bytesOf("GIF89a", [1, 0, 1, 0, 0x80, 0, 0])],
    ["a TIFF picture", bytesOf("II", [0x2a, 0, 8, 0, 0, 0])],
    ["a WebP picture", bytesOf("RIFF", [0x24, 0, 0, 0], "WEBPVP8 ")],
    ["a HEIC picture", bytesOf([0, 0, 0, 24], "ftypheic", [0, 0, 0, 0])],
    ["a BMP picture", bytesOf("BM", [0x36, 0, 0, 0, 0, 0, 0, 0])],
    ["an SVG picture", bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><text>Words</text></svg>')],
    ["an SVG picture", bytesOf('<?xml version="1.0"?><!DOCTYPE svg PUBLIC "" ""><svg/>')],
    ["an MP3 recording", bytesOf("ID3", [4, 0, 0, 0, 0])],
    ["an MP4 film", bytesOf([0, 0, 0, 24], "ftypisom", [0, 0, 2, 0])],
    ["a gzip archive", bytesOf([0x1f, 0x8b, 0x08, 0, 0])],
    ["a font", bytesOf([0, 1, 0, 0, 0, 12])],
    ["a program", bytesOf("MZ", [0x90, 0, 3, 0, 0, 0, 4, 0])],
    ["a PostScript document", bytesOf("%!PS-Adobe-3.0\n")],
    ["a DjVu document", bytesOf("AT&TFORM", [0, 0, 1, 0], "DJVM")],
    ["a calendar entry", bytesOf("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")],
    ["a contact", bytesOf("BEGIN:VCARD\r\nVERSION:4.0\r\n")],
    ["a link to a web page", bytesOf("[InternetShortcut]\r\nURL=https://example.com/\r\n")],
    [
      "a Word document saved as XML",
      bytesOf('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
    ],
    ["an old Word document (.doc)", madeCompoundFile(["1Table", "WordDocument"])],
    ["an old Excel workbook (.xls)", madeCompoundFile(["Workbook", "\u0005SummaryInformation"], ["WordDocument"])],
    ["an old PowerPoint presentation (.ppt)", madeCompoundFile(["Current User", "PowerPoint Document"])],
    ["a Hangul (HWP) document", madeCompoundFile(["FileHeader", "\u0005HwpSummaryInformation", "BodyText"])],
    ["an old Word, Excel or PowerPoint document", madeCompoundFile(["Words"]).subarray(0, 300)],
  ])("%s: %j", (what, bytes) => {
    const error = refusal(bytes, "report.txt");
    expect(error.code).toBe("file-unsupported");
    expect(error.message).toContain(`report.txt is ${what}. Attaché does not read `);
  });

  test.each<[string, Record<string, string>]>([
    ["an Excel workbook", { "[Content_Types].xml": "", "xl/workbook.xml": "" }],
    ["a PowerPoint presentation", { "[Content_Types].xml": "", "ppt/presentation.xml": "" }],
    ["an OpenDocument spreadsheet", { mimetype: "application/vnd.oasis.opendocument.spreadsheet" }],
    ["an OpenDocument presentation", { mimetype: "application/vnd.oasis.opendocument.presentation" }],
    ["a Keynote presentation", { "Index/Presentation.iwa": "" }],
    ["a Pages, Numbers or Keynote document", { "Index/Document.iwa": "", "preview.jpg": "" }],
    ["a Java program", { "META-INF/MANIFEST.MF": "" }],
    ["a ZIP archive", { "notes.txt": WORDS }],
    ["a ZIP archive", {}],
  ])("%s, packed: %j", async (what, parts) => {
    expect(refusal(await madeZip(parts), "report.docx").message).toContain(`report.docx is ${what}. `);
  });

  test("every sample of them", () => {
    const folder = new URL("../../fixtures/unsupported/", import.meta.url);
    const names = readdirSync(folder).filter((name) => name !== "README.md");
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(refusal(readFileSync(new URL(name, folder)), name).code).toBe("file-unsupported");
  });

  test("a workbook, in words that help", async () => {
    const bytes = await madeZip({ "[Content_Types].xml": "", "xl/workbook.xml": "" });
    expect(refusal(bytes, "report.xlsx").message).toBe(
      "report.xlsx is an Excel workbook. Attaché does not read workbooks: save the part you need as a PDF or Word document, and import that.",
    );
  });

  test("an Office document with a password", () => {
    const error = refusal(madeCompoundFile(["EncryptionInfo", "EncryptedPackage"]), "secret.docx");
    expect(error.message).toMatch(/secret\.docx is protected with a password\. .*without a password/u);
  });

  test("a project of ours, which is to be opened, and any other database", () => {
    const path = join(temporaryFolder(), "Project.brief");
    const database = new DatabaseSync(path);
    database.exec("PRAGMA application_id = 0x42524946; CREATE TABLE t (a)");
    database.close();
    const bytes = readFileSync(path);
    expect(refusal(bytes, "Project.brief").message).toBe(
      "Project.brief is an Attaché project. Open it instead of importing it.",
    );
    bytes.fill(0, 68, 72);
    expect(refusal(bytes, "Project.brief").message).toContain("Project.brief is a database");
  });
});

describe("any bytes give a format or one clear error", () => {
  const judge = (bytes: Uint8Array, fileName: string): void => {
    try {
      expect(sourceFormatSchema.options).toContain(detectFormat(bytes, fileName));
    } catch (error) {
      expect(error).toBeInstanceOf(AttacheError);
    }
  };
  const MAGIC = [
    bytesOf("PK", [3, 4]),
    bytesOf("PK", [5, 6]),
    bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    bytesOf("%PDF-1."),
    bytesOf("{\\rtf"),
    bytesOf("<!DOCTYPE "),
    bytesOf("<?xml "),
    bytesOf("<!--"),
    bytesOf("From: "),
    bytesOf("From a@b.c Mon May  4 "),
    bytesOf("SQLite format 3", [0]),
    bytesOf([0xff, 0xfe]),
    bytesOf([0xef, 0xbb, 0xbf]),
    bytesOf("RIFF", [0, 0, 0, 0]),
  ];

  test("at random, alone and behind the first bytes of every format", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(bytesOf(), ...MAGIC),
        fc.uint8Array({ maxLength: 3000, size: "max" }),
        fc.constantFrom("a", "a.md", "a.eml", "a.msg", "a.html"),
        (magic, noise, fileName) => judge(Buffer.concat([magic, noise]), fileName),
      ),
      { numRuns: 2000 },
    );
  });

  test("of containers in which any bytes were changed or cut off", async () => {
    const whole = [
      await madeZip({ mimetype: "application/epub+zip", "META-INF/container.xml": "", "a/b.xhtml": WORDS }),
      await madeZip({ "[Content_Types].xml": "<Types/>", "main.xml": "" }),
      madeCompoundFile(["__properties_version1.0", "WordDocument"], ["Workbook"]),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 30 }),
        fc.nat(),
        (bytes, changes, end) => {
          const changed = bytes.slice(0, end % 3 === 0 ? end % bytes.length : bytes.length);
          for (const [at, byte] of changes) changed[at % changed.length] = byte;
          judge(changed, "a.docx");
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("of a ZIP directory that names a hundred thousand parts and of a part that would unpack to a gigabyte", async () => {
    const bomb = await madeZip({ "META-INF/manifest.xml": "\0".repeat(20_000_000), "content.xml": "" });
    expect(refusal(bomb, "a.odt").message).toContain("a ZIP archive");
    const entry = Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.alloc(42)]);
    const end = Buffer.concat([Buffer.from("PK\x05\x06"), Buffer.alloc(18)]);
    end.writeUInt32LE(30, 16);
    const many = Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(26), ...Array(100_000).fill(entry), end]);
    expect(refusal(many, "a.docx").message).toContain("a ZIP archive");
  });

  test("of a mail whose headers never end and of markup that never closes", () => {
    expect(detectFormat(bytesOf("Received: ", "from by ".repeat(500_000)), "a")).toBe("text");
    expect(detectFormat(bytesOf("<!--".repeat(500_000)), "a")).toBe("text");
    expect(detectFormat(bytesOf("From: ", "a".repeat(1_000_000)), "a")).toBe("text");
  });
});
