/** English words by what they come to when two texts are compared: those that say nothing, those that say the same. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** Folded. Words that sentences of all kinds have, who said it, and when: no sign that two speak of the same thing. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  words(`a an the this that these those it its he she they we you i his her their our your my him them us me who whom whose
  which what when where why how if whether although though because since while as after before until till during once unless
  despite in on at by for from to with without within into onto over under above below between among amid against across
  through throughout along around about near beyond upon per via of off out up down and or but nor so yet not also too only
  just even still already again then thus hence therefore however moreover meanwhile instead otherwise nevertheless is are
  was were be been being am do does did done doing have has had having will would can could may might must shall should let
  more most much many less least fewer few several some any all both each every no none other others another such same own
  than very well now here there today yesterday tomorrow tonight ago earlier later last next past coming recent recently
  day days week weeks month months year years time times hour hours minute minutes decade decades century
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan feb mar apr jun jul aug sep sept oct nov dec early late mid
  say says said saying tell tells told telling add adds added adding note notes noted noting stress stressed state stated
  report reports reported reporting accord according cite citing cited write wrote written claim claimed explain explained
  statement spokesperson spokesman spokeswoman official officials source sources media news agency per quote quoted ask asked
  about around approximately roughly nearly almost some estimated total overall up expected scheduled mark marks marking
  include includes including included such well new s t mr mrs ms dr first get got make made take took become became
  reach reaches reached reaching stand stands stood hit hits total totalled totaled come comes came coming go goes went
  remain remains remained due keep keeps kept put puts set sets bring brings brought
  one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half
  second third fourth fifth sixth seventh eighth ninth tenth percent cent pct formally officially jointly lead`),
);

/** Each line is one thing in several words; the first is what it is called here. All as stems (stem-word.ts). */
const CLASSES = words(`
  visit,trip,tour,stay,journey
  leader,president,premier,head,chancellor,minister,king,monarch
  agreement,document,memorandum,memoranda,mou,deal,accord,pact
  dead,kill,die,death,fatality,fatal,toll,perish
  injured,injure,wound,injury,hurt
  missing,unaccount
  arrested,arrest,detain,detention
  displaced,displace,evacuate,flee
  person,people,civilian,victim,man,individual
  soldier,troop,serviceman,servicemen
  delegate,representative,participant,attendee
  meeting,meet,summit,talk
  prison,jail,imprisonment
  sign,ink,conclude
  relation,tie
  trade,commerce
  establish,found,foundation,establishment
  worker,employee
  home,house
  country,nation
  bribe,bribery
  worst,severe
  attack,raid,assault
  begin,start,launch,open
  buy,purchase
  result,outcome
  plant,factory
  rise,increase,grow,climb,raise,lift
  fall,drop,decline,decrease
  vote,ballot
  building,structure
  court,tribunal
  poll,survey
  spend,spending
  strike,walkout,stoppage
  tonn,ton
  metre,meter
  kilometre,kilometer,km
  litre,liter
`);
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  words(`met:meet held:hold rose:rise risen:rise fell:fall fallen:fall won:win led:lead sent:send built:build bought:buy
  sold:sell spent:spend paid:pay left:leave began:begin begun:begin flew:fly went:go gone:go came:come gave:give given:give
  shot:shoot fought:fight lost:lose struck:strike fled:flee grew:grow grown:grow drew:draw stood:stand found:found
  men:man women:woman children:child people:people lives:die wives:wife dead:dead dying:die died:die dies:die
  injured:injure wounded:wound evacuated:evacuate signed:sign signing:sign ties:tie troops:troop series:series
  memorandums:memorandum mous:mou burst:burst cut:cut hit:hit put:put set:set fatalities:fatality`).map((pair) => {
    const [form = "", base = ""] = pair.split(":");
    return [form, base];
  }),
);

const CLASS_OF: ReadonlyMap<string, string> = new Map(
  CLASSES.flatMap((line) => line.split(",").map((word, _, [name = ""]): [string, string] => [bareStem(word), name])),
);

/** What becomes of people: a number of them says little without it. */
export const FATES: ReadonlySet<string> = new Set(["dead", "injured", "missing", "arrested", "displaced", "rescued"]);
/** Units of measure: a number of them says the more of what the less there is of them in a story. */
export const UNITS: ReadonlySet<string> = stemsOfWords(
  "hectares acres tonnes barrels metres kilometres miles litres gallons megawatts gigawatts kilograms",
);
/** The class of people of whom no more is said. */
export const ANYONE = "person";

/** A folded word without its ending, and as the word of its class. Rough: it compares words, it shows none. */
export function stemWord(folded: string): string {
  const stem = bareStem(folded);
  return CLASS_OF.get(stem) ?? stem;
}

/** The stems of words, to look stems up in. */
export function stemsOfWords(text: string): ReadonlySet<string> {
  return new Set(words(text).map(stemWord));
}

function bareStem(folded: string): string {
  return (IRREGULAR.get(folded) ?? withoutEnding(folded)).replace(/(?<=\p{L}{3})e$/u, "");
}

function withoutEnding(word: string): string {
  if (word.length <= 3) return word;
  const singular = word
    .replace(/(?<=\p{L}{2})ies$/u, "y")
    .replace(/(?<=(?:ss|sh|ch|x|z))es$/u, "")
    .replace(/(?<=[^su])s$/u, "");
  const bare = singular.replace(/(?<=\p{L}{3})(?:ing|ed)$/u, "");
  return bare !== singular && /([bdgmnprt])\1$/u.test(bare) ? bare.slice(0, -1) : bare;
}
