/**
 * The languages of words: Word checks spelling, breaks lines and chooses typefaces by them. What is not known is told
 * from the script alone, as far as a script tells it.
 */
import type { Script } from "./scripts.ts";

/** Regions that Word expects behind the two letters by which a source's language is known (ISO 639-1). */
const REGIONS: Readonly<Record<string, string>> = {
  ar: "SA",
  bg: "BG",
  cs: "CZ",
  da: "DK",
  de: "DE",
  el: "GR",
  en: "GB",
  es: "ES",
  et: "EE",
  fa: "IR",
  fi: "FI",
  fr: "FR",
  he: "IL",
  hi: "IN",
  hr: "HR",
  hu: "HU",
  id: "ID",
  it: "IT",
  ja: "JP",
  ko: "KR",
  lt: "LT",
  lv: "LV",
  nb: "NO",
  nl: "NL",
  no: "NO",
  pl: "PL",
  pt: "PT",
  ro: "RO",
  ru: "RU",
  sk: "SK",
  sl: "SI",
  sr: "RS",
  sv: "SE",
  th: "TH",
  tr: "TR",
  uk: "UA",
  ur: "PK",
  vi: "VN",
  zh: "CN",
};
const EAST_ASIAN = ["zh", "ja", "ko"];
const RIGHT_TO_LEFT = ["ar", "he", "fa", "ur", "yi", "ps", "ug", "sd"];
const WELL_FORMED = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu;

/** Typefaces that Windows has for East Asian words. */
const EAST_ASIAN_TYPEFACES: Readonly<Record<string, string>> = {
  "zh-TW": "Microsoft JhengHei",
  "zh-HK": "Microsoft JhengHei",
  zh: "Microsoft YaHei",
  ja: "Yu Gothic",
  ko: "Malgun Gothic",
};

/** A language as Word names it: "fr" as "fr-FR". Undefined for what is not a language tag. */
export function wordLanguage(language: string | null): string | undefined {
  if (language === null || !WELL_FORMED.test(language)) return undefined;
  const region = REGIONS[language.toLowerCase()];
  return region === undefined ? language : `${language.toLowerCase()}-${region}`;
}

/** Which of Word's three kinds of script a language is written in. */
export function scriptOfLanguage(language: string): Script {
  const primary = language.slice(0, 2).toLowerCase();
  if (EAST_ASIAN.includes(primary)) return "east-asian";
  return RIGHT_TO_LEFT.includes(primary) ? "right-to-left" : "western";
}

/** The language of some words of a script: the one given where it is written so, else the likeliest. */
export function languageOfWords(
  script: Exclude<Script, "western">,
  text: string,
  language: string | undefined,
): string {
  if (language !== undefined && scriptOfLanguage(language) === script) return language;
  if (script === "right-to-left") return /\p{Script=Hebrew}/u.test(text) ? "he-IL" : "ar-SA";
  if (/\p{Script=Hangul}/u.test(text)) return "ko-KR";
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? "ja-JP" : "zh-CN";
}

/** The typeface for East Asian words of a language. */
export function eastAsianTypeface(language: string): string | undefined {
  return EAST_ASIAN_TYPEFACES[language] ?? EAST_ASIAN_TYPEFACES[language.slice(0, 2)];
}
