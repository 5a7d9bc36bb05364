/** Hostile and broken files of the formats that are archives: Word documents, OpenDocument texts, e-books, ZIP files. */
import { docxParts, makeDocx, paragraph, run } from "../docx-making.ts";
import { chapter, epubParts, madeEpub } from "../made-epub.ts";
import { madeZip } from "../made-files.ts";
import { contentXml, madeFlatOdt, madeOdt, odtParts } from "../made-odt.ts";
import { type MadePart, makeZip } from "../zip-making.ts";
import { cut, type HostileFile, noise, packedOften, utf8, WORDS } from "./hostile-file.ts";

const MEBIBYTE = 1024 * 1024;
const DOCUMENT = "word/document.xml";
const DAMAGED = "file-damaged";
const TOO_COMPLEX = "file-too-complex";

const words = paragraph(WORDS);
const docx = makeDocx({ body: words });
const odtBody = { body: `<text:p>${WORDS}</text:p>` };
const bookOf = (html: string) => ({ chapters: [chapter("one.xhtml", html)] });
const book = () => madeEpub(bookOf(`<p>${WORDS}</p>`));

const EXTERNAL = (address: string) =>
  `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "${address}/entity"><!ENTITY % z SYSTEM "${address}/dtd"> %z;]>`;
const LAUGHS = `<!DOCTYPE d [<!ENTITY l0 "ha">${Array.from({ length: 10 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join("")}]>`;

/** XML with a document type of one's own behind its declaration. */
function withType(xml: string, type: string, content: string): string {
  const body = xml.replace(/^<\?xml.*?\?>\s*/u, "").replace(WORDS, `${WORDS} ${content}`);
  return `<?xml version="1.0"?>${type}${body}`;
}

function replaced(parts: Readonly<Record<string, string>>, name: string, change: (content: string) => string) {
  return madeZip({ ...parts, [name]: change(parts[name] ?? "") });
}

function docxWith(name: string, content: string, lies: MadePart["lies"] = {}): Uint8Array {
  return makeZip(docxParts({ body: words }).map((part) => (part.name === name ? { ...part, content, lies } : part)));
}

/** A gigabyte of blanks in a part, in a megabyte. The archive says its size, or that it is small. */
function bomb(parts: readonly MadePart[], name: string, head: string, tail: string, saysSize: boolean): Uint8Array {
  const packed = packedOften(head, " ".repeat(MEBIBYTE), 1024, tail);
  const lies = { packed, sizeBytes: saysSize ? 1024 * MEBIBYTE + head.length + tail.length : 4000 };
  return makeZip(parts.map((part) => (part.name === name ? { name, content: "", lies } : part)));
}

function partsOf(contents: Readonly<Record<string, string>>): MadePart[] {
  return Object.entries(contents).map(([name, content]) => ({ name, content }));
}

export function makeDocxBomb(saysSize = false): Uint8Array {
  const [head = "", tail = ""] = String(docxParts({ body: "|" })[1]?.content).split("|");
  return bomb(docxParts({ body: words }), DOCUMENT, head, tail, saysSize);
}

function bookBomb(name: string): Uint8Array {
  const parts = epubParts(bookOf(`<p>${WORDS}</p>`));
  return bomb(partsOf(parts), name, parts[name]?.slice(0, -20) ?? "", "</body></html>", false);
}

/** Archives in archives, sixteen in each, with the bomb at the bottom. */
function nestedBomb(): Uint8Array {
  let inner = makeDocxBomb(false);
  for (let depth = 0; depth < 3; depth += 1) {
    inner = makeZip(
      Array.from({ length: depth === 0 ? 2 : 16 }, (_, index) => ({ name: `${index}.zip`, content: inner })),
    );
  }
  return inner;
}

const TRUNCATED: readonly HostileFile[] = [
  { what: "a Word document cut off", fileName: "cut.docx", make: () => cut(docx, 0.5), ends: DAMAGED },
  {
    what: "an OpenDocument text cut off",
    fileName: "cut.odt",
    make: async () => cut(await madeOdt(odtBody), 0.5),
    ends: DAMAGED,
  },
  { what: "an e-book cut off", fileName: "cut.epub", make: async () => cut(await book(), 0.5), ends: DAMAGED },
  {
    what: "a Word document whose last byte is missing",
    fileName: "nearly.docx",
    make: () => docx.slice(0, -1),
    ends: DAMAGED,
  },
  {
    what: "a ZIP file cut off",
    fileName: "cut.zip",
    make: () => cut(makeZip([{ name: "a.txt", content: noise(5000) }]), 0.5),
    ends: "file-unsupported",
  },
  {
    what: "a Word document whose text is cut off within a whole archive",
    fileName: "inside.docx",
    make: () => docxWith(DOCUMENT, String(docxParts({ body: words })[1]?.content).slice(0, -40)),
    ends: DAMAGED,
  },
];

