/** Hostile and broken PDFs, written object by object. */
import { deflateSync } from "node:zlib";
import { cut, type HostileFile, noise, utf8, WORDS } from "./hostile-file.ts";

const MEBIBYTE = 1024 * 1024;
const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
const TEXT = `BT /F1 12 Tf 72 720 Td (${WORDS}) Tj ET`;
const RESOURCES = "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";

/**
 * A PDF of these objects, numbered from 1, the first of them the catalogue; with a right table of their places. Text is
 * Latin-1 characters, one for each byte: a million objects are joined in a second so.
 */
function pdfOf(objects: readonly string[], trailer = ""): Uint8Array {
  const chunks = ["%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"];
  let at = chunks[0]?.length ?? 0;
  const places = ["0000000000 65535 f \n"];
  for (const [index, object] of objects.entries()) {
    const chunk = `${index + 1} 0 obj\n${object}\nendobj\n`;
    places.push(`${String(at).padStart(10, "0")} 00000 n \n`);
    chunks.push(chunk);
    at += chunk.length;
  }
  const size = objects.length + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.from(`${chunks.join("")}xref\n0 ${size}\n${places.join("")}${end}`, "latin1");
}

function streamOf(content: string | Uint8Array, dictionary = ""): string {
  const text = typeof content === "string" ? content : Buffer.from(content).toString("latin1");
  return `<< /Length ${text.length} ${dictionary} >>\nstream\n${text}\nendstream`;
}

