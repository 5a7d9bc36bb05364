/** How French, German, Spanish, Italian, Portuguese, Dutch, Turkish and Russian texts credit an agency. Rules only. */
import type { CreditRule } from "./credit-rule.ts";

const START = "(?:^|[^\\p{L}])";
const END =
  "^(?:\\s*(?:$|[.,;:!?)”\"»“\\]]|[—–]|-\\s)|\\s(?:et|qui|que|ce|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|und|am|vom|mit|dass|die|der|das|hat|haben|ist|sind|wird|werden|war|waren|soll|sollen|in|im|y|que|el|los|la|un|una|este|esta|e|che|il|lo|i|gli|ha|hanno|a|o|os|as|nesta|neste|op|dat|heeft|de|le|les|в|что|о|со|и|на|l['’])(?!\\p{L}))";

/** "der staatlichen chinesischen Nachrichtenagentur", "l'agence de presse officielle", "el diario", "агентство". */
const FRENCH =
  "(?:l['’]|la |le |les |au |à l['’]|à la |du |de l['’]|de la |d['’]|une? )?(?:(?:agence|chaîne|radio|télévision|quotidien|journal|hebdomadaire|magazine|site|média)(?: de (?:presse|télévision))?(?: d['’]information)?(?: \\p{Ll}+){0,4} )?";
const GERMAN =
  "(?:(?:der|die|das|dem|den|des|einer|einem) )?(?:(?:[\\p{Ll}-]+(?:en|er|e|em|es)|\\p{Lu}\\p{Ll}+er) ){0,3}(?:(?:Nachrichtenagentur|Agentur|Presseagentur|Zeitung|Tageszeitung|Wochenzeitung|Magazin|Nachrichtenmagazin|Sender|Fernsehsender|Rundfunk|Portal|Blatt|Nachrichtenportal|Zeitungen|Senders?|Magazins|Blatts) )?[„“\"»‚']?";
const SPANISH =
  "(?:el |la |los |al |del |a la |a el |un |una |lo que )?(?:(?:agencia|diario|periódico|canal|cadena|televisión|radio|portal|medio|rotativo|semanario)(?: de (?:noticias|prensa|televisión))?(?: \\p{Ll}+){0,3} )?";
const ITALIAN =
  "(?:l['’]|la |il |lo |all['’]|alla |al |allo |dall['’]|dalla |dal |dell['’]|della |del |un['’]|una )?(?:(?:agenzia|quotidiano|giornale|emittente|rete|settimanale|sito)(?: di (?:stampa|notizie))?(?: \\p{Ll}+){0,3} )?";
const PORTUGUESE =
  "(?:a |o |à |ao |pela |pelo |da |do |uma? )?(?:(?:agência|jornal|canal|emissora|rádio|televisão|portal|site|revista)(?: de (?:notícias|imprensa))?(?: \\p{Ll}+){0,3} )?";
const DUTCH = "(?:de |het |een )?(?:\\p{Ll}+ ){0,2}(?:(?:persbureau|krant|dagblad|omroep|nieuwssite|zender) )?";
const RUSSIAN =
  '(?:(?:агентств\\p{L}+|газет\\p{L}+|телеканал\\p{L}*|издани\\p{L}+|портал\\p{L}*|информагентств\\p{L}+) )?[«"„]?';

/** Behind what always names a source, a name may go on into the sentence. */
const GOES_ON = '^[»”"“]?\\s\\p{Ll}';

const rule = (before: string, after: string = END): CreditRule => ({
  how: "attribution",
  takesUnknown: false,
  before: new RegExp(`${START}${before}$`, "u"),
  after: new RegExp(after, "u"),
});
const told = (before: string, after: string = END): CreditRule => ({ ...rule(before, after), how: "told" });
const says = (after: string): CreditRule => ({
  how: "attribution",
  takesUnknown: false,
  before: null,
  after: new RegExp(`^["”“»']?\\s${after}(?!\\p{L})`, "u"),
});

