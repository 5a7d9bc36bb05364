/** How English texts credit an agency or an outlet in their sentences. Rules only: no names. */
import type { CreditRule } from "./credit-rule.ts";

/** What may stand between the cue and the name: "the Example-based", "China's state-run news agency", "German daily". */
const MODIFIER =
  "(?:the|an?|state|official|semi-official|national|private|independent|local|public|news|press|wire|media|agency|agencies|service|outlet|broadcaster|newspaper|paper|daily|weekly|magazine|tabloid|television|tv|TV|radio|channel|network|station|site|website|portal|platform|business|financial|sports|online|opposition|leading|sister|fellow|foreign|domestic|\\p{L}+-(?:based|run|owned|controlled|funded|backed|affiliated|linked|language|government)|pro-\\p{L}+|\\p{Lu}[\\p{L}-]*(?:['’]s?)?)";
const MODIFIERS = `(?:${MODIFIER}\\s){0,7}`;
const DAY =
  "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)\\b";
/** What a name may be followed by when the name alone is what the cue is about. */
const END = `(?:\\s*(?:$|[.,;:!?)”"»\\]\\u3000-\\u303f]|[—–]|-[-\\s])|\\s(?:on|in|and|as|citing|quoting|which|who|said|says|late|early|earlier|today|yesterday|${DAY}|reports?|reported|that|but|while|after|with|or|this|last|at|has|had)\\b)`;
/** What of an outlet carries what it says. */
const PIECE =
  "(?:reports?|reporting|story|stories|article|dispatch|commentary|editorial|op-ed|opinion piece|interview|survey|poll|tally|tallies|count|data|calculations?|estimates?|analysis|investigation|documentary|column|essay|series|review|transcript|translation|news alert|live blog|witness|correspondent|reporter|footage|database|tracker|exclusive)";
const PIECE_OF = `(?:(?:${MODIFIER}|recent|new|exclusive|joint|special|separate|previous|earlier|detailed|lengthy|initial|first|major|front-page|${DAY})\\s){0,5}${PIECE}(?:\\s(?:published|aired|broadcast|carried|posted|written|released|compiled|conducted|run|issued|late|early|on|earlier|last|this|week|month|year|yesterday|today|${DAY}|\\d{1,2})){0,5},?\\s(?:by|in|on|from|for|of|with|to|at)`;

const CUE =
  "(?:[Aa]ccording to|[Cc]iting|[Qq]uoting|[Pp]er|[Cc]ites|[Cc]ited|[Qq]uotes|(?:also |has |had |in turn )?quoted|(?:[Rr]eported|[Cc]ited|[Qq]uoted|[Cc]arried|[Pp]ublished|[Ss]een|[Rr]eviewed|[Oo]btained|[Cc]ompiled|[Ii]nterviewed|[Cc]ontacted|[Pp]olled|[Ss]urveyed|[Vv]erified|[Cc]onfirmed|[Bb]roadcast|[Aa]ired|[Rr]elayed|[Rr]eleased)(?: live| first| exclusively| widely| jointly| online| earlier| originally)? by|[Cc]ourtesy of|[Vv]ia|[Rr]eferring to|[Ww]ith reference to|[Bb]ased on|[Cc]redited to|[Aa]ttributed to|(?:wrote|written|writing|writes) (?:in|for))";
const CUED = new RegExp(`(?:^|[^\\p{L}])${CUE}\\s(?:${PIECE_OF}\\s)?${MODIFIERS}$`, "u");
/** The name describes a piece of its own: “Example's report”. */
const IS_PIECE = new RegExp(
  `^(?:['’]s?)?\\s(?:(?:${MODIFIER}|own|latest|recent|new|exclusive|joint|live|news|${DAY})\\s){0,3}${PIECE}\\b`,
  "u",
);

const ADVERB =
  "(?:also |both |all |has |had |have |later |earlier |first |then |further |previously |separately |subsequently |since |additionally |initially |exclusively |recently |reportedly |meanwhile |, meanwhile, |, however, |itself )";
