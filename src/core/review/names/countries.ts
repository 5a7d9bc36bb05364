/**
 * Countries, what their people are called, and the capitals that stand for their governments. For telling that two
 * texts speak of the same country; not a gazetteer. One line each: whatever is on it may stand for the other.
 */

const LINES = `
afghanistan|afghan|afghans|kabul
albania|albanian|albanians|tirana
algeria|algerian|algerians|algiers
angola|angolan|angolans|luanda
argentina|argentine|argentines|argentinian|buenos aires
armenia|armenian|armenians|yerevan
australia|australian|australians|canberra
austria|austrian|austrians|vienna
azerbaijan|azerbaijani|azerbaijanis|azeri|baku
bahrain|bahraini|bahrainis|manama
bangladesh|bangladeshi|bangladeshis|dhaka
belarus|belarusian|belarusians|minsk
belgium|belgian|belgians
bolivia|bolivian|bolivians|la paz
bosnia|bosnian|bosnians|bosnia and herzegovina|sarajevo
botswana|gaborone
brazil|brazilian|brazilians|brasilia
britain|british|united kingdom|uk|u k|great britain|london|briton|britons
brunei|bruneian
bulgaria|bulgarian|bulgarians|sofia
burkina faso|burkinabe|ouagadougou
cambodia|cambodian|cambodians|phnom penh
cameroon|cameroonian|yaounde
canada|canadian|canadians|ottawa
chad|chadian|n'djamena|ndjamena
chile|chilean|chileans|santiago
china|chinese|prc|people's republic of china|peoples republic of china|beijing|sino|中国|中國|중국
colombia|colombian|colombians|bogota
congo|congolese|drc|kinshasa
costa rica|costa rican|costa ricans
croatia|croatian|croatians|croat|zagreb
cuba|cuban|cubans|havana
cyprus|cypriot|cypriots|nicosia
czech republic|czechia|czech|czechs|prague
denmark|danish|danes|dane|copenhagen
ecuador|ecuadorian|quito
egypt|egyptian|egyptians|cairo
el salvador|salvadoran|salvadorean
estonia|estonian|estonians|tallinn
ethiopia|ethiopian|ethiopians|addis ababa
european union|eu|e u|brussels|europe|european|europeans
fiji|fijian|suva
finland|finnish|finns|finn|helsinki
france|french|paris|frenchman
georgia|georgian|georgians|tbilisi
germany|german|germans|berlin
ghana|ghanaian|ghanaians|accra
greece|greek|greeks|athens
guatemala|guatemalan|guatemalans
haiti|haitian|haitians|port au prince
honduras|honduran|hondurans|tegucigalpa
hungary|hungarian|hungarians|budapest
iceland|icelandic|icelanders|reykjavik
india|indian|indians|new delhi|delhi
indonesia|indonesian|indonesians|jakarta
iran|iranian|iranians|tehran|islamic republic
iraq|iraqi|iraqis|baghdad
ireland|irish|dublin
israel|israeli|israelis|jerusalem
italy|italian|italians|rome
ivory coast|cote d'ivoire|ivorian|abidjan
jamaica|jamaican|jamaicans|kingston
japan|japanese|tokyo|日本|일본
jordan|jordanian|jordanians|amman
kazakhstan|kazakh|kazakhs|astana
kenya|kenyan|kenyans|nairobi
kosovo|kosovar|kosovars|pristina
kuwait|kuwaiti|kuwaitis
kyrgyzstan|kyrgyz|bishkek
laos|lao|laotian|vientiane
latvia|latvian|latvians|riga
lebanon|lebanese|beirut
liberia|liberian|monrovia
libya|libyan|libyans|tripoli
lithuania|lithuanian|lithuanians|vilnius
luxembourg|luxembourgish
madagascar|malagasy|antananarivo
malawi|malawian|lilongwe
malaysia|malaysian|malaysians|kuala lumpur
maldives|maldivian|male
mali|malian|malians|bamako
malta|maltese|valletta
mexico|mexican|mexicans|mexico city
moldova|moldovan|moldovans|chisinau
mongolia|mongolian|mongolians|ulaanbaatar|ulan bator
montenegro|montenegrin|podgorica
morocco|moroccan|moroccans|rabat
mozambique|mozambican|maputo
myanmar|burma|burmese|naypyidaw|nay pyi taw
namibia|namibian|windhoek
nepal|nepali|nepalese|kathmandu
netherlands|dutch|holland|the hague|hague|amsterdam
new zealand|new zealander|new zealanders|wellington|kiwi
nicaragua|nicaraguan|managua
niger|nigerien|niamey
nigeria|nigerian|nigerians|abuja
north korea|north korean|north koreans|dprk|democratic people's republic of korea|pyongyang|朝鲜|북한
north macedonia|macedonia|macedonian|skopje
norway|norwegian|norwegians|oslo
oman|omani|omanis|muscat
pakistan|pakistani|pakistanis|islamabad
palestine|palestinian|palestinians|ramallah
panama|panamanian|panamanians
papua new guinea|papua new guinean|port moresby
paraguay|paraguayan|asuncion
peru|peruvian|peruvians|lima
philippines|philippine|filipino|filipinos|manila
poland|polish|poles|pole|warsaw
portugal|portuguese|lisbon
qatar|qatari|qataris|doha
romania|romanian|romanians|bucharest
russia|russian|russians|russian federation|moscow|kremlin|俄罗斯|러시아
rwanda|rwandan|rwandans|kigali
saudi arabia|saudi|saudis|riyadh|kingdom of saudi arabia
senegal|senegalese|dakar
serbia|serbian|serbians|serb|serbs|belgrade
sierra leone|sierra leonean|freetown
singapore|singaporean|singaporeans
slovakia|slovak|slovaks|bratislava
slovenia|slovenian|slovene|ljubljana
somalia|somali|somalis|mogadishu
south africa|south african|south africans|pretoria
south korea|south korean|south koreans|korea|korean|koreans|rok|r o k|republic of korea|seoul|韩国|韓國|한국|대한민국
south sudan|south sudanese|juba
spain|spanish|spaniard|spaniards|madrid
sri lanka|sri lankan|sri lankans|colombo
sudan|sudanese|khartoum
sweden|swedish|swedes|swede|stockholm
switzerland|swiss|bern|berne
syria|syrian|syrians|damascus
taiwan|taiwanese|taipei|台湾|대만
tajikistan|tajik|dushanbe
tanzania|tanzanian|dodoma
thailand|thai|thais|bangkok
tunisia|tunisian|tunisians|tunis
turkey|turkiye|turkish|turks|turk|ankara
turkmenistan|turkmen|ashgabat
uganda|ugandan|ugandans|kampala
ukraine|ukrainian|ukrainians|kyiv|kiev
united arab emirates|uae|u a e|emirati|emiratis|emirates|abu dhabi
united nations|un|u n|联合国|유엔
united states|united states of america|us|u s|usa|u s a|america|american|americans|washington|white house|美国|미국
uruguay|uruguayan|montevideo
uzbekistan|uzbek|uzbeks|tashkent
venezuela|venezuelan|venezuelans|caracas
vietnam|viet nam|vietnamese|hanoi
yemen|yemeni|yemenis|sanaa|sana'a
zambia|zambian|zambians|lusaka
zimbabwe|zimbabwean|zimbabweans|harare
`;

/** Each group under its first name; all folded (fold-name.ts), Chinese and Korean as they are. */
const GROUPS: readonly (readonly string[])[] = LINES.trim()
  .split("\n")
  .map((line) => line.split("|"));
const GROUP_OF: ReadonlyMap<string, readonly string[]> = new Map(
  GROUPS.flatMap((group) => group.map((name): [string, readonly string[]] => [name, group])),
);

/** What else the country of a folded name may be called; empty where the name is none. */
export function namesOfCountry(foldedName: string): readonly string[] {
  return GROUP_OF.get(foldedName) ?? [];
}

/** One word for a country and its people: "chinese" and "prc" are "china". Null for what is none. */
export function countryOf(foldedName: string): string | null {
  return GROUP_OF.get(foldedName)?.[0] ?? null;
}
