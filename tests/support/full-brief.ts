/**
 * One brief with everything that a brief can hold, about a harbour that does not exist.
 */
import { type Brief, briefSchema, type Mark } from "../../src/core/brief/document.ts";
import type { CredibilityDigit } from "../../src/core/excerpt/credibility.ts";
import type { Excerpt } from "../../src/core/excerpt/excerpt.ts";
import type { ReliabilityLetter } from "../../src/core/source/reliability.ts";
import type { Source } from "../../src/core/source/source.ts";
import type { BriefWithMaterial } from "./arbitrary-brief.ts";
import { excerptOf, sourceWith } from "./cited-material.ts";

const gazette = graded(
  "B",
  "It sits in on the council.",
  sourceWith("gazette", {
    title: 'Council says "yes" to night ferry',
    publisher: "Harbour Gazette",
    published: "2026-01-05",
    accessed: "2026-01-07",
    url: "https://gazette.example.org/2026/01/05/council-says-yes-to-night-ferry-between-oldhaven-and-marsh-island.html",
    agencies: ["Coastal Wire"],
  }),
);
const ministry = graded(
  "A",
  "",
  sourceWith("ministry", {
    title: "Statement on the Oldhaven crossing",
    authors: ["Ministry of Crossings"],
    publisher: "Ministry of Crossings",
    published: "2026-01-04",
  }),
);
const scan = sourceWith("scan", {}, "003_minutes of the harbour board.txt");
const daily = sourceWith("daily", {
  title: "两国同意设立联合委员会",
  publisher: "河口日报",
  published: "2026-01-06",
  language: "zh",
});
const bulletin = sourceWith("bulletin", {
  title: "بيان مشترك بشأن العبور الليلي",
  publisher: "نشرة الميناء",
  published: "2026-01-06",
  language: "ar",
});
const courrier = sourceWith("courrier", {
  title: "La traversée de nuit votée",
  publisher: "Le Courrier du port",
  published: "2026-01-05",
  url: "https://courrier.example.org/traversee",
  language: "fr",
});
const excerpts = [
  quoting(excerptOf(daily, "commission", "第3段"), "双方同意设立联合委员会，并于2026年3月举行首次会议。"),
  quoting(excerptOf(bulletin, "statement", "الفقرة 2"), "اتفق الجانبان على 12 رحلة ليلية في الأسبوع."),
  quoting(excerptOf(courrier, "vote-fr", "para. 2"), "Le conseil a voté « à une large majorité »."),
  credible(2, excerptOf(gazette, "vote", "para. 3", ["Coastal Wire"])),
  excerptOf(gazette, "cost", "paras. 7–8"),
  excerptOf(ministry, "welcome", "para. 1"),
  credible(6, excerptOf(scan, "minutes", "para. 12")),
];

function graded(letter: ReliabilityLetter, reason: string, source: Source): Source {
  return { ...source, reliability: { letter, reason } };
}

function credible(digit: CredibilityDigit, excerpt: Excerpt): Excerpt {
  return { ...excerpt, credibility: { digit, reason: "" } };
}

function text(words: string, ...marks: Mark[]) {
  return { type: "text", text: words, marks };
}
function cite(id: string, ...excerptIds: string[]) {
  return { type: "citation", id, excerptIds };
}
function item(depth: number, ...children: object[]) {
  return { depth, children };
}

/** With the words that it quotes. */
function quoting(excerpt: Excerpt, exact: string): Excerpt {
  return { ...excerpt, selectors: { ...excerpt.selectors, quote: { ...excerpt.selectors.quote, exact } } };
}
function row(...cells: object[][]) {
  return { cells: cells.map((children) => ({ children })) };
}
function link(words: string, address: string) {
  return { ...text(words), link: address };
}

const LONG_QUOTATION =
  "The board has considered, over three meetings and with the advice of the pilots, whether the crossing can be kept open " +
  "after dark in every season; it finds that it can, provided that two crews are found, that the lights at the mole are " +
  "renewed before the autumn, and that the island bears no part of the cost.";