const SAYS =
  "(?:report(?:ed|s)|quot(?:ed|es)|cit(?:ed|es)|not(?:ed|es)|wr(?:ote|ites)|said|says|stat(?:ed|es)|reveal(?:ed|s)|disclos(?:ed|es)|learn(?:ed|t)|add(?:ed|s)|observ(?:ed|es)|claim(?:ed|s)|descri(?:bed|bes)|recall(?:ed|s)|remark(?:ed|s)|comment(?:ed|s)|point(?:ed|s) out|put it|put (?:[\\p{L}’'-]+ ){1,5}at|broke the (?:news|story)|estimate[ds]|suggest(?:ed|s)|found|confirm(?:ed|s)|highlight(?:ed|s)|explain(?:ed|s)|argu(?:ed|es)|predict(?:ed|s)|calculat(?:ed|es)|show(?:ed|s)|relay(?:ed|s)|warn(?:ed|s)|alleg(?:ed|es)|forecast|project(?:ed|s)|tweeted)";
/** What outlets do with words that are said with it: only then is it a credit. */
const PUBLISHES =
  '(?:published|carried|aired|ran|broadcast|covered|released|printed|issued|posted|featured)[^.;“”"]{0,120}?(?:,\\s|\\s)(?:saying|stating|noting|quoting|citing|reporting|claiming|arguing|revealing|describing|suggesting|showing|in which|that (?:said|says|quoted|cited|claimed|showed|described|revealed))\\b';
const IN_PIECE = "(?:,? (?:in (?:a|an|its|their|one|another)|on its)\\s(?:[\\p{L}\\p{N}’'-]+\\s){1,6}?,? ?)";
/** What a company says of itself, or what is said of it. */
const OF_ITSELF = new RegExp(
  `^\\s${ADVERB}?(?:(?:said|says|stated|confirmed|added|disclosed|revealed|explained|noted|announced)(?:\\s(?:on\\s)?${DAY})?(?:\\sin a (?:\\p{L}+ )?(?:statement|filing|memo|news release|press release|letter|email)|\\s(?:that )?(?:it|its|their|they|the company)\\b)|(?:reported|said|posted|claimed|showed|estimated|predicted|noted|added)\\s(?:a|an|its|record|net|higher|lower|quarterly|annual|strong|better|weaker|[\\p{L}-]+-quarter|operating|digital|subscription|\\d|[$€£¥]|[\\p{Lu}]{2,3}\\d)[^.,;]{0,60}?\\b(?:profits?|loss(?:es)?|revenues?|earnings|sales|income|results|subscribers|subscriptions|layoffs|job cuts)\\b|reports (?:were|are|was|have|had)\\b|(?:found|showed|added|described|confirmed)\\s(?:itself|himself|herself|him|her|a new|another (?:buyer|job))\\b|[^.;]{0,90}?\\bits (?:own )?(?:\\p{L}+ )?(?:journalists?|reporters?|staff|employees|editors?|correspondents?|photographers?|camera(?:man|men|woman)|office|bureau|board|parent|owners?|shares|licen[cs]e|headquarters|newsroom|subscribers)\\b)`,
  "u",
);
const CONDITION =
  /(?:^|[^\p{L}])(?:if|If|whether|unless|should|Should|until|accused|accuses|sued|suing|bought|buys|owns|(?:editors?|editor-in-chief|heads?|chief|chair(?:man|woman)?|owners?|publishers?|founders?|co-founders?|directors?|presidents?|CEO|spokes\p{L}+|lawyers?|employees?|executives?|board|staff|critics?|rivals?|parent|offices?|bureau|headquarters|columnists?|hosts?|anchors?|alumn\p{L}+|worked|works|working|joined|joining|left|leaving)(?:\s(?:of|at|for|with))?)\s(?:the\s)?$/u;

const TOLD =
  "(?:[Tt]old|[Tt]ells|[Tt]elling|[Ss]peaking (?:to|with)|[Ss]poke (?:to|with)|[Ss]poken to|(?:statement|comments?|remarks?|response|reply|email|e-mail|message|interviews?) to|[Ii]nterviews? (?:with|for|by|on|aired (?:by|on)|published (?:by|in)|carried by|broadcast (?:by|on))|[Tt]alking to|[Tt]alked to|appear(?:ed|ing|ance) on|(?:[Ss]aid|[Cc]onfirmed|[Ee]xplained|[Aa]dmitted|[Dd]enied|[Ss]tressed|[Rr]epeated) to|said on|[Ss]peaking on)";
/** Who belongs to an outlet, and is told things as such. */
const ITS_PEOPLE =
  "(?:board|bosses|chairman|chief|editors?|employees|executives?|investors|lawyers?|management|owners?|readers|shareholders|staff|staffers|subscribers|viewers|workers|unions?|council|foundation)";
