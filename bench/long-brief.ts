/** A brief of 50 pages with 300 citations, made of words that mean nothing, the same at every run. */
import type { BriefBlock, Inline, Section } from "../src/core/brief/document.ts";

export const WORDS =
  "basin council accord river delta annex gauge ministry session quorum ratify sluice upstream lowland season envoy".split(
    " ",
  );
const PARAGRAPHS = 250;
const WORDS_EACH = 100;
const CITATIONS = 300;

/** A linear congruential generator (Numerical Recipes): random enough for prose, the same for everybody. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

export function longParagraphs(): string[] {
  const random = createRandom(7);
  return Array.from({ length: PARAGRAPHS }, () =>
    Array.from({ length: WORDS_EACH }, () => WORDS[Math.floor(random() * WORDS.length)]).join(" "),
  );
}

/** The paragraphs shared out over sections, citations spread evenly among them. */
export function longSections(
  sections: readonly Pick<Section, "id" | "title">[],
  excerptIds: readonly string[],
): Section[] {
  const paragraphs = longParagraphs();
  const each = Math.ceil(paragraphs.length / sections.length);
  let cited = 0;
  return sections.map(({ id, title }, index) => ({
    id,
    title,
    marking: "",
    children: paragraphs.slice(index * each, (index + 1) * each).map((text, place): BriefBlock => {
      const done = index * each + place + 1;
      const citations: Inline[] = [];
      while (cited < Math.round((done * CITATIONS) / PARAGRAPHS)) {
        // The ids are branded where they are parsed; these go over IPC, where they are.
        const inline = {
          type: "citation",
          id: `citation-${cited}`,
          excerptIds: [excerptIds[cited % excerptIds.length]],
        } as unknown as Inline;
        citations.push(inline);
        cited += 1;
      }
      return { type: "paragraph", children: [{ type: "text", text, marks: [] }, ...citations] };
    }),
  }));
}