const brief: Brief = briefSchema.parse({
  version: 3,
  templateId: "briefing-note",
  recommendations: ["Agree that the night ferry is funded for a year.", "Note that the council decides again in May."],
  numbering: "by-section",
  markingSchemeId: "uk",
  language: "en-GB",
  title: "Night ferry between Oldhaven and Marsh Island",
  header: {
    to: "The Minister",
    from: "Crossings and Coasts Division",
    through: "Director-General, Waters; Head of Cabinet; the Parliamentary Secretary; and the Chief Adviser on Ports",
    copies: "Budget Office",
    date: "2026-01-08",
    reference: "CC/2026/014",
    subject: "What the council decided, and what is asked of us",
    purpose: "Decision on the costs of the first year",
    deadline: "Noon on 12 January",
    contact: "Ada Quill, 4471",
    marking: "Official-Sensitive",
  },
  sections: [
    {
      id: "summary",
      title: "Summary",
      marking: "",
      children: [
        {
          type: "paragraph",
          children: [
            text("The council voted for a night ferry"),
            cite("c1", "vote"),
            text(". It costs "),
            text("4.2 million", "bold"),
            text(" a year"),
            cite("c2", "cost"),
            cite("c3", "minutes"),
            text(", which "),
            text("nobody", "bold", "italic"),
            text(" has "),
            text("budgeted", "italic"),
            text("."),
          ],
        },
      ],
    },
    {
      id: "context",
      title: "Context",
      marking: "OFFICIAL",
      children: [
        { type: "heading", level: 2, children: [text("How it came to a vote")] },
        { type: "paragraph", children: [] },
        {
          type: "paragraph",
          children: [
            text("The last night boat ran in 1988."),
            { type: "line-break" },
            text("Islanders have asked for it since, in letters, in petitions and, twice, by blocking the quay."),
          ],
        },
        {
          type: "quotation",
          children: [
            text("The board notes that the crossing after dark is wanted by the whole island, and that the means to "),
            text("pay for it are not to be found in the board's own accounts, this year or next."),
            cite("c4", "minutes"),
          ],
        },
        { type: "heading", level: 3, children: [text("Who pays"), cite("c5", "cost")] },
        {
          type: "list",
          ordered: true,
          items: [
            item(0, text("The harbour board: a third"), cite("c6", "minutes", "cost")),
            item(1, text("from berth fees")),
            item(1, text("from the reserve")),
            item(0, text("The island: nothing")),
            item(0),
          ],
        },
        { type: "paragraph", children: [text("What the council left open:")] },
        {
          type: "list",
          ordered: false,
          items: [
            item(0, text("Which ship")),
            item(
              1,
              text("The old one, after a refit that the yard puts at eleven weeks and that has never been tried"),
            ),
            item(2, text("if the yard is free")),
            item(0, text("Who crews it")),
          ],
        },
        { type: "paragraph", children: [text("In order of urgency:", "assessment")] },
        {
          type: "list",
          ordered: true,
          items: [item(1, text("a licence")), item(0, text("a ship")), item(0, text("a crew"))],
        },
      ],
    },
    { id: "outcomes", title: "Outcomes", marking: "", children: [{ type: "paragraph", children: [] }] },
    {
      id: "reactions",
      title: "Reactions",
      marking: "",
      children: [
        {
          type: "paragraph",
          children: [
            text("The ministry welcomed the vote. 협의를 이어 가기로 했다. 双方同意继续会谈。"),
            cite("c7", "welcome", "vote"),
          ],
        },
        { type: "paragraph", children: [text("A reporter asked in Hebrew: שלום, מה קורה? 🚢")] },
        { type: "quotation", children: [text("We welcome every crossing."), cite("c8", "welcome")] },
        { type: "quotation", children: [text("Somebody will have to pay."), cite("c9", "vote")] },
        { type: "quotation", children: [text(LONG_QUOTATION), cite("c10", "minutes")] },
        {
          type: "quotation",
          children: [text("双方同意设立联合委员会，并于2026年3月举行首次会议。"), cite("c11", "commission")],
        },
        {
          type: "quotation",
          children: [text("اتفق الجانبان على 12 رحلة ليلية في الأسبوع."), cite("c12", "statement")],
        },
        {
          type: "quotation",
          children: [text("Le conseil a voté « à une large majorité »."), cite("c13", "vote-fr")],
        },
        {
          type: "table",
          headerRow: true,
          rows: [
            row([text("Who")], [text("What they said")], [text("When")]),
            row([text("Ministry")], [text("Welcomed it"), cite("c14", "welcome")], [text("4 January")]),
            row([text("Board")], [text("Asked "), text("who pays", "italic")], []),
          ],
        },
        {
          type: "table",
          headerRow: false,
          rows: [row([text("Crew of the ferry")], [text("12")]), row([text("Boats")], [text("1")])],
        },
        {
          type: "paragraph",
          children: [
            text("The draft is "),
            link("on the council's site", "https://council.example.org/draft?lang=en&page=2"),
            text("; comments to "),
            link("the desk", "mailto:desk@council.example.org"),
            text("."),
          ],
        },
      ],
    },
    { id: "outlook", title: "Outlook", marking: "", children: [] },
  ],
});

/** The brief, what it cites, and one source that it does not cite. */
export const FULL_BRIEF: BriefWithMaterial = {
  brief,
  excerpts,
  sources: [sourceWith("never-cited", { title: "Never cited" }), gazette, ministry, scan, daily, bulletin, courrier],
};
