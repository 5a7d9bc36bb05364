/**
 * Dates in words. Spelt out here rather than by Intl, so that a document reads the same on every machine.
 */
import type { BriefLanguage } from "../brief/document.ts";

const ENGLISH = "January February March April May June July August September October November December";
const MONTHS: Readonly<Record<BriefLanguage, readonly string[]>> = {
  "en-GB": ENGLISH.split(" "),
  "en-US": ENGLISH.split(" "),
  "fr-FR": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  "de-DE": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
  "es-ES": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
  "nl-NL": "januari februari maart april mei juni juli augustus september oktober november december".split(" "),
};

/**
 * "2026-01-05" as "5 January 2026", or as the language has it. What is not such a date comes back as it is: nothing is
 * made up of it.
 */
export function formatDate(isoDate: string, language: BriefLanguage = "en-GB"): string {
  const [, year, month, dayDigits] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate) ?? [];
  const monthName = MONTHS[language][Number(month) - 1];
  if (!(year && dayDigits && monthName)) return isoDate;
  const day = Number(dayDigits);
  switch (language) {
    case "en-US":
      return `${monthName} ${day}, ${year}`;
    case "fr-FR":
      return `${day === 1 ? "1er" : day} ${monthName} ${year}`;
    case "de-DE":
      return `${day}. ${monthName} ${year}`;
    case "es-ES":
      return `${day} de ${monthName} de ${year}`;
    default:
      return `${day} ${monthName} ${year}`;
  }
}
