/**
 * The name of each paragraph of the brief: a bookmark of the Word document, by which an edited copy can be matched with
 * the brief it came from. Made of where the paragraph stands and what it says, and of nothing else.
 */
import type { Section } from "./document.ts";
import type { SectionId } from "./section-id.ts";

/** Word takes 40 characters: letters, digits and underscores, a letter first. */
const PREFIX = "att";
const LONGEST_SECTION_NAME = 12;
const HASH_DIGITS = 8;

/** Stands for a section's name in those of the recommendations, which are in no section. */
const RECOMMENDATIONS = "asked";

/**
 * Names a paragraph of a section, or a recommendation where there is none. `place` is the number of the block in its section, from 1, then of the list item or of row and cell
 * in it; a section's title has the place 0. `words` are those of the paragraph without its citations.
 */
export type ParagraphNamer = (sectionId: SectionId | null, place: readonly number[], words: string) => string;

/** The names for a brief of these sections, as in `att_context_3_1a2b3c4d`. No two places share one. */
export function createParagraphNamer(sections: readonly Pick<Section, "id">[]): ParagraphNamer {
  const names = new Map<SectionId | null, string>([[null, RECOMMENDATIONS]]);
  for (const { id } of sections) {
    const taken = new Set(names.values());
    const short = id.replaceAll("-", "").slice(0, LONGEST_SECTION_NAME);
    let name = short;
    for (let number = 2; taken.has(name); number += 1) {
      name = `${short.slice(0, LONGEST_SECTION_NAME - `${number}`.length)}${number}`;
    }
    names.set(id, name);
  }
  return (sectionId, place, words) => [PREFIX, names.get(sectionId), ...place, hashOfWords(words)].join("_");
}

/**
 * 32 bits of FNV-1a over the UTF-16 code units, in hexadecimal (http://www.isthe.com/chongo/tech/comp/fnv/). Unicode
 * form and white space do not count: Word changes both.
 */
export function hashOfWords(words: string): string {
  let hash = 0x811c9dc5;
  const text = words.normalize("NFC").replace(/\s+/gu, " ").trim();
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(HASH_DIGITS, "0");
}
