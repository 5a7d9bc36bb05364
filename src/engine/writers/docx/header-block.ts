/**
 * The block above the text that says who writes to whom about what, as the template lays it out. Only what is given is
 * named. The marking is not part of it: it stands on every page.
 */

import type { Header } from "../../../core/brief/document.ts";
import { formatDate } from "../../../core/citation/format-date.ts";
import type { Context } from "./context.ts";
import { type Paragraph, paragraph } from "./paragraphs.ts";
import { tab, textRuns } from "./runs.ts";
import { STYLE_IDS } from "./style-ids.ts";
import { joined } from "./xml.ts";

/** One paragraph for each field that is given; the last carries the rule. Empty where none is. */
export function headerBlock({ input: { brief, template } }: Context): Paragraph[] {
  const given = template.headerFields.filter(({ key }) => brief.header[key].trim() !== "");
  return given.map(({ key, label }, index) =>
    paragraph(
      index === given.length - 1 ? STYLE_IDS.headerFieldLast : STYLE_IDS.headerField,
      joined([textRuns(label, { style: STYLE_IDS.headerLabel }), tab(), textRuns(shown(brief.header, key))]),
    ),
  );

  function shown(header: Header, key: keyof Header): string {
    return key === "date" ? formatDate(header.date, brief.language) : header[key].trim();
  }
}
