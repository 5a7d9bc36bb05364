/**
 * Finds the news agencies that a text credits: "citing Xinhua", "(Reuters) -", "[Agency/Name]", "新华社北京1月5日电".
 * An agency whose report the text only discusses is told apart, because it is no origin of the text.
 */
import type { Block } from "./block.ts";
import { EAST_ASIAN_AGENCY_PATTERN, findAgency, KNOWN_AGENCY_PATTERN, shortAgencyName } from "./known-agencies.ts";
import { creditedAgency, photoCredit } from "./photo-credits.ts";

export interface AgencyFindings {
  /** Short names, in the order of the text. */
  readonly credited: string[];
  /** Named as having reported something, but not as where this text comes from. */
  readonly mentioned: string[];
  /** Agencies credited for pictures or by a dateline. */
  readonly signed: string[];
}

const AGENCY = `(?:${KNOWN_AGENCY_PATTERN})`;
const TAIL = "(?:\\s(?:state |official )?(?:[Nn]ews|[Pp]ress|[Ww]ire) (?:[Aa]gency|[Ss]ervice))";
/** An agency that we do not know, named as one. */
const UNKNOWN = `\\p{Lu}[\\p{L}\\p{N}-]*(?: \\p{Lu}[\\p{L}\\p{N}-]*){0,3}${TAIL}`;
const ANY = `(?:(?:${AGENCY})${TAIL}?|${UNKNOWN})`;
const REACH_UTF16 = 160;

/** What may stand between the cue and the name: "the Example-based", "China's state-run news agency". */
const MODIFIER =
  "(?:the|state|official|semi-official|national|private|independent|local|public|news|press|wire|media|agency|agencies|service|outlet|broadcaster|\\p{L}+-(?:based|run|owned|controlled|funded|backed|affiliated|language)|\\p{Lu}[\\p{L}-]*(?:['’]s?)?)";
const AFTER_NAME =
  "(?![\\p{L}\\p{N}]|['’]s)(?=\\s*(?:$|[.,;:!?)”\"»\\]—–-])|\\s(?:on|in|and|as|citing|quoting|which|who|said|late|early|earlier|today|yesterday|\\p{Lu}\\p{Ll}+day|reports?|reported|that|but|while|after)\\b)";
const CUE =
  /\b(?:[Aa]ccording to|[Cc]iting|[Qq]uoting|[Pp]er|[Rr]eported by|[Cc]ited by|[Qq]uoted by|[Cc]ourtesy of|[Ss]ource:)\s+/gu;
const AFTER_CUE = new RegExp(`^(?:${MODIFIER}\\s){0,6}?(${ANY})${AFTER_NAME}`, "u");
const AND_ANOTHER = new RegExp(`^(?:,? and|,|,? as well as)\\s(?:${MODIFIER}\\s){0,4}?(${ANY})${AFTER_NAME}`, "u");
/** "according to the Example report": the agency's report is the subject, not the origin. */
const IS_REPORT =
  /^['’]?s?\s(?:news )?(?:report|story|article|survey|poll|tally|count|interview|photo|commentary|analysis)\b/u;

/** "Xinhua reported", at the start of a clause. */
const REPORTS = new RegExp(
  `(?:^|[.,;:”"’']\\s?|\\b(?:[Aa]s|[Aa]nd|[Bb]ut|[Tt]he|[Aa]gency|[Aa]gencies)\\s)(${AGENCY})${TAIL}?\\s(?:has |had |also |first )?report(?:ed|s)\\b`,
  "gu",
);
/** "Example News reports, citing Fooland Press": the name at the end is credited even where we do not know it. */
const REPORTS_CITING =
  /\breport(?:s|ed),? citing (?:the )?(\p{Lu}[\p{L}-]*(?:press|inform|news|agency|fax|pres)|\p{Lu}[\p{L}-]* (?:Press|News|Agency))(?=[.,;)]|$)/giu;
const DATELINE = new RegExp(`^[^()]{0,80}[(（]\\s?(${AGENCY})(?:/[^()]{1,30})?\\s?[)）]\\s*(?:[-–—]|--|:)`, "u");
/** "AP Photo" in a text. */
export const PHOTO_IN_TEXT = new RegExp(`\\b(${AGENCY}) [Pp]hoto(?=[/,)]|$)`, "u");

