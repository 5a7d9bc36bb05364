/**
 * Takes out the HTML that Outlook wraps in RTF (MS-OXRTFEX). Must not read it: that is for the HTML reader.
 */
import { type RtfHandler, RtfWalker } from "./rtf-walker.ts";

const HEADER_BYTES = 4096;

interface HtmlState {
  isTag: boolean;
  /** Between `\htmlrtf` and `\htmlrtf0`: RTF for readers who do not know of the HTML. */
  isForRtf: boolean;
}

const HIDDEN: ReadonlySet<string> = new Set(
  "colortbl stylesheet info pict listtext pntext filetbl object private template".split(" "),
);
const LINE_ENDS: ReadonlySet<string> = new Set(["par", "line", "\r", "\n"]);

class HtmlExtractor implements RtfHandler {
  readonly walker: RtfWalker;
  readonly parts: string[] = [];
  private state: HtmlState = { isTag: false, isForRtf: false };
  private readonly stack: HtmlState[] = [];

  constructor(bytes: Uint8Array, start: number, fileName: string) {
    this.walker = new RtfWalker(bytes, start, fileName, this);
  }

  open(): void {
    this.stack.push(this.state);
    this.state = { ...this.state };
  }

  close(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  control(word: string, parameter: number | null, isStarred: boolean): void {
    if (word === "htmltag") this.state.isTag = true;
    else if (word === "htmlrtf") this.state.isForRtf = parameter !== 0;
    else if (isStarred || HIDDEN.has(word)) this.walker.skipGroup();
    else if (LINE_ENDS.has(word) && !this.state.isForRtf) this.parts.push("\r\n");
  }

  text(text: string): void {
    if (this.state.isForRtf) return;
    this.parts.push(this.state.isTag ? text : text.replace(/[&<>]/gu, (sign) => ESCAPES[sign] ?? sign));
  }
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** True where the RTF says that it was made from HTML. */
export function wrapsHtml(bytes: Uint8Array): boolean {
  return /\\fromhtml1?(?![a-z0-9])/u.test(Buffer.from(bytes.subarray(0, HEADER_BYTES)).toString("latin1"));
}

/** The HTML, as it was before it was wrapped. `start` is where the RTF begins. */
export function unwrapHtml(bytes: Uint8Array, start: number, fileName: string): string {
  const extractor = new HtmlExtractor(bytes, start, fileName);
  extractor.walker.walk();
  return extractor.parts.join("");
}
