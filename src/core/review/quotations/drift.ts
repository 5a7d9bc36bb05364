/** What is said of a quotation that drifted from its source: where the two part, and the source's words to put there. */
import type { Brief } from "../../brief/document.ts";
import type { NewFinding } from "../finding.ts";
import { contentKey } from "../finding-key.ts";
import { quotedBit } from "../finding-words.ts";
import type { BriefPlace, FindingPlace } from "../place.ts";
import type { Statement } from "../statements/statement.ts";
import { type AlignedItem, type Alignment, alignWords, type Word, wordsOfComparable } from "./align-words.ts";
import { comparableText, isSign } from "./comparable-text.ts";
import { piecesOf } from "./quotation-pieces.ts";
import type { CitedPassage } from "./quotations.ts";
import type { WrittenQuotation } from "./written-quotations.ts";

/** From this share of like words on, what a passage says is held to be what was quoted. */
const LIKE = 0.6;
/** Words that are like nothing cited are found from this number on: fewer may be a term, or a name. */
const FEWEST_UNLIKE_WORDS = 5;
/** By so much another place must be more like the quotation than the passage that is cited. */
const CLEAR_LEAD = 0.15;
/** How much of a source around a passage is looked at, on either side. */
const REACH_UTF16 = 20_000;

interface Laid {
  readonly passage: CitedPassage;
  readonly items: readonly AlignedItem[];
  readonly words: readonly Word[];
  readonly alignment: Alignment;
  /** What the words are offsets of, and where that begins in the source; null where it is not of the source in force. */
  readonly text: string;
  readonly textFromUtf16: number | null;
}

/** The finding for a quotation none of whose passages, nor their sources, has its words; null where none is due. */
export function driftOf(
  statement: Statement,
  quotation: WrittenQuotation,
  passages: readonly CitedPassage[],
  language: Brief["language"],
): NewFinding | null {
  const [text = ""] = quotation.texts;
  const items = itemsOf(text);
  const laid = best(items, passages);
  const place: BriefPlace = {
    ...statement.place,
    fromUtf16: statement.place.fromUtf16 + quotation.fromUtf16,
    toUtf16: statement.place.fromUtf16 + quotation.toUtf16,
  };
  const key = contentKey(
    "quotation-drifted",
    place.sectionId,
    text.replace(/\s+/gu, " "),
    ...quotation.excerptIds.toSorted(),
  );
  if (laid && laid.alignment.likeness >= LIKE) {
    return { key, kind: "quotation-drifted", ...differing(laid, text, place, quotation.open) };
  }
  const [passage] = passages;
  if (!passage || mayBeOther(items, passages, language, text)) return null;
  return {
    key,
    kind: "quotation-drifted",
    message:
      passage.source === null
        ? `“${quotedBit(text)}” is quoted, and is not in the passage cited for it.`
        : `“${quotedBit(text)}” is quoted, and stands neither in the passage cited for it nor elsewhere in that source.`,
    places: [place, { in: "excerpt", excerptId: passage.excerpt.id }],
    detail: { type: "wordings", brief: text, source: passage.exact, excerptId: passage.excerpt.id, offer: null },
  };
}

/** The words and gaps of a quotation, in order. */
function itemsOf(text: string): AlignedItem[] {
  return piecesOf(text).flatMap((piece): AlignedItem[] => {
    if (piece.kind !== "words") return [{ type: "gap", piece }];
    return wordsOfComparable(comparableText(text.slice(piece.fromUtf16, piece.toUtf16))).map((word) => ({
      type: "word",
      word: { ...word, fromUtf16: piece.fromUtf16 + word.fromUtf16, toUtf16: piece.fromUtf16 + word.toUtf16 },
    }));
  });
}

