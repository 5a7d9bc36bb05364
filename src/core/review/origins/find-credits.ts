/**
 * Finds every place where a source's text itself says where its words come from, and what of the text that covers. An
 * agency that is only talked about is no credit: where it is doubtful, nothing is said.
 */
import { PHOTO_IN_TEXT } from "../../source/detect-agencies.ts";
import { isOutletName } from "../../source/detect-publisher.ts";
import { creditedAgency, findPhotoCredit } from "../../source/photo-credits.ts";
import { hasWide } from "../../source/text-shapes.ts";
import type { ReviewedBlock, ReviewedText } from "../reviewed-text.ts";
import { isDoubtful, speltOutIn } from "./ambiguous-names.ts";
import type { Credit } from "./credit.ts";
import { creditedBy } from "./credit-rule.ts";
import { creditScope, limitScopes } from "./credit-scope.ts";
import { EAST_ASIAN_CREDITS, OF_THE_HOUSE } from "./east-asian-credits.ts";
import { AFTER_JOINED, ENGLISH_CREDITS, HEADED, JOINED_NAMES, JOINS_NEXT } from "./english-credits.ts";
import { EUROPEAN_CREDITS } from "./european-credits.ts";
import { outletLikeNames } from "./name-shapes.ts";
import type { KnownName, OutletNames } from "./outlet-names.ts";
import { ownMentions, ownNames, publisherOf } from "./own-names.ts";
import { isByline, isDateline, isSignature } from "./signed-credits.ts";

