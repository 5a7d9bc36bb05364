/**
 * The world's news agencies: short names, other names, web addresses. Data and look-up only; what a text says of an
 * agency is for detect-agencies.ts.
 */

interface Agency {
  /** The short name that a citation gives. */
  readonly name: string;
  /** Other names in the text of articles, without "News Agency" after a name that is listed. */
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
}

function agency(name: string, aliases: readonly string[] = [], domains: readonly string[] = []): Agency {
  return { name, aliases, domains };
}

export const KNOWN_AGENCIES: readonly Agency[] = [
  agency(
    "Xinhua",
    ["New China News Agency", "XINHUA", "新华社", "新華社", "新华网", "신화통신", "신화사"],
    ["xinhuanet.com", "news.cn"],
  ),
  agency("CNS", ["China News Service", "中新社", "中国新闻社", "中國新聞社"], ["chinanews.com", "ecns.cn"]),
  agency(
    "Yonhap",
    ["YONHAP", "Yonhap News", "연합뉴스", "韩联社", "韓聯社", "聯合ニュース"],
    ["yna.co.kr", "yonhapnews.co.kr"],
  ),
  agency("Newsis", ["NEWSIS", "뉴시스"], ["newsis.com"]),
  agency("News1", ["NEWS1", "뉴스1"], ["news1.kr"]),
  agency(
    "KCNA",
    ["Korean Central News Agency", "조선중앙통신", "朝中社", "朝鲜中央通讯社", "朝鮮中央通信"],
    ["kcna.kp", "kcna.co.jp"],
  ),
  agency(
    "Kyodo",
    ["KYODO", "Kyodo News", "共同通信社", "共同通信", "共同社", "교도통신"],
    ["kyodonews.net", "kyodonews.jp"],
  ),
  agency("Jiji", ["JIJI", "Jiji Press", "時事通信社", "時事通信", "时事社", "지지통신"], ["jiji.com"]),
  agency("CNA", ["Central News Agency", "中央社", "中央通訊社"], ["cna.com.tw", "focustaiwan.tw"]),
  agency(
    "Reuters",
    ["REUTERS", "Thomson Reuters", "路透社", "로이터통신", "로이터", "ロイター通信", "ロイター"],
    ["reuters.com"],
  ),
  agency("AP", ["Associated Press", "美联社", "美聯社", "AP通信", "AP통신"], ["apnews.com", "ap.org"]),
  agency(
    "AFP",
    ["Agence France-Presse", "Agence France Presse", "法新社", "AFP通信", "AFP통신", "AFP時事"],
    ["afp.com"],
  ),
  agency("UPI", ["United Press International", "合众国际社"], ["upi.com"]),
  agency("Bloomberg", ["BLOOMBERG", "Bloomberg News", "彭博社", "블룸버그통신", "ブルームバーグ"], ["bloomberg.com"]),
  agency("Dow Jones", ["Dow Jones Newswires"], ["dowjones.com"]),
  agency("TASS", ["ITAR-TASS", "Tass", "塔斯社", "타스통신", "タス通信"], ["tass.com", "tass.ru"]),
  agency("RIA Novosti", ["RIA", "俄新社", "리아노보스티"], ["ria.ru"]),
  agency(
    "Interfax",
    ["INTERFAX", "Interfax-Ukraine", "国际文传电讯社", "인테르팍스"],
    ["interfax.ru", "interfax.com", "interfax.com.ua"],
  ),
  agency("Sputnik", ["SPUTNIK"], ["sputniknews.com", "sputnikglobe.com"]),
  agency("Ukrinform", ["UKRINFORM"], ["ukrinform.net", "ukrinform.ua"]),
  agency("UNIAN", [], ["unian.net", "unian.info"]),
  agency("BelTA", ["BELTA"], ["belta.by"]),
  agency("DPA", ["dpa", "Deutsche Presse-Agentur", "German Press Agency", "德新社"], ["dpa.com"]),
  agency("KNA", ["Katholische Nachrichten-Agentur"], ["kna.de"]),
  agency("APA", ["Austria Presse Agentur", "Austria Press Agency"], ["apa.at"]),
  agency("Keystone-SDA", ["Keystone-ATS", "Swiss News Agency"], ["keystone-sda.ch"]),
  agency("ANP", ["Algemeen Nederlands Persbureau"], ["anp.nl"]),
  agency("Belga", ["BELGA"], ["belganewsagency.eu"]),
  agency("PA Media", ["Press Association", "PA news agency"], ["pamediagroup.com"]),
  agency("EFE", ["Agencia EFE", "埃菲社", "EFE통신"], ["efe.com"]),
  agency("Europa Press", ["EUROPA PRESS"], ["europapress.es"]),
  agency("Lusa", ["LUSA"], ["lusa.pt"]),
  agency("ANSA", ["Ansa", "安莎社", "안사통신"], ["ansa.it"]),
  agency("Adnkronos", ["ADNKRONOS"], ["adnkronos.com"]),
  agency("TT", ["TT News Agency", "Tidningarnas Telegrambyrå"], ["tt.se"]),
  agency("NTB", ["Norsk Telegrambyrå"], ["ntb.no"]),
  agency("Ritzau", ["RITZAU"], ["ritzau.dk", "ritzau.com"]),
  agency("STT", ["STT-Lehtikuva", "Finnish News Agency"], ["stt.fi"]),
  agency("BNS", ["Baltic News Service"], ["bns.lt", "bns.ee"]),
  agency("ELTA", [], ["elta.lt"]),
  agency("LETA", [], ["leta.lv"]),
  agency("PAP", ["Polish Press Agency", "Polska Agencja Prasowa"], ["pap.pl"]),
  agency("CTK", ["ČTK", "Czech News Agency"], ["ctk.eu", "ctk.cz"]),
  agency("TASR", ["News Agency of the Slovak Republic"], ["tasr.sk"]),
  agency("MTI", ["Hungarian News Agency"], ["mti.hu"]),
  agency("STA", ["Slovenian Press Agency"], ["sta.si"]),
  agency("HINA", ["Hina", "Croatian News Agency"], ["hina.hr"]),
  agency("Tanjug", ["TANJUG"], ["tanjug.rs"]),
  agency("Agerpres", ["AGERPRES"], ["agerpres.ro"]),
  agency("Mediafax", ["MEDIAFAX"], ["mediafax.ro"]),
  agency("BTA", ["Bulgarian News Agency", "Bulgarian Telegraph Agency"], ["bta.bg"]),
  agency("ANA-MPA", ["AMNA", "Athens-Macedonian News Agency", "Athens News Agency"], ["amna.gr"]),
  agency("Moldpres", ["MOLDPRES"], ["moldpres.md"]),
  agency("Anadolu", ["Anadolu Agency", "Anadolu Ajansı", "ANADOLU", "阿纳多卢通讯社", "아나돌루"], ["aa.com.tr"]),
  agency("DHA", ["Demirören News Agency", "Demirören Haber Ajansı"], ["dha.com.tr"]),
  agency("IHA", ["İHA", "Ihlas News Agency", "İhlas Haber Ajansı"], ["iha.com.tr"]),
  agency("Azertac", ["AZERTAC", "AZƏRTAC", "Azertag"], ["azertag.az"]),
  agency("Armenpress", ["ARMENPRESS"], ["armenpress.am"]),
  agency("Interpressnews", ["InterPressNews", "IPN"], ["interpressnews.ge"]),
  agency("Kazinform", ["KAZINFORM"], ["inform.kz"]),
  agency("UzA", ["Uzbekistan National News Agency"], ["uza.uz"]),
  agency("Kabar", ["KABAR"], ["kabar.kg"]),
  agency("Khovar", ["KHOVAR"], ["khovar.tj"]),
  agency("Montsame", ["MONTSAME"], ["montsame.mn"]),
  agency("IRNA", ["Islamic Republic News Agency", "伊通社"], ["irna.ir"]),
  agency("Fars", ["FARS", "Fars News"], ["farsnews.ir"]),
  agency("Tasnim", ["TASNIM"], ["tasnimnews.com"]),
  agency("Mehr", ["MEHR"], ["mehrnews.com"]),
  agency("ISNA", ["Iranian Students' News Agency"], ["isna.ir"]),
  agency("SPA", ["Saudi Press Agency"], ["spa.gov.sa"]),
  agency("WAM", ["Emirates News Agency"], ["wam.ae"]),
  agency("QNA", ["Qatar News Agency"], ["qna.org.qa"]),
  agency("KUNA", ["Kuwait News Agency"], ["kuna.net.kw"]),
  agency("BNA", ["Bahrain News Agency"], ["bna.bh"]),
  agency("ONA", ["Oman News Agency"], ["omannews.gov.om"]),
  agency("Petra", ["PETRA", "Jordan News Agency"], ["petra.gov.jo"]),
  agency("SANA", ["Syrian Arab News Agency"], ["sana.sy"]),
  agency("NNA", ["National News Agency"], ["nna-leb.gov.lb"]),
  agency("INA", ["Iraqi News Agency"], ["ina.iq"]),
  agency("WAFA", ["Wafa", "Palestinian News Agency"], ["wafa.ps"]),
  agency("MENA", ["Middle East News Agency"], ["mena.org.eg"]),
  agency("APS", ["Algeria Press Service", "Algérie Presse Service"], ["aps.dz"]),
  agency("MAP", ["Maghreb Arabe Presse"], ["mapnews.ma", "map.ma"]),
  agency("TAP", ["Tunis Afrique Presse"], ["tap.info.tn"]),
  agency("SUNA", ["Sudan News Agency"], ["suna-sd.net"]),
  agency("ENA", ["Ethiopian News Agency"], ["ena.et"]),
  agency("NAN", ["News Agency of Nigeria"], ["nannews.ng"]),
  agency("GNA", ["Ghana News Agency"], ["gna.org.gh"]),
  agency("PANA", ["Panapress", "Pan-African News Agency"], ["panapress.com"]),
  agency("SAnews", ["South African Government News Agency"], ["sanews.gov.za"]),
  agency("PTI", ["Press Trust of India", "印度报业托拉斯"], ["ptinews.com"]),
  agency("ANI", ["Asian News International"], ["aninews.in"]),
  agency("IANS", ["Indo-Asian News Service"], ["ians.in"]),
  agency("UNI", ["United News of India"], ["uniindia.com"]),
  agency("APP", ["Associated Press of Pakistan"], ["app.com.pk"]),
  agency("BSS", ["Bangladesh Sangbad Sangstha"], ["bssnews.net"]),
  agency("UNB", ["United News of Bangladesh"], ["unb.com.bd"]),
  agency("RSS", ["Rastriya Samachar Samiti"], ["rss.com.np"]),
  agency("Bernama", ["BERNAMA", "马新社"], ["bernama.com"]),
  agency("Antara", ["ANTARA", "安塔拉通讯社"], ["antaranews.com"]),
  agency("PNA", ["Philippine News Agency"], ["pna.gov.ph"]),
  agency("VNA", ["Vietnam News Agency", "TTXVN", "越通社"], ["vnanet.vn", "vietnamplus.vn"]),
  agency("KPL", ["Lao News Agency"], ["kpl.gov.la"]),
  agency("AKP", ["Agence Kampuchea Presse"], ["akp.gov.kh"]),
  agency("AAP", ["Australian Associated Press"], ["aap.com.au"]),
  agency(
    "The Canadian Press",
    ["Canadian Press", "La Presse canadienne", "La Presse Canadienne"],
    ["thecanadianpress.com"],
  ),
  agency("Notimex", ["NOTIMEX"], ["notimex.gob.mx"]),
  agency("Télam", ["TELAM", "Telam", "TÉLAM"], ["telam.com.ar"]),
  agency("Agência Brasil", ["Agencia Brasil"], ["agenciabrasil.ebc.com.br"]),
  agency("Prensa Latina", ["PRENSA LATINA", "拉美社"], ["plenglish.com", "prensa-latina.cu"]),
];