export const EUROPEAN_CREDITS: readonly CreditRule[] = [
  rule(`(?:[Ss]elon|[Dd]['’]après) ${FRENCH}`, GOES_ON),
  rule(`[Ll]aut ${GERMAN}`, GOES_ON),
  rule(`(?:Umfragen?|Erhebung|Befragung) (?:von|der|des) ${GERMAN}`, GOES_ON),
  rule(`[Ss]egún ${SPANISH}`, GOES_ON),
  rule(`[Ss]econdo ${ITALIAN}`, GOES_ON),
  rule(`(?:[Ss]egundo|[Dd]e acordo com) ${PORTUGUESE}`, GOES_ON),
  told(
    `(?:a|ont|avait|avaient) (?:déclaré|confié|dit|affirmé|expliqué|indiqué|assuré|précisé)(?:\\s[^.,;:«»]{1,50}?)? (?:à |au |auprès de )${FRENCH}`,
  ),
  told(`(?:déclaré|dit|affirmé|expliqué|indiqué|assuré|confirmé|précisé)(?:\\s[^.,;:«»]{1,50}?)? sur ${FRENCH}`),
  told(`(?:confié|confirmé|déclaré)(?:e|s|es)? (?:à |au )${FRENCH}`, GOES_ON),
  told(`(?:entretien|interview) (?:à|avec|au|accordé(?:e)? (?:à|au))\\s?${FRENCH}`),
  told(`(?:[Ii]nvitée?s? (?:de |d['’]|sur |du )|au micro (?:de |d['’]|du )|à l['’]antenne (?:de |d['’]))${FRENCH}`),
  told(`(?:auprès d(?:e |u |['’])|interrogé(?:e|s|es)? par |joint(?:e|s)? par |contacté(?:e|s)? par )${FRENCH}`),
  rule(
    `(?:[Ss]elon|[Dd]['’]après|[Cc]itant|(?:cité|rapporté|relayé|révélé|publié|diffusé|annoncé|confirmé|recueilli|consulté)(?:e|s|es)? par|[Rr]apporte(?:nt)?|[Rr]elate|[Ii]ndique|[Aa]ffirme|[Pp]récise|[Aa]nnonce|[Éé]crit|[Rr]évèle|[Cc]ite|a (?:rapporté|indiqué|annoncé|relaté|révélé)|informations (?:de|du)|avec|[Ss]ource :) ?${FRENCH}`,
  ),
  says(
    "(?:(?:a|ont|avait) )?(?:également |aussi )?(?:rapporte(?:nt)?|rapporté|relate|relaté|indique|indiqué|annonc(?:e|é)|écrit|révèle|révélé|précise|précisé|cite|cité|affirme|affirmé)",
  ),

  told(
    `(?:teilten?\\s[^.;]{1,60}?|sagten?|erklärten?|erläuterten?|äußerten? sich|sprachen?|gegenüber|(?:im |in einem )?(?:Gespräch|Interview) mit|im Interview|sagte .{1,60}?|sag(?:t|te|ten)(?:\\s[^.,;:„“]{1,60}?)? zu) ?${GERMAN}`,
    `${END}|^\\s(?:zu|mit|zudem|auf|bei|nach|vor|gestern|heute|er|sie|es|man)(?!\\p{L})`,
  ),
  rule(
    `(?:[Ll]aut|[Uu]nter Berufung auf|(?:Meldung|Artikel|Recherche|Recherchen|Interview|Umfragen?|Erhebung|Befragung|Berechnungen|Schätzungen|Auswertung) (?:von|in|im|des|der)|[Bb]erichte(?:t|te|ten|n)? (?:von|in|im|des|der)|Informationen (?:von|des|der)|[Bb]erichte(?:t|te|ten|n)?|[Mm]elde(?:t|te|ten|n)|[Ss]chreib(?:t|en)|schrieb|zitierte?|(?:[Ww]ie|so|So)|[Nn]ach (?:Angaben|Informationen|einem Bericht|Berichten|Recherchen) (?:von|des|der)?|(?:einem |in einem |der )?Bericht|Berichten|[Qq]uelle:|zitiert von|Material (?:der|von)|Informationen|Mit Material von) ?${GERMAN}`,
    `${END}|^["”“»']?\\s(?:berichtete?|meldete?|schreibt|schrieb|mitteilte?|unter|zufolge|zuvor|zuerst|übereinstimmend|zeigte|ergab|unter)`,
  ),
  says(
    "(?:zufolge|berichte(?:t|te|ten)|melde(?:t|te|ten)|schreibt|schrieb|zitiert(?:e)?|(?:hatten?|haben?|hat)\\s[^.;]{0,60}?\\s?(?:berichtet|gemeldet))",
  ),

  told(
    `(?:dijo|declaró|explicó|aseguró|afirmó|señaló|comentó|relató|confirmó|indicó)(?:\\s[^.,;:«»]{1,50}?)? (?:a|al)\\s?${SPANISH}`,
  ),
  told(`(?:entrevista|conversación|declaraciones) (?:con|a|al|concedida a|de)\\s?${SPANISH}`),
  rule(
    `(?:[Ss]egún(?: (?:informó|informa|informe de|publicó|recogió|recoge|reportó|datos de|fuentes de))?|[Dd]e acuerdo con|[Cc]itando a|[Cc]itad[oa]s? por|[Rr]ecogid[oa]s? por|(?:consultad|recabad|entrevistad|contactad|difundid|publicad|adelantad|obtenid)[oa]s? por|[Ii]nform(?:ó|a)|[Rr]eport(?:ó|a)|[Pp]ublic(?:ó|a)|[Cc]on información de|[Ff]uente:) ?${SPANISH}`,
  ),
  says(
    "(?:informó|informa|reportó|reporta|señaló|publicó|publica|indicó|citó|adelantó|detalló|ha informado|había informado)",
  ),

  told(
    `(?:ha|hanno|aveva) (?:detto|dichiarato|spiegato|riferito|confermato|raccontato)(?:\\s[^.,;:«»]{1,50}?)? (?:a |all['’]|alla |al |allo )${ITALIAN}`,
  ),
  told(`[Ii]ntervistat[oaie] d(?:a|al|alla|all['’])\\s?${ITALIAN}`),
  rule(`(?:[Ss]i apprende|ha appreso|[Ss]i legge su) ?${ITALIAN}`),
  told(`(?:intervista|colloquio|parlando) (?:a |all['’]|alla |al |con )${ITALIAN}`),
  rule(
    `(?:[Ss]econdo(?: (?:quanto (?:riporta|riferisce|riportato da|riferito da|scrive|appreso da)))?|[Cc]ome (?:riporta|riferisce|scrive|riportato da|riferito da)|[Ll]o (?:riporta|riferisce|scrive)|[Rr]iferisce|[Rr]iporta|[Ss]crive|[Cc]itando|[Cc]itat[oa] da|riportat[oa] da|[Ss]tando a|[Ff]onte:) ?${ITALIAN}`,
  ),
  says("(?:riporta|riferisce|ha riferito|scrive|ha scritto|ha riportato|cita|citando)"),

  told(`(?:disse|afirmou|declarou|explicou|contou)(?:\\s[^.,;:«»]{1,50}?)? (?:à|ao|a) ?${PORTUGUESE}`),
  rule(
    `(?:[Ss]egundo|[Dd]e acordo com|[Cc]onforme|[Cc]itando|[Cc]itad[oa]s? (?:por|pela|pelo)|[Ii]nformou|[Nn]oticiou|[Ii]nformações d[ao]|[Ff]onte:) ?${PORTUGUESE}`,
  ),
  says("(?:informou|noticiou|relatou|divulgou|publicou|reportou)"),

  rule(`(?:[Vv]olgens|[Mm]eldt|[Mm]eldde|[Aa]ldus|[Ss]chrijft|[Bb]ericht|[Zz]egt|[Bb]ron:) ${DUTCH}`),
  told(`(?:zei|zegt|vertelde|verklaarde) (?:tegen|aan) ${DUTCH}`),
  says("(?:meldt|meldde|meldden|schrijft|bericht|berichtte)"),

  told(
    `(?:рассказал|сообщил|заявил|пояснил|сказал|подтвердил)[аи]? ${RUSSIAN}`,
    '^[»"“]?(?:\\s*$|\\s*[,.(]|\\s(?:в|что|о)\\s)',
  ),
  rule(
    `(?:[Пп]о данным|[Пп]о информации|[Сс]ообща(?:ет|ют)|[Сс]ообщил[аои]?|[Пп]ереда[её]т|[Пп]ишет|со ссылкой на|[Кк]ак (?:сообщает|сообщил[аои]?|передает|передаёт|пишет)|цитирует|приводит|[Ии]сточник:) ${RUSSIAN}`,
    '^[»"“]?(?:\\s*$|\\s*[,.;:()]|\\s[—–-]|\\s(?:со|что|в|о|и|из|слова|от)\\s)',
  ),
  says("(?:сообщает|сообщил[аои]?|переда[её]т|пишет|написал[аи]?)"),

  // "im Beispiel-Interview"
  {
    how: "told",
    takesUnknown: false,
    before: /(?:^|[^\p{L}])[Ii]m $/u,
    after: /^[-‑](?:Interview|Gespräch)(?!\p{L})/u,
  },
  // "nach Beispiel-Informationen"
  {
    how: "attribution",
    takesUnknown: false,
    before: null,
    after: /^[-‑](?:Informationen|Bericht|Berichte|Berichten|Angaben|Recherchen)(?!\p{L})/u,
  },
  { how: "told", takesUnknown: false, before: null, after: /^\s?(?:['’]\p{L}{1,4}\s)?muhabirine\s/u },
  // "Örnek Ajansı'nın haberine göre"
  {
    how: "attribution",
    takesUnknown: false,
    before: null,
    after: /^(?:['’]\p{L}{1,4})?\s(?:haberine göre|göre|aktardığına göre|bildirdiğine göre|bildirdi|duyurdu|aktardı)/u,
  },
];
