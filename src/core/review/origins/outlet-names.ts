/**
 * The names of agencies and outlets, and where in a text they stand: those of known-agencies.ts, which is the one list of
 * agencies, and the outlets that are given (resources/known-outlets.json and the user's own), each of which may also give
 * further names to one that is known. Says where a name stands; whether it is credited there is for credit-rules.
 */
import { KNOWN_AGENCIES } from "../../source/known-agencies.ts";
import { isWide } from "../../source/text-shapes.ts";
import type { Outlet } from "./credit.ts";

export interface KnownName {
  /** The short name that a citation gives. */
  readonly name: string;
  readonly kind: Outlet["kind"];
}

/** A known name as it stands in a text, in UTF-16 code units. */
export interface NameMention extends KnownName {
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

export interface OutletNames {
  /** Who is called so, with or without "the" and "News Agency" behind it; null where nobody is known by that name. */
  find(written: string): KnownName | null;
  /** Whose site a host name belongs to, by the web addresses among the names. */
  ofHost(host: string): KnownName | null;
  /** Every known name of a text, in order: the longest that stands there, as whole words. */
  mentionsIn(text: string): NameMention[];
}

interface Entry extends KnownName {
  /** The name as it is written, without its article. */
  readonly written: string;
  /** Its article, where it would be a common word without one: "The Times". */
  readonly needsArticle: boolean;
}

const WEB_ADDRESS = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,10}$/u;
const ARTICLE = /^the\s+/iu;
const TAIL = /\s+(?:state |official )?(?:news|press|wire) (?:agency|service)$/iu;
/** A name that capitals change: one of few letters is more often a short form of something else. */
const MIN_CAPITALS_UTF16 = 5;
const TOKEN = /[\p{L}\p{N}]+/gu;

/** The names that texts may credit. Of two who share a name, the one that comes first has it. */
export function createOutletNames(outlets: readonly Outlet[]): OutletNames {
  return new Names([
    ...KNOWN_AGENCIES.map(
      ({ name, aliases, domains }): Outlet => ({ name, aliases: [...aliases, ...domains], kind: "agency" }),
    ),
    ...outlets,
  ]);
}

class Names implements OutletNames {
  readonly #byName = new Map<string, KnownName>();
  readonly #byHost = new Map<string, KnownName>();
  /** By the first word of the name, or the first sign where it has no words; the longest first. */
  readonly #byStart = new Map<string, Entry[]>();

  constructor(outlets: readonly Outlet[]) {
    for (const { name, aliases, kind } of outlets) {
      const known = this.#byName.get(fold(name)) ?? { name, kind };
      for (const written of [name, ...aliases]) this.#add(written.trim(), known);
    }
    for (const entries of this.#byStart.values()) entries.sort((a, b) => b.written.length - a.written.length);
  }

  find(written: string): KnownName | null {
    const name = fold(written);
    return this.#byName.get(name) ?? this.#byName.get(name.replace(TAIL, "")) ?? null;
  }

  ofHost(host: string): KnownName | null {
    const parts = host.toLowerCase().split(".");
    for (let from = 0; from < parts.length - 1; from += 1) {
      const known = this.#byHost.get(parts.slice(from).join("."));
      if (known) return known;
    }
    return null;
  }

  mentionsIn(text: string): NameMention[] {
    const mentions: NameMention[] = [];
    let readTo = 0;
    const take = (at: number, start: string): void => {
      const entry = at < readTo ? undefined : this.#byStart.get(start)?.find((other) => standsAt(text, at, other));
      if (!entry) return;
      readTo = at + entry.written.length;
      mentions.push({ name: entry.name, kind: entry.kind, ...withArticle(text, at, readTo) });
    };
    for (const token of text.matchAll(TOKEN)) {
      for (const [from, start] of startsOf(token[0])) take(token.index + from, start);
    }
    return mentions;
  }

  #add(alias: string, known: KnownName): void {
    const name = fold(alias);
    if (name === "" || this.#byName.has(name)) return;
    this.#byName.set(name, known);
    if (WEB_ADDRESS.test(alias)) this.#byHost.set(alias.toLowerCase(), known);
    const written = alias.replace(/^The\s+/u, "");
    const needsArticle = written !== alias && !/[\s.]/u.test(written);
    for (const form of formsOf(written)) {
      const [start] = startsOf(/[\p{L}\p{N}]+/u.exec(form)?.[0] ?? "");
      if (!start || !form.startsWith(start[1])) continue;
      const entries = this.#byStart.get(start[1]) ?? [];
      entries.push({ ...known, written: form, needsArticle });
      this.#byStart.set(start[1], entries);
    }
  }
}

/** How names are compared: as they are written, but for web addresses and the article. */
function fold(name: string): string {
  const plain = name.trim().replace(/’/gu, "'").replace(ARTICLE, "");
  return WEB_ADDRESS.test(plain) ? plain.toLowerCase() : plain;
}

/** A name also in capitals, as headings and datelines have it, and with the other apostrophe. */
function formsOf(written: string): string[] {
  const forms = [written];
  if (written.length >= MIN_CAPITALS_UTF16 && /\p{Ll}/u.test(written)) forms.push(written.toUpperCase());
  if (/[가-힣]통신$/u.test(written)) forms.push(written.replace(/통신$/u, " 통신"));
  if (WEB_ADDRESS.test(written)) {
    forms.push(written.toLowerCase(), written.charAt(0).toUpperCase() + written.slice(1).toLowerCase());
  }
  return [...new Set(forms.flatMap((form) => [form, form.replace(/'/gu, "’"), form.replace(/’/gu, "'")]))];
}

/** Where in a run of letters a name may begin: with the run, where scripts change, and with each sign of what has no spaces. */
function startsOf(run: string): [number, string][] {
  const starts: [number, string][] = [];
  let at = 0;
  while (at < run.length) {
    const from = at;
    if (isWide(run.charCodeAt(at))) {
      at += 1;
    } else {
      while (at < run.length && !isWide(run.charCodeAt(at))) at += 1;
    }
    starts.push([from, run.slice(from, at)]);
  }
  return starts;
}

const isHangul = (code: number) => code >= 0xac00 && code <= 0xd7a3;
const LETTER = /[\p{L}\p{N}]/u;

/** Whether a name stands there as a whole word. Han and kana have no words to be whole; Hangul joins particles behind. */
function standsAt(text: string, at: number, { written, needsArticle }: Entry): boolean {
  if (!text.startsWith(written, at)) return false;
  const [before, first] = [text.charCodeAt(at - 1), written.charCodeAt(0)];
  if (at > 0 && isHangul(first) && isHangul(before)) return false;
  const after = text.charAt(at + written.length);
  const last = written.charCodeAt(written.length - 1);
  if (!isWide(last) && after !== "" && LETTER.test(after) && !isWide(after.charCodeAt(0))) return false;
  return !needsArticle || /(?:^|[^\p{L}\p{N}])[Tt]he\s$/u.test(text.slice(Math.max(0, at - 5), at));
}

/** "The Korea Herald" stands there with its article where that has a capital. */
function withArticle(text: string, at: number, toUtf16: number) {
  const article = /(?:^|[^\p{L}\p{N}])(The\s)$/u.exec(text.slice(Math.max(0, at - 5), at))?.[1] ?? "";
  return { fromUtf16: at - article.length, toUtf16 };
}