const page = (content: string, more = "") =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${RESOURCES} /Contents ${content} ${more} >>`;
const tree = (kids: string, count: number) => `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`;

/** One page of words, with something in its catalogue, on its page, and objects from 5 on. */
function onePage({ catalog = "", onPage = "", others = [] }: OnePage = {}): Uint8Array {
  return pdfOf([
    CATALOG.replace(">>", `${catalog} >>`),
    tree("3 0 R", 1),
    page("4 0 R", onPage),
    streamOf(TEXT),
    ...others,
  ]);
}

interface OnePage {
  readonly catalog?: string;
  readonly onPage?: string;
  readonly others?: readonly string[];
}

function manyPages(count: number): Uint8Array {
  const kids = Array.from({ length: count }, (_, index) => `${index + 4} 0 R`).join(" ");
  return pdfOf([CATALOG, tree(kids, count), streamOf(TEXT), ...Array.from({ length: count }, () => page("3 0 R"))]);
}

/** Forms that draw each other, ten times each: 10^9 pieces of text from one page. */
function laughingForms(): Uint8Array {
  const form = (index: number) =>
    streamOf(
      index === 9 ? TEXT : "/X Do ".repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /X ${index + 6} 0 R >> >>`,
    );
  const forms = Array.from({ length: 10 }, (_, index) => form(index));
  const drawing = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>`;
  return pdfOf([CATALOG, tree("3 0 R", 1), drawing, streamOf("/X Do ".repeat(10)), ...forms]);
}

export const HOSTILE_PDFS: readonly HostileFile[] = [
  { what: "a PDF cut off in its text", fileName: "cut.pdf", make: () => cut(onePage(), 0.2), ends: "file-damaged" },
  {
    what: "a page tree that is its own branch",
    fileName: "loop.pdf",
    make: () => pdfOf([CATALOG, tree("2 0 R", 1)]),
    ends: "file-damaged",
  },
  {
    what: "a page tree with a loop behind a page",
    fileName: "long-loop.pdf",
    make: () =>
      pdfOf([CATALOG, tree("3 0 R 5 0 R", 3), page("4 0 R"), streamOf(TEXT), tree("6 0 R", 2), tree("5 0 R", 2)]),
    ends: { reads: WORDS },
  },
  {
    what: "scripts that run when the file opens",
    fileName: "script.pdf",
    make: (address) => {
      const script = `<< /S /JavaScript /JS (app.launchURL\\("${address}/script"\\)) >>`;
      return onePage({
        catalog: `/OpenAction ${script} /AA << /WC ${script} >> /Names << /JavaScript << /Names [(a) ${script}] >> >>`,
        onPage: `/AA << /O << /S /URI /URI (${address}/open) >> >>`,
      });
    },
    ends: { reads: WORDS },
  },
  {
    what: "a page whose text lies in a file elsewhere",
    fileName: "elsewhere.pdf",
    make: (address) =>
      pdfOf([
        CATALOG,
        tree("3 0 R 5 0 R", 2),
        page("4 0 R"),
        streamOf(TEXT),
        page("6 0 R"),
        streamOf("", `/F << /FS /URL /F (${address}/stream) >> /FFilter /FlateDecode`),
      ]),
    ends: { reads: WORDS },
  },
  { what: "a tree of 100,000 pages", fileName: "pages.pdf", make: () => manyPages(100_000), ends: "file-too-complex" },
  {
    what: "one page that says it is two billion",
    fileName: "count.pdf",
    make: () => pdfOf([CATALOG, tree("3 0 R", 2_000_000_000), page("4 0 R"), streamOf(TEXT)]),
    ends: { reads: WORDS },
  },
  {
    what: "a page tree 100,000 branches deep",
    fileName: "deep-tree.pdf",
    make: () => {
      const depth = 100_000;
      const branches = Array.from({ length: depth }, (_, index) => tree(`${index + 3} 0 R`, 1));
      return pdfOf([CATALOG, ...branches, page(`${depth + 3} 0 R`), streamOf(TEXT)]);
    },
    ends: { reads: WORDS },
  },
  {
    what: "a million objects",
    fileName: "objects.pdf",
    make: () => onePage({ others: Array.from({ length: 1_000_000 }, () => "1") }),
    ends: { reads: WORDS },
  },
  {
    what: "many objects and no table of their places",
    fileName: "untold.pdf",
    make: () => {
      // Fewer than a million, which takes three times as long and ends the same.
      const whole = onePage({ others: Array.from({ length: 300_000 }, () => "1") });
      return whole.subarray(0, Buffer.from(whole.buffer, whole.byteOffset, whole.length).lastIndexOf("xref\n0 "));
    },
    ends: "file-damaged",
  },
  {
    what: "a text of a gigabyte from a megabyte",
    fileName: "bomb.pdf",
    make: () => {
      const bomb = deflateSync(Buffer.alloc(64 * MEBIBYTE, " "), { level: 1 });
      const twice = deflateSync(deflateSync(Buffer.alloc(32 * MEBIBYTE)));
      return pdfOf([
        CATALOG,
        tree("3 0 R 5 0 R 7 0 R", 3),
        page("4 0 R"),
        streamOf(TEXT),
        page("6 0 R"),
        streamOf(bomb, "/Filter /FlateDecode"),
        page("8 0 R"),
        streamOf(twice, "/Filter [/FlateDecode /FlateDecode]"),
      ]);
    },
    ends: { reads: WORDS },
  },
  {
    what: "forms that draw each other a billion times",
    fileName: "forms.pdf",
    make: laughingForms,
    ends: "file-too-complex",
  },
  {
    what: "brackets nested a million deep",
    fileName: "brackets.pdf",
    make: () => onePage({ catalog: "/Names 5 0 R /Outlines 5 0 R /PageLabels 5 0 R", others: ["[".repeat(1_000_000)] }),
    ends: { reads: WORDS },
  },
  {
    what: "brackets nested a million deep in the text of a page",
    fileName: "bracketed.pdf",
    make: () =>
      pdfOf([
        CATALOG,
        tree("3 0 R 5 0 R", 2),
        page("4 0 R"),
        streamOf(TEXT),
        page("6 0 R"),
        streamOf("[".repeat(1_000_000)),
      ]),
    ends: { reads: WORDS },
  },
  {
    what: "contents and labels that lead round in circles",
    fileName: "circles.pdf",
    make: () =>
      onePage({
        catalog: "/Outlines 5 0 R /PageLabels 7 0 R /Names << /Dests 7 0 R >>",
        others: [
          "<< /First 6 0 R /Last 6 0 R >>",
          "<< /Title (Round) /Next 6 0 R /First 6 0 R /Parent 5 0 R /Dest (x) >>",
          "<< /Kids [7 0 R 7 0 R] /Limits [(a) (z)] >>",
        ],
      }),
    ends: { reads: WORDS },
  },
  {
    what: "tables of places that name each other as the one before",
    fileName: "prev.pdf",
    make: () => {
      const whole = Buffer.from(pdfOf([CATALOG, tree("3 0 R", 1), page("4 0 R"), streamOf(TEXT)], "/Prev 0000000000"));
      const place = whole.lastIndexOf("xref\n0 ");
      whole.write(String(place).padStart(10, "0"), whole.lastIndexOf("/Prev ") + 6, "latin1");
      return whole;
    },
    ends: { reads: WORDS },
  },
  {
    what: "random bytes behind the header of a PDF",
    fileName: "noise.pdf",
    make: () => Buffer.concat([utf8("%PDF-1.7\n"), noise(200_000)]),
    ends: "file-damaged",
  },
  {
    what: "random bytes as the text of a page",
    fileName: "text.pdf",
    make: () =>
      pdfOf([CATALOG, tree("3 0 R 5 0 R", 2), page("4 0 R"), streamOf(TEXT), page("6 0 R"), streamOf(noise(100_000))]),
    ends: { reads: WORDS },
  },
];