const BY_NAME: ReadonlyMap<string, string> = new Map(
  KNOWN_AGENCIES.flatMap(({ name, aliases }) => [name, ...aliases].map((alias): [string, string] => [alias, name])),
);

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
}

function patternOf(names: readonly string[]): string {
  return [...names]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join("|");
}

/** Alternatives of a pattern, longest first: every name of every known agency. */
export const KNOWN_AGENCY_PATTERN: string = patternOf([...BY_NAME.keys()]);

/** The same for names in Han, kana and Hangul, which have no word boundaries around them. */
export const EAST_ASIAN_AGENCY_PATTERN: string = patternOf(
  [...BY_NAME.keys()].filter((name) => /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/u.test(name)),
);

const GENERIC_TAIL = /\s+(?:state |official )?(?:news|press|wire) (?:agency|service)$/iu;
const ARTICLE = /^the\s+/iu;

/** The short name of an agency that a text names, with or without "the" and "News Agency", or null if it is unknown. */
export function findAgency(text: string): string | null {
  const name = text.trim().replace(ARTICLE, "");
  return BY_NAME.get(name) ?? BY_NAME.get(name.replace(GENERIC_TAIL, "")) ?? null;
}

const DESCRIPTIVE_TAIL = /\s+(?:state |official )?(?:news|press|wire) (?:agency|service)$/u;

/**
 * The short name of an agency, or the name as it is written where we do not know it. A small "news agency" after it
 * only describes it; a capital "News Agency" is part of its name.
 */
export function shortAgencyName(text: string): string {
  return findAgency(text) ?? text.trim().replace(ARTICLE, "").replace(DESCRIPTIVE_TAIL, "");
}

/** The short name of the agency whose site a host name belongs to, or null. */
export function agencyOfHost(host: string): string | null {
  const known = KNOWN_AGENCIES.find(({ domains }) =>
    domains.some((domain) => host === domain || host.endsWith(`.${domain}`)),
  );
  return known?.name ?? null;
}
