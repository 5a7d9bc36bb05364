// E-books for tests, made of their chapters: the least that the format demands around them.
import { madeZip } from "./made-files.ts";

export interface MadeChapter {
  readonly href: string;
  /** The whole document; left out of the file where it is null. */
  readonly html: string | null;
  readonly mediaType?: string;
  readonly properties?: string;
  readonly isLinear?: boolean;
}

export interface EpubParts {
  readonly chapters: readonly MadeChapter[];
  /** Within `metadata`. */
  readonly metadata?: string;
  /** Within the spine, in place of the chapters in their order. */
  readonly spine?: string;
  readonly guide?: string;
  readonly encryption?: string;
}

/** A chapter whose body is this, as XHTML. */
export function chapter(href: string, body: string, more: Partial<MadeChapter> = {}): MadeChapter {
  const html = `<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`;
  return { href, html, ...more };
}

export function epubParts({
  chapters,
  metadata = "",
  spine,
  guide = "",
  encryption,
}: EpubParts): Record<string, string> {
  const items = chapters.map(
    ({ href, mediaType = "application/xhtml+xml", properties }, index) =>
      `<item id="c${index}" href="${href}" media-type="${mediaType}"${properties ? ` properties="${properties}"` : ""}/>`,
  );
  const order = chapters.map(
    ({ isLinear = true }, index) => `<itemref idref="c${index}"${isLinear ? "" : ' linear="no"'}/>`,
  );
  const files = chapters.flatMap(({ href, html }) =>
    html === null ? [] : [[`OEBPS/${decodeURIComponent(href)}`, html]],
  );
  return {
    mimetype: "application/epub+zip",
    "META-INF/container.xml":
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    "OEBPS/book.opf": `<?xml version="1.0"?><package version="3.0" xmlns="http://www.idpf.org/2007/opf" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest>${items.join("")}</manifest><spine>${spine ?? order.join("")}</spine>${guide}</package>`,
    ...(encryption === undefined ? {} : { "META-INF/encryption.xml": encryption }),
    ...Object.fromEntries(files),
  };
}

export async function madeEpub(parts: EpubParts): Promise<Uint8Array> {
  return madeZip(epubParts(parts));
}