/** A name in a block: offsets of the block's text. */
interface Mention {
  readonly name: string;
  readonly kind: Credit["kind"];
  readonly isKnown: boolean;
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

/** A mention that is credited. */
export interface CreditedMention extends Mention {
  readonly how: Credit["how"];
}

const REACH_UTF16 = 220;
const HEAD_BLOCKS = 12;
const TAIL_BLOCKS = 4;
/** Both languages' rules see a name that either may hold. */
const RULES = [...ENGLISH_CREDITS, ...EUROPEAN_CREDITS];

/** What belongs to a name behind it: "News", "TV", "News Agency"; and what only describes it. */
const CAPITAL_TAIL =
  /^(?:\s(?:News(?! Agency)|TV|Television|Radio|World Service|World|International|Online|Digital|Live|Newswire|Newswires|America|Asia|Europe|Africa|Arabic|English|Persian|Russian|Afrique|Mundo|Brasil|Deutschland|Türkçe|24))*(?:\s(?:State |Official )?(?:News|Press|Wire) (?:Agency|Service))?(?:通讯社|通訊社|通信社)?/u;
const SMALL_TAIL =
  /^\s(?:(?:state |official )?(?:news|press|wire) (?:agency|service)|agency|newspaper|daily|magazine|website|news site|(?:(?:public|state|state-run|national|private|commercial) )?broadcaster|channel|network|tabloid)(?!\p{L})/u;
const SHORT_FORM_BEHIND = /^\s?[(（]\p{Lu}[\p{L}\p{N}]{1,9}[)）]/u;

/** The credits of a source, in the order of the text. */
export function findCredits(text: ReviewedText, names: OutletNames): Credit[] {
  const speltOut = speltOutIn(text.text, names);
  const own = ownNames(text, names);
  const publisher = publisherOf(text, names);
  const credits: Credit[] = [];
  text.blocks.forEach((block, index) => {
    const words = text.text.slice(block.fromUtf16, block.toUtf16);
    const credited = creditsOfBlock({
      words,
      block,
      index,
      count: text.blocks.length,
      names,
      speltOut,
      own,
      publisher,
    });
    const scopes = limitScopes(
      credited,
      credited.map((mention) => creditScope(mention, { words, block, index, text, credited, own })),
      block,
    );
    credited.forEach((mention, at) => {
      const scope = scopes[at];
      if (!scope) return;
      credits.push({
        name: mention.name,
        kind: mention.kind,
        how: mention.how,
        place: {
          in: "source",
          sourceId: text.sourceId,
          fromUtf16: block.fromUtf16 + mention.fromUtf16,
          toUtf16: block.fromUtf16 + mention.toUtf16,
        },
        scope: { in: "source", sourceId: text.sourceId, ...scope },
      });
    });
  });
  return credits;
}

interface BlockContext {
  readonly words: string;
  readonly block: ReviewedBlock;
  readonly index: number;
  readonly count: number;
  readonly names: OutletNames;
  readonly speltOut: ReturnType<typeof speltOutIn>;
  readonly own: ReadonlySet<string>;
  readonly publisher: KnownName | null;
}

function creditsOfBlock(context: BlockContext): CreditedMention[] {
  const mentions = mentionsOf(context);
  const pictured = pictureCredits(context, mentions);
  const pictureFrom = Math.min(...pictured.map(({ fromUtf16 }) => fromUtf16), Number.POSITIVE_INFINITY);
  const hows = mentions.map((mention) => (mention.fromUtf16 >= pictureFrom ? null : howOf(mention, context)));
  joinNames(mentions, hows, context.words);
  const worded = mentions.flatMap((mention, at): CreditedMention[] => {
    const how = hows[at];
    return how ? [{ ...mention, how }] : [];
  });
  return [...worded, ...pictured].sort((a, b) => a.fromUtf16 - b.fromUtf16);
}

/** Known names, the short forms that the text explains, and names that read as an outlet's; none overlaps another. */
function mentionsOf({ words, names, speltOut, publisher }: BlockContext): Mention[] {
  const mentions: Mention[] = [];
  for (const mention of names.mentionsIn(words)) {
    const explained = speltOut.get(writtenOf(words, mention));
    if (explained && explained.known?.name !== mention.name) continue;
    mentions.push({ ...mention, isKnown: true, toUtf16: withTail(words, mention.toUtf16) });
  }
  const isFree = (from: number, to: number) =>
    mentions.every((other) => other.toUtf16 <= from || other.fromUtf16 >= to);
  for (const mine of publisher ? ownMentions(words, publisher) : []) {
    if (isFree(mine.fromUtf16, mine.toUtf16)) mentions.push({ ...mine, isKnown: true });
  }
  for (const unknown of outletLikeNames(words)) {
    if (isFree(unknown.fromUtf16, unknown.toUtf16)) mentions.push({ ...unknown, isKnown: false });
  }
  for (const [short, { known, speltOut: spelling }] of speltOut) {
    const name = known ?? (isOutletName(spelling) ? ({ name: spelling, kind: "agency" } as const) : null);
    if (name === null) continue;
    for (const match of words.matchAll(new RegExp(`(?<![\\p{L}\\p{N}(])${short}(?![\\p{L}\\p{N}])`, "gu"))) {
      const to = match.index + short.length;
      if (isFree(match.index, to)) mentions.push({ ...name, isKnown: true, fromUtf16: match.index, toUtf16: to });
    }
  }
  return mentions.sort((a, b) => a.fromUtf16 - b.fromUtf16);
}

/** A name as it is written, without its article. */
function writtenOf(words: string, { fromUtf16, toUtf16 }: Pick<Mention, "fromUtf16" | "toUtf16">): string {
  return words.slice(fromUtf16, toUtf16).replace(/^The\s/u, "");
}

function withTail(words: string, toUtf16: number): number {
  const behind = words.slice(toUtf16, toUtf16 + 60);
  // "Example News" may be a name by itself.
  const agency = /(?:News|Press|Wire)$/u.test(words.slice(Math.max(0, toUtf16 - 6), toUtf16))
    ? /^\s(?:Agency|Service)(?!\p{L})/u.exec(behind)
    : null;
  return toUtf16 + ((agency ?? CAPITAL_TAIL.exec(behind))?.[0].length ?? 0);
}

function pictureCredits({ words, block, index, count }: BlockContext, mentions: readonly Mention[]): CreditedMention[] {
  const isCaption = block.kind === "caption";
  const credit = findPhotoCredit(words);
  const to = credit === null ? 0 : credit.fromUtf16 + credit.credited.length;
  const within = mentions.filter(
    (mention) =>
      (credit !== null && mention.fromUtf16 >= credit.fromUtf16 && mention.fromUtf16 < to) ||
      (isCaption && isByline(...around(words, mention), index < HEAD_BLOCKS || index >= count - TAIL_BLOCKS)),
  );
  if (within.length === 0 && credit !== null) {
    const name = creditedAgency(credit.credited);
    if (name === null) return [];
    const from = Math.max(credit.fromUtf16, words.indexOf(name, credit.fromUtf16));
    return [
      {
        name,
        kind: "agency",
        isKnown: false,
        fromUtf16: from,
        toUtf16: Math.min(words.length, from + name.length),
        how: "picture",
      },
    ];
  }
  if (within.length === 0 && words.includes("hoto")) {
    const photo = PHOTO_IN_TEXT.exec(words);
    const from = photo?.index ?? -1;
    return mentions.filter(({ fromUtf16 }) => fromUtf16 === from).map((mention) => ({ ...mention, how: "picture" }));
  }
  return within.map((mention) => ({ ...mention, how: "picture" }));
}

/** What of the block stands before a name and behind it. */
function around(words: string, { fromUtf16, toUtf16 }: Mention): [string, string] {
  return [words.slice(0, fromUtf16), words.slice(toUtf16)];
}

function howOf(mention: Mention, context: BlockContext): CreditedMention["how"] | null {
  const { words, block, index, count, own } = context;
  const [whole, rest] = around(words, mention);
  const near = whole.slice(-REACH_UTF16);
  const isEdge = index < HEAD_BLOCKS || index >= count - TAIL_BLOCKS;
  if (mention.isKnown && isDateline(whole, rest, mention.kind)) return "dateline";
  const signs = mention.isKnown || /[:：]\s*$/u.test(near.slice(-3)) || own.has(mention.name.toLowerCase());
  if (signs && isByline(whole, rest, isEdge)) return "byline";
  if (mention.isKnown && isSignature(near, rest, index >= count - TAIL_BLOCKS)) return "byline";
  if (
    /[\p{L}\p{N}][-‑]$/u.test(near.slice(-2)) ||
    /^[-‑](?!Informationen|Interview|Gespräch|Berichte?n?\b|Angaben|Recherchen)\p{L}/u.test(rest)
  )
    return null;
  const before = near.replace(/(?<!\p{L})[《「『„“"«‚'‘]$|[《「『„«]$/u, "");
  const after = rest
    .slice(0, REACH_UTF16)
    .replace(SMALL_TAIL, "")
    .replace(SHORT_FORM_BEHIND, "")
    .replace(/^[》」』](?!\s?\p{L}+ing)/u, "");
  if (OF_THE_HOUSE.test(after)) return null;
  const rule =
    creditedBy(EAST_ASIAN_CREDITS, eastAsianEnd(before), after, mention.isKnown) ??
    creditedBy(RULES, before, after, mention.isKnown) ??
    (block.kind === "heading" ? creditedBy(HEADED, whole, rest, mention.isKnown) : null);
  if (rule === null) return null;
  const isSaidOnly = rule.before === null && !/^\s?\S*\s?(?:report|quot|cit|adds:)/u.test(after);
  return isDoubtful(writtenOf(words, mention), before, rest, isSaidOnly) ? null : rule.how;
}

/** The clause that a Chinese cue may stand in. */
function eastAsianEnd(before: string): string {
  return before.slice(Math.max(0, before.search(/[^。！？；\n]*$/u)));
}

/** "According to A and B", "A, B and C reported": all are credited. */
function joinNames(mentions: readonly Mention[], hows: (CreditedMention["how"] | null)[], words: string): void {
  mentions.forEach((mention, at) => {
    const [previous, how] = [mentions[at - 1], hows[at - 1]];
    if (!previous || !how || hows[at]) return;
    if (how === "dateline" || how === "byline") {
      if (/^(?:\s?[/,、]\s?|,? (?:and|und|et|y|e|en) )$/u.test(words.slice(previous.toUtf16, mention.fromUtf16)))
        hows[at] = how;
      return;
    }
    const after = words.slice(mention.toUtf16, mention.toUtf16 + REACH_UTF16).replace(SMALL_TAIL, "");
    if (JOINED_NAMES.test(words.slice(previous.toUtf16, mention.fromUtf16)) && AFTER_JOINED.test(after)) hows[at] = how;
  });
  let isList = false;
  for (let at = mentions.length - 2; at >= 0; at -= 1) {
    const [mention, next] = [mentions[at], mentions[at + 1]];
    if (!mention || !next) continue;
    isList = !hows[at] && hows[at + 1] === "attribution" && joinsNext(words, mention, next, isList);
    if (isList) hows[at] = "attribution";
  }
}

/** A comma joins only what is a list already, since a clause may end with a name too: "He left A, B reported". */
function joinsNext(words: string, mention: Mention, next: Mention, isList: boolean): boolean {
  const between = words.slice(mention.toUtf16, next.fromUtf16);
  if (JOINS_NEXT.test(between)) return true;
  return (isList || hasWide(words.charAt(next.fromUtf16))) && /^(?:,\s?(?:the\s)?|、|，|·)$/u.test(between);
}
