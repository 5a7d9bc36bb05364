/**
 * Lines that a publisher sets below or beside every article: rights, subscriptions, who edited it. They say nothing of
 * where a text comes from, so that they are not compared. Only what addresses the reader or names the making of the
 * page counts, in wordings that no report uses of anything else.
 */
import type { ReviewedBlock } from "../reviewed-text.ts";

const CUES =
  /\ball rights reserved\b|©|\bcopyright (?:©|\(c\)|\d{4}|by\b)|\bmay not be (?:published|reproduced|republished)|\bno part of this\b.{0,60}\breproduced\b|\bsign up (?:for|to) (?:our|the|free)\b|\bsubscribe (?:to (?:our|the)|now|today|for)\b|\b(?:our|free|daily|weekly|morning) newsletters?\b|\bfollow us on\b|\bterms (?:of use|of service|and conditions)\b|\bprivacy policy\b|\bclick here\b|\bread more:|\bdownload (?:the|our) app\b|\b(?:editing|reporting|writing) by [\p{Lu}]|\bour standards:|\b(?:originally|first) (?:published|appeared) (?:on|in|at)\b|\b(?:views|opinions) expressed (?:in|here|are)\b|\bsupport (?:our|independent) journalism\b|\badvertisement\b|版权所有|版權所有|未经.{0,8}(?:授权|许可|允许)|不得转载|转载请|责任编辑|責任編輯|公众号|무단\s*전재|재배포\s*금지|저작권자|無断転載|無断複製|\balle rechte vorbehalten\b|\bnewsletter abonnieren\b|\btous droits réservés\b|\babonnez-vous\b|\btodos los derechos reservados\b|\bsuscríbete\b|все права защищены/giu;
/** One such wording in so many characters makes a block of them; in a longer one it may be what is reported. */
const CHARACTERS_PER_CUE = 400;

/** Whether a block is none of the article's own text. */
export function isStandingLine(text: string, { kind, fromUtf16, toUtf16 }: ReviewedBlock): boolean {
  if (kind === "running-head") return true;
  const cues = text.slice(fromUtf16, toUtf16).match(CUES)?.length ?? 0;
  return cues > 0 && toUtf16 - fromUtf16 <= cues * CHARACTERS_PER_CUE;
}