const BOMBS: readonly HostileFile[] = [
  {
    what: "1 GB from 1 MB as the text of a Word document",
    fileName: "bomb.docx",
    make: () => makeDocxBomb(true),
    ends: TOO_COMPLEX,
  },
  {
    what: "1 GB from 1 MB that says it is small",
    fileName: "lying.docx",
    make: () => makeDocxBomb(false),
    ends: TOO_COMPLEX,
  },
  {
    what: "1 GB from 1 MB as a chapter",
    fileName: "bomb.epub",
    make: () => bookBomb("OEBPS/one.xhtml"),
    ends: TOO_COMPLEX,
  },
  {
    what: "1 GB from 1 MB as the contents of a book",
    fileName: "package.epub",
    make: () => bookBomb("OEBPS/book.opf"),
    ends: TOO_COMPLEX,
  },
  {
    what: "1 GB from 1 MB as the text of an OpenDocument text",
    fileName: "bomb.odt",
    make: () => bomb(partsOf(odtParts(odtBody)), "content.xml", contentXml(odtBody).slice(0, -60), "", false),
    ends: TOO_COMPLEX,
  },
  {
    what: "a Word document with a bomb beside its text",
    fileName: "beside.docx",
    make: () => makeZip([...docxParts({ body: words }), { name: "word/embeddings/inner.zip", content: nestedBomb() }]),
    ends: { reads: WORDS },
  },
  {
    what: "archives in archives with a bomb at the bottom",
    fileName: "nested.zip",
    make: nestedBomb,
    ends: "file-unsupported",
  },
  {
    what: "a Word document within archives, named as one",
    fileName: "nested.docx",
    make: () => makeZip([{ name: DOCUMENT, content: nestedBomb() }]),
    ends: DAMAGED,
  },
  {
    what: "parts that share their packed bytes",
    fileName: "shared.docx",
    make: () =>
      makeZip([
        ...docxParts({ body: words }),
        ...Array.from({ length: 500 }, (_, index) => ({
          name: `word/media/${index}`,
          content: "x",
          lies: { sharedWith: 1 },
        })),
      ]),
    ends: TOO_COMPLEX,
  },
];

const ENTITIES: readonly HostileFile[] = [
  {
    what: "external entities in a Word document",
    fileName: "entity.docx",
    make: (address) =>
      docxWith(DOCUMENT, withType(String(docxParts({ body: words })[1]?.content), EXTERNAL(address), "&x;&y;")),
    ends: TOO_COMPLEX,
  },
  {
    what: "a billion laughs in a Word document",
    fileName: "laughs.docx",
    make: () => docxWith(DOCUMENT, withType(String(docxParts({ body: words })[1]?.content), LAUGHS, "&l10;")),
    ends: TOO_COMPLEX,
  },
  {
    what: "external entities in an OpenDocument text",
    fileName: "entity.odt",
    make: (address) => replaced(odtParts(odtBody), "content.xml", (xml) => withType(xml, EXTERNAL(address), "&x;&y;")),
    ends: TOO_COMPLEX,
  },
  {
    what: "a billion laughs in an OpenDocument text",
    fileName: "laughs.odt",
    make: () => replaced(odtParts(odtBody), "content.xml", (xml) => withType(xml, LAUGHS, "&l10;")),
    ends: TOO_COMPLEX,
  },
  {
    what: "a billion laughs in an OpenDocument text of one file",
    fileName: "laughs.fodt",
    make: () => utf8(withType(Buffer.from(madeFlatOdt(odtBody)).toString(), LAUGHS, "&l10;")),
    ends: { reads: WORDS },
  },
  {
    what: "a billion laughs in the contents of a book",
    fileName: "laughs.epub",
    make: () => replaced(epubParts(bookOf(`<p>${WORDS}</p>`)), "OEBPS/book.opf", (xml) => withType(xml, LAUGHS, "")),
    ends: TOO_COMPLEX,
  },
  {
    what: "a billion laughs and external entities in a chapter",
    fileName: "chapter.epub",
    make: (address) =>
      replaced(epubParts(bookOf(`<p>${WORDS}</p>`)), "OEBPS/one.xhtml", (xml) =>
        withType(withType(xml, LAUGHS, "&l10;"), EXTERNAL(address), "&x;"),
      ),
    ends: { reads: WORDS },
  },
];

