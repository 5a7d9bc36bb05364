/**
 * Cuts a long Markdown text into pieces that mean the same parsed one by one as parsed together, so that time and memory
 * stay in proportion to its length. Short texts stay whole.
 */

export interface MarkdownPiece {
  readonly text: string;
  /** Where it begins in the whole text, in UTF-16 code units. */
  readonly fromUtf16: number;
}

/** A piece is cut at the first place that allows it behind so many code units. */
const PIECE_UTF16 = 32_768;

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/u;
/** HTML that goes on over blank lines until it is closed (CommonMark 0.31, 4.6, kinds 1 to 5). */
const LONG_HTML: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:\s|>|$)/iu, /<\/(?:script|pre|style|textarea)>/iu],
  [/^ {0,3}<!--/u, /-->/u],
  [/^ {0,3}<\?/u, /\?>/u],
  [/^ {0,3}<![a-z]/iu, />/u],
  [/^ {0,3}<!\[CDATA\[/u, /\]\]>/u],
];
const BULLET = /^[-*+] +[^\s*-]/u;
const HEADING = /^#{1,6} /u;
/** Begins a paragraph, a table or a numbered item: what cannot belong to anything before a blank line. */
const UNINDENTED_TEXT = /^[^\s>`~<]/u;

/** Follows code and HTML that go on over blank lines, where no cut may be made. */
class OpenBlock {
  private fence: string | null = null;
  private htmlEnd: RegExp | null = null;

  /** Takes the next line; true where it may begin a piece. */
  takesLine(line: string): boolean {
    if (this.fence !== null) {
      const close = FENCE.exec(line);
      if (close?.[1]?.startsWith(this.fence) && (close[2] ?? "").trim() === "") this.fence = null;
      return false;
    }
    if (this.htmlEnd !== null) {
      if (this.htmlEnd.test(line)) this.htmlEnd = null;
      return false;
    }
    const fence = FENCE.exec(line);
    if (fence && !(fence[1]?.startsWith("`") && fence[2]?.includes("`"))) this.fence = fence[1] ?? null;
    const html = LONG_HTML.find(([start]) => start.test(line));
    if (html && !html[1].test(line)) this.htmlEnd = html[1];
    return this.fence === null && html === undefined;
  }
}

/** The pieces of a text whose lines these are, each with its line end, in order and without a gap. */
export function splitMarkdown(lines: readonly string[]): MarkdownPiece[] {
  const pieces: MarkdownPiece[] = [];
  const open = new OpenBlock();
  let parts: string[] = [];
  let fromUtf16 = 0;
  let lengthUtf16 = 0;
  let afterBlank = true;
  const cut = () => {
    pieces.push({ text: parts.join(""), fromUtf16 });
    fromUtf16 += lengthUtf16;
    lengthUtf16 = 0;
    parts = [];
  };
  for (const line of lines) {
    const isFree = open.takesLine(line);
    const begins = BULLET.test(line) || HEADING.test(line) || (afterBlank && UNINDENTED_TEXT.test(line));
    if (isFree && begins && lengthUtf16 >= PIECE_UTF16) cut();
    parts.push(line);
    lengthUtf16 += line.length;
    afterBlank = line.trim() === "";
  }
  if (lengthUtf16 > 0) cut();
  return pieces;
}
