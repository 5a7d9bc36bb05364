/** Takes the front matter off the beginning of a Markdown text. What it means is for core/source/front-matter.ts. */
import { frontMatterEnd, MAX_FRONT_MATTER_LINES, readFrontMatter } from "../../../core/source/front-matter.ts";

export interface FrontMatter {
  /** Its lines with the lines that enclose them; none where there is none. */
  readonly lines: readonly string[];
  /** Where the text begins behind it, in UTF-16 code units. */
  readonly toUtf16: number;
  /** In words for the user: what of it is not kept. */
  readonly warnings: readonly string[];
}

/** Keys that become metadata, or that only tell a publishing program what to do. */
const UNDERSTOOD =
  /^(?:title|headline|authors?|byline|publisher|site|sitename|site_name|outlet|publication|source|published|date|pubdate|publish_?date|datepublished|accessed|retrieved|url|canonical|canonical_url|link|permalink|lang|language|layout|draft|slug|id|type|weight|template|toc)$/u;

/** The front matter of a text, as far as its first lines hold it. */
export function separateFrontMatter(text: string): FrontMatter {
  const lines: string[] = [];
  const ends: number[] = [];
  const pattern = /([^\r\n]*)(?:\r\n|\r|\n|$)/uy;
  while (lines.length < MAX_FRONT_MATTER_LINES && pattern.lastIndex < text.length) {
    const line = pattern.exec(text)?.[1] ?? "";
    lines.push(line.trimEnd());
    ends.push(pattern.lastIndex);
    if (lines.length === 1 && lines[0] !== "---") break;
  }
  const count = frontMatterEnd(lines);
  const own = lines.slice(0, count);
  const left = [...readFrontMatter(own).keys()].filter((key) => !UNDERSTOOD.test(key));
  const warnings =
    left.length === 0 ? [] : [`Its front matter is no part of the text. It also says something of: ${left.join(", ")}`];
  return { lines: own, toUtf16: ends[count - 1] ?? 0, warnings };
}
