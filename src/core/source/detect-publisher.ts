/**
 * Finds who published a source. Only what names itself as the publisher is one; an outlet that the text happens to
 * quote is offered with the reason, or left alone.
 */
import type { Block } from "./block.ts";
import { dateLine } from "./detect-dates.ts";
import { agencyOfHost, findAgency } from "./known-agencies.ts";
import { labelledLine } from "./labelled-lines.ts";
import { hasSectionWord, isSectionName } from "./section-names.ts";
import { wordsOf } from "./text-shapes.ts";

export interface PublisherFindings {
  readonly publisher: string | null;
  readonly suggestions: readonly { readonly value: string; readonly reason: string }[];
}

const HEAD_BLOCKS = 12;
const TAIL_BLOCKS = 6;
const MAX_NAME_UTF16 = 50;

/** The words that newspapers, broadcasters and agencies have in their names. */
const OUTLET_WORD =
  /(?<!\p{L})(?:agency|news|times|post|herald|daily|tribune|press|journal|gazette|guardian|courant|courier|broadcasting|radio|tv|television|media|weekly|monthly|review|observer|telegraph|standard|mail|chronicle|bulletin|wire|globe|mirror|independent|inquirer|examiner|sentinel|register|dispatch|monitor|today|sun|star|express|magazine|network|zeitung|allgemeine|rundschau|nachrichten|presse|spiegel|figaro|monde|nación|mundo|país|corriere|repubblica|shimbun|ilbo|ribao|日报|日報|时报|時報|新闻网|新聞|신문|일보|방송|뉴스)(?!\p{L})/iu;
const DOMAIN_NAME = /^[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)*\.[\p{L}]{2,10}$/u;
/** Bodies that people also speak to, whose names hold capitals too. */
const NOT_OUTLET =
  /\b(?:assembly|senate|parliament|house|council|committee|court|commission|congress|ministry|board|forum|conference|summit|association|president|minister|union|nations|party|bank|university|institute|government)\b/iu;

/** True where a short text is the name of a newspaper, a broadcaster, an agency or a news site. */
export function isOutletName(text: string): boolean {
  const name = text.trim();
  if (name.length > MAX_NAME_UTF16 || /[@:：]/u.test(name) || wordsOf(name).length > 6 || isSectionName(name))
    return false;
  if (findAgency(name) !== null || DOMAIN_NAME.test(name)) return true;
  return (
    OUTLET_WORD.test(name) && /^[\p{Lu}\p{Lo}\p{N}]/u.test(name) && !NOT_OUTLET.test(name) && !/[.!?,;:]$/u.test(name)
  );
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
}