/** The passage, or what stands around it, that the quotation is most like. */
function best(items: readonly AlignedItem[], passages: readonly CitedPassage[]): Laid | null {
  let found: Laid | null = null;
  const take = (passage: CitedPassage, text: string, textFromUtf16: number | null, lead: number) => {
    const words = wordsOfComparable(comparableText(text));
    const alignment = alignWords(items, words);
    if (alignment && alignment.likeness > (found?.alignment.likeness ?? -1) + lead) {
      found = { passage, items, words, alignment, text, textFromUtf16 };
    }
  };
  for (const passage of passages) {
    const { state, selectors } = passage.excerpt;
    take(passage, passage.exact, state === "exact" || state === "moved" ? selectors.position.start : null, 0);
  }
  for (const passage of passages) {
    const { source, excerpt } = passage;
    if (source === null || isSure(found)) continue;
    const { start, end } = (excerpt.earlier ?? excerpt.selectors).position;
    const from = Math.max(0, start - REACH_UTF16);
    // The passage that is cited is meant, unless words around it are clearly more like it.
    take(passage, source.slice(from, end + REACH_UTF16), excerpt.earlier ? null : from, CLEAR_LEAD);
  }
  return found;
}

/** Whether nothing could be clearly more like the quotation. */
function isSure(laid: Laid | null): boolean {
  return laid !== null && laid.alignment.likeness + CLEAR_LEAD >= 1;
}

/** The two wordings, and what to put in the place of the brief's. */
function differing(
  laid: Laid,
  text: string,
  place: BriefPlace,
  open: string,
): Pick<NewFinding, "message" | "places" | "detail"> {
  const { passage, items, words, alignment, textFromUtf16 } = laid;
  const used = alignment.against.filter((index) => index !== null);
  const [first, last] = [words[used[0] ?? 0], words[used.at(-1) ?? 0]];
  const [fromUtf16, toUtf16] = [first?.fromUtf16 ?? 0, last?.toUtf16 ?? 0];
  const own = items.flatMap((item) => (item.type === "word" ? [item.word] : []));
  const [ownFrom, ownTo] = [own[0]?.fromUtf16 ?? 0, own.at(-1)?.toUtf16 ?? text.length];
  const excerptId = passage.excerpt.id;
  const where: FindingPlace[] =
    textFromUtf16 === null
      ? []
      : [
          {
            in: "source",
            sourceId: passage.excerpt.sourceId,
            fromUtf16: textFromUtf16 + fromUtf16,
            toUtf16: textFromUtf16 + toUtf16,
          },
        ];
  return {
    message: partingWords(laid, text),
    places: [place, ...where, { in: "excerpt", excerptId }],
    detail: {
      type: "wordings",
      brief: text,
      source: laid.text.slice(fromUtf16, toUtf16),
      excerptId,
      offer: {
        place: { ...place, fromUtf16: place.fromUtf16 + ownFrom, toUtf16: place.fromUtf16 + ownTo },
        text: offeredWords(laid, text, open),
      },
    },
  };
}

/** The source's words for each stretch of the quotation, with what the writer declared between them as it was. */
function offeredWords({ items, words, alignment, text: source }: Laid, text: string, open: string): string {
  let offered = "";
  let behind: number | null = null;
  for (let at = 0; at < items.length; ) {
    let end = at;
    while (end < items.length && items[end]?.type === "word") end += 1;
    const stretch = items.slice(at, end);
    const used = alignment.against.slice(at, end).filter((index) => index !== null);
    const [first, last] = [stretch[0], stretch.at(-1)];
    if (first?.type === "word" && last?.type === "word") {
      const [from, to] = [words[used[0] ?? -1], words[used.at(-1) ?? -1]];
      if (behind !== null) offered += text.slice(behind, first.word.fromUtf16);
      const said = from && to ? source.slice(from.fromUtf16, to.toUtf16).replace(/\s*\n\s*/gu, " ") : "";
      offered += withCaseOf(said, text.slice(first.word.fromUtf16));
      behind = last.word.toUtf16;
    }
    at = end + 1;
  }
  return withInnerMarks(offered.replace(/\s{2,}/gu, " ").trim(), open);
}

