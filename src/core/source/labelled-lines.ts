/**
 * Lines that say what they are: "Published: 4 January 2026", "Source: Example News", "发布时间：2026年1月4日".
 * Finds the label and the value; what to make of the value is for the detectors.
 */

export type LabelledField =
  | "title"
  | "authors"
  | "publisher"
  | "published"
  | "updated"
  | "accessed"
  | "url"
  | "language"
  | "other";

export interface LabelledLine {
  readonly field: LabelledField;
  /** The label in lower case, without its colon. */
  readonly label: string;
  readonly value: string;
}

const LABELS: readonly (readonly [LabelledField, string])[] = [
  ["title", "title|headline|subject|标题|제목|件名"],
  ["authors", "author|authors|by|byline|written by|reporter|writer|作者|撰文|글쓴이|기자|著者|筆者"],
  ["publisher", "source|publisher|publication|outlet|newspaper|news source|来源|來源|出处|출처|매체|出典|提供"],
  [
    "published",
    "published|date|publication date|published date|date published|publish date|published on|published at|posted|posted on|posted at|first published|first published on|originally published|issued|issued on|dated|publié|publié le|publicado|publicado el|publicado em|pubblicato|pubblicato il|veröffentlicht|veröffentlicht am|erschienen am|gepubliceerd|gepubliceerd op|опубликовано|发布时间|发布日期|发表时间|發布時間|日期|입력|등록|게재|기사입력|송고시간|公開日|掲載日|配信日|配信|投稿日",
  ],
  [
    "updated",
    "updated|last updated|last updated on|last update|last update on|updated on|update|mis à jour|mis à jour le|actualizado|actualizado el|actualizado a|atualizado em|aggiornato|aggiornato il|aktualisiert|aktualisiert am|stand|bijgewerkt|обновлено|modified|last modified|modified on|date modified|更新时间|更新時間|更新|更新日|수정|최종수정|기사수정",
  ],
  [
    "accessed",
    "accessed|accessed on|access date|date accessed|retrieved|retrieved on|last accessed|访问日期|检索日期|접속일|閲覧日",
  ],
  [
    "url",
    "url|link|permalink|web address|address|original article|original|original url|original link|source url|available at|原文链接|链接|원문|원문보기|リンク",
  ],
  ["language", "language|lang"],
  ["other", "from|to|cc|bcc|sent|reply-to|email|e-mail|tel|phone|fax|tags|keywords|category|section"],
];

const FIELD_OF: ReadonlyMap<string, LabelledField> = new Map(
  LABELS.flatMap(([field, labels]) => labels.split("|").map((label): [string, LabelledField] => [label, field])),
);

const WITH_COLON = /^(?:[-*•]\s+)?[*_]{0,2}([\p{L}][\p{L} -]{0,24}?)[*_]{0,2}\s?[:：]\s*[*_]{0,2}\s*(\S.*)$/u;
const WITHOUT_COLON =
  /^(?:[-*•]\s+)?((?:first )?published(?: on| at)?|posted(?: on| at)?|publié le|mis à jour le|publicado e[lm]|actualizado (?:el|a)|pubblicato il|aggiornato il|veröffentlicht am|aktualisiert am|gepubliceerd op|(?:last )?(?:updated|modified)(?: on| at)?|retrieved on|accessed on|기사입력|입력|등록|수정|송고시간)\s*(?=.{0,24}\d)(.*)$/iu;
const DATES: ReadonlySet<LabelledField> = new Set<LabelledField>(["published", "updated", "accessed"]);
const MAX_LABELLED_UTF16 = 400;
const MAX_PARTED_UTF16 = 120;

/** The label and value of a line, or null where it has none that we know. */
export function labelledLine(text: string): LabelledLine | null {
  if (text.length > MAX_LABELLED_UTF16) return null;
  const colon = WITH_COLON.exec(text);
  if (colon) {
    const label = (colon[1] ?? "").toLowerCase().trim();
    const field = FIELD_OF.get(label);
    const value = (colon[2] ?? "").trim();
    // "Update: harbour closed" is a headline; a date has digits.
    if (field && (/\d/u.test(value) || !DATES.has(field))) return { field, label, value };
  }
  const bare = text.length <= 80 ? WITHOUT_COLON.exec(text) : null;
  const label = (bare?.[1] ?? "").toLowerCase();
  const field = FIELD_OF.get(label);
  return bare && field ? { field, label, value: (bare[2] ?? "").trim() } : null;
}

const NEXT_LABEL =
  /\s+(?=(?:来源|來源|作者|记者|記者|编辑|責任編輯|责任编辑|출처|기자|수정|최종수정)\s?[:：]|Updated\s|Last updated\s)/iu;

/** The same with capitals, which no sentence has: "Example News Posted: 4 May 2026 | Last Updated: 5 May". */
const NEXT_DATE_LABEL =
  /\s+(?=(?:(?:First )?Published|Posted|Last [Uu]pdated?|Publié|Veröffentlicht|Publicado|Pubblicato)(?: on| at| am| le| el| il)?\s?(?::\s|\s(?=.{0,14}\d))|(?:Update|Mis à jour le|Actualizado (?:a|el)|Aktualisiert(?: am)?|Aggiornato(?: il)?)\s?(?::\s|\s(?=.{0,12}\d)))/u;

/** The parts of a short line that holds several statements: "2026-05-04 10:15 来源：某某报". One for any other line. */
export function lineParts(text: string): string[] {
  return text.length > MAX_PARTED_UTF16
    ? [text]
    : text.split(NEXT_LABEL).flatMap((part) => part.split(NEXT_DATE_LABEL));
}