const EAST_ASIAN = `(${EAST_ASIAN_AGENCY_PATTERN})`;
/** Each credits what its group holds. */
const EAST_ASIAN_CREDITS: readonly RegExp[] = [
  new RegExp(
    `据(?:[\\p{Script=Han}]{0,8}?)${EAST_ASIAN}(?:[\\p{N}月日年前早晚\\s]{0,12})?(?:消息|报道|報道|讯|电|，|,|\\s)`,
    "gu",
  ),
  new RegExp(`${EAST_ASIAN}(?:[\\p{Script=Han}、·]{1,12})?\\d{1,2}月\\d{1,2}日[电電]`, "gu"),
  new RegExp(`${EAST_ASIAN}(?:记者|報道|报道|消息)`, "gu"),
  new RegExp(`[(（【\\[][\\p{L}·\\s]{1,20}[=＝]?\\s?${EAST_ASIAN}[)）】\\]]`, "gu"),
  new RegExp(`[(（【\\[]${EAST_ASIAN}[)）】\\]]`, "gu"),
  new RegExp(`${EAST_ASIAN}(?:에 따르면|을 인용|를 인용|이 보도했다|가 보도했다|은 보도했다)`, "gu"),
  new RegExp(`${EAST_ASIAN}(?:によると|によれば|電)`, "gu"),
];

const VERB =
  "(?:also |has |had |later |earlier )?(?:reported|reports?|noted|said|says|quoted|published|wrote|cited|carried|ran|described)";
const MENTIONS: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\p{N}])(${AGENCY})(?:${TAIL}|['’]s| News| TV| News TV)?\\s${VERB}\\b`, "gu"),
  new RegExp(
    `\\b(?:report|article|story|dispatch|commentary|interview|told|photo)s?(?: (?:from|by|of|in|with|on))?\\s(?:the )?(${ANY})(?![\\p{L}\\p{N}])`,
    "gu",
  ),
];

class Names {
  private readonly names = new Set<string>();

  add(written: string | undefined): void {
    if (written === undefined) return;
    this.names.add(
      shortAgencyName(written.replace(/^.*-(?:based|run|owned|controlled|funded|backed|affiliated)\s/u, "")),
    );
  }

  /** "Foo News Agency" is the agency that the text also calls "Foo". */
  list(): string[] {
    return [...this.names].filter((name) => {
      const short = name.replace(/ (?:News|Press|Wire) (?:Agency|Service)$/u, "");
      return short === name || !this.names.has(short);
    });
  }
}

/** An article, or "a" and "an", between cue and name make the agency's report the source. */
function addCued(text: string, credited: Names): void {
  for (const cue of text.matchAll(CUE)) {
    let rest = text.slice(cue.index + cue[0].length, cue.index + cue[0].length + REACH_UTF16);
    let match = AFTER_CUE.exec(rest);
    while (match) {
      const after = rest.slice(match[0].length);
      if (IS_REPORT.test(after)) break;
      credited.add(match[1]);
      rest = after;
      match = AND_ANOTHER.exec(rest);
    }
  }
}

function addAll(text: string, pattern: RegExp, names: Names): void {
  for (const match of text.matchAll(pattern)) names.add(match[1]);
}

/** Every credit and mention has one of these words; most lines have none, and testing for them is cheap. */
const CUE_WORD =
  /ccording|iting|uot|[Pp]er |report|noted|sa[iy]|publish|wrote|cited|carried|\bran\b|described|article|story|dispatch|comment|interview|told|hoto|ourtesy|ource/u;
const EAST_ASIAN_NAME = new RegExp(EAST_ASIAN, "u");
const DATELINE_BLOCKS = 8;

/** What a photo caption, or "AP Photo" in a text, credits. */
function photographedBy({ kind, text }: Block): string | undefined {
  const credit = kind === "caption" ? photoCredit(text) : null;
  const agency = credit === null ? null : creditedAgency(credit);
  return agency ?? (text.includes("hoto") ? PHOTO_IN_TEXT.exec(text.slice(0, 2000))?.[1] : undefined);
}

function addWorded(text: string, credited: Names, mentioned: Names): void {
  addCued(text, credited);
  if (text.includes("report")) {
    addAll(text, REPORTS, credited);
    addAll(text, REPORTS_CITING, credited);
  }
  for (const pattern of MENTIONS) addAll(text, pattern, mentioned);
}

/** The agencies of a source. Those that are the publisher itself are for the caller to take out. */
export function detectAgencies(blocks: readonly Block[]): AgencyFindings {
  const credited = new Names();
  const mentioned = new Names();
  const signed = new Names();
  let paragraphs = 0;
  for (const block of blocks) {
    const { kind, text } = block;
    if (kind === "paragraph") paragraphs += 1;
    const dateline = paragraphs <= DATELINE_BLOCKS ? DATELINE.exec(text.slice(0, REACH_UTF16))?.[1] : undefined;
    for (const name of [photographedBy(block), dateline]) {
      credited.add(name);
      signed.add(name);
    }
    if (CUE_WORD.test(text)) addWorded(text, credited, mentioned);
    if (EAST_ASIAN_NAME.test(text)) for (const pattern of EAST_ASIAN_CREDITS) addAll(text, pattern, credited);
  }
  const names = credited.list();
  const isOnlyMentioned = (name: string): boolean => !names.includes(name) && findAgency(name) !== null;
  return { credited: names, mentioned: mentioned.list().filter(isOnlyMentioned), signed: signed.list() };
}
