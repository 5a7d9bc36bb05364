/**
 * The credit that ends a photo caption: "[Agency/Name]", "(Photo: Agency)", "(AP Photo/Name)", "/ REUTERS".
 * Says whether a line is a caption, and whom it credits. Must not look at what the caption says.
 */
import { findAgency, KNOWN_AGENCY_PATTERN, shortAgencyName } from "./known-agencies.ts";

/** A credit reads to the end of its line, and no credit is longer. */
const CREDIT_UTF16 = 140;
const MAX_CAPTION_UTF16 = 1500;

const PHOTO = "(?:(?:file|handout|pool) )?(?:photo(?:graph)?s?|picture|image|pic|foto|写真|图片|사진)(?: credit)?";
const PHOTO_LEAD = `${PHOTO}(?:\\s*[/:：=＝]\\s*|\\s(?:by|from|courtesy of|via)\\s)`;
const AGENCY = `(?:${KNOWN_AGENCY_PATTERN})`;
const NAME = "[^\\[\\]()（）［］]{2,80}";

const PHOTOGRAPHER = "\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){1,3}";

/** Each has one group: whom the line credits. */
const CREDITS: readonly RegExp[] = [
  new RegExp(`[[(（［]${PHOTO_LEAD}(${NAME})[\\])）］]\\.?$`, "iu"),
  new RegExp(
    `[[(（［](${AGENCY}(?: (?:[Pp]hoto|PHOTO|[Ff]ile))?)(?:\\s*/\\s*${NAME}| [Pp]hoto| PHOTO)[\\])）］]\\.?$`,
    "u",
  ),
  // "[Some Name/Agency]", "(Some Name/The Agency)", "© Some Name, Agency": two words or more are a photographer's.
  new RegExp(
    `[[(（［]${PHOTOGRAPHER}\\s?/\\s?(?:The )?(${AGENCY})(?: via \\p{Lu}[\\p{L} ]{1,30})?[\\])）］]\\.?$`,
    "u",
  ),
  new RegExp(`©\\s?${PHOTOGRAPHER}\\s?[,/]\\s?(${AGENCY})$`, "u"),
  // "[Some Agency/Some Name]": the sign of a picture agency and its photographer, even where we know neither.
  /\[(\p{Lu}[\p{L}\p{N}.&'’ -]{1,50})\/\s?\p{Lu}[\p{L}.,'’ -]{1,60}\]\.?$/u,
  /\((\p{Lu}[\p{L}\p{N}.&'’ -]{0,40}(?:Agency|News|Press|Pictures|Images|Photos?))\/\s?\p{Lu}[\p{L}.,'’ -]{1,60}\)\.?$/u,
  new RegExp(`[[［](${AGENCY})[\\]］]\\.?$`, "u"),
  /(?:^|[.。!?”"]\s?)(?:File )?(?:[Pp]hoto(?:graph)?|PHOTO|Picture|Image|Foto)(?: [Cc]redit)?s?\s?:\s?(\p{Lu}[^:]{1,60})$/u,
  new RegExp(
    `(?:^|[.!?|”"]\\s?)(?:Bildquelle|Bildnachweis|Crédits? photo)\\s?:\\s?(${AGENCY})(?:\\s?/[^:]{2,40})?$`,
    "u",
  ),
  /(?:^|[.!?”"]\s?)[Pp]hoto(?:graph)? by (\p{Lu}[^:]{1,60})$/u,
  new RegExp(`(?:^|\\s)/\\s?(${AGENCY})(?: via \\p{Lu}[\\p{L} ]{1,30})?$`, "u"),
  /(?:^|\s)(REUTERS|AP Photo|AFP Photo)\/\s?\p{Lu}[\p{L}. '’-]{1,50}$/u,
  new RegExp(`(?:©|\\([cC]\\))\\s?(${AGENCY})(?:\\s?/[\\p{L} .'’-]{2,50})?$`, "u"),
  /(新华社)(?:记者|发)[^。]{0,20}摄[)）]?$/u,
  /사진\s?[=:]\s?([가-힣\p{L} ]{2,20})[)\]]?$/u,
];

const PICTURED =
  /\b(?:photo|pictured|poses?|handout|looks on|shakes? hands)\b|\((?:[LRC]|left|right|cent(?:er|re)|front)\b/iu;
const BARE_CREDIT = new RegExp(`\\((${KNOWN_AGENCY_PATTERN})\\)\\.?$`, "u");

/** Whom a line credits, and where in it that stands, in UTF-16 code units. */
export interface PhotoCredit {
  readonly credited: string;
  readonly fromUtf16: number;
}

/** Whom the line credits as a photo caption does, as it is written there, or null where it is no caption. */
export function findPhotoCredit(line: string): PhotoCredit | null {
  if (line.length > MAX_CAPTION_UTF16) return null;
  const text = line.trimEnd();
  const end = text.slice(-CREDIT_UTF16);
  if (!/[/:：([（［=©摄]|by |Bild|Crédit/u.test(end)) return null;
  const at = (credited: string, match: RegExpExecArray): PhotoCredit => ({
    credited: credited.trim(),
    fromUtf16: text.length - end.length + match.index + match[0].indexOf(credited),
  });
  for (const pattern of CREDITS) {
    const match = pattern.exec(end);
    if (match?.[1] !== undefined) return at(match[1], match);
  }
  const bare = BARE_CREDIT.exec(end);
  return bare?.[1] !== undefined && PICTURED.test(line) ? at(bare[1], bare) : null;
}

/** Whom the line credits as a photo caption does, as it is written there, or null where it is no caption. */
export function photoCredit(line: string): string | null {
  return findPhotoCredit(line)?.credited ?? null;
}

/** Credits that name no agency: where the picture came from, not who took it. */
const NO_AGENCY =
  /^(?:file|handout|supplied|provided|courtesy|facebook|twitter|instagram|x|weibo|youtube|screenshot|collected|archives?|social media|agencies|pool|getty(?: images)?|shutterstock|unsplash|istock)\b/iu;
const AGENCY_LIKE = /(?:agency|agence|agentur|agencia|agenzia|news|press|media|通信社?|通讯社|통신|뉴스)$/iu;

/**
 * The agency that a photo credit names, under its short name where we know it, or null. A single unknown word counts,
 * two or more only where they end as an agency's name does: they would be a photographer's.
 */
export function creditedAgency(credit: string): string | null {
  const cleaned = credit.replace(/ (?:file )?photos?$/iu, "").trim();
  for (const part of cleaned.split(/\s*[/,]\s*| via /u)) {
    const known = findAgency(part);
    if (known) return known;
  }
  const first = cleaned.split(/\s*[/,]\s*/u)[0]?.trim() ?? "";
  if (first === "" || NO_AGENCY.test(first)) return null;
  if (AGENCY_LIKE.test(first)) return shortAgencyName(first);
  return /^\p{Lu}[\p{L}-]{3,}$/u.test(first) ? first : null;
}