function withoutMark(text: string): string {
  return text.replace(/^(?:[-*•–]|#{1,6})\s+/u, "").trim();
}

/** "© 2026 Example News. All rights reserved." */
function fromCopyright(blocks: readonly Block[]): string | null {
  const pattern =
    /(?:©|\(c\)\s|\bcopyright\b)\s*(?:©|\(c\))?\s*(?:by\s)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?:by\s)?(\p{L}[^.,©|<>]{1,60}?(?:\.\p{L}{2,4})?)(?:\s\d{4})?(?:[.,]?\s*(?:all rights reserved\b.*)?|[,|>].*)$/iu;
  for (const { kind, text } of [...blocks.slice(0, HEAD_BLOCKS), ...blocks.slice(-TAIL_BLOCKS)]) {
    if (kind === "caption" || text.length > 200) continue;
    const name = pattern.exec(text)?.[1]?.trim();
    if (name !== undefined && !/^(?:all rights|the author|notice|law|holders?|owners?)/iu.test(name)) return name;
  }
  return null;
}

/** A name alone beside the line that dates the article, in a list or by itself. */
function fromDateList(blocks: readonly Block[]): string | null {
  const head = blocks.slice(0, HEAD_BLOCKS);
  const dated = head.findIndex(({ text }) => {
    const field = labelledLine(text)?.field;
    return field === "published" || field === "updated" || dateLine(withoutMark(text)) !== null;
  });
  if (dated < 0) return null;
  const near = head.slice(Math.max(0, dated - 3), dated + 4).filter(({ kind }) => kind === "list-item");
  const names = near
    .map(({ text }) => withoutMark(text))
    .filter((text) => labelledLine(text) === null && isOutletName(text));
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** Who names itself in the first paragraphs: "Example.com reports, citing Fooland Press". */
function fromReportsCiting(blocks: readonly Block[]): string | null {
  const body = blocks.filter(({ kind }) => kind === "paragraph").slice(0, 3);
  for (const { text } of body) {
    const name =
      /[,.”"]\s(?:the )?(\p{Lu}[\p{L}\p{N}&'’-]*(?:\.[\p{L}\p{N}]+)*(?: [\p{Lu}\p{N}][\p{L}\p{N}&'’-]*){0,4}) reports,? (?:citing|with reference to|referring to|quoting)\b/u.exec(
        text,
      )?.[1];
    if (name !== undefined && findAgency(name) === null) return name;
  }
  return null;
}

/** The last line, where it is nothing but a name. */
function lastLineName(blocks: readonly Block[]): string | null {
  const last = blocks.at(-1);
  if (!last || blocks.length < 3 || last.text.length > MAX_NAME_UTF16 || last.kind === "list-item") return null;
  const name = last.text.replace(/^[-–—(\s]+|[)\s]+$/gu, "");
  const isName = /^\p{Lu}|^\p{Lo}/u.test(name) && wordsOf(name).length <= 5 && !/[!?,;:]$|[^.]\.$/u.test(name);
  return isName && labelledLine(last.text) === null ? name : null;
}

function isSelfNamed(name: string, blocks: readonly Block[]): boolean {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${escapePattern(name)}\\s(?:reports|reported|learned|has learned|correspondents?)\\b`,
    "iu",
  );
  return blocks.slice(0, -1).some(({ text }) => pattern.test(text));
}

const TOLD =
  /\btold (?:the )?(\p{Lu}[\p{L}\p{N}&-]*(?:\.[\p{L}\p{N}]+)*(?: \p{Lu}[\p{L}\p{N}&-]*){0,4})(?=[\s,.;:”"’')]|$)/gu;

/** Outlets that people speak to in the text, with how often. */
function toldOutlets(blocks: readonly Block[]): Map<string, { count: number; isOurs: boolean }> {
  const told = new Map<string, { count: number; isOurs: boolean }>();
  for (const { text } of blocks) {
    if (!text.includes("told ")) continue;
    for (const match of text.matchAll(TOLD)) {
      const name = match[1] ?? "";
      if (!isOutletName(name)) continue;
      const entry = told.get(name) ?? { count: 0, isOurs: false };
      const isOurs = /^ in an (?:exclusive )?interview with us\b/u.test(text.slice(match.index + match[0].length));
      told.set(name, { count: entry.count + 1, isOurs: entry.isOurs || isOurs });
    }
  }
  return told;
}

function fromTold(told: ReturnType<typeof toldOutlets>): string | null {
  const [only] = told;
  if (told.size !== 1 || !only) return null;
  return only[1].count > 1 || only[1].isOurs ? only[0] : null;
}

/** The host of a web address, without "www." and in lower case; empty where it has none. */
export function hostOf(url: string): string {
  return (/^https?:\/\/(?:www\.)?([^/:?#]+)/iu.exec(url)?.[1] ?? "").toLowerCase();
}

/** The publisher where the text itself says it, and otherwise up to two names with what speaks for them. */
export function detectPublisher(
  blocks: readonly Block[],
  context: { readonly url: string | null; readonly signed: readonly string[] },
): PublisherFindings {
  const last = lastLineName(blocks);
  const citing = fromReportsCiting(blocks);
  const told = toldOutlets(blocks);
  const isLastNamed = last !== null && (isSelfNamed(last, blocks) || last.toLowerCase() === citing?.toLowerCase());
  const isCitingNamed = citing !== null && DOMAIN_NAME.test(citing);
  const publisher =
    fromCopyright(blocks) ??
    (isLastNamed ? last : null) ??
    fromDateList(blocks) ??
    (isCitingNamed ? citing : null) ??
    fromTold(told);
  if (publisher !== null) return { publisher, suggestions: [] };
  const suggestions: { value: string; reason: string }[] = [];
  const suggest = (value: string | null | undefined, reason: string): void => {
    if (value && !suggestions.some((other) => other.value === value)) suggestions.push({ value, reason });
  };
  if (last !== null && isOutletName(last)) suggest(last, "The last line is this name");
  suggest(citing, "The text says that it reports this, citing another");
  const [signed] = context.signed;
  if (context.signed.length === 1) suggest(signed, `Its dateline or photo captions credit only ${signed}`);
  if (context.url !== null) {
    const host = hostOf(context.url);
    suggest(agencyOfHost(host) ?? host, `Its address is at ${host}`);
  }
  if (told.size === 1) suggest([...told.keys()][0], "People quoted in the text spoke to it");
  return { publisher: null, suggestions: suggestions.slice(0, 2) };
}

/** True for words that hold no personal name: of sections, places, outlets. */
export function isNoPersonalName(text: string): boolean {
  return hasSectionWord(text) || OUTLET_WORD.test(text) || NOT_OUTLET.test(text);
}
