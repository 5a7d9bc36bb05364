/** A quotation as its writer declares it: words of the source, what they left out (…), and what they put in [so]. */
import { type ComparableText, comparableText, EDGE, isSign, NOTHING } from "./comparable-text.ts";

export interface QuotationPiece {
  readonly kind: "words" | "ellipsis" | "insertion";
  /** Offsets of the quotation's text, in UTF-16 code units. */
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

/** Words that must stand together in the source, and what may stand between them and those before. */
export interface Run {
  readonly text: ComparableText;
  /** Where they begin in the quotation's text. */
  readonly fromUtf16: number;
  /** What the source may have before it: nothing, any words (an ellipsis), or so many letters that an insertion replaced. */
  readonly gap: "none" | "any" | number;
  /** Whether it begins or ends within a word of the source: "expand[ed]". */
  readonly gluedStart: boolean;
  readonly gluedEnd: boolean;
  /** Whether the case of its first letter may differ. */
  readonly freeCase: boolean;
}

const ELLIPSIS = String.raw`[\[(［（]\s*(?:\.{3,}|…+|\.(?:\s\.){2,}|⋯+)\s*[\])］）]|\.{3,}|…+|\.(?:\s\.){2,}|⋯+`;
const INSERTION = String.raw`\[[^[\]]{0,200}\]|［[^［］]{0,200}］|〔[^〔〕]{0,200}〕`;
const DECLARED = new RegExp(`(${ELLIPSIS})|(${INSERTION})`, "gu");
/** So many letters of the source an insertion may stand for at least: a title and a name. */
const SHORTEST_REPLACED = 50;
/** Beyond so many insertions it is not tried which of them the source has itself. */
const MOST_DOUBTFUL = 3;

/** The pieces of a quotation, in order; together they are all of it. */
export function piecesOf(quotation: string): QuotationPiece[] {
  const pieces: QuotationPiece[] = [];
  let at = 0;
  const words = (to: number) => {
    if (to > at) pieces.push({ kind: "words", fromUtf16: at, toUtf16: to });
  };
  for (const match of quotation.matchAll(DECLARED)) {
    words(match.index);
    at = match.index + match[0].length;
    pieces.push({ kind: match[1] === undefined ? "insertion" : "ellipsis", fromUtf16: match.index, toUtf16: at });
  }
  words(quotation.length);
  return pieces;
}

/** The ways to read a quotation: brackets may also be the source's own. The likeliest first. */
export function readings(quotation: string): Run[][] {
  const pieces = piecesOf(quotation);
  const insertions = pieces.flatMap(({ kind }, index) => (kind === "insertion" ? [index] : []));
  const choices =
    insertions.length > MOST_DOUBTFUL ? [0, 2 ** insertions.length - 1] : [...Array(2 ** insertions.length).keys()];
  return choices.map((choice) => {
    const own = new Set(insertions.filter((_, bit) => Math.floor(choice / 2 ** bit) % 2 === 1));
    return runsOf(
      quotation,
      pieces.map((piece, index) => (own.has(index) ? { ...piece, kind: "words" as const } : piece)),
    );
  });
}

function runsOf(quotation: string, pieces: readonly QuotationPiece[]): Run[] {
  const runs: Run[] = [];
  let gap: Run["gap"] = "any";
  let glued = false;
  let free = true;
  for (const { kind, fromUtf16, toUtf16 } of joined(pieces)) {
    const piece = quotation.slice(fromUtf16, toUtf16);
    if (kind === "ellipsis") {
      [gap, glued, free] = ["any", false, true];
    } else if (kind === "insertion") {
      const most = Math.max(SHORTEST_REPLACED, 2 * piece.length);
      gap = gap === "any" ? "any" : typeof gap === "number" ? gap + most : most;
      glued = true;
    } else {
      const text = comparableText(piece);
      if (text.letters === "") {
        // Only marks: a space or a comma between two brackets.
        glued = glued && !/\s/u.test(piece);
        continue;
      }
      const behind = quotation.charAt(toUtf16);
      runs.push({
        text,
        fromUtf16,
        gap,
        gluedStart: glued && /^[\p{L}\p{N}'’-]/u.test(piece),
        gluedEnd:
          behind !== "" &&
          "[［〔".includes(behind) &&
          /[\p{L}\p{N}'’-]$/u.test(piece) &&
          !/^.(?:\.|…)/u.test(quotation.slice(toUtf16)),
        freeCase: free,
      });
      [gap, glued, free] = ["none", false, false];
    }
  }
  return runs;
}

/** Words side by side as one. */
function joined(pieces: readonly QuotationPiece[]): QuotationPiece[] {
  const all: QuotationPiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.kind === "words" && piece.kind === "words") all[all.length - 1] = { ...last, toUtf16: piece.toUtf16 };
    else all.push(piece);
  }
  return all;
}

/** How many words a comparable text has: signs count one each. */
export function countComparable({ letters, before }: ComparableText): number {
  let words = 0;
  for (let index = 0; index < letters.length; index += 1) {
    if (before[index] === EDGE || (before[index] !== NOTHING && index > 0) || isSign(letters.charAt(index))) words += 1;
  }
  return words;
}
