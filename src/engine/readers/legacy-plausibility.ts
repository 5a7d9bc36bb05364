/**
 * How much a decoded sample reads like Chinese, Korean or Japanese: the check on what a statistical detector says.
 * Knows characters only, no bytes. Text in the wrong one of these encodings still decodes, but into rare characters.
 */
import type { Encoding } from "../../core/source/source.ts";

export type EastAsianEncoding = Extract<Encoding, "gb18030" | "euc-kr" | "shift_jis">;

/** The commonest characters of written Chinese, simplified, then the traditional forms of those that differ. */
const COMMON_HAN =
  "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严" +
  "這為個國時來們於對會發動過說產種後學經進電裡裏現實兩體機當點業應開還間樣與關線內數質氣條沒結題問無軍黨員總設長頭資邊級圖統較將組見計別論運農幾區強戰則據處隊給門規熱領東導壓爭濟術極聯認權證轉單風帶場車務萬達積議聲報類離華確張馬節話況傳許廣記觀織裝眾書兒須際驗連斷難備辦習響約勞團歷構稱準號維劃選標寫親養層專狀廠識適屬圓調滿縣參紅細聽該鐵價嚴";

/** The commonest syllables of written Korean. */
const COMMON_HANGUL =
  "이다는의을에가고하은를한지로사도자기대있으인시리어들정과해그서나아부일수라전만동상보장제원구게것국스주회경여성적화중면선공관방된했안연개조오우유미발비신민계치생위실소용무요진말모당세행본물년월할분내재거와니합습까되었았였업단출학남북외교통령법터력호강반결석운현입및속금체등데식심양역영예음천초추최타파포표품필활후김박러드트레르마바노느던때또머문베불산살새색설십씨야약언얼없열온올왔왕울워임작잘저절점접족종좋죄준줄즉증직질집차참처청축취크태토투특평피함항향협형환황희간매배복별병빈명목몇밝키카코컨쪽찰책";

/** The commonest kanji; kana tell more, and are counted by their range. */
const COMMON_KANJI =
  "日一国人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公野協取都和統以機平総加山思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重近千考判認画海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計死官増係感特情投示変打男基私各始島直両朝革価式確村提運終挙果西勢減台広容必応演電歳住争談能無再位置企真流格有疑口過局少放税検藤町常校料沢裁状工建語球営空職証土与急止送援供可役構木割聞身費付施切由説転食比難防補車優夫研収断井何南石足違消境神番規術護展態導鮮備宅害配副算視条幹独警宮究育席輸訪楽起万着乗店述残想線率病農州武声質念待試族象銀域助労例衛然早張映限親額監環験追審商葉義伝働形景落欧担好退準賞訴辺造英被株頭技低毎医復仕去姿味負閣韓渡失移差衆個門写評課末守若脳極種美岡影命含福蔵量望松非撃佐核観察整段横融型白深字答夜製票況音申様財港識注呼渉達";

const PUNCTUATION = "、。，．・：；？！“”‘’「」『』（）《》〈〉【】〔〕…—―－～　·％";

function setOf(characters: string): ReadonlySet<string> {
  return new Set(characters);
}

const COMMON: Record<EastAsianEncoding, ReadonlySet<string>> = {
  gb18030: setOf(COMMON_HAN),
  "euc-kr": setOf(COMMON_HANGUL),
  shift_jis: setOf(COMMON_KANJI),
};
const PUNCTUATION_MARKS = setOf(PUNCTUATION);

const HAN = /\p{Script=Han}/u;
const HANJA_WEIGHT = 0.25;

function isKana(code: number): boolean {
  return code >= 0x3041 && code <= 0x30fe;
}

/**
 * The share, 0 to 1, of characters beyond ASCII that are everyday ones in the language of the encoding.
 * Punctuation that all three share does not count either way. 0 where nothing is left to count.
 */
export function plausibility(text: string, encoding: EastAsianEncoding): number {
  const common = COMMON[encoding];
  let counted = 0;
  let everyday = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80 || PUNCTUATION_MARKS.has(character)) continue;
    // Hanja stand in good Korean, but mostly the text is then Chinese: they tell little.
    counted += encoding === "euc-kr" && HAN.test(character) ? HANJA_WEIGHT : 1;
    if (common.has(character) || (encoding === "shift_jis" && isKana(code))) everyday += 1;
  }
  return counted === 0 ? 0 : everyday / counted;
}
