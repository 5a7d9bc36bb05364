/**
 * Names that are also something else: a given name, a place, a short form of other bodies. They are credited only where
 * the text says that an agency is meant. Also what a text itself says that a short form stands for.
 */
import type { KnownName, OutletNames } from "./outlet-names.ts";

/** Given names, places and words. */
const WORDS: ReadonlySet<string> = new Set(
  "Petra Wafa Hina Mehr Fars Kabar Khovar Belga Antara Dawn Sabah Asahi Mint Stuff Punch".split(" "),
);
/** Short forms that stand for many other things. */
const SHORT_FORMS: ReadonlySet<string> = new Set(
  "AA Sputnik Lusa Ansa Focus Stern Tempo Kan Público Reforma Expresso Milenio Telex Folha Kompas Vanguard Rai MAP TAP RSS APP UNI PAP SPA STA ENA INA NAN ONA MENA PANA SANA IPN CNS CNA TT APA APS ANA BTA BNA BNS BSS GNA IHA DHA KNA KPL AKP MTI NNA PNA QNA SUNA UNB VNA WAM ABC CBC NPR RAI RIA PTI ANI STT ATS AAP BTV NTV ATV TTV TVN TV2 DR SVT RTE PBS CBS SBS GT FT".split(
    " ",
  ),
);
const AGENCY_BEFORE =
  /(?:agency|service|newswire|wire|broadcaster|channel|newspaper|network|daily|agence|Nachrichtenagentur|agencia|agenzia|agência|агентств\p{L}*),?\s["“«„]?$/iu;
const AGENCY_BEHIND =
  /^\s(?:(?:state |official )?(?:news|press) (?:agency|service)|newswire|newspaper|news channel|television|(?:(?:public|state|national|private) )?broadcaster)\b/iu;

/** Quoted in passing: "he said, as quoted by X". People and places are not quoted so. */
const AS_QUOTED_BY = /,\sas (?:quoted|cited|reported) by\s$/u;

/** Whether a name as written there must be taken for something else, unless it signs the text. */
export function isDoubtful(written: string, before: string, after: string, isSaidOnly: boolean): boolean {
  if (!WORDS.has(written) && !SHORT_FORMS.has(written)) return false;
  if (AS_QUOTED_BY.test(before) || AGENCY_BEFORE.test(before) || AGENCY_BEHIND.test(after)) return false;
  if (WORDS.has(written)) return true;
  return (
    isSaidOnly ||
    (/\bthe\s$/u.test(before) && !/^\s(?:report|said|quot|cit)/u.test(after) && !/^(?:ABC|CBC|FT|GT)$/u.test(written))
  );
}

const SPELT_OUT = /((?:(?:\p{Lu}[\p{L}'’-]*|of|the|and|for|de|des|du|la|le|di|en)\s){1,8})\(((?:the )?\p{Lu}{2,6})\)/gu;

/** The short forms that a text explains: whose they are, or null where they are nobody's whom we know. */
export function speltOutIn(
  text: string,
  names: OutletNames,
): Map<string, { known: KnownName | null; speltOut: string }> {
  const found = new Map<string, { known: KnownName | null; speltOut: string }>();
  if (!text.includes("(")) return found;
  for (const match of text.matchAll(SPELT_OUT)) {
    const short = match[2] ?? "";
    const words = (match[1] ?? "").trim().split(/\s+/u);
    for (let from = 0; from < words.length; from += 1) {
      const speltOut = words.slice(from).join(" ");
      const known = names.find(speltOut);
      const initials = speltOut.match(/(?<!\p{L})\p{Lu}/gu)?.join("") ?? "";
      const isSpelling = known !== null ? initials.startsWith(short.charAt(0)) : initials === short;
      if (!isSpelling) continue;
      found.set(short, { known, speltOut });
      break;
    }
  }
  return found;
}
