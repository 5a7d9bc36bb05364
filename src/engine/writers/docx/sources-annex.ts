/**
 * Annex A: the full reference of each cited source, what kind of file it came from, and where it is cited.
 */
import { formatDate } from "../../../core/citation/format-date.ts";
import type { FormattedReference } from "../../../core/citation/formatted-citations.ts";
import { citedInNotes, sourceFacts } from "../../../core/citation/source-reference.ts";
import { onOneLine, withFullStop } from "../../../core/citation/source-words.ts";
import type { Source } from "../../../core/source/source.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import type { Context } from "./context.ts";
import { fieldEnd, fieldStart } from "./fields.ts";
import { type Paragraph, paragraph } from "./paragraphs.ts";
import { noteRuns, textRuns } from "./runs.ts";
import { STYLE_IDS } from "./style-ids.ts";
import { joined } from "./xml.ts";

/** The references, each with the particulars of its file below it. `title` stands above them. */
export function sourcesAnnex(title: string, context: Context): Paragraph[] {
  const { references } = context.input.citations;
  const heading = paragraph(STYLE_IDS.annexHeading, textRuns(title));
  const entries = references.map((reference) => paragraph(STYLE_IDS.bibliography, noteRuns(reference.runs)));
  const details = references.map((reference) =>
    paragraph(STYLE_IDS.sourceDetails, textRuns(sourceDetails(reference, context))),
  );
  if (context.wordSources) return [heading, ...bibliography(entries), ...details];
  return [heading, ...entries.flatMap((entry, index) => [entry, ...details.slice(index, index + 1)])];
}

/** The references as the result of Word's BIBLIOGRAPHY field. */
function bibliography(entries: readonly Paragraph[]): Paragraph[] {
  return entries.map((entry, index) => ({
    ...entry,
    content: joined([
      ...(index === 0 ? [fieldStart("BIBLIOGRAPHY")] : []),
      entry.content,
      ...(index === entries.length - 1 ? [fieldEnd()] : []),
    ]),
  }));
}

/** The file, what kind it is, what is known beside the reference, and where it is cited. */
function sourceDetails({ source, citationNumbers }: FormattedReference, context: Context): string {
  const { input, words } = context;
  const { language } = input.brief;
  const kind = [
    words.kinds[source.format],
    languageName(source.metadata.language, language),
    `${words.imported} ${formatDate(source.importedAt.slice(0, 10), language)}`,
  ].filter((part) => part !== "");
  const facts = sourceFacts(source, language);
  const [file, others] = [facts.slice(-1), facts.slice(0, -1)];
  // What is cited in the text has no numbers to name.
  const cited = input.citations.kind === "note" ? [citedInNotes(citationNumbers, language)] : [];
  // Word sets its own bibliography in one piece: what stands apart from it must say what it is about.
  const subject = context.wordSources ? [`${onOneLine(sourceName(source))}:`] : [];
  return [...subject, ...file, `${kind.join(", ")}.`, ...others, ...reliabilityNote(source, context), ...cited].join(
    " ",
  );
}

/** How reliable it was held to be, and why; nothing where nobody said so. */
function reliabilityNote({ reliability: { letter, reason } }: Source, { words }: Context): string[] {
  if (letter === null) return [];
  const why = onOneLine(reason).trim();
  return [
    withFullStop(why === "" ? `${words.reliability} ${letter}` : `${words.reliability} ${letter}${words.colon}${why}`),
  ];
}

/** A language in the words of another; nothing where it is not known. */
function languageName(language: string | null, inLanguage: string): string {
  if (language === null) return "";
  try {
    return new Intl.DisplayNames(inLanguage, { type: "language" }).of(language) ?? language;
  } catch {
    return onOneLine(language); // no language tag: what the user typed is shown as it is
  }
}
