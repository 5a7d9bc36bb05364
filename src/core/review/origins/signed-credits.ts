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
  if (before === "" && kind === "agency" && NAME_AND_DASH.test(after) && hasBody(after)) return true;
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
const LIST_MARK = "(?:[-*•–—|]+\\s*)?";
const LABEL =
  "(?:[Ss]ource|SOURCE|[Ss]ources|[Cc]redit|来源|來源|稿源|信源|消息来源|出处|出典|提供|配信|출처|제공|[Qq]uelle|[Ff]uente|[Ff]onte|[Bb]ron|[Ii]сточник|Источник|[Bb]y|BY|[Pp]ar|[Vv]on|[Pp]or|[Dd]i|[Aa]uthor|[Aa]gency|[Kk]aynak|[Hh]aber [Kk]aynağı|[Aa]uteur|[Aa]utore?|[Rr]édaction|[Rr]edaktion)";
const BEFORE_BYLINE = new RegExp(
  `^${LIST_MARK}(?:${LABEL}\\s?[:：]?\\s?(?:the |The )?|(?:By|BY|by|Par|Von|Por|Di)\\s${PERSON}(?:and ${PERSON})?(?:,|\\||/|—|–|-|of|for|with|\\s)\\s?(?:${ROLE},?\\s)?(?:the |The |of )?|(?:©|\\([cC]\\)|Copyright|copyright)\\s?(?:©\\s?)?(?:\\d{4}\\s?)?(?:by |The |the )?|(?:\\p{Lu}[\\p{L}.'’-]+\\s){2,3}(?:[-–—|/,])\\s?(?:The |the )?|(?:The |the |[(（[【]\\s?))?$`,
  "u",
);
const AFTER_BYLINE =
  /^(?:\s?[)）\]】])?(?:['’]?s?\s(?:staff|reporters?|correspondents?|writers?|team|bureau))?(?:\sin \p{Lu}[\p{L} ]{2,30})?(?:,?\s(?:and|with)\s(?:agencies|\p{Lu}[\p{L} ]{2,40}))?(?:[\s,|·•–—-]+(?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Ll]ast|\d).{0,60})?(?:[.,]?\s?(?:All rights reserved|保留所有权利).{0,40})?[.。]?$/u;
/** "2026-05-04 10:15 来源：某某社 责任编辑：某某", "【某某社驻巴兰记者 某某】". */
const LABELLED_AMONG_OTHERS = /(?:^|[\s\d|])(?:来源|來源|稿源|出处|출처)\s?[:：]\s?$/u;
/** At the end of a text: "— AFP", "(Reuters)", "(With inputs from PTI)", "(avec AFP)". */
const BEFORE_SIGN = /(?:^|\s|[.!?”"。])(?:[-–—]+\s?|[(（[]\s?)(?:.{0,60}\s)?$/u;
const WITH_INPUTS =
  /(?:^|[^\p{L}])(?:[Ww]ith (?:additional )?(?:inputs?|reporting|material|information|files|agency inputs?) (?:from|by)|[Aa]dditional reporting by|[Ii]nputs from|[Cc]ontributed by|[Aa]vec|[Mm]it (?:Material|Informationen|Agenturmaterial) (?:von|der)|[Cc]on información de|[Cc]om informações d[ae]|[(（【](?:综合|整合|綜合))\s?(?:the |l['’]|la |der )?(?:[\p{Lu}][\p{L}-]*(?:,| and| et| und| y|\/|、)\s?){0,4}$/u;

/** Whether the block is a byline, or a last line, that holds the name as the one who signs. */
export function isByline(before: string, after: string, isEdge: boolean): boolean {
  if (before.length + after.length > MAX_BYLINE_UTF16 || !isEdge) return false;
  if (LABELLED_AMONG_OTHERS.test(before)) return true;
  return BEFORE_BYLINE.test(before) && AFTER_BYLINE.test(after);
}

/** Whether what ends the text signs it: "— AFP", "(Reuters)", "(With inputs from PTI)". */
export function isSignature(before: string, after: string, isLast: boolean): boolean {
  if (WITH_INPUTS.test(before) && /^[^.]{0,60}[)）\].]?$/u.test(after)) return true;
  if (!/^\s?[)）\]】]?\.?$/u.test(after)) return false;
  if (!isLast) return /[.!?”"。」]\s?[(（]$/u.test(before.slice(-4)) && /^[)）]$/u.test(after);
  const end = before.slice(-70);
  if (after === "" && /[.!?”"。」]\s$/u.test(end)) return true;
  return (
    /(?:[.!?”"。」][\s]?(?:[-–—]+\s?|[(（[]\s?)|^[-–—]+\s?)$/u.test(end) ||
    (/[(（]$/u.test(end) && BEFORE_SIGN.test(end))
  );
}
