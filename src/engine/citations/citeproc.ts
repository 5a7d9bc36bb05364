/**
 * The border to citeproc-js, the processor of CSL styles (Frank Bennett, CPAL 1.0, unmodified). It has no types and is a
 * megabyte of code, so it is loaded when the first citation is set. Must know nothing of briefs.
 */
import { createRequire } from "node:module";
import { z } from "zod";
import britishLocale from "../../../resources/citation-styles/locales-en-GB.xml?raw";
import type { CslRecord } from "../../core/citation/csl-record.ts";

/** One source in a citation. Text is rich text of citeproc: what must stay as it is has to be sealed. */
export interface CiteItem {
  readonly id: string;
  readonly locator?: string;
  readonly label?: "page" | "paragraph";
  readonly suffix?: string;
}

export interface Cluster {
  readonly id: string;
  /** The number of its note; 0 where it stands in the text. */
  readonly noteNumber: number;
  readonly items: readonly CiteItem[];
}

export interface SetCitations {
  /** The HTML of each cluster, in their order. */
  readonly citations: readonly string[];
  /** The HTML of each reference, in the style's order. Empty where the style has none. */
  readonly bibliography: readonly { readonly id: string; readonly html: string }[];
}

/** A record as citeproc takes it. Names may also be a family name alone. */
export type CiteprocRecord = Omit<CslRecord, "author" | "recipient"> & {
  readonly author?: readonly CiteprocName[];
  readonly recipient?: readonly CiteprocName[];
};
export type CiteprocName = { readonly family: string; readonly given?: string } | { readonly literal: string };

/** A style, made ready to set citations in a language. */
export interface Processor {
  set(records: readonly CiteprocRecord[], clusters: readonly Cluster[]): SetCitations;
}

interface CiteprocCitation {
  readonly citationID: string;
  readonly citationItems: CiteItem[];
  readonly properties: { readonly noteIndex: number; readonly index: number };
}

/** What we use of `CSL.Engine` (https://citeproc-js.readthedocs.io/en/latest/running.html). */
interface CiteprocEngine {
  /** 2 where how a citation is set depends on those before it. */
  readonly opt: { readonly update_mode: number };
  setOutputFormat(format: "html"): void;
  updateItems(ids: readonly string[]): void;
  restoreProcessorState(citations: readonly CiteprocCitation[]): unknown;
  processCitationCluster(citation: CiteprocCitation, before: readonly [], after: readonly [], flag: number): unknown;
  makeBibliography(): unknown;
}
type EngineClass = new (
  system: { retrieveLocale(language: string): string | false; retrieveItem(id: string): unknown },
  style: string,
  language: string,
  forceLanguage: boolean,
) => CiteprocEngine;

const DEPENDS_ON_POSITION = 2;
const ALL_ITEMS_REGISTERED = 2;

const libraryShape = z.object({ Engine: z.custom<EngineClass>((value) => typeof value === "function") });
const localesShape = z.record(z.string(), z.string());
/** What changed: place in the list and HTML, for each citation that was set anew. */
const changesShape = z.tuple([z.unknown(), z.array(z.tuple([z.number(), z.string()]).rest(z.unknown()))]);
const bibliographyShape = z.tuple([z.object({ entry_ids: z.array(z.array(z.string())) }), z.array(z.string())]);

const load = createRequire(import.meta.url);

/** Making a style ready takes a tenth of a second and more, so the last ones stay. */
const READY_AT_MOST = 3;
const ready = new Map<string, Processor>();

/** The processor of a style in a language (BCP 47). Throws whatever citeproc throws where the style is not right. */
export function createProcessor(styleXml: string, language: string): Processor {
  const key = `${language} ${styleXml}`;
  const processor = ready.get(key) ?? buildProcessor(styleXml, language);
  return {
    set(records, clusters) {
      // One that fails half-way is not used again.
      ready.delete(key);
      const set = processor.set(records, clusters);
      ready.set(key, processor);
      for (const oldest of ready.keys()) if (ready.size > READY_AT_MOST) ready.delete(oldest);
      return set;
    },
  };
}

function buildProcessor(styleXml: string, language: string): Processor {
  const { Engine } = libraryShape.parse(load("citeproc"));
  const locales = localesShape.parse(load("@citation-js/plugin-csl/lib-mjs/locales.json"));
  const items = new Map<string, CiteprocRecord>();
  const retrieveItem = (id: string) => {
    const item = items.get(id);
    if (!item) throw new Error(`No record of ${id}`);
    // Citeproc writes into what it gets.
    return structuredClone(item);
  };
  const retrieveLocale = (name: string) => (name === "en-GB" ? britishLocale : (locales[name] ?? false));
  const engine = new Engine({ retrieveLocale, retrieveItem }, styleXml, language, true);
  engine.setOutputFormat("html");

  return {
    set(records, clusters) {
      for (const record of records) items.set(record.id, record);
      const citations = setClusters(engine, clusters);
      const bibliography = readBibliography(engine.makeBibliography());
      engine.restoreProcessorState([]);
      items.clear();
      return { citations, bibliography };
    },
  };
}

/**
 * All at once, by the two ways that take time in proportion to their number; `rebuildProcessorState`, the usual one,
 * takes it in proportion to the square.
 */
function setClusters(engine: CiteprocEngine, clusters: readonly Cluster[]): string[] {
  const citations = clusters.map(({ id, noteNumber, items }, index) => ({
    citationID: id,
    citationItems: items.map((item) => ({ ...item })),
    properties: { noteIndex: noteNumber, index },
  }));
  if (citations.length === 0) return [];
  const set: string[] = [];
  if (engine.opt.update_mode === DEPENDS_ON_POSITION) {
    const [, changes] = changesShape.parse(engine.restoreProcessorState(citations));
    for (const [index, html] of changes) set[index] = html;
  } else {
    engine.updateItems([...new Set(clusters.flatMap(({ items }) => items.map(({ id }) => id)))]);
    for (const citation of citations) {
      const [, changes] = changesShape.parse(engine.processCitationCluster(citation, [], [], ALL_ITEMS_REGISTERED));
      set.push(changes.at(-1)?.[1] ?? "");
    }
  }
  return citations.map((_, index) => set[index] ?? "");
}

function readBibliography(made: unknown): SetCitations["bibliography"] {
  // False where the style has no bibliography.
  if (made === false) return [];
  const [{ entry_ids: ids }, entries] = bibliographyShape.parse(made);
  return entries.map((html, index) => ({ id: ids[index]?.[0] ?? "", html }));
}
