/** Hostile and broken files of the formats that are written as text: web pages, mails, RTF, Markdown, plain text. */
import { HEADERS, madeMail, madeParts } from "../made-mail.ts";
import { madeMsg } from "../made-msg.ts";
import { cut, type HostileFile, noise, utf8, WORDS } from "./hostile-file.ts";

const MEBIBYTE = 1024 * 1024;
const READS = { reads: WORDS };
const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index));
const htmlOf = (body: string, head = "") =>
  utf8(`<!DOCTYPE html><html><head><title>A page</title>${head}</head><body>${body}</body></html>`);

/** A mail of parts; a part may be one of many parts itself. */
function mailOf(parts: readonly (string | Uint8Array)[], boundary = "b"): Uint8Array {
  return madeMail([...HEADERS, `Content-Type: multipart/mixed; boundary=${boundary}`], madeParts(boundary, parts));
}

const bodyPart = `Content-Type: text/plain; charset=utf-8\n\n${WORDS}`;
const filePart = (index: number) =>
  `Content-Type: text/plain\nContent-Disposition: attachment; filename=${index}.txt\n\nThe text of file ${index}.`;

/** Multiparts in multiparts. */
function nestedMail(depth: number): Uint8Array {
  const lines: string[] = [];
  for (let level = 0; level < depth; level += 1)
    lines.push(`Content-Type: multipart/mixed; boundary=b${level}`, "", `--b${level}`);
  return madeMail([...HEADERS, lines[0] ?? ""], `${lines.slice(1).join("\n")}\n${bodyPart}`);
}

/** Mails attached to mails. */
function mailInMail(depth: number): Uint8Array {
  let mail: Uint8Array = madeMail([...HEADERS, "Content-Type: text/plain"], WORDS);
  for (let level = 0; level < depth; level += 1) {
    mail = mailOf([bodyPart, Buffer.concat([utf8("Content-Type: message/rfc822\r\n\r\n"), mail])], `m${level}`);
  }
  return mail;
}

const PAGES: readonly HostileFile[] = [
  {
    what: "a web page nested 100,000 deep",
    fileName: "deep.html",
    make: () => htmlOf(`${"<div>".repeat(100_000)}<p>${WORDS}</p>`),
    ends: READS,
  },
  {
    what: "emphasis nested 100,000 deep",
    fileName: "bold.html",
    make: () => htmlOf(`<p>${"<b><i>".repeat(50_000)}${WORDS}</p>`),
    ends: READS,
  },
  {
    what: "tables nested 20,000 deep",
    fileName: "tables.html",
    make: () => htmlOf(`${"<table><tr><td>".repeat(20_000)}${WORDS}`),
    ends: READS,
  },
  {
    what: "links and paragraphs closed in the wrong order, 50,000 times",
    fileName: "crossed.html",
    make: () => htmlOf(`<p>${WORDS}</p>${"<a><p><b></a></p></b>x".repeat(50_000)}`),
    ends: READS,
  },
  {
    what: "an element with a million attributes",
    fileName: "attributes.html",
    make: () => htmlOf(`<p ${many(1_000_000, (index) => `a${index}=1`).join(" ")}>${WORDS}</p>`),
    ends: READS,
  },
  {
    what: "more than half a million elements",
    fileName: "elements.html",
    make: () => htmlOf(`<p>${WORDS}</p>${"<p>x".repeat(650_000)}`),
    ends: "file-too-complex",
  },
  {
    what: "a cell that spans a billion columns and rows",
    fileName: "span.html",
    make: () =>
      htmlOf(
        `<table><tr><td colspan=1000000000 rowspan=1000000000>${WORDS}</td><td>x</td></tr>${"<tr><td>y</td></tr>".repeat(2000)}</table>`,
      ),
    ends: READS,
  },
  {
    what: "a web page that wants scripts, pictures, styles, frames and a new address",
    fileName: "wants.html",
    make: (address) =>
      htmlOf(
        `<p>${WORDS}</p><script>fetch("${address}/run"); while (true) {}</script><script src="${address}/script"></script><img src="${address}/picture" onerror="while(true){}"><iframe src="${address}/frame"></iframe><object data="${address}/object"></object><video src="${address}/video" autoplay></video>`,
        `<base href="${address}/"><link rel=stylesheet href=style.css><link rel=preload as=fetch href=preload><meta http-equiv=refresh content="0; url=${address}/refresh"><style>@import "${address}/import";</style><script type="application/ld+json">${"[".repeat(100_000)}</script>`,
      ),
    ends: READS,
  },
  {
    what: "entities of a document type in a web page of XML",
    fileName: "laughs.xhtml",
    make: (address) =>
      utf8(
        `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(100)}"><!ENTITY c SYSTEM "${address}/entity">]><html xmlns="http://www.w3.org/1999/xhtml"><head><title>A page</title></head><body><p>${WORDS} &b;&c;</p></body></html>`,
      ),
    ends: READS,
  },
  {
    what: "random bytes behind the header of a web page",
    fileName: "noise.html",
    make: () => Buffer.concat([utf8("<!DOCTYPE html><html><body><p>"), noise(50_000)]),
    ends: "file-not-text",
  },
  {
    what: "a saved web page cut off before the page",
    fileName: "cut.mhtml",
    make: () =>
      utf8(
        'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: ima',
      ),
    ends: "file-damaged",
  },
];

