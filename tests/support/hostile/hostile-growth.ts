/** Archives that are small, and unpack or expand to more than any memory holds. */
import { docxParts } from "../docx-making.ts";
import { epubParts } from "../made-epub.ts";
import { contentXml, madeFlatOdt, odtParts } from "../made-odt.ts";
import { type MadePart, makeZip } from "../zip-making.ts";
import { type HostileFile, packedOften, utf8, WORDS } from "./hostile-file.ts";
import { bookOf, DOCUMENT, docxWith, odtBody, replaced, words } from "./sound-archives.ts";

const MEBIBYTE = 1024 * 1024;
const DAMAGED = "file-damaged";
const TOO_COMPLEX = "file-too-complex";

const EXTERNAL = (address: string) =>
  `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "${address}/entity"><!ENTITY % z SYSTEM "${address}/dtd"> %z;]>`;
const LAUGHS = `<!DOCTYPE d [<!ENTITY l0 "ha">${Array.from({ length: 10 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join("")}]>`;

/** XML with a document type of one's own behind its declaration. */
function withType(xml: string, type: string, content: string): string {
  const body = xml.replace(/^<\?xml.*?\?>\s*/u, "").replace(WORDS, `${WORDS} ${content}`);
  return `<?xml version="1.0"?>${type}${body}`;
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

export const HOSTILE_GROWTH: readonly HostileFile[] = [...BOMBS, ...ENTITIES];
