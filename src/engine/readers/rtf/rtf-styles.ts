/** The paragraph styles of an RTF document: which of them are headings, captions or quotes. */

export interface RtfStyle {
  /** From 0, as the style itself says or as its name means. Null where it is no heading. */
  readonly outlineLevel: number | null;
  readonly kind: "caption" | "quote" | null;
}

/** "heading 1" in the languages of Word's that are likeliest here; Word itself writes the English name nearly always. */
const HEADING =
  /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок|标题|標題|見出し|제목)[ \u00a0]?([1-9])\b/iu;
const TITLE = /^(?:title|titel|titre|título|titolo|название|заголовок|标题|標題|表題|제목)$/iu;
const CAPTION = /^(?:caption|beschriftung|légende|epígrafe|didascalia|название объекта|题注|標號|図表番号|캡션)$/iu;
const QUOTE =
  /^(?:(?:intense )?quote|block text|quotations|(?:intensives )?zitat|citation(?: intense)?|цитата \d|引用|인용)/iu;

/** What a style means, by its outline level and its name. */
export function styleOf(name: string, outlineLevel: number | null): RtfStyle {
  const plainName = name.replace(/;.*$/su, "").trim();
  const level = HEADING.exec(plainName)?.[1];
  const byName = level !== undefined ? Number(level) - 1 : TITLE.test(plainName) ? 0 : null;
  const kind = CAPTION.test(plainName) ? "caption" : QUOTE.test(plainName) ? "quote" : null;
  return { outlineLevel: outlineLevel ?? byName, kind };
}
