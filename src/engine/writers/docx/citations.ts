/**
 * Citations where they stand in the text: the reference of a note, or what an in-text style says, and the links between
 * them and the evidence.
 */
import type { Citation } from "../../../core/brief/document.ts";
import { textOfRuns } from "../../../core/citation/formatted-citations.ts";
import { citationBookmark, evidenceBookmark } from "./bookmarks.ts";
import type { Context } from "./context.ts";
import { internalLink } from "./hyperlinks.ts";
import { noteRuns, textRuns } from "./runs.ts";
import { STYLE_IDS } from "./style-ids.ts";
import { joined, NOTHING, type Xml } from "./xml.ts";

/** What a citation stands behind: another, words, or words that end in white space or an opening bracket. */
export type Before = "citation" | "words" | "gap";

/** A citation in the text, with its note where it has one. */
export function citationContent(citation: Citation, before: Before, context: Context): Xml {
  const number = context.numbers.get(citation.id) ?? 0;
  const isEvidenced = context.evidenced.has(number);
  const content = context.notes ? noteReference(citation, number, context) : inText(citation, number, context);
  return joined([
    gapBefore(citation, before, context),
    isEvidenced ? context.bookmarks.around(citationBookmark(number), content) : content,
  ]);
}

function noteReference(citation: Citation, number: number, { evidenced, input, notes, words }: Context): Xml {
  if (!notes) return NOTHING;
  const note = noteRuns(input.citations.citations.get(citation.id) ?? []);
  if (!evidenced.has(number)) return notes.add(note);
  const link = internalLink(
    evidenceBookmark(number),
    textRuns(`${words.evidence}\u00A0${number}`, { style: STYLE_IDS.hyperlink }),
  );
  return notes.add(joined([note, textRuns(" "), link]));
}

function inText(citation: Citation, number: number, context: Context): Xml {
  const { evidenced, input, wordSources } = context;
  const shown = noteRuns(input.citations.citations.get(citation.id) ?? []);
  const content = wordSources?.citation(citation, number, context, shown) ?? shown;
  return evidenced.has(number) ? internalLink(evidenceBookmark(number), content) : content;
}

/** Notes in a row are kept apart; what stands in the text keeps off the words before it, unless it is raised. */
function gapBefore(citation: Citation, before: Before, { input, notes }: Context): Xml {
  if (notes) return before === "citation" ? notes.gap() : NOTHING;
  const runs = input.citations.citations.get(citation.id) ?? [];
  const isRaised = runs[0]?.position === "superscript";
  const standsApart = before === "gap" || /^\s/u.test(textOfRuns(runs)) || (isRaised && before === "words");
  return standsApart ? NOTHING : textRuns(" ");
}
