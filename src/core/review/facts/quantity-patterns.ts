/** How quantities are written: the patterns that find them, and what their units, currencies and bounds come to. */
import type { Bound } from "./found-fact.ts";
import { FIGURES, WORD_NUMBER } from "./number-words.ts";

export const CURRENCIES = new Map<string, string>(
  Object.entries({
    $: "USD",
    us$: "USD",
    a$: "AUD",
    c$: "CAD",
    nz$: "NZD",
    hk$: "HKD",
    s$: "SGD",
    nt$: "TWD",
    r$: "BRL",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "₩": "KRW",
    "₹": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN",
    usd: "USD",
    eur: "EUR",
    gbp: "GBP",
    cny: "CNY",
    rmb: "CNY",
    krw: "KRW",
    jpy: "JPY",
    chf: "CHF",
    inr: "INR",
    rs: "INR",
    dollar: "USD",
    euro: "EUR",
    pound: "GBP",
    yuan: "CNY",
    renminbi: "CNY",
    won: "KRW",
    yen: "JPY",
    rupee: "INR",
    rouble: "RUB",
    ruble: "RUB",
    lira: "TRY",
    franc: "CHF",
    peso: "peso",
    krona: "krona",
    krone: "krone",
    zloty: "PLN",
    rand: "ZAR",
    ringgit: "MYR",
    baht: "THB",
    rupiah: "IDR",
    dirham: "dirham",
    riyal: "riyal",
    shekel: "ILS",
    real: "BRL",
    reais: "BRL",
    dinar: "dinar",
    shilling: "shilling",
    naira: "NGN",
    crown: "crown",
    hryvnia: "UAH",
    dong: "VND",
    美元: "USD",
    欧元: "EUR",
    歐元: "EUR",
    英镑: "GBP",
    日元: "JPY",
    韩元: "KRW",
    人民币: "CNY",
    元: "CNY",
    円: "JPY",
    달러: "USD",
    유로: "EUR",
    위안: "CNY",
    엔: "JPY",
    원: "KRW",
  }),
);
const CURRENCY_BEFORE =
  "(?<before>(?:US|A|C|NZ|HK|S|NT|R)?\\$|[€£¥₩₹₽₺₴₦]|\\b(?:USD|EUR|GBP|CNY|RMB|KRW|JPY|CHF|INR|Rs\\.?))\\s?";
const CURRENCY_AFTER =
  "(?:[- ](?:US |American |Canadian |Australian |Swiss |South Korean |Chinese |Japanese )?(?<word>dollar|euro|pound|yuan|renminbi|won|yen|rupee|rouble|ruble|lira|franc|peso|zloty|rand|ringgit|baht|rupiah|dirham|riyal|shekel|reais|dinar|shilling|naira|krona|krone|crown|hryvnia|dong|USD|EUR|GBP|CNY|RMB|KRW|JPY|CHF)s?\\b|\\s?(?<sign>[€₩]|美元|欧元|歐元|英镑|日元|韩元|人民币|元|円|달러|유로|위안|엔(?![가-힣])|원(?=[가-힣]{0,2}(?:[\\s,.)]|$))))";
const SCALE =
  "(?:[- ]?(?<scale>hundred|thousand|million|billion|trillion|mn|bn|tn|crore|lakh)\\b|(?<shortScale>[mMbBkK](?![\\p{L}\\d]))|\\s?(?<signScale>[十百千]?[万萬亿億兆]|[천]?[만억조]))";
const PERCENT = "\\s?(?:%|-?per ?cent\\b|-?pct\\b|퍼센트)|\\s?(?<points>-?percentage points?|个百分点|%포인트)";
const UNIT =
  "(?:[- ]|\\s?-\\s?)(?<unit>second|minute|hour|day|week|fortnight|month|quarter|year|decade|centur(?:y|ies))s?\\b(?! plan)";
const SIGN_UNIT =
  "\\s?(?<signUnit>个?小时|分钟|个?星期|周年?|个月|[天年](?![月代])|시간|분간|일간|주간|개월|년(?:간|만|째)?(?!\\s?\\d|대))";

const NUMBER = `(?:(?<figures>${FIGURES})|(?<words>\\b${WORD_NUMBER}\\b)|(?<han>[一二三四五六七八九十百千万亿两〇零]+(?=\\s?(?:个|名|人|份|项|次|家|位|国|岁|天|年|周|小时|分钟|美元|元|％|%))))`;
const START = "(?<![\\p{sc=Latin}\\p{sc=Cyrillic}\\p{sc=Greek}\\d]|\\p{sc=Latin}-|\\d[.,/:])";

