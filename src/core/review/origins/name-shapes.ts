/**
 * Names that read as those of an agency or an outlet though nobody is known by them: "the Fooland News Agency", "the
 * Daily Observer", 《某某日报》. Finds where they stand; only an unmistakable form credits them.
 */
import { isOutletName } from "../../source/detect-publisher.ts";

export interface UnknownMention {
  /** As written, without its article. */
  readonly name: string;
  readonly kind: "agency" | "outlet";
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

const WORD = "\\p{Lu}[\\p{L}\\p{N}&’'-]*";
const LAST =
  "(?:Times|Herald|Post|Tribune|Gazette|Observer|Chronicle|Courier|Courant|Telegraph|Journal|Mail|Standard|Guardian|Mirror|Examiner|Inquirer|Sentinel|Dispatch|Register|Bulletin|Monitor|News|Press|Star|Sun|Express|Globe|Independent|Advertiser|Echo|Argus|Review|Weekly|Daily|Record|Leader|Citizen|Radio|Television|TV|FM|Broadcasting (?:Corporation|Company|Service)|Today|Magazine|Insider|Zeitung|Allgemeine|Rundschau|Nachrichten|Anzeiger|Tageblatt|Kurier|Shimbun|Ilbo|Ribao|Newswire|Newswires)";
const AGENCY_TAIL = "(?:State |National |Official )?(?:News|Press|Wire|Telegraph) (?:Agency|Service)";
const SMALL_AGENCY_TAIL = "(?:state |national |official )?(?:news|press) (?:agency|service)";
interface Shape {
  readonly kind: UnknownMention["kind"];
  /** What every such name holds: most texts hold none of it, and looking for it is cheap. */
  readonly holds: RegExp;
  readonly pattern: RegExp;
  /** True where what stands before it says that it is an outlet. */
  readonly isCertain?: true;
}

/** What stands with a capital behind "newspaper" or "told The" and is none. */
const NO_OUTLET =
  "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|In|On|At|And|But|That|He|She|It|They|I|We|President|Prime|Minister|Chancellor|King|Queen|Mr|Mrs|Ms|Dr|Sir|Hague|Gambia|Bahamas|Pentagon|Kremlin|Vatican|White|(?:\\p{L}+\\s){0,2}(?:Foundation|Cent(?:er|re)|Group|Company|Project|Fund|Trust|Alliance|Club|Society|Church|Elders|Hospital|Hotel|School|Office|Department|Council|Committee|Court|Commission|Board|Bank|University|Institute|Association|Union|Party))\\b";

const SHAPES: readonly Shape[] = [
  {
    kind: "agency",
    holds: / (?:Agency|Service)/u,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])((?:${WORD}\\s){1,4}${AGENCY_TAIL})(?![\\p{L}\\p{N}])`, "gu"),
  },
  {
    kind: "agency",
    holds: / (?:agency|service)/u,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(${WORD}(?:\\s${WORD}){0,2})\\s${SMALL_AGENCY_TAIL}(?![\\p{L}\\p{N}])`,
      "gu",
    ),
  },
  {
    kind: "outlet",
    holds: new RegExp(LAST, "u"),
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])((?:${WORD}\\s){1,4}${LAST}(?:\\s(?:of|on)\\s${WORD})?)(?![\\p{L}\\p{N}-])`,
      "gu",
    ),
  },
  {
    kind: "outlet",
    holds: /Daily |Sunday |Evening |Morning |Weekly |Radio |Channel |TV |Times of|Voice of/u,
    pattern:
      /(?<![\p{L}\p{N}])((?:Daily|Sunday|Evening|Morning|Weekly|Radio|Channel|TV|Times of|Voice of)\s(?:\p{Lu}[\p{L}\p{N}-]*|\d+)(?:\s\p{Lu}[\p{L}-]*)?)(?![\p{L}\p{N}])/gu,
  },
  {
    kind: "outlet",
    holds: /\p{L}\.[a-z]/u,
    pattern:
      /(?<![\p{L}\p{N}@/.])(\p{Lu}[\p{L}\p{N}-]+\.(?:com|net|org|info|news|az|ru|ua|ge|am|kz|uz|rs|ro|bg|in|cn|kr|jp|tr|ir|il|eu|de|fr|it|es|uk|us|tv))(?![\p{L}\p{N}]|\.\p{L})/gu,
  },
  // "newspaper Foo Bar", "the state broadcaster FBC", "local radio Foo": what it is stands right before its name.
  {
    kind: "outlet",
    holds:
      /newspaper |daily |weekly |tabloid |broadcaster |radio |news site |news website |television channel |TV channel /u,
    pattern: new RegExp(
      `(?<=(?<![\\p{L}\\p{N}])(?:newspaper|[\\p{L}-]+ daily|[\\p{L}-]+ weekly|tabloid|[\\p{L}-]+ broadcaster|[\\p{L}-]+ radio|news (?:site|website|portal)|(?:television|TV) channel) )((?!${NO_OUTLET})(?:The )?\\p{Lu}[\\p{L}\\p{N}’'-]*(?:\\s\\p{Lu}[\\p{L}\\p{N}’'-]*){0,2})(?![\\p{L}\\p{N}])`,
      "gu",
    ),
    isCertain: true,
  },
  // "told The Example": nothing but an outlet keeps its capital article there.
  {
    kind: "outlet",
    holds: / The /u,
    pattern: new RegExp(
      `(?<=(?:[Tt]old|[Tt]elling|[Ss]peaking to|[Ss]poke (?:to|with)|interview with|, as reported by) The )((?!${NO_OUTLET})\\p{Lu}\\p{L}+(?:\\s\\p{Lu}\\p{L}+){0,2})(?![\\p{L}\\p{N}]|\\s(?:of|for)\\s)`,
      "gu",
    ),
    isCertain: true,
  },
  {
    kind: "outlet",
    holds: /《/u,
    pattern: /《([\p{Script=Han}]{1,10}(?:报|報|时报|時報|日报|日報|周刊|週刊|新闻|新聞|杂志|雜誌))》/gu,
  },
  {
    kind: "agency",
    holds: /通讯社|通訊社|新闻社|新聞社/u,
    pattern: /(?:据|據|援引|引述)((?!.{0,6}[的了是])[\p{Script=Han}]{2,8}(?:通讯社|通訊社|新闻社|新聞社))/gu,
  },
  {
    kind: "outlet",
    holds: /통신|일보|신문|방송/u,
    pattern:
      /(?<![가-힣])([가-힣A-Z]{1,8}(?:통신|일보|신문|방송))(?=에\s?따르면|은\s|는\s|이\s|가\s|에\s|을\s|를\s|과의|와의)/gu,
  },
  {
    kind: "outlet",
    holds: /新聞|通信|放送|テレビ/u,
    pattern:
      /(?<![\p{Script=Han}\p{Script=Katakana}ー])([\p{Script=Han}\p{Script=Katakana}ー]{1,8}(?:新聞|通信|放送|テレビ))(?=によると|によれば|は|が|の取材)/gu,
  },
];
/** What is written like a name before it and is none: "On Monday", "The", "Port Foo-based". */
const NOT_OF_NAME =
  /^(?:[\p{L}\s]*-(?:based|run|owned|controlled|funded|backed|affiliated|linked)|The|A|An|In|On|At|As|But|And|While|When|Meanwhile|Earlier|Later|According|Citing|Quoting|President|Minister|Chinese|Russian|American|British|German|French|Iranian|Israeli|Turkish|Korean|Japanese|Indian|Local|State|National)\s/u;
/** Words that end other names too, and say nothing where they follow a single common word. */
const COMMON =
  /^(?:Good|Bad|Breaking|Latest|More|Fake|Big|World|Free|Our|My|His|Her|Their|This|That|Press|Some|No|Top|Local|Other|Many|Fellow|Social|Western|Foreign|Old|New|First|Last|Such)\s\p{L}+$/u;

/** The names of a text that read so, in order; they may overlap known ones. */
export function outletLikeNames(text: string): UnknownMention[] {
  const found: UnknownMention[] = [];
  for (const { pattern, kind, holds, isCertain } of SHAPES) {
    if (!holds.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      let name = match[1] ?? "";
      if (isCertain) {
        // One word alone is a name with its article only.
        const isArticled = /(?:^|\s)The $/u.test(text.slice(0, match.index)) && !name.includes(" ");
        const written = isArticled ? `The ${name}` : name.replace(/^The (?=.* )/u, "");
        const toUtf16 = match.index + match[0].length;
        found.push({ name: written, kind, fromUtf16: toUtf16 - written.length, toUtf16 });
        continue;
      }
      let fromUtf16 = match.index + match[0].indexOf(name);
      for (let lead = NOT_OF_NAME.exec(name); lead; lead = NOT_OF_NAME.exec(name)) {
        name = name.slice(lead[0].length);
        fromUtf16 += lead[0].length;
      }
      const isSmallAgency = match[0].length > name.length && / (?:agency|service)$/u.test(match[0]);
      if (!isSmallAgency && (COMMON.test(name) || !isNameOfOutlet(name))) continue;
      found.push({ name, kind, fromUtf16, toUtf16: match.index + match[0].length });
    }
  }
  return found.sort((a, b) => a.fromUtf16 - b.fromUtf16 || b.toUtf16 - a.toUtf16);
}

function isNameOfOutlet(name: string): boolean {
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}ーA-Z]+$/u.test(name)) return true;
  return (
    /[\s.]/u.test(name) &&
    (isOutletName(name) ||
      /\s(?:Agency|Service|FM|Record|Leader|Citizen|Echo|Argus|Advertiser|Insider|Shimbun|Corporation|Company)$/u.test(
        name,
      ) ||
      /^(?:Daily|Radio|Channel|Voice of)\s/u.test(name))
  );
}
