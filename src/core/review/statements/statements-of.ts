/**
 * The statements of a brief: every sentence of it, with the citations that belong to it, and whether it needs one. Reads
 * only what changed since it was last asked. Must not know what the cited passages say.
 */
import { citationNumbers } from "../../brief/citation-numbers.ts";
import type { Brief, BriefBlock, CitationId, Section } from "../../brief/document.ts";
import { paragraphNumbers } from "../../brief/paragraph-numbers.ts";
import { contentKey } from "../finding-key.ts";
import { createRepeats } from "./repeats.ts";
import { type BlockStatement, statementsOfBlock } from "./section-statements.ts";
import type { Statement } from "./statement.ts";

export interface Statements {
  /** Every sentence of the brief, in order. The same objects as before for sections of which nothing changed. */
  of(brief: Pick<Brief, "sections" | "numbering">): readonly Statement[];
}

interface SectionCache {
  readonly blocks: ReadonlyMap<string, readonly BlockStatement[]>;
  readonly statements: readonly (readonly BlockStatement[])[];
}

/** Reads briefs one after the other, each but for what it shares with the one before. */
export function createStatements(): Statements {
  let read = new Map<string, { readonly section: Section; readonly cache: SectionCache }>();
  let finished = new Map<BlockStatement, Statement>();
  const repeats = createRepeats();
  return {
    of(brief) {
      const numbers = citationNumbers(brief);
      const paragraphs = paragraphNumbers(brief);
      const next: typeof read = new Map();
      const nextFinished: typeof finished = new Map();
      const all: Statement[] = [];
      for (const [sectionIndex, section] of brief.sections.entries()) {
        const known = read.get(section.id);
        const cache = known?.section === section ? known.cache : readSection(section, known?.cache);
        next.set(section.id, { section, cache });
        const times = new Map<string, number>();
        for (const [blockIndex, statements] of cache.statements.entries()) {
          const paragraphNumber = paragraphs[sectionIndex]?.blocks[blockIndex] ?? null;
          for (const statement of statements) {
            const time = times.get(statement.content) ?? 0;
            times.set(statement.content, time + 1);
            const key = time === 0 ? statement.key : contentKey("statement", statement.key, `${time}`);
            const made = finish(statement, finished.get(statement), {
              section,
              blockIndex,
              paragraphNumber,
              key,
              numbers,
            });
            nextFinished.set(statement, made);
            all.push(made);
          }
        }
      }
      [read, finished] = [next, nextFinished];
      return repeats.exempt(all);
    },
  };
}

/** Every sentence of a brief, in order. */
export function statementsOf(brief: Pick<Brief, "sections" | "numbering">): readonly Statement[] {
  return createStatements().of(brief);
}

/** Blocks that are as they were are not read again, wherever they stand now. */
function readSection(section: Section, before: SectionCache | undefined): SectionCache {
  const blocks = new Map<string, readonly BlockStatement[]>();
  const statements = section.children.map((block, index) => {
    const next = section.children[index + 1];
    const previous = section.children[index - 1];
    const json = JSON.stringify([introducer(block, previous), block, introduced(block, next)]);
    // Twice the same block in a section: each has statements of its own, by their places.
    const known = blocks.has(json) ? undefined : before?.blocks.get(json);
    const read = known ?? statementsOfBlock(section.id, block, previous, next);
    blocks.set(json, read);
    return read;
  });
  return { blocks, statements };
}

/** What of the block before it a block is read with: the line that introduces a list or a quotation. */
function introducer(block: BriefBlock, previous: BriefBlock | undefined): BriefBlock | null {
  return block.type === "list" && previous?.type === "paragraph" ? previous : null;
}

/** And of the block behind it. */
function introduced(block: BriefBlock, next: BriefBlock | undefined): string | null {
  return block.type === "paragraph" && next ? next.type : null;
}

interface Surroundings {
  readonly section: Section;
  readonly blockIndex: number;
  readonly paragraphNumber: string | null;
  readonly key: string;
  readonly numbers: ReadonlyMap<CitationId, number>;
}

/** Puts in what follows from where the statement stands; the object that was made before, where that is the same. */
function finish(
  { partIndex, fromUtf16, toUtf16, text, citations, isAssessment, exemption }: BlockStatement,
  before: Statement | undefined,
  { section, blockIndex, paragraphNumber, key, numbers }: Surroundings,
): Statement {
  if (
    before &&
    before.key === key &&
    before.place.blockIndex === blockIndex &&
    before.paragraphNumber === paragraphNumber &&
    before.citations.every(({ id, number }) => number === (numbers.get(id) ?? 0))
  ) {
    return before;
  }
  return {
    key,
    place: { in: "brief", sectionId: section.id, blockIndex, partIndex, fromUtf16, toUtf16 },
    text,
    paragraphNumber,
    citations: citations.map(({ id, excerptIds, atUtf16 }) => ({
      id,
      number: numbers.get(id) ?? 0,
      excerptIds,
      atUtf16,
    })),
    isAssessment,
    exemption,
  };
}
