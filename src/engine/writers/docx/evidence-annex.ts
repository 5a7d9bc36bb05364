/**
 * Annex B: each cited passage word for word, with the words around it set off, under the number of its citation. Number
 * and citation lead to each other.
 */
import type { Evidence, EvidencePassage } from "../../../core/citation/evidence.ts";
import { citationBookmark, evidenceBookmark } from "./bookmarks.ts";
import type { Context } from "./context.ts";
import { gradeOf } from "./grades.ts";
import { internalLink } from "./hyperlinks.ts";
import { type Paragraph, paragraph } from "./paragraphs.ts";
import { otherLanguage } from "./quotations.ts";
import { noteRuns, tab, textRuns } from "./runs.ts";
import { isRightToLeft } from "./scripts.ts";
import { STYLE_IDS } from "./style-ids.ts";
import { joined } from "./xml.ts";

/** The passages of every citation that has some. `title` stands above them. */
export function evidenceAnnex(title: string, evidence: readonly Evidence[], context: Context): Paragraph[] {
  return [
    paragraph(STYLE_IDS.annexHeading, textRuns(title)),
    ...evidence.flatMap((cited) => [
      note(cited, context),
      ...cited.passages.map((passage) => passageParagraph(passage, context)),
    ]),
  ];
}

/** The number, which leads back to the text, and what the note there says. */
function note({ citationId, number }: Evidence, { bookmarks, input }: Context): Paragraph {
  const back = internalLink(citationBookmark(number), textRuns(`${number}`, { style: STYLE_IDS.hyperlink }));
  const words = noteRuns(input.citations.citations.get(citationId) ?? []);
  return paragraph(STYLE_IDS.evidenceNote, joined([bookmarks.around(evidenceBookmark(number), back), tab(), words]));
}

function passageParagraph({ after, before, excerpt, source }: EvidencePassage, { input, words }: Context): Paragraph {
  const grade = gradeOf(source, excerpt);
  const { exact } = excerpt.selectors.quote;
  const look = {
    isRightToLeft: isRightToLeft(exact),
    language: otherLanguage(source.metadata.language, input.brief.language),
  };
  const context = { ...look, style: STYLE_IDS.evidenceContext };
  return paragraph(
    STYLE_IDS.evidencePassage,
    joined([
      ...(before === "" ? [] : [textRuns(before.trimStart(), context)]),
      textRuns(exact, look),
      ...(after === "" ? [] : [textRuns(after.trimEnd(), context)]),
      ...(grade === "" ? [] : [textRuns(` [${words.grade} ${grade}]`, { style: STYLE_IDS.evidenceContext })]),
    ]),
    { isRightToLeft: look.isRightToLeft },
  );
}
