/**
 * Random briefs whose citations rest on excerpts that exist, for property tests. What it makes has one form: no two
 * texts in a row with the same marks and address, marks sorted, ids that differ.
 */
import fc from "fast-check";
import {
  type Brief,
  briefSchema,
  DOCUMENT_VERSION,
  type Inline,
  type Mark,
  type Text,
} from "../../src/core/brief/document.ts";
import type { Excerpt } from "../../src/core/excerpt/excerpt.ts";
import type { Source } from "../../src/core/source/source.ts";
import { excerptOf, sourceWith } from "./cited-material.ts";

export interface BriefWithMaterial {
  readonly brief: Brief;
  readonly excerpts: readonly Excerpt[];
  readonly sources: readonly Source[];
}

/** Text as people write it, in several scripts, without control characters. */
export const ordinaryText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom(" ", "5 < 6 & 7 > 2", "Plan B: “go”", "협의", "会谈", "שלום", "👩‍👩‍👧") },
  {
    weight: 1,
    arbitrary: fc.constantFrom("«Bon»", "“会谈”在8月举行。", "خط 12، والنهر", "In Seoul (서울) met", "e\u0301te\u0301"),
  },
);

/** Text that breaks writers: characters XML forbids, half a surrogate pair, markup, line ends. */
export const hostileText = fc.oneof(
  ordinaryText,
  fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    "\u0000\u0007",
    "a\uD800b",
    "\uDC00",
    "]]>",
    "<w:p/>",
    "&amp;&#0;",
    "\r\n",
    "\tx\t",
    "\uFFFE",
    "\u2028",
  ),
);

const isoDate = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2049-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** A brief with its excerpts and sources, all of its words made by `text`. */
export function arbitraryBrief(text: fc.Arbitrary<string> = ordinaryText): fc.Arbitrary<BriefWithMaterial> {
  return arbitraryMaterial(text).chain(({ sources, excerpts }) =>
    fc
      .record({
        title: text,
        header: arbitraryHeader(text),
        recommendations: fc.array(text, { maxLength: 3 }),
        numbering: fc.constantFrom("none", "through", "by-section"),
        markingSchemeId: fc.constantFrom("none", "uk", "us", "own"),
        language: fc.constantFrom("en-GB", "en-US", "fr-FR", "de-DE", "es-ES", "nl-NL"),
        sections: fc.uniqueArray(arbitrarySection(text, excerpts), {
          selector: ({ id }) => id,
          minLength: 1,
          maxLength: 5,
        }),
      })
      .map((parts) => ({
        brief: briefSchema.parse(withCitationIds({ version: DOCUMENT_VERSION, templateId: "briefing-note", ...parts })),
        excerpts,
        sources,
      })),
  );
}

function arbitraryMaterial(text: fc.Arbitrary<string>): fc.Arbitrary<Omit<BriefWithMaterial, "brief">> {
  const metadata = fc.record({
    title: fc.option(text),
    authors: fc.array(text, { maxLength: 5 }),
    publisher: fc.option(text),
    published: fc.option(isoDate),
    accessed: fc.option(isoDate),
    url: fc.option(fc.webUrl()),
    agencies: fc.array(text, { maxLength: 2 }),
    language: fc.option(fc.constantFrom("en", "fr", "zh", "ja", "ko", "ar", "he", "x")),
  });
  const withPlaces = fc.tuple(
    metadata,
    fc.array(fc.constantFrom("para. 1", "paras. 2–3", "caption 1"), { minLength: 1 }),
  );
  return fc.array(withPlaces, { minLength: 1, maxLength: 4 }).map((files) => {
    const sources = files.map(([known], index) => sourceWith(`source-${index}`, known));
    const excerpts = files.flatMap(([, places], index) => {
      const source = sources[index];
      return source ? places.map((place, number) => excerptOf(source, `excerpt-${index}-${number}`, place)) : [];
    });
    return { sources, excerpts };
  });
}

function arbitraryHeader(text: fc.Arbitrary<string>) {
  const field = fc.oneof(fc.constant(""), text);
  return fc.record({
    to: field,
    from: field,
    through: field,
    copies: field,
    date: fc.oneof(fc.constant(""), isoDate),
    reference: field,
    subject: field,
    purpose: field,
    deadline: field,
    contact: field,
    marking: field,
  });
}

function arbitrarySection(text: fc.Arbitrary<string>, excerpts: readonly Excerpt[]) {
  const children = fc.array(arbitraryInline(text, excerpts), { maxLength: 5 }).map(joinEqualTexts);
  const item = fc.record({ depth: fc.integer({ min: 0, max: 8 }), children });
  const table = fc.integer({ min: 1, max: 3 }).chain((columns) => {
    const cells = fc.array(fc.record({ children }), { minLength: columns, maxLength: columns });
    const rows = fc.array(fc.record({ cells }), { minLength: 1, maxLength: 3 });
    return fc.record({ type: fc.constant("table"), headerRow: fc.boolean(), rows });
  });
  return fc.record({
    id: fc.constantFrom("summary", "context", "outcomes", "reactions", "outlook"),
    title: text,
    marking: fc.oneof(
      { weight: 3, arbitrary: fc.constant("") },
      { weight: 1, arbitrary: fc.constantFrom("OFFICIAL", "SECRET UK EYES ONLY", "CUI//NOFORN") },
      { weight: 1, arbitrary: text },
    ),
    children: fc.array(
      fc.oneof(
        fc.record({ type: fc.constant("paragraph"), children }),
        fc.record({ type: fc.constant("quotation"), children }),
        fc.record({ type: fc.constant("heading"), level: fc.constantFrom(2, 3), children }),
        fc.record({
          type: fc.constant("list"),
          ordered: fc.boolean(),
          items: fc.array(item, { minLength: 1, maxLength: 4 }),
        }),
        table,
      ),
      { maxLength: 5 },
    ),
  });
}

/** An inline; citations are told apart only later, by their place. */
type Draft = Exclude<Inline, { type: "citation" }> | { type: "citation"; id: string; excerptIds: string[] };

function arbitraryInline(text: fc.Arbitrary<string>, excerpts: readonly Excerpt[]): fc.Arbitrary<Draft> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constant("text" as const),
        text,
        marks: fc.subarray<Mark>(["assessment", "bold", "italic"]),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant("text" as const),
        text,
        marks: fc.subarray<Mark>(["assessment", "bold", "italic"]),
        link: fc.constantFrom("https://example.org/a?b=c&d#e", "http://example.org", "mailto:desk@example.org"),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant("line-break" as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant("citation" as const),
        id: fc.constant(""),
        excerptIds: fc.uniqueArray(fc.constantFrom(...excerpts.map(({ id }) => id)), { minLength: 1, maxLength: 3 }),
      }),
    },
  );
}

function joinEqualTexts(inlines: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (last?.type === "text" && inline.type === "text" && areAlike(last, inline)) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    } else {
      joined.push(inline);
    }
  }
  return joined;
}

function areAlike(first: Text, second: Text): boolean {
  return first.marks.join() === second.marks.join() && first.link === second.link;
}

/** The same value with an id of its own for every citation in it. */
function withCitationIds(value: unknown): unknown {
  let count = 0;
  return mapObjects(value, (object) => {
    if (object["type"] !== "citation") return object;
    count += 1;
    return { ...object, id: `citation-${count}` };
  });
}

function mapObjects(value: unknown, change: (object: Record<string, unknown>) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change));
  if (typeof value !== "object" || value === null) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapObjects(inner, change)])));
}