const PARTS: readonly HostileFile[] = [
  {
    what: "a Word document of a thousand parts",
    fileName: "thousand.docx",
    make: () =>
      makeDocx({
        body: words,
        others: Array.from({ length: 1000 }, (_, index) => ({ name: `word/media/${index}.png`, content: "x" })),
      }),
    ends: { reads: WORDS },
  },
  {
    what: "a Word document of 20,000 parts",
    fileName: "parts.docx",
    make: () =>
      makeDocx({
        body: words,
        others: Array.from({ length: 20_000 }, (_, index) => ({ name: `word/${index}`, content: "" })),
      }),
    ends: TOO_COMPLEX,
  },
  {
    what: "parts whose names climb out of the document",
    fileName: "climbing.docx",
    make: () =>
      makeDocx({
        body: words,
        others: ["../../../../tmp/attache-was-here", "/tmp/attache-was-here", "C:\\attache", "word/../../x"].map(
          (name) => ({ name, content: "x" }),
        ),
      }),
    ends: { reads: WORDS },
  },
  {
    what: "a Word document whose text is said to lie outside of it",
    fileName: "outside.docx",
    make: () =>
      docxWith("_rels/.rels", String(docxParts({ body: "" })[0]?.content).replace(DOCUMENT, "../../../../etc/passwd")),
    ends: { reads: WORDS },
  },
  {
    what: "a remote template, picture, frame and imported part",
    fileName: "remote.docx",
    make: (address) => {
      const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
      const out = (id: string, kind: string) =>
        `<Relationship Id="${id}" Type="${type}/${kind}" Target="${address}/${kind}" TargetMode="External"/>`;
      const rels = (content: string) =>
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
      const parts = docxParts({
        body: `${words}<w:altChunk r:id="a"/>${paragraph(`${run("A picture")}<w:r><w:pict><v:imagedata r:id="i"/></w:pict></w:r>`)}`,
        settings: '<w:attachedTemplate r:id="t"/>',
      }).map((part) =>
        part.name === "word/_rels/document.xml.rels"
          ? {
              ...part,
              content: String(part.content).replace(
                "</Relationships>",
                `${out("i", "image")}${out("a", "aFChunk")}${out("s", "styles")}${out("f", "frame")}</Relationships>`,
              ),
            }
          : part,
      );
      return makeZip([...parts, { name: "word/_rels/settings.xml.rels", content: rels(out("t", "attachedTemplate")) }]);
    },
    ends: { reads: WORDS },
  },
  {
    what: "a book whose chapters lie outside of it",
    fileName: "outside.epub",
    make: (address) =>
      madeEpub({
        chapters: [
          chapter(
            "one.xhtml",
            `<p>${WORDS}</p><img src="${address}/picture"/><iframe src="${address}/frame"></iframe>`,
          ),
          chapter("../../../../etc/passwd", "", { html: null }),
          chapter(`${address}/chapter.xhtml`, "", { html: null }),
        ],
      }),
    ends: { reads: WORDS },
  },
  {
    what: "elements nested 100,000 deep in an OpenDocument text",
    fileName: "deep.odt",
    make: () => madeOdt({ body: `${"<text:section>".repeat(100_000)}${"</text:section>".repeat(100_000)}` }),
    ends: TOO_COMPLEX,
  },
  {
    what: "elements nested 100,000 deep in a Word document",
    fileName: "deep.docx",
    make: () => makeDocx({ body: "<w:sdt><w:sdtContent>".repeat(50_000) }),
    ends: TOO_COMPLEX,
  },
  {
    what: "a text repeated a billion times by an OpenDocument table",
    fileName: "repeated.odt",
    make: () =>
      madeOdt({
        body: `<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000"><text:p>${WORDS}</text:p></table:table-cell></table:table-row></table:table><text:p>a<text:s text:c="2000000000"/>b</text:p>`,
      }),
    ends: { reads: WORDS },
  },
];

const NOISE: readonly HostileFile[] = [
  ...["noise.docx", "noise.odt", "noise.epub"].map(
    (fileName, index): HostileFile => ({
      what: `random bytes behind the header of ${fileName}`,
      fileName,
      make: () => Buffer.concat([utf8("PK\x03\x04"), noise(50_000, index + 1)]),
      ends: DAMAGED,
    }),
  ),
  {
    what: "random bytes as the text of a Word document",
    fileName: "text.docx",
    make: () => docxWith(DOCUMENT, Buffer.from(noise(50_000)).toString("latin1")),
    ends: DAMAGED,
  },
  {
    what: "random bytes as the text of an OpenDocument text",
    fileName: "text.odt",
    make: () => madeZip({ ...odtParts(odtBody), "content.xml": noise(50_000) }),
    ends: DAMAGED,
  },
  {
    what: "random bytes as the contents of a book",
    fileName: "text.epub",
    make: () => madeZip({ ...epubParts(bookOf("")), "OEBPS/book.opf": noise(50_000) }),
    ends: DAMAGED,
  },
];

export const HOSTILE_ARCHIVES: readonly HostileFile[] = [...TRUNCATED, ...BOMBS, ...ENTITIES, ...PARTS, ...NOISE];
