/**
 * A corpus of files that are out to run something or to ask the network for something when they are imported, read, shown,
 * cited or exported. Each has an id of its own, so that what ran or was asked for tells whose it was.
 */
import { chapter, madeEpub } from "./made-epub.ts";
import { HEADERS, madeMail } from "./made-mail.ts";
import { DOCUMENT_PAYLOADS } from "./payloads/document-payloads.ts";
import { MARKUP_PAYLOADS, type MarkupPayload } from "./payloads/html-payloads.ts";
import { MAIL_PAYLOADS } from "./payloads/mail-payloads.ts";
import { type Payload, utf8, wordsOf } from "./payloads/payload.ts";
import { PDF_PAYLOADS } from "./payloads/pdf-payloads.ts";

export * from "./payloads/payload.ts";

/** What a payload in markup is carried by: one file of one format. */
interface Carrier {
  readonly extension: string;
  readonly carry: (payload: MarkupPayload, id: string) => Uint8Array | Promise<Uint8Array>;
  /** The format shows markup as text, as Markdown may. */
  readonly isText?: true;
}

const CARRIERS: readonly Carrier[] = [
  { extension: "html", carry: (payload, id) => utf8(page(payload, id)) },
  { extension: "xhtml", carry: (payload, id) => utf8(`<?xml version="1.0"?>\n${page(payload, id)}`) },
  {
    extension: "mhtml",
    carry: (payload, id) =>
      utf8(
        `From: <Saved by x>\r\nSnapshot-Content-Location: https://example.org/${id}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"; type="text/html"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://example.org/${id}\r\n\r\n${page(payload, id)}\r\n--b--\r\n`,
      ),
  },
  {
    extension: "eml",
    carry: (payload, id) =>
      madeMail(
        [...HEADERS, "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: 8bit"],
        utf8(page(payload, id)),
      ),
  },
  {
    extension: "epub",
    carry: (payload, id) =>
      madeEpub({ chapters: [chapter("one.xhtml", `<p>${wordsOf(id)}</p>${payload.body(id)}<p>The end.</p>`)] }),
  },
  {
    extension: "md",
    carry: (payload, id) => utf8(`# ${id}\n\n${wordsOf(id)}\n\n${payload.body(id)}\n\nThe end.\n`),
    isText: true,
  },
];

function page({ head, body }: MarkupPayload, id: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page ${id}</title>${head?.(id) ?? ""}</head><body><article><h1>Page ${id}</h1><p>${wordsOf(id)}</p>${body(id)}<p>The end.</p></article></body></html>`;
}

function carried({ extension, carry, isText }: Carrier): Payload[] {
  return MARKUP_PAYLOADS.flatMap((payload, index) => {
    const id = `${extension}page${index + 1}`;
    // A text with null bytes is no text, and is not imported.
    if (isText && payload.body(id).includes("\u0000")) return [];
    return {
      id,
      what: `${extension}: ${payload.what}`,
      fileName: `${id}.${extension}`,
      make: () => carry(payload, id),
      ...((isText ?? payload.isText) ? { isText: true } : {}),
    };
  });
}

/** Names that a file system lets a file have, and that nothing may take for markup. */
const NAMED: readonly Payload[] = [
  `<img src=x onerror=globalThis.payloadsThatRan='name1'>.txt`,
  `"><script>alert(1)<\u2215script>.txt`,
  `javascript:alert('name3').txt`,
  `photo\u202Etxt.exe.txt`,
].map((fileName, index) => {
  const id = `name${index + 1}`;
  return { id, what: `Name: ${fileName}`, fileName, make: () => utf8(wordsOf(id)), isText: true };
});

/** All but what pages carry, once. */
const OTHERS: readonly Payload[] = [...DOCUMENT_PAYLOADS, ...MAIL_PAYLOADS, ...PDF_PAYLOADS, ...NAMED];

/** Every payload in every format that can carry it. */
export const PAYLOADS: readonly Payload[] = [...CARRIERS.flatMap(carried), ...OTHERS];

/** Every payload once: markup in pages alone. */
export const EACH_PAYLOAD: readonly Payload[] = [...CARRIERS.slice(0, 1).flatMap(carried), ...OTHERS];