const MAILS: readonly HostileFile[] = [
  {
    what: "a mail of 10,000 parts",
    fileName: "parts.eml",
    make: () => mailOf([bodyPart, ...many(10_000, filePart)]),
    ends: "file-too-complex",
  },
  { what: "a mail nested 10,000 deep", fileName: "deep.eml", make: () => nestedMail(10_000), ends: "file-too-complex" },
  {
    what: "a mail that never ends a part and has a boundary of nothing",
    fileName: "boundary.eml",
    make: () => madeMail([...HEADERS, 'Content-Type: multipart/mixed; boundary=""'], `--\n${bodyPart}\n--`),
    ends: READS,
  },
  {
    what: "a mail with a million header lines",
    fileName: "headers.eml",
    make: () => madeMail([...HEADERS, ...many(1_000_000, (index) => `X-${index}: a`)], WORDS),
    ends: READS,
  },
  {
    what: "a mail to 100,000 people, with brackets nested as deep",
    fileName: "people.eml",
    make: () =>
      madeMail(
        [
          ...HEADERS,
          `Cc: ${"(".repeat(100_000)}`,
          `Bcc: ${many(100_000, (index) => `p${index} <p@x.example>`).join(", ")}`,
        ],
        WORDS,
      ),
    ends: READS,
  },
  {
    what: "history quoted 100,000 deep",
    fileName: "quoted.eml",
    make: () =>
      madeMail(
        [...HEADERS, "Content-Type: text/plain"],
        `${WORDS}\n${">".repeat(100_000)} deep\n${many(1000, (index) => `${"> ".repeat(index)}level`).join("\n")}`,
      ),
    ends: READS,
  },
  {
    what: "random bytes behind the headers of a mail",
    fileName: "noise.eml",
    make: () => madeMail([...HEADERS, "Content-Type: text/plain"], noise(50_000)),
    ends: "file-damaged",
  },
  {
    what: "random bytes behind the header of an Outlook mail",
    fileName: "noise.msg",
    make: () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), noise(50_000)]),
    ends: "file-damaged",
  },
  {
    what: "an Outlook mail cut off",
    fileName: "cut.msg",
    make: () =>
      cut(
        madeMsg({
          properties: [
            { id: 0x001a, text: "IPM.Note" },
            { id: 0x0037, text: "The compact" },
            { id: 0x1000, text: `${WORDS} `.repeat(500) },
          ],
        }),
        0.5,
      ),
    ends: "file-damaged",
  },
];

const OTHERS: readonly HostileFile[] = [
  {
    what: "groups of RTF nested a million deep",
    fileName: "deep.rtf",
    make: () => utf8(`{\\rtf1 ${WORDS}\\par ${"{".repeat(1_000_000)}`),
    ends: "file-too-complex",
  },
  {
    what: "RTF that says a gigabyte of bytes follows",
    fileName: "binary.rtf",
    make: () => utf8(`{\\rtf1 ${WORDS}\\par {\\pict\\bin1073741824 x}`),
    ends: READS,
  },
  {
    what: "RTF with an object and a template elsewhere",
    fileName: "object.rtf",
    make: (address) =>
      utf8(
        `{\\rtf1{\\*\\template ${address}/template}{\\field{\\*\\fldinst INCLUDETEXT "${address}/field"}{\\fldrslt }}{\\object\\objautlink\\objupdate{\\*\\objdata 0105}}${WORDS}\\par}`,
      ),
    ends: READS,
  },
  {
    what: "random bytes behind the header of RTF",
    fileName: "noise.rtf",
    make: () => Buffer.concat([utf8("{\\rtf1\\ansi "), noise(50_000)]),
    ends: "file-damaged",
  },
  {
    what: "quotes nested 100,000 deep in Markdown",
    fileName: "quotes.md",
    make: () => utf8(`${WORDS}\n\n${">".repeat(100_000)} deep`),
    ends: READS,
  },
  {
    what: "brackets and stars opened 100,000 times in Markdown",
    fileName: "brackets.md",
    make: () => utf8(`${WORDS}\n\n${"[".repeat(100_000)}\n\n${"*a _b ".repeat(50_000)}\n\n${"![](".repeat(50_000)}`),
    ends: READS,
  },
  {
    what: "Markdown with pages and pictures of elsewhere",
    fileName: "remote.md",
    make: (address) =>
      utf8(`${WORDS}\n\n![x](${address}/picture) <img src="${address}/html"><script src="${address}/script"></script>`),
    ends: READS,
  },
  {
    what: "random bytes behind the heading of Markdown",
    fileName: "noise.md",
    make: () => Buffer.concat([utf8("# A heading\n\n"), noise(50_000)]),
    ends: "file-not-text",
  },
  {
    what: "random bytes behind a line of text",
    fileName: "noise.txt",
    make: () => Buffer.concat([utf8("A line\n"), noise(50_000)]),
    ends: "file-not-text",
  },
  {
    what: "a text of 20 million line breaks",
    fileName: "breaks.txt",
    make: () => utf8(`${WORDS}${"\n".repeat(20_000_000)}`),
    ends: READS,
  },
  {
    what: "a text of 16 MB in one line",
    fileName: "line.txt",
    make: () => utf8(`${WORDS} ${"x".repeat(16 * MEBIBYTE)}`),
    ends: READS,
  },
];

export const HOSTILE_TEXTS: readonly HostileFile[] = [...PAGES, ...MAILS, ...OTHERS];
export { bodyPart as mailBody, mailInMail, mailOf };