/** The case of a quotation's first letter is its writer's. */
function withCaseOf(words: string, like: string): string {
  const [first = ""] = words;
  const [wanted = ""] = like;
  return first.toLowerCase() === wanted.toLowerCase() ? wanted + words.slice(first.length) : words;
}

/** Marks within words that stand between the same marks are set as inner ones. */
function withInnerMarks(words: string, open: string): string {
  if (open === "“") return words.replaceAll("“", "‘").replaceAll("”", "’");
  if (open === '"') return words.replaceAll('"', "'");
  return words;
}

/** Where the two first part, in words: "has “12” where the source has “15”". */
function partingWords(laid: Laid, text: string): string {
  const { items, words, alignment, text: source } = laid;
  const parts: { brief: string; source: string }[] = [];
  let before: number | null = null;
  let brief: Word[] = [];
  const close = (next: number | null) => {
    const between = before === null || next === null ? [] : words.slice(before + 1, next);
    const [ours, theirs] = [textOf(brief, text), textOf(between, source)];
    if (comparableText(ours).lower !== comparableText(theirs).lower) parts.push({ brief: ours, source: theirs });
    brief = [];
  };
  for (const [at, item] of items.entries()) {
    const index = alignment.against[at] ?? null;
    if (item.type === "gap") {
      if (brief.length > 0) close(null);
      before = null;
    } else if (index !== null && words[index]?.word === item.word.word) {
      close(before === null && brief.length === 0 ? null : index);
      before = index;
    } else brief.push(item.word);
  }
  if (brief.length > 0) {
    const paired = alignment.against.findLast((index) => index !== null) ?? null;
    close(before !== null && paired !== null && paired > before ? paired + 1 : null);
  }
  const [first] = parts;
  if (!first) return partingInLetters(laid, text);
  const more =
    parts.length > 1 ? `, and differs in ${parts.length - 1} more ${parts.length === 2 ? "place" : "places"}` : "";
  const [ours, theirs] = [quotedBit(first.brief), quotedBit(first.source)];
  if (ours === "") return `The quotation leaves out “${theirs}” without saying so${more}.`;
  if (theirs === "") return `The quotation has “${ours}”, which its source does not have there${more}.`;
  return `The quotation has “${ours}” where its source has “${theirs}”${more}.`;
}

/** The same words, with a capital or a space that the source has not. */
function partingInLetters({ items, words, alignment, text: source }: Laid, text: string): string {
  for (const [at, item] of items.entries()) {
    const other = words[alignment.against[at] ?? -1];
    if (item.type !== "word" || !other || at === 0) continue;
    const [ours, theirs] = [textOf([item.word], text), textOf([other], source)];
    if (comparableText(ours).letters !== comparableText(theirs).letters) {
      return `The quotation has “${quotedBit(ours)}” where its source has “${quotedBit(theirs)}”.`;
    }
  }
  return `“${quotedBit(text)}” is not quite what its source says.`;
}

function textOf(words: readonly Word[], text: string): string {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? text.slice(first.fromUtf16, last.toUtf16) : "";
}

/**
 * Words that nothing cited is like may be something else than its words: a translation, the title of a work, a term of
 * the writer's own.
 */
function mayBeOther(
  items: readonly AlignedItem[],
  passages: readonly CitedPassage[],
  language: Brief["language"],
  text: string,
): boolean {
  const words = items.flatMap((item) => (item.type === "word" ? [item.word.word] : []));
  if (words.length < FEWEST_UNLIKE_WORDS) return true;
  if (passages.some((passage) => passage.language !== null && !language.startsWith(passage.language.slice(0, 2))))
    return true;
  const isOfSigns = (of: string) => [...of].filter(isSign).length > of.length / 4;
  if (passages.some(({ exact }) => isOfSigns(exact) !== isOfSigns(text))) return true;
  return isTitle(text);
}

/** "Peace and Prosperity in the Strait": every longer word with a capital. */
function isTitle(text: string): boolean {
  const long = text.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return long.length > 0 && long.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}
