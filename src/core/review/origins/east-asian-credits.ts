/** How Chinese, Korean and Japanese texts credit an agency or an outlet in their sentences. Rules only: no names. */
import type { CreditRule } from "./credit-rule.ts";

const rule = (before: RegExp | null, after: RegExp | null, how: CreditRule["how"] = "attribution"): CreditRule => ({
  how,
  takesUnknown: true,
  before,
  after,
});
/** What Chinese puts between a name and its verb: "5日", "北京时间今早", "在报道中". */
const CHINESE_WHEN = "[《》\\p{Script=Han}\\p{N}]{0,12}?";
const KOREAN_JOINER = "(?:\\s?(?:통신|뉴스|TV|신문|방송|신문은))?";
const KOREAN_SAYS =
  "(?:(?:보도|타전|소개|분석|평가|지적|진단|설명|강조|해석|전망|표현|비판|주장)(?:했|하|해|한)|(?:전했|전하|밝혔|밝히|알렸|덧붙였|꼽았|썼|인용해|인용하|보냈|내보냈))";

const CHINESE: readonly CreditRule[] = [
  rule(
    /(?:接受|接受了)[\p{Script=Han}]{0,6}$/u,
    /^(?:[\p{Script=Han}]{0,6})?(?:采访|採訪|专访|專訪|独家专访|訪問)/u,
    "told",
  ),
  rule(
    /(?:告诉|告訴|对|對|向)[\p{Script=Han}]{0,6}$/u,
    /^(?:的)?(?:记者|記者)?(?:[\p{Script=Han}]{0,3})?(?:表示|说|說|透露|指出|称|稱|介绍|介紹|强调|確認|确认|坦言|，|,|：|:)/u,
    "told",
  ),
  // "据某某社报道", "援引某某社的消息"
  rule(
    /(?:据|據|根据|根據|按照)[《》\p{Script=Han}]{0,10}$/u,
    /^[\p{Script=Han}\p{N}\s]{0,16}?(?:消息|报道|報導|報道|讯|訊|电|電|援引|引述|披露|称|稱|统计|統計|分析|指|[，,])/u,
  ),
  rule(/(?:综合|綜合)[\p{Script=Han}、]{0,12}$/u, /^(?:、|，|和|等|报道|報導|報道|消息|电|電)/u),
  rule(null, /^(?:客户端|客戶端|官微|微博)?[\p{N}月日]{0,6}(?:消息|快讯)[，,：:]/u),
  rule(/(?:援引|引述|引用|转引|轉引|转自|轉自|转载自|轉載自)[\p{Script=Han}]{0,8}$/u, null),
  rule(
    null,
    new RegExp(
      `^(?:记者|記者)?${CHINESE_WHEN}(?:报道|報導|報道|援引|引述|引用|披露|刊文|刊发|刊登|刊載|撰文|发文|發文|评论称|評論稱|写道|寫道|爆料|获悉|獲悉|了解到|曝光|称|稱|指出)`,
      "u",
    ),
  ),
];

const KOREAN: readonly CreditRule[] = [
  rule(
    null,
    new RegExp(`^${KOREAN_JOINER}(?:와의|과의|와|과)\\s?(?:[가-힣]{1,4}\\s)?(?:인터뷰|통화|전화)`, "u"),
    "told",
  ),
  rule(
    null,
    new RegExp(`^${KOREAN_JOINER}에(?:게)?\\s["“‘']?[^.。]{0,60}?(?:말했다|밝혔다|전했다|설명했다|답했다)`, "u"),
    "told",
  ),
  rule(
    null,
    new RegExp(
      `^${KOREAN_JOINER}(?:\\([A-Za-z]+\\))?(?:\\s?(?:보도|통신|집계|기사|분석))?(?:에|의 보도에)\\s?(?:따르면|의하면)`,
      "u",
    ),
  ),
  rule(null, new RegExp(`^${KOREAN_JOINER}(?:\\([A-Za-z]+\\))?(?:을|를)?\\s?(?:인용|통해 보도)`, "u")),
  rule(
    null,
    new RegExp(
      `^${KOREAN_JOINER}(?:\\([A-Za-z]+\\))?(?:은|는|이|가|도|(?:을|를) 비롯한|\\s?등은|\\s?등이|\\s?등도|\\s?등)\\s[^.。]{0,200}?${KOREAN_SAYS}`,
      "u",
    ),
  ),
];

const JAPANESE: readonly CreditRule[] = [
  rule(
    null,
    /^(?:新聞)?(?:の|との)(?:[\p{Script=Han}\p{Script=Katakana}ー]{0,6})?(?:取材|インタビュー|単独取材)(?:に|で)/u,
    "told",
  ),
  rule(null, /^(?:通信|新聞|放送)?(?:の(?:報道|集計|調査|記事|取材))?(?:によると|によれば|によりますと)/u),
  rule(
    null,
    /^(?:通信|新聞|放送)?(?:は|が|も)[^。]{0,80}?(?:報じた|伝えた|報道した|配信した|報じている|伝えている|報じ、|伝え、)/u,
  ),
  rule(null, /^(?:通信|新聞|放送)?(?:を|の報道を)引用/u),
];

export const EAST_ASIAN_CREDITS: readonly CreditRule[] = [...CHINESE, ...KOREAN, ...JAPANESE];

/** What makes the people or the house of an outlet of its name, which says nothing of where words come from. */
export const OF_THE_HOUSE =
  /^(?:社长|社長|总编|總編|总部|總部|前|分社|大楼|大樓|员工|員工|股价|股價|사장|기자협회|노조|본사|주가|社員|本社|株)/u;
