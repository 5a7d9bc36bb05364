/**
 * Pairs of short texts about invented places, half of them saying different things of the same event, for measuring what
 * is found as a difference and what is wrongly found. Labelled before the rules were tuned.
 */
import type { Difference } from "../../../src/core/review/differences/difference.ts";

export interface LabelledText {
  readonly published: string | null;
  readonly text: string;
}

export interface LabelledPair {
  readonly name: string;
  /** What differs, and the words that it differs in; null where nothing does that a reader would want to see. */
  readonly differs: { readonly kind: Difference["kind"]; readonly a: string; readonly b: string } | null;
  readonly a: LabelledText;
  readonly b: LabelledText;
}

const text = (published: string | null, words: string): LabelledText => ({ published, text: words });
const differing = (
  name: string,
  kind: Difference["kind"],
  [a, aWords]: readonly [LabelledText, string],
  [b, bWords]: readonly [LabelledText, string],
): LabelledPair => ({ name, differs: { kind, a: aWords, b: bWords }, a, b });
const alike = (name: string, a: LabelledText, b: LabelledText): LabelledPair => ({ name, differs: null, a, b });

export const DIFFERENCE_PAIRS: readonly LabelledPair[] = [
  differing(
    "first visit since, in years",
    "duration",
    [
      text(
        "2027-03-02",
        "Premier Oda Lenk flew to Veltria on Monday. It is the first trip to Veltria by an Ordanian premier since 2021.",
      ),
      "2021",
    ],
    [
      text(
        "2027-03-03",
        "Lenk's stay in Veltria, the first official visit by an Ordanian head of government in ten years, lasts until Friday.",
      ),
      "ten years",
    ],
  ),
  differing(
    "toll of a flood",
    "number",
    [
      text(
        "2027-05-10",
        "At least 12 people were killed when the Sarn river burst its banks near Tellmar, rescue workers said.",
      ),
      "12",
    ],
    [
      text(
        "2027-05-11",
        "Floods along the Sarn near Tellmar have killed 19 people, the interior ministry said on Tuesday.",
      ),
      "19",
    ],
  ),
  differing(
    "number of injured",
    "number",
    [
      text(
        "2027-05-10",
        "The explosion at the Brenko refinery left three workers dead and 27 injured, according to the operator.",
      ),
      "27",
    ],
    [text("2027-05-10", "Three people died and 41 were injured in the explosion at the Brenko refinery."), "41"],
  ),
  differing(
    "papers signed",
    "number",
    [
      text(
        "2027-02-08",
        "Ordania and Kessel signed 14 agreements on energy and railways after the talks in Port Arle.",
      ),
      "14",
    ],
    [
      text(
        "2027-02-08",
        "After their talks in Port Arle, the ministers of Ordania and Kessel signed 11 agreements covering railways and energy.",
      ),
      "11",
    ],
  ),
  differing(
    "trade volume of a year",
    "number",
    [text("2027-02-08", "Trade between Ordania and Kessel reached $41.2 billion in 2026."), "$41.2 billion"],
    [
      text(
        "2027-02-09",
        "Bilateral trade between Ordania and Kessel reached $38.7 billion in 2026, customs data show.",
      ),
      "$38.7 billion",
    ],
  ),
  differing(
    "length of a visit",
    "duration",
    [text("2027-03-02", "President Ilmari Voss began a three-day state visit to Kessel on Tuesday."), "three-day"],
    [text("2027-03-02", "President Ilmari Voss arrived in Kessel on Tuesday for a five-day state visit."), "five-day"],
  ),
  differing(
    "number of a summit",
    "ordinal",
    [text("2027-06-01", "The leaders opened the seventh Arle Basin summit in Dorvia with a call for calm."), "seventh"],
    [text("2027-06-01", "Voss told the sixth Arle Basin summit in Dorvia that the basin needs calm."), "sixth"],
  ),
  differing(
    "day of an attack",
    "date",
    [text("2027-09-16", "The raid on the Hasker depot took place on 12 September, the army said."), "12 September"],
    [text("2027-09-16", "The army said the raid on the Hasker depot took place on 14 September."), "14 September"],
  ),
  differing(
    "year of a founding",
    "date",
    [text("2027-09-16", "Ordania and Kessel established diplomatic relations in 1994."), "1994"],
    [text("2027-09-17", "Ordania and Kessel formally established diplomatic relations in May 1991."), "May 1991"],
  ),
  differing(
    "whether it was signed",
    "negation",
    [text("2027-04-04", "Kessel did not sign the Arle fisheries protocol, officials in Dorvia said."), "not"],
    [text("2027-04-04", "Kessel signed the Arle fisheries protocol in Dorvia on Sunday, officials said."), ""],
  ),
  differing(
    "share of a vote",
    "number",
    [text("2027-10-03", "The Harbour Party won 34.5 per cent of the vote in Tellmar province."), "34.5 per cent"],
    [text("2027-10-04", "In Tellmar province the Harbour Party won 43.5% of the vote, the commission said."), "43.5%"],
  ),
  differing(
    "a reprint with another figure",
    "number",
    [
      text(
        "2027-07-07",
        "About 600 delegates from the governments and business circles of both countries attended the forum, the Dorvia chamber said.",
      ),
      "600",
    ],
    [
      text(
        "2027-07-07",
        "About 900 delegates from the governments and business circles of both countries attended the forum, the Dorvia chamber said.",
      ),
      "900",
    ],
  ),
  differing(
    "prison term",
    "duration",
    [
      text(
        "2027-08-01",
        "A court in Tellmar sentenced former minister Jonas Prahl to seven years in prison for taking bribes.",
      ),
      "seven years",
    ],
    [
      text(
        "2027-08-01",
        "Former minister Jonas Prahl was sentenced to nine years in jail by a Tellmar court for bribery.",
      ),
      "nine years",
    ],
  ),
  differing(
    "deadline",
    "date",
    [text("2027-08-01", "Kessel has pledged to close its last coal plant by 2035."), "2035"],
    [text("2027-08-03", "Kessel has pledged to close its last coal plant by 2038, the energy ministry said."), "2038"],
  ),
  differing(
    "worst in years",
    "duration",
    [text("2027-08-20", "It is the worst drought in southern Ordania since 2011."), "2011"],
    [text("2027-08-21", "Southern Ordania is living through the worst drought in 40 years, farmers say."), "40 years"],
  ),
  differing(
    "troops sent",
    "number",
    [
      text("2027-01-12", "Veltria will send 2,000 soldiers to the Hasker border, Defence Minister Rana Tull said."),
      "2,000",
    ],
    [text("2027-01-13", "Veltria is to send 3,500 troops to the Hasker border."), "3,500"],
  ),
  differing(
    "signed papers, in Chinese",
    "number",
    [text("2027-02-08", "会谈后，两国代表在阿尔勒签署了14份合作文件。"), "14"],
    [text("2027-02-08", "会谈后，两国代表在阿尔勒签署了11份合作文件。"), "11"],
  ),
  differing(
    "signed papers, in Korean",
    "number",
    [text("2027-02-08", "양국 대표는 회담 뒤 아를에서 협력 문서 14건에 서명했다."), "14"],
    [text("2027-02-08", "양국 대표는 회담 뒤 아를에서 협력 문서 11건에 서명했다."), "11"],
  ),

  alike(
    "the same number in words",
    text("2027-02-08", "Ordania and Kessel signed fifteen agreements in Port Arle."),
    text("2027-02-08", "In Port Arle, Ordania and Kessel signed 15 agreements."),
  ),
  alike(
    "rough and exact",
    text("2027-07-07", "Some 400 delegates from both countries attended the forum in Dorvia."),
    text("2027-07-07", "397 delegates from both countries attended the Dorvia forum."),
  ),
  alike(
    "more than, and how many",
    text("2027-02-07", "The two sides are expected to sign more than 10 agreements in Port Arle."),
    text("2027-02-08", "The two sides signed 14 agreements in Port Arle."),
  ),
  alike(
    "rounded money",
    text("2027-02-08", "Trade between Ordania and Kessel reached $41.2 billion in 2026."),
    text("2027-02-09", "Trade between Ordania and Kessel reached $41 billion in 2026."),
  ),
  alike(
    "trade of different years",
    text("2027-02-08", "Trade between Ordania and Kessel reached $41.2 billion in 2026."),
    text("2027-02-09", "Trade between Ordania and Kessel reached $36 billion in 2024."),
  ),
  alike(
    "different things counted",
    text("2027-07-07", "About 400 delegates attended the forum in Dorvia."),
    text("2027-07-07", "The two sides signed 15 agreements at the forum in Dorvia."),
  ),
  alike(
    "different people counted",
    text("2027-05-10", "The explosion at the Brenko refinery killed three workers."),
    text("2027-05-10", "The explosion at the Brenko refinery injured 27 people."),
  ),
  alike(
    "part and whole",
    text("2027-05-10", "The flood near Tellmar killed 19 people."),
    text("2027-05-10", "The flood near Tellmar killed 19 people, among them four children."),
  ),
  alike(
    "weekday and date",
    text("2027-09-13", "The raid on the Hasker depot took place on Sunday."),
    text("2027-09-16", "The raid on the Hasker depot took place on 12 September."),
  ),
  alike(
    "month and day",
    text("2027-09-16", "Voss and Lenk met on the sidelines of the Arle summit in early June."),
    text("2027-09-16", "Voss and Lenk met on the sidelines of the Arle summit on June 2."),
  ),
  alike(
    "two meetings of the same two",
    text("2027-03-02", "Voss and Lenk will hold talks in Dorvia on Wednesday."),
    text(
      "2027-03-02",
      "Voss and Lenk last held talks in Port Arle in October 2025. They will meet in Dorvia on Wednesday.",
    ),
  ),
  alike(
    "first of the year, second in months",
    text("2027-03-02", "It is the first meeting of the two leaders this year."),
    text("2027-03-02", "It is the second meeting of the two leaders in three months."),
  ),
  alike(
    "visits the other way",
    text("2027-03-02", "It is the first visit to Veltria by an Ordanian premier in ten years."),
    text("2027-03-02", "Veltrian president Sela Nord visited Ordania for the first time in four years."),
  ),
  alike(
    "since, and as many years",
    text("2027-03-02", "It is the first visit to Veltria by an Ordanian premier since 2017."),
    text("2027-03-02", "It is the first visit to Veltria by an Ordanian premier in ten years."),
  ),
  alike(
    "two who were sentenced",
    text("2027-08-01", "Jonas Prahl was sentenced to seven years in prison in Tellmar."),
    text("2027-08-01", "Mira Ost was sentenced to four years in prison in Tellmar."),
  ),
  alike(
    "two provinces",
    text("2027-10-03", "The Harbour Party won 34.5 per cent of the vote in Tellmar province."),
    text("2027-10-03", "The Harbour Party won 51 per cent of the vote in Brenko province."),
  ),
  alike(
    "two parties",
    text("2027-10-03", "The Harbour Party won 34.5 per cent of the vote in Tellmar."),
    text("2027-10-03", "The Orchard Party won 28 per cent of the vote in Tellmar."),
  ),
  alike(
    "what was said on two days",
    text("2027-03-02", "Minister Rana Tull said on Monday that Veltria wanted peace."),
    text("2027-03-04", "Minister Rana Tull said on Wednesday that Veltria wanted peace."),
  ),
  alike(
    "past and next",
    text("2027-03-02", "The treaty was a milestone of the past 30 years of relations between Ordania and Kessel."),
    text("2027-03-02", "The treaty opens the next 50 years of relations between Ordania and Kessel."),
  ),
  alike(
    "anniversaries",
    text("2027-03-02", "Voss will mark the 150th anniversary of the birth of the poet Emil Sand in Dorvia."),
    text("2027-03-02", "In Dorvia, Voss will mark the 100th anniversary of the founding of the national library."),
  ),
  alike(
    "background and news",
    text("2027-05-10", "The flood near Tellmar killed 19 people on Sunday."),
    text("2027-05-10", "A flood near Tellmar killed 230 people in 1998."),
  ),
  alike(
    "an edited reprint",
    text(
      "2027-02-08",
      "Ordania has placed relations with Kessel high on its agenda for 30 years, Voss said, adding that 15 agreements were signed.",
    ),
    text(
      "2027-02-08",
      "Voss said that Ordania has, for 30 years, placed relations with Kessel high on its agenda and that 15 agreements were signed.",
    ),
  ),
  alike(
    "not only",
    text("2027-02-08", "The protocol not only limits fishing in the Arle basin but protects its shores."),
    text("2027-02-08", "The protocol limits fishing in the Arle basin and protects its shores."),
  ),
  alike(
    "no fewer than",
    text("2027-02-08", "No fewer than 15 agreements were signed in Port Arle by Ordania and Kessel."),
    text("2027-02-08", "Ordania and Kessel signed 15 agreements in Port Arle."),
  ),
  alike(
    "denied by another",
    text("2027-02-08", "Kessel did not sign the Arle fisheries protocol."),
    text("2027-02-08", "Ordania signed the Arle fisheries protocol."),
  ),
  alike(
    "old and new rate",
    text("2027-02-08", "The central bank of Veltria raised its rate to 4.5 per cent from 4 per cent."),
    text("2027-02-08", "The central bank of Veltria raised its rate from 4 per cent to 4.5 per cent."),
  ),
  alike(
    "other quotations",
    text("2027-02-08", '"We have 20 years of work before us," Lenk told students in Kessel.'),
    text("2027-02-08", '"It took us three years to agree on this," Lenk told reporters in Kessel.'),
  ),
  alike(
    "plans of other years",
    text("2027-02-08", "Ordania adopted its 15th development plan."),
    text("2027-02-08", "Ordania adopted its 15th development plan, after the 14th development plan ended in 2025."),
  ),
  alike(
    "two budgets",
    text("2027-02-08", "Veltria will spend 12 million euros on schools in Hasker."),
    text("2027-02-08", "Veltria will spend 30 million euros on roads in Hasker."),
  ),
  alike(
    "two teams",
    text("2027-02-08", "Forty divers searched the wreck off Port Arle."),
    text("2027-02-08", "Six divers were treated after the search of the wreck off Port Arle; forty divers took part."),
  ),
  alike(
    "the same span in other units",
    text("2027-02-08", "The ceasefire between Ordania and Veltria lasted 48 hours."),
    text("2027-02-08", "The ceasefire between Ordania and Veltria lasted two days."),
  ),
  alike(
    "ages of two people",
    text("2027-02-08", "A 45-year-old driver was arrested in Tellmar."),
    text("2027-02-08", "A 62-year-old teacher was arrested in Tellmar."),
  ),
  alike(
    "the same, in Chinese",
    text("2027-02-08", "会谈后，两国代表在阿尔勒签署了14份合作文件。"),
    text("2027-02-08", "两国代表会谈后签署十四份合作文件，约400名代表出席论坛。"),
  ),
  alike(
    "the same, in Korean",
    text("2027-02-08", "양국 대표는 회담 뒤 협력 문서 14건에 서명했다."),
    text("2027-02-08", "포럼에는 대표 400명이 참석했고, 양국은 협력 문서 14건에 서명했다."),
  ),
  differing(
    "turnout, with little beside it",
    "number",
    [
      text(
        "2031-04-11",
        "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. The turnout was 64 percent, up from 61 percent in the first round in April.",
      ),
      "64 percent",
    ],
    [
      text(
        "2031-04-11",
        "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. The turnout stood at around 62%, a court said.",
      ),
      "62%",
    ],
  ),
  differing(
    "backlog, in other writing",
    "number",
    [
      text(
        "2031-04-11",
        "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. The planemaker has a backlog of US$16.6 billion.",
      ),
      "US$16.6 billion",
    ],
    [
      text(
        "2031-04-11",
        "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. Its backlog stood at $15.2bn in March.",
      ),
      "$15.2bn",
    ],
  ),
  differing(
    "a grant each month",
    "number",
    [
      text(
        "2031-04-11",
        "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. It offers €250 a month to tenants under 30.",
      ),
      "€250",
    ],
    [
      text(
        "2031-04-11",
        "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. Tenants will get 320 euros per month, whatever they earn.",
      ),
      "320 euros",
    ],
  ),
  differing(
    "trade by a year",
    "number",
    [
      text(
        "2031-04-11",
        "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. The two sides want to raise trade to $18 billion by 2035.",
      ),
      "$18 billion",
    ],
    [
      text(
        "2031-04-11",
        "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. Both sides aim for 21 billion USD by 2035.",
      ),
      "21 billion USD",
    ],
  ),
  differing(
    "the last strike",
    "date",
    [
      text(
        "2031-04-11",
        "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. The last strike at the yard was in 2024.",
      ),
      "2024",
    ],
    [
      text(
        "2031-04-11",
        "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. The last walkout at the site dates from 2021.",
      ),
      "2021",
    ],
  ),
  differing(
    "at least, not rounded",
    "number",
    [
      text(
        "2031-04-11",
        "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. At least 79 people were killed by the flood.",
      ),
      "79",
    ],
    [
      text(
        "2031-04-11",
        "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. At least 87 people have died in the flood.",
      ),
      "87",
    ],
  ),
  differing(
    "days of mourning",
    "duration",
    [
      text(
        "2031-04-11",
        "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. A cabinet decree ordered four days of national mourning beginning at noon.",
      ),
      "four days",
    ],
    [
      text(
        "2031-04-11",
        "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. By decree, she declared three days of mourning.",
      ),
      "three days",
    ],
  ),
  alike(
    "turnout of two rounds",
    text(
      "2031-04-11",
      "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. Turnout in 2026 was 64 percent.",
    ),
    text(
      "2031-04-11",
      "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. Turnout in 2031 was 61 percent.",
    ),
  ),
  alike(
    "rescued and bodies",
    text(
      "2031-04-11",
      "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. Crews brought 71 survivors ashore.",
    ),
    text(
      "2031-04-11",
      "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. Divers recovered 64 bodies from the lake.",
    ),
  ),
  alike(
    "more than, rounded down",
    text(
      "2031-04-11",
      "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. The fighting has killed more than 1,900 people since December.",
    ),
    text(
      "2031-04-11",
      "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. The fighting has killed 1,964 people since December.",
    ),
  ),
  alike(
    "tonnes of rice and of nickel",
    text(
      "2031-04-11",
      "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. Kessel will buy 60,000 tonnes of nickel from the port.",
    ),
    text(
      "2031-04-11",
      "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. Kessel will buy 70,000 tonnes of rice from the port.",
    ),
  ),
  alike(
    "a month and a year",
    text(
      "2031-04-11",
      "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. Tenants get 300 euros a month.",
    ),
    text(
      "2031-04-11",
      "Premier Oda Lenk met officials in Tellmar on Friday, with envoy Ruben Asch and mayor Ida Corr of Sarnhaven. Tenants get 360 euros a year.",
    ),
  ),
  alike(
    "one unit, no story",
    text("2031-04-11", "Farmers in Oldmoor lost 75,000 hectares of paddy in the flood."),
    text("2031-04-11", "Farmers in Ilvane lost 68,000 hectares of paddy in the flood."),
  ),
];
