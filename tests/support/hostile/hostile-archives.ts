/** Hostile and broken files of the formats that are archives: Word documents, OpenDocument texts, e-books, ZIP files. */
import { docxParts, makeDocx, paragraph, run } from "../docx-making.ts";
import { chapter, epubParts, madeEpub } from "../made-epub.ts";
import { madeZip } from "../made-files.ts";
import { madeOdt, odtParts } from "../made-odt.ts";
import { makeZip } from "../zip-making.ts";
import { cut, type HostileFile, noise, utf8, WORDS } from "./hostile-file.ts";
import { bookOf, DOCUMENT, docxWith, odtBody, words } from "./sound-archives.ts";

const DAMAGED = "file-damaged";
const TOO_COMPLEX = "file-too-complex";

const docx = makeDocx({ body: words });
const book = () => madeEpub(bookOf(`<p>${WORDS}</p>`));

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
      ends: "file-unsupported",
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

export const HOSTILE_ARCHIVES: readonly HostileFile[] = [...TRUNCATED, ...PARTS, ...NOISE];
