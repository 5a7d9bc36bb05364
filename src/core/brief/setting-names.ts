/** How the choices of a brief are called: its numbers, its language, the scheme of its markings. */
import type { Brief, BriefLanguage, Numbering } from "./document.ts";
import { MARKING_SCHEMES } from "./marking-schemes.ts";

export const NUMBERING_NAMES: Readonly<Record<Numbering, string>> = {
  none: "None",
  through: "1. 2. 3.",
  "by-section": "1.1 by section",
};

/** Each in its own words. */
export const LANGUAGE_NAMES: Readonly<Record<BriefLanguage, string>> = {
  "en-GB": "English (United Kingdom)",
  "en-US": "English (United States)",
  "fr-FR": "Français",
  "de-DE": "Deutsch",
  "es-ES": "Español",
  "nl-NL": "Nederlands",
};

/** What a brief has chosen, by the label of the choice in the form. */
export function settingsInWords({ numbering, language, markingSchemeId }: Brief): Readonly<Record<string, string>> {
  return {
    "Marking scheme": MARKING_SCHEMES.find(({ id }) => id === markingSchemeId)?.name ?? markingSchemeId,
    "Paragraph numbers": NUMBERING_NAMES[numbering],
    Language: LANGUAGE_NAMES[language],
  };
}
