/**
 * What the reader is asked to agree to: numbered by Word, with "Agreed / Not agreed" beside each, to be struck out. A
 * table without lines holds the two side by side, so that long recommendations wrap, and a row added in Word is numbered.
 */
import type { Context } from "./context.ts";
import { TEXT_WIDTH_TWIPS } from "./page.ts";
import { type BodyBlock, paragraph, paragraphXml } from "./paragraphs.ts";
import { textRuns } from "./runs.ts";
import { isRightToLeft } from "./scripts.ts";
import { STYLE_IDS } from "./style-ids.ts";
import { tableXml } from "./tables.ts";
import { joined } from "./xml.ts";

const DECISION_WIDTH_TWIPS = 2268; // 4 cm, enough for "Agreed / Not agreed" on one line

/** The heading and the table; empty where nothing is recommended. */
export function recommendations({ bookmarks, input, nameOf }: Context): BodyBlock[] {
  const { title, agreed, notAgreed } = input.template.recommendations;
  const asked = input.brief.recommendations.map((text, index) => ({ text: text.trim(), place: index + 1 }));
  const rows = asked
    .filter(({ text }) => text !== "")
    .map(({ text, place }) => {
      const look = { isRightToLeft: isRightToLeft(text) };
      const words = bookmarks.around(nameOf(null, [place], text), textRuns(text, look));
      const decision = joined([textRuns(`${agreed} / ${notAgreed}`)]);
      return [
        paragraphXml(paragraph(STYLE_IDS.recommendation, words, look)),
        paragraphXml(paragraph(STYLE_IDS.decision, decision)),
      ];
    });
  if (rows.length === 0) return [];
  const columns = [TEXT_WIDTH_TWIPS - DECISION_WIDTH_TWIPS, DECISION_WIDTH_TWIPS];
  return [
    paragraph(STYLE_IDS.headingWithoutNumber, textRuns(title)),
    { kind: "table", xml: tableXml({ style: STYLE_IDS.decisionTable, columns, rows, hasHeaderRow: false }) },
  ];
}
