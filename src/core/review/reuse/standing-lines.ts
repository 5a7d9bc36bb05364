/**
 * Lines that a publisher sets below or beside every article: rights, subscriptions, who edited it. They say nothing of
 * where a text comes from, so that they are not compared. Only what addresses the reader or names the making of the
 * page counts, in wordings that no report uses of anything else.
 */
import type { ReviewedBlock } from "../reviewed-text.ts";
import type { ComparedText } from "./exact-runs.ts";
import type { SharedPassage } from "./shared-passages.ts";

const CUES = new RegExp(
  [
    String.raw`\ball rights reserved\b`,
    String.raw`^\s*©`,
    String.raw`©\s*\d{4}`,
    String.raw`\bcopyright (?:©|\(c\)|\d{4})`,
    String.raw`\bmay not be (?:reproduced|republished|redistributed|rewritten)\b`,
    String.raw`\bno part of this\b.{0,60}\breproduced\b`,
    String.raw`\bsign up (?:for|to) our\b`,
    String.raw`\bsubscribe (?:to our|now|today)\b`,
    String.raw`\bour (?:\w+ )?newsletters?\b`,
    String.raw`\bfollow (?:us|@?\w+(?: \w+)?) on (?:x|twitter|facebook|instagram|telegram|whatsapp|youtube|linkedin)\b`,
    String.raw`\bplease contact us\b`,
    String.raw`\bfor subscription options\b`,
    String.raw`\bsolely responsible for (?:all |the )?content\b`,
    String.raw`\bnot responsible for the content of\b`,
    String.raw`\bfrom an? (?:\w+ )?(?:wire|agency|syndicated) feed\b`,
    String.raw`\bour privacy policy\b`,
    String.raw`\bclick here\b`,
    String.raw`\bread more:`,
    String.raw`\bdownload our app\b`,
    String.raw`^\s*\(?(?:additional )?(?:reporting|editing|writing) by\b`,
    String.raw`\bour standards:`,
    String.raw`\bthis (?:article|story|report|piece) (?:was|has been|is) (?:first |originally )?(?:published|generated|edited)\b`,
    String.raw`\b(?:views|opinions) expressed (?:in this|here|are (?:those|solely))\b`,
    String.raw`\bsupport (?:our|independent) journalism\b`,
    String.raw`^\s*advertisement\s*$`,
    "版权所有|版權所有|未经.{0,8}(?:授权|许可|允许)，?.{0,6}(?:转载|使用)|不得转载|转载请|责任编辑|責任編輯|关注.{0,12}公众号",
    String.raw`무단\s*전재|재배포\s*금지|저작권자\s*[©ⓒ(]`,
    "無断転載|無断複製",
    String.raw`\balle rechte vorbehalten\b|\bunseren newsletter\b`,
    String.raw`\btous droits réservés\b|\babonnez-vous\b`,
    String.raw`\btodos los derechos reservados\b|\bsuscríbete\b`,
    "все права защищены",
  ].join("|"),
  "giu",
);
/** One such wording in so many characters makes a block of them; in a longer one it may be what is reported. */
const CHARACTERS_PER_CUE = 400;
const MOST_CHARACTERS = 2000;

/** Whether a block is none of the article's own text. */
export function isStandingLine(text: string, { kind, fromUtf16, toUtf16 }: ReviewedBlock): boolean {
  if (kind === "running-head") return true;
  if (toUtf16 - fromUtf16 > MOST_CHARACTERS) return false;
  const cues = text.slice(fromUtf16, toUtf16).match(CUES)?.length ?? 0;
  return cues > 0 && toUtf16 - fromUtf16 <= cues * CHARACTERS_PER_CUE;
}

const BLOCKS_AT_TOP = 2;
const BLOCKS_AT_END = 3;

/**
 * Whether two texts of one publisher share only what stands at the top or the end of both: no wording gives it away, but
 * it is its own line below every article.
 */
export function areStandingLines(passages: readonly SharedPassage[], here: ComparedText, there: ComparedText): boolean {
  const isAtEdge = ({ blocks, words }: ComparedText, place: number) => {
    const block = blocks[place] ?? 0;
    return block < BLOCKS_AT_TOP || block >= words.blockStarts.length - 1 - BLOCKS_AT_END;
  };
  return passages.every((one) => isAtEdge(here, one.here[0]) && isAtEdge(there, one.there[0]));
}
