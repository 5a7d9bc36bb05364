/**
 * Who signs a text: a dateline ("BEIJING, Jan 5 (Xinhua) --", "新华社北京1月5日电", "(서울=연합뉴스)"), or a line that is a
 * byline ("By Jane Doe, Associated Press", "Source: AFP", the name alone). Judges a name by the block around it.
 */
const DASH = "(?:[-–—]|:|：|=|＝|\\.-)";
const BEFORE_BRACKET = /^[^()（）。]{0,90}[(（/[［]\s?$/u;
const BRACKETED = new RegExp(`^(?:[/,]\\s?[^()（）]{1,40})?\\s?[)）/\\]］]\\.?\\s*(?:${DASH}|$)`, "u");
/** A bracket is enough where a place in capitals, or a date, stands before it. */
const PLACE_AND_BRACKET =
  /^(?:\p{Lu}[\p{Lu}\s./'-]{2,40}|[^()]{2,50}\b\d{1,2}\.?(?:\s\p{L}+\.?)?(?:,?\s\d{4})?)[,.:]?\s?[(（/]\s?$/u;
const CLOSED = /^(?:\/[^()（）]{1,40})?\s?[)）/]/u;
/** "Moscow, 5 January - RIA Novosti.", "MOSCOW. Jan 5 (Interfax) -", "Moscow. January 5. INTERFAX -". */
const DATED_DASH = /^\p{Lu}[\p{L}\s.-]{1,40}[,.]\s(?:\p{L}+\.?\s)?\d{1,2}\.?(?:\s\p{L}+\.?)?\s?[-–—.]\s*$/u;

/** "Example News - (4 May) Harbour …": a dash that no second one closes. */
const NAME_AND_DASH = /^\s?(?:--|[-–—])\s?[(\p{Lu}](?![^.]{0,80}\s[-–—]\s\p{Ll})/u;

/** "Example News - Tuesday, May 4, 2026": a byline with its date. */
const WEEKDAY_AND_DATE =
  /^\s?(?:--|[-–—])\s(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s)?(?:\p{L}+\s)?\d{1,2}[^.]{0,40}$/u;

const CHINESE_DATELINE = /^[\p{Script=Han}·、\s]{0,24}(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:综合)?(?:专)?[电電讯訊]/u;
const CHINESE_START = /^[(（【\s]*(?:据|據)?$/u;
const JAPANESE_DATELINE_BEFORE = /^[【［[][\p{L}・\s\d]{1,16}[=＝\s]?$/u;
const JAPANESE_DATELINE_AFTER = /^(?:[=＝][^】］\]]{0,12})?[】］\]]/u;
const KOREAN_DATELINE_BEFORE = /^[([【][가-힣A-Za-z·,\s]{1,20}[=＝]\s?$/u;
const KOREAN_DATELINE_AFTER = /^[)\]】]/u;

/** Whether the name stands in a dateline, by what of its block stands before and behind it. */
export function isDateline(before: string, after: string, kind: "agency" | "outlet"): boolean {
  if (CHINESE_START.test(before) && CHINESE_DATELINE.test(after.slice(0, 60))) return true;
  if (before.length > 110) return false;
  if (
    before === "" &&
    kind === "agency" &&
    !WEEKDAY_AND_DATE.test(after) &&
    NAME_AND_DASH.test(after) &&
    hasBody(after)
  )
    return true;
  if (KOREAN_DATELINE_BEFORE.test(before) && KOREAN_DATELINE_AFTER.test(after)) return true;
  if (JAPANESE_DATELINE_BEFORE.test(before) && JAPANESE_DATELINE_AFTER.test(after)) return true;
  if (
    BEFORE_BRACKET.test(before) &&
    BRACKETED.test(after) &&
    /^\s*\S|[/)）]/u.test(after) &&
    !/^[([]/u.test(before) &&
    hasBody(after)
  )
    return true;
  if (/^[([]\s?$/u.test(before) && /^\s?[)\]]\s*[-–—]\s/u.test(after)) return true;
  if (PLACE_AND_BRACKET.test(before) && CLOSED.test(after) && hasBody(after)) return true;
  return DATED_DASH.test(before) && /^(?:\.\p{L}{2,3})?\s?[-–—.]/u.test(after);
}

function hasBody(after: string): boolean {
  return after.length > 20;
}

const MAX_BYLINE_UTF16 = 160;
const ROLE = "(?:Staff|Staff Writer|Writer|Correspondent|Reporter|Editor|in \\p{Lu}[\\p{L} ]{2,30})";
const PERSON = "(?:\\p{Lu}[\\p{L}.'’-]*\\s?(?:van |von |de |bin |al-)?){1,5}";
/** "Example staff", "Jane Doe and Joe Roe", "Example Today staff": who a line of names begins with. */
const HOUSE =
  "\\p{Lu}[\\p{L}.'’-]*(?:\\s(?:\\p{Lu}[\\p{L}.'’-]*|staff|reporters?|correspondents?|desk|and|with agencies)){0,6}";
const LIST_MARK = "(?:[-*•–—|]+\\s*)?";
const LABEL =
  "(?:[Ss]ource|SOURCE|[Ss]ources|[Cc]redit|来源|來源|稿源|信源|消息来源|出处|出典|提供|配信|출처|제공|[Qq]uelle|[Ff]uente|[Ff]onte|[Bb]ron|[Ii]сточник|Источник|[Bb]y|BY|[Pp]ar|[Vv]on|[Pp]or|[Dd]i|[Aa]uthor|[Aa]gency|[Kk]aynak|[Hh]aber [Kk]aynağı|[Aa]uteur|[Aa]utore?|[Rr]édaction|[Rr]edaktion)";
const BEFORE_BYLINE = new RegExp(
  `^${LIST_MARK}(?:${LABEL}\\s?[:：]?\\s?(?:the |The )?|(?:By|BY|by|Par|Von|Por|Di)\\s${PERSON}(?:and ${PERSON})?(?:,|\\||/|—|–|-|•|·|of|for|with|\\s)\\s?(?:${ROLE},?\\s)?(?:the |The |of )?|(?:©|\\([cC]\\)|Copyright|copyright)\\s?(?:©\\s?)?(?:\\d{4}\\s?)?(?:by |The |the )?|(?:\\p{Lu}[\\p{L}.'’-]+\\s){2,3}(?:[-–—|/,•·])\\s?(?:The |the )?|(?:\\p{Lu}[\\p{L}.'’-]+\\s){1,3}(?:and (?:\\p{Lu}[\\p{L}.'’-]+\\s){1,3})?[(]\\s?(?:The |the )?|\\p{Lu}[\\p{L}.'’-]+(?:\\s(?:and\\s)?\\p{Lu}[\\p{L}.'’-]+){1,5},\\s(?:The |the )?|${HOUSE},\\s[Ww]ith (?:the |The )?|(?:The )?\\p{Lu}[\\p{L}.'’-]*(?:\\s\\p{Lu}[\\p{L}.'’-]*){0,3}\\s?/\\s?|(?:The |the |[(（[【]\\s?))?$`,
  "u",
);
const AFTER_BYLINE =
  /^(?:\s?[)）\]】])?(?:['’]?s?\s(?:[Ss]taff(?: (?:[Ww]riters?|[Rr]eporters?))?|[Rr]eporters?|[Cc]orrespondents?|[Ww]riters?|[Tt]eam|[Bb]ureau|(?:News )?Desk))?(?:\s?\/\s?(?!Getty|Ipsos)\p{L}[\p{L}-]{1,20}){0,4}(?:\sin \p{Lu}[\p{L} ]{2,30})?(?:,?\s(?:and|with)\s(?:(?:news )?agencies|\p{Lu}[\p{L} ]{2,40}))?(?:\s[|•·]\s\p{Lu}[\p{L} ]{1,30})?(?:[\s,|/·•–—-]+(?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Ll]ast|\d|\S+@|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s).{0,60})?(?:[.,]?\s?(?:All rights reserved|保留所有权利).{0,40})?[.。]?$/u;
/** "2026-05-04 10:15 来源：某某社 责任编辑：某某", "【某某社驻巴兰记者 某某】". */
const LABELLED_AMONG_OTHERS = /(?:^|[\s\d|])(?:来源|來源|稿源|出处|출처)\s?[:：]\s?$/u;
/** At the end of a text: "— AFP", "(Reuters)", "(With inputs from PTI)", "(avec AFP)". */
const BEFORE_SIGN = /(?:^|\s|[.!?”"。])(?:[-–—]+\s?|[(（[]\s?)(?:.{0,60}\s)?$/u;
const WITH_INPUTS =
  /(?:^|[^\p{L}])(?:[Ww]ith (?:additional )?(?:inputs?|reporting|material|information|files|agency inputs?) (?:from|by)|[Aa]dditional reporting by|[Ii]nputs from|[Cc]ontributed by|[Aa]vec|[Mm]it (?:Material|Informationen|Agenturmaterial) (?:von|der)|[Cc]on información de|[Cc]om informações d[ae])\s?(?:the |l['’]|la |der )?(?:[\p{Lu}][\p{L}-]*(?:,| and| et| und| y|\/|、)\s?){0,4}$/u;
/** "(综合新华社报道)": the text is theirs. */
const COMPILED = /[(（【](?:综合|整合|綜合)(?:[\p{L}]{2,8}、){0,4}$/u;

/** "X contributed to this report.", "X and Y contributed reporting". */
const BEFORE_CONTRIBUTED = /^[(（[]?(?:The |the )?(?:\p{Lu}[\p{L}-]*(?:,|,? and)\s){0,4}$/u;
const CONTRIBUTED =
  /^(?:(?:,|,? and)\s[^.]{1,60})?\s(?:also )?contributed (?:reporting\b|to this (?:report|story|article))[^.]{0,40}\.?[)）\]]?$/u;
/** "This report by X was first published Oct. 5." */
const REPORT_BY = /^This (?:report|story|article) by (?:the |The )?$/u;
const FIRST_PUBLISHED = /^ was (?:first |originally )?published\b/u;
/** What is left of a bracket in which several sign: "(dpa, Reuters, AFP)". */
const SEVERAL_SIGN = /^(?:[,/;]\s?\p{L}[\p{L}-]{1,20}){1,5}[)）]\.?$/u;
const BEFORE_SEVERAL = /(?:^|[.!?”"。]\s?|^[\p{L}/]{1,12}\s)[(（]$/u;

/** Whether the block is a byline, or a last line, that holds the name as the one who signs. */
export function isByline(before: string, after: string, isEdge: boolean): boolean {
  if (before.length + after.length > MAX_BYLINE_UTF16 || !isEdge) return false;
  if (LABELLED_AMONG_OTHERS.test(before)) return true;
  if (BEFORE_CONTRIBUTED.test(before) && CONTRIBUTED.test(after)) return true;
  if (REPORT_BY.test(before) && FIRST_PUBLISHED.test(after)) return true;
  return BEFORE_BYLINE.test(before) && AFTER_BYLINE.test(after);
}

const WITH_OTHERS = new RegExp(`^${HOUSE},\\s[Ww]ith (?:the |The )?$`, "u");

/** Whether a byline gives somebody's help only, "With files from X": it does not say what of the text is theirs. */
export function isContribution(before: string, after: string): boolean {
  return WITH_INPUTS.test(before) || WITH_OTHERS.test(before) || CONTRIBUTED.test(after);
}

/** Whether what ends the text signs it: "— AFP", "(Reuters)", "(With inputs from PTI)". */
export function isSignature(before: string, after: string, isLast: boolean): boolean {
  if ((WITH_INPUTS.test(before) || COMPILED.test(before)) && /^[^.]{0,60}[)）\].]?$/u.test(after)) return true;
  if (isLast && BEFORE_SEVERAL.test(before) && SEVERAL_SIGN.test(after)) return true;
  if (!/^\s?[)）\]】]?\.?$/u.test(after)) return false;
  if (!isLast) return /[.!?”"。」]\s?[(（]$/u.test(before.slice(-4)) && /^[)）]$/u.test(after);
  const end = before.slice(-70);
  if (after === "" && /[.!?”"。」]\s$/u.test(end)) return true;
  return (
    /(?:[.!?”"。」][\s]?(?:[-–—]+\s?|[(（[]\s?)|^[-–—]+\s?)$/u.test(end) ||
    (/[(（]$/u.test(end) && BEFORE_SIGN.test(end))
  );
}