export const QUANTITY = new RegExp(
  `${START}(?:${CURRENCY_BEFORE})?(?<!\\d)(?<minus>(?<=^|[\\s(])-)?${NUMBER.replaceAll("\\1", "\\k<gap>").replace("([ .'])", "(?<gap>[ .'])")}${SCALE}?(?:${PERCENT}|${CURRENCY_AFTER}|${UNIT}|${SIGN_UNIT})?`,
  "giu",
);

export const ORDINAL_WORDS = new Map<string, number>(
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
  seventeenth eighteenth nineteenth twentieth`
    .split(/\s+/u)
    .map((word, index): [string, number] => [word, index + 1]),
);
export const ORDINAL_TENS = new Map<string, number>(
  "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
    .split(" ")
    .map((word, index) => [word, (index + 3) * 10]),
);
export const ORDINAL = new RegExp(
  `(?<![\\p{L}\\d]|\\d[.,])(?:(?<figures>\\d{1,3}(?:,\\d{3})*)(?:st|nd|rd|th)|(?:(?<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(?<word>${[...ORDINAL_WORDS.keys(), ...ORDINAL_TENS.keys()].join("|")}))(?![\\p{L}\\d])|第(?<han>\\d+|[一二三四五六七八九十百]+)|제\\s?(?<korean>\\d+)(?=[가-힣\\s])`,
  "giu",
);
export const PARTS = new Map<string, number>(
  Object.entries({ half: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6, eighth: 8, tenth: 10 }),
);
export const FRACTION =
  /\b(?<over>an?|one|two|three|four)[- ](?<part>third|quarter|fifth|sixth|eighth|tenth)s?\b(?= of)|\b(?<over2>one|two|three|four|nine)[- ](?<part2>thirds?|quarters|fifths|sixths|eighths|tenths)\b|\b(?<count>\d+|one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:every )?(?<of>\d+|three|four|five|six|seven|eight|nine|ten|twenty)\b(?! \d)/giu;

export const BOUNDS: readonly (readonly [Bound, RegExp])[] = [
  [
    "more",
    /(?:\b(?:more than|over|at least|above|exceed(?:ing|s|ed)?|upwards? of|no (?:fewer|less) than|not (?:fewer|less) than|in excess of|surpass(?:ing|ed)?|greater than|minimum of|topp(?:ed|ing))|超过|逾|至少|超)\s?$/iu,
  ],
  [
    "less",
    /(?:\b(?:less than|fewer than|under|below|up to|at most|as (?:many|much) as|nearly|almost|just shy of|close to|no more than|not more than|maximum of)|不到|近|将近|최대)\s?$/iu,
  ],
  [
    "about",
    /(?:\b(?:about|around|some|approximately|roughly|an? estimated|estimated|circa|approx\.?)|约|大约|大約|약)\s?$/iu,
  ],
];
export const MORE_AFTER =
  /^(?:\+|[- ]plus\b| or (?:more|older|over|above)\b|多|余|여\s|이상|\s?(?:명|개|건)?\s?이상| and (?:more|over)\b)/iu;

export const UNITS: ReadonlyMap<string, readonly [number, "Y" | "M" | "D" | "TH" | "TM" | "TS"]> = new Map([
  ["second", [1, "TS"]],
  ["minute", [1, "TM"]],
  ["hour", [1, "TH"]],
  ["day", [1, "D"]],
  ["week", [7, "D"]],
  ["fortnight", [14, "D"]],
  ["month", [1, "M"]],
  ["quarter", [3, "M"]],
  ["year", [1, "Y"]],
  ["decade", [10, "Y"]],
  ["century", [100, "Y"]],
  ["小时", [1, "TH"]],
  ["分钟", [1, "TM"]],
  ["星期", [7, "D"]],
  ["周", [7, "D"]],
  ["周年", [1, "Y"]],
  ["月", [1, "M"]],
  ["天", [1, "D"]],
  ["年", [1, "Y"]],
  ["시간", [1, "TH"]],
  ["분간", [1, "TM"]],
  ["일간", [1, "D"]],
  ["주간", [7, "D"]],
  ["개월", [1, "M"]],
  ["년", [1, "Y"]],
]);

/** "1.1m people", "60k homes": without a currency, the letter is one for millions only before what is counted. */
export const COUNTED_AFTER =
  /^ (?:people|residents|children|households|families|homes|voters|votes|doses|users|customers|vehicles|passengers|workers|jobs|refugees|hectares|acres|tonnes|tons|barrels|displaced)\b/u;
