/**
 * One brief with everything that a brief can hold, about a harbour that does not exist.
 */
import { type Brief, briefSchema } from "../../src/core/brief/document.ts";
import type { BriefWithMaterial } from "./arbitrary-brief.ts";
import { excerptOf, sourceWith } from "./cited-material.ts";

const gazette = sourceWith("gazette", {
  title: 'Council says "yes" to night ferry',
  publisher: "Harbour Gazette",
  published: "2026-01-05",
  accessed: "2026-01-07",
  url: "https://gazette.example.org/2026/01/05/council-says-yes-to-night-ferry-between-oldhaven-and-marsh-island.html",
  agencies: ["Coastal Wire"],
});
const ministry = sourceWith("ministry", {
  title: "Statement on the Oldhaven crossing",
  authors: ["Ministry of Crossings"],
  publisher: "Ministry of Crossings",
  published: "2026-01-04",
});
const scan = sourceWith("scan", {}, "003_minutes of the harbour board.txt");
const excerpts = [
  excerptOf(gazette, "vote", "para. 3", ["Coastal Wire"]),
  excerptOf(gazette, "cost", "paras. 7–8"),
  excerptOf(ministry, "welcome", "para. 1"),
  excerptOf(scan, "minutes", "para. 12"),
];

function text(words: string, ...marks: ("bold" | "italic")[]) {
  return { type: "text", text: words, marks };
}
function cite(id: string, ...excerptIds: string[]) {
  return { type: "citation", id, excerptIds };
}
function item(depth: number, ...children: object[]) {
  return { depth, children };
}

const brief: Brief = briefSchema.parse({
  version: 2,
  templateId: "briefing-note",
  recommendations: ["Agree that the night ferry is funded for a year.", "Note that the council decides again in May."],
  numbering: "none",
  markingSchemeId: "own",
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
    marking: "Official – sensitive",
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
      marking: "",
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
        { type: "paragraph", children: [text("In order of urgency:")] },
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
      ],
    },
    { id: "outlook", title: "Outlook", marking: "", children: [] },
  ],
});

/** The brief, what it cites, and one source that it does not cite. */
export const FULL_BRIEF: BriefWithMaterial = {
  brief,
  excerpts,
  sources: [sourceWith("never-cited", { title: "Never cited" }), gazette, ministry, scan],
};