const AFTER_TOLD = new RegExp(
  `^(?:${END}|(?:['’]s?)?\\s(?!${ITS_PEOPLE}\\b)\\p{Ll}|\\s(?:I|I['’]\\p{L}+)\\b|['’]s?\\s[“"‘]?\\p{Lu}|\\s[“"‘])`,
  "u",
);
const AFTER_CUE = new RegExp(`^${END}`, "u");

const attribution = { how: "attribution", takesUnknown: true } as const;

/** What an outlet did with words or figures of others; whatever comes behind the name belongs to the sentence around. */
const DONE_BY =
  "(?:(?:[Rr]eport|[Qq]uot|[Cc]it|[Ss]urvey|[Pp]oll|[Ii]nterview|[Cc]ompil|[Oo]btain|[Rr]eview|[Vv]erifi|[Cc]ontact|[Rr]elay|[Tt]ranslat|[Cc]alculat)ed|[Ss]een|[Cc]ited) by";
const DONE = new RegExp(`(?:^|[^\\p{L}])${DONE_BY}\\s${MODIFIERS}$`, "u");
const SHOW = "(?:show|programme|program|podcast|newscast|bulletin|breakfast|newsnight)";

/** In the order in which they are asked. */
export const ENGLISH_CREDITS: readonly CreditRule[] = [
  {
    how: "told",
    takesUnknown: true,
    before: new RegExp(`(?:^|[^\\p{L}])${TOLD}\\s${MODIFIERS}$`, "u"),
    after: AFTER_TOLD,
  },
  // "said on Example TV's morning show"
  {
    how: "told",
    takesUnknown: false,
    before: new RegExp(`(?:^|[^\\p{L}])on\\s${MODIFIERS}$`, "u"),
    after: new RegExp(`^(?:['’]s?)?\\s(?:(?:\\p{L}+\\s){0,4}${SHOW}\\b|[“"‘]\\p{Lu})`, "u"),
  },
  // "analysts polled by Example News expect"
  { ...attribution, before: DONE, after: /^\s\p{Ll}/u, notAfter: /^(?:['’]s?)?\s(?:and|or|as well as)\s\p{Lu}/u },
  // "according to Example News", "citing a report by the Example-based Fooland Press"
  { ...attribution, before: CUED, after: AFTER_CUE },
  // "according to an Example News report", "citing Example's data"
  { ...attribution, before: CUED, after: IS_PIECE },
  // "forecast by analysts in an Example News survey"
  {
    ...attribution,
    takesUnknown: false,
    before: /(?:^|[^\p{L}])(?:in|by|from|of) (?:an?|the|its|\p{L}+['’]s) (?:\p{L}+ ){0,2}$/u,
    after: /^\s(?:\p{L}+ )?(?:survey|poll|tally|count)\b/u,
  },
  { ...attribution, before: null, after: /^,? (?:was|were) (?:the )?first to report\b/u },
  // "Example News adds: …", which opens a paragraph
  { ...attribution, takesUnknown: false, before: /^$/u, after: /^\sadds:\s/u },
  // "quoted Example News as saying"
  {
    ...attribution,
    before: new RegExp(`(?:quot|cit)(?:ed|es|ing)\\s${MODIFIERS}$`, "u"),
    after: /^\sas\s\p{L}+ing\b/u,
  },
  // "Example News, citing two officials, said"
  { ...attribution, before: null, after: /^,? ?\(?(?:citing|quoting|referring to|with reference to)\s/u },
  // "Example News reported", "Example News, in a report on Monday, noted"
  {
    ...attribution,
    before: null,
    after: new RegExp(`^${IN_PIECE}?,?\\s${ADVERB}{0,2}(?:report(?:ed|s)|quot(?:ed|es)|cit(?:ed|es))\\b`, "u"),
    notBefore: CONDITION,
    notAfter: OF_ITSELF,
  },
  {
    ...attribution,
    takesUnknown: false,
    before: null,
    after: new RegExp(`^,? in (?:a|an|its|one) (?:[\\p{L}-]+ ){0,2}${PIECE}\\b[^.;]{0,60}?, \\p{Ll}`, "u"),
  },
  {
    ...attribution,
    takesUnknown: false,
    before: null,
    after: new RegExp(`^${IN_PIECE}?\\s?${ADVERB}{0,2}${SAYS}\\b`, "u"),
    notBefore: CONDITION,
    notAfter: OF_ITSELF,
  },
  // "Example News, which is close to the court, said"
  {
    ...attribution,
    takesUnknown: false,
    before: null,
    after: new RegExp(
      `^,\\s(?:which|whose|an?|the|\\p{Lu}[\\p{L}-]*['’]s?)\\s[^,.;“”"]{2,90},\\s${ADVERB}{0,2}${SAYS}\\b`,
      "u",
    ),
    notBefore: CONDITION,
  },
  // "the news agency, Example, said"
  {
    ...attribution,
    takesUnknown: false,
    before: /(?:agency|broadcaster|newspaper|daily|channel|network|website|magazine),\s$/u,
    after: new RegExp(`^,\\s${ADVERB}{0,2}${SAYS}\\b`, "u"),
  },
  // "Example News has seen the papers"
  {
    ...attribution,
    takesUnknown: false,
    before: null,
    after:
      /^\s(?:(?:has|had|have) (?:also )?(?:seen|obtained|reviewed|verified|learned|spoken (?:to|with)|interviewed)|understands)\b/u,
    notBefore: CONDITION,
  },
  { ...attribution, before: null, after: new RegExp(`^\\s${ADVERB}{0,2}${PUBLISHES}`, "u"), notBefore: CONDITION },
  // "Example's Ada Brook reports", "an Example News reporter saw"
  {
    ...attribution,
    before: null,
    after:
      /^(?:['’]s?\s(?:\p{Lu}[\p{L}.'’-]+\s){1,3}(?:reports|reported)|\s(?:journalists?|reporters?|correspondents?|witness(?:es)?|photographers?|teams?)(?:\s[^.,;]{0,40}?)?\s(?:saw|heard|witnessed|counted|reported|reports|observed))\b/u,
  },
  // "an Example News poll showed", "Example's report said"
  {
    ...attribution,
    before: null,
    after: new RegExp(
      `${IS_PIECE.source}(?:,?\\s[^.;,“”"]{0,60}?)?\\s${ADVERB}{0,2}(?:${SAYS}|that|quoting|citing|saying)\\b`,
      "u",
    ),
  },
  // "a report by Example News said"
  {
    ...attribution,
    before: new RegExp(
      `(?:^|[^\\p{L}])(?:[Aa]n?|[Tt]he|[Ii]n an?|its|[Oo]ne|[Tt]wo|[Aa]nother)\\s${PIECE_OF}\\s${MODIFIERS}$`,
      "iu",
    ),
    after: new RegExp(`^(?:,?\\s[^.;“”"]{0,60}?)?,?\\s${ADVERB}{0,2}(?:${SAYS}|that|quoting|citing|saying)\\b`, "u"),
  },
  // "“…”, said Example News."
  {
    ...attribution,
    takesUnknown: false,
    before: new RegExp(`[,”"’']\\s(?:said|reported|reports|wrote|writes|noted)\\s${MODIFIERS}$`, "u"),
    after: /^\s*(?:$|[.,;])/u,
  },
];

/** "Barland to cut output: Example News", of a heading; "Example News: Barland to cut output", of a heading: in a transcript it is who asks. */
export const HEADED: readonly CreditRule[] = [
  { ...attribution, takesUnknown: false, before: /\S(?:\s?:|\s[-–—])\s$/u, after: /^$/u },
  { ...attribution, takesUnknown: false, before: /^$/u, after: /^\s?[:：]\s?[\p{L}“"‘「《]/u },
];

/** "Xinhua and Yonhap": what joins a name to the one before it, which is credited for both. */
export const JOINED_NAMES = new RegExp(
  `^(?:,? and|,? or|,|,? as well as|,? und|,? sowie|,? et|,? y|,? e|和|、|及|与|と|および|와|과|, |/)\\s?${MODIFIERS}(?:l['’]|der |die |das |la |le |el |il )?$`,
  "u",
);
/** What may follow the last of them. */
export const AFTER_JOINED = new RegExp(`^(?:${END}|['’]?\\s?$)`, "u");
/** "Xinhua and" before a name that is credited by what follows it. */
export const JOINS_NEXT = /^(?:,? and| und| et| y| e|和|、|及|与|と|와|과)\s?(?:the |die |der |das )?$/u;
