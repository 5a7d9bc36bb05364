/** Findings about the sources themselves, and about the names that brief and sources share. */
import type { Brief } from "../brief/document.ts";
import type { SourceId } from "../source/source.ts";
import type { Difference } from "./differences/difference.ts";
import type { NewFinding } from "./finding.ts";
import { contentKey } from "./finding-key.ts";
import { count, listed, shortName } from "./finding-words.ts";
import { nameVariants } from "./names/name-variants.ts";
import type { ReviewedText } from "./reviewed-text.ts";

const SAID_DIFFERENTLY: Record<Difference["kind"], string> = {
  number: "give different figures",
  date: "give different dates",
  duration: "differ on a span of time",
  ordinal: "differ on which it is",
  negation: "say the opposite",
};

/** More than that is no figure or date. */
const MOST_WORDS_UTF16 = 40;

/** What differs on one side, where that is one short piece. */
function differingWords({ text, differing }: Difference["a"]): string | null {
  const [span, ...more] = differing;
  if (span === undefined || more.length > 0 || span.toUtf16 - span.fromUtf16 > MOST_WORDS_UTF16) return null;
  return text.slice(span.fromUtf16, span.toUtf16);
}

/** One for each two sentences that differ. */
export function differenceFindings(differences: readonly Difference[], nameOf: (id: SourceId) => string): NewFinding[] {
  return differences.map((difference) => {
    const { key, kind, a, b } = difference;
    const names = [a, b].map(({ place }) => shortName(nameOf(place.sourceId)));
    const [one, other] = [differingWords(a), differingWords(b)];
    const said = one === null || other === null || one === other ? "" : `: “${one}” and “${other}”`;
    return {
      key,
      kind: "sources-differ",
      message: `${listed(names)} ${SAID_DIFFERENTLY[kind]}${said}.`,
      places: [a.place, b.place],
      detail: { type: "difference", difference },
    };
  });
}

/** One for each name that the brief spells in several ways, or otherwise than all of its sources. */
export function nameFindings(texts: readonly ReviewedText[], brief: Brief): NewFinding[] {
  return nameVariants(texts, brief).map(({ variants, offers }) => {
    const [first, ...others] = variants.spellings.map(({ text }) => text);
    const [place, ...places] = offers.map((offer) => offer.place);
    if (first === undefined || !place)
      throw new RangeError("A name in several spellings stands somewhere in the brief.");
    return {
      key: contentKey("name-variants", ...[first, ...others].sort()),
      kind: "name-variants",
      message: `One name is spelt ${count(others.length + 1, "way")}: ${listed([first, ...others].map((text) => `“${text}”`))}.`,
      places: [place, ...places],
      detail: { type: "name-variants", variants, offers },
    };
  });
}
