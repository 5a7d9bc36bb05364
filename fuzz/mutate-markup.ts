/** Changes XML and HTML by their elements, attributes and texts, so that mostly it stays well formed and goes far. */
import { Buffer } from "node:buffer";
import type { Mutation } from "./mutate-bytes.ts";
import type { Random } from "./random.ts";

const MOST_CHANGES = 8;
const MOST_COPIES = 400;
const DEEPEST = 600;
const VALUES = ["", "-1", "0", "1", "99999999999", "1e9", "NaN", "../../x", "#", "javascript:x", "x".repeat(5000)];
const TEXTS = ["", " ", "\u00a0", "&#x10FFFF;", "\u202e", "\ufeff", "\u2028", "]]&gt;", "1", "e\u0301", "a\tb\r\nc"];

/** Where an element stands among the tokens, from its first tag to its last. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** Tags and the texts between them. */
function tokensOf(text: string): string[] {
  return text.match(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[^<>]*>|[^<]+|</gu) ?? [];
}

function nameOf(tag: string): string {
  return /^<\/?([^\s/>]+)/u.exec(tag)?.[1] ?? "";
}

function isOpening(token: string): boolean {
  return /^<[A-Za-z_]/u.test(token) && !token.endsWith("/>");
}

/** The elements that begin and end, those without an end too. */
function placesOf(tokens: readonly string[]): Place[] {
  const places: Place[] = [];
  const open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (isOpening(token)) open.push(index);
    else if (token.startsWith("</")) {
      const from = open.findLast((each) => nameOf(tokens[each] ?? "") === nameOf(token));
      if (from === undefined) continue;
      while (open.length > 0 && open.pop() !== from);
      places.push({ from, to: index });
    } else if (/^<[A-Za-z_]/u.test(token)) places.push({ from: index, to: index });
  }
  return places;
}

type MarkupMutation = (tokens: string[], random: Random, other: readonly string[]) => string[];

function textAt(tokens: readonly string[], { from, to }: Place): string {
  return tokens.slice(from, to + 1).join("");
}

function place(tokens: readonly string[], random: Random): Place {
  const places = placesOf(tokens);
  return places.length === 0 ? { from: 0, to: 0 } : random.pick(places);
}

/** Changes one tag that has attributes. */
function changeTag(change: (tag: string, random: Random) => string): MarkupMutation {
  return (tokens, random) => {
    const tags = [...tokens.keys()].filter((index) => /^<[^/!?][^>]*=/u.test(tokens[index] ?? ""));
    if (tags.length === 0) return tokens;
    const at = random.pick(tags);
    return tokens.with(at, change(tokens[at] ?? "", random));
  };
}

const ATTRIBUTE = /\s([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/gu;

const MUTATIONS: readonly MarkupMutation[] = [
  // An element is left out.
  (tokens, random) => {
    const { from, to } = place(tokens, random);
    return tokens.toSpliced(from, to - from + 1);
  },
  // It stands there again, and again.
  (tokens, random) => {
    const found = place(tokens, random);
    const copies = random.below(10) === 0 ? random.below(MOST_COPIES) : 1 + random.below(2);
    return tokens.toSpliced(found.to + 1, 0, textAt(tokens, found).slice(0, 20_000).repeat(copies));
  },
  // It stands somewhere else.
  (tokens, random) => {
    const found = place(tokens, random);
    const rest = tokens.toSpliced(found.from, found.to - found.from + 1);
    return rest.toSpliced(random.below(rest.length + 1), 0, textAt(tokens, found));
  },
  // It stands in itself.
  (tokens, random) => {
    const { from, to } = place(tokens, random);
    const levels = random.below(6) === 0 ? random.below(DEEPEST) : 1;
    const [first = "", last = ""] = [tokens[from], from === to ? "" : tokens[to]];
    return tokens.toSpliced(
      from,
      to - from + 1,
      first.repeat(levels) + textAt(tokens, { from, to }) + last.repeat(levels),
    );
  },
  // It is called as another is.
  (tokens, random) => {
    const { from, to } = place(tokens, random);
    const name = nameOf(tokens[place(tokens, random).from] ?? "");
    const renamed = (tag = "") => tag.replace(/^(<\/?)[^\s/>]+/u, (_, start: string) => start + name);
    return name === ""
      ? tokens
      : tokens.with(from, renamed(tokens[from])).with(to, renamed(from === to ? renamed(tokens[from]) : tokens[to]));
  },
  // An element of another file stands there.
  (tokens, random, other) => {
    if (other.length === 0) return tokens;
    return tokens.toSpliced(random.below(tokens.length + 1), 0, textAt(other, place(other, random)).slice(0, 50_000));
  },
  changeTag((tag, random) =>
    tag.replace(ATTRIBUTE, (all, name: string) => (random.below(2) === 0 ? ` ${name}="${random.pick(VALUES)}"` : all)),
  ),
  changeTag((tag, random) => tag.replace(ATTRIBUTE, (all) => (random.below(2) === 0 ? "" : all))),
  (tokens, random) => {
    const texts = [...tokens.keys()].filter((index) => !tokens[index]?.startsWith("<"));
    return texts.length === 0 ? tokens : tokens.with(random.pick(texts), random.pick(TEXTS));
  },
];

export const mutateMarkup: Mutation = (bytes, random, other) => {
  let tokens = tokensOf(Buffer.from(bytes).toString("utf8"));
  const others = tokensOf(Buffer.from(other.subarray(0, 200_000)).toString("utf8"));
  for (let left = 1 + random.below(MOST_CHANGES); left > 0 && tokens.length > 1; left -= 1) {
    tokens = random.pick(MUTATIONS)(tokens, random, others);
  }
  return Buffer.from(tokens.join(""), "utf8");
};

/** True for text that begins as XML or HTML does. */
export function isMarkup(bytes: Uint8Array): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*<[!?a-z]/iu.test(Buffer.from(bytes.subarray(0, 100)).toString("latin1"));
}
