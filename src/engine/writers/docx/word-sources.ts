/**
 * Word's own sources (ECMA-376 part 1, 22.6): the part that References > Manage Sources shows, and the CITATION fields
 * that name them. Only for styles that Word itself can set, or its first update would change every citation.
 */
import type { BriefLanguage, Citation } from "../../../core/brief/document.ts";
import { citationWords } from "../../../core/citation/citation-words.ts";
import type { CitedMaterial } from "../../../core/citation/cited-material.ts";
import { type Cite, citesOf } from "../../../core/citation/cites.ts";
import type { CslName } from "../../../core/citation/csl-name.ts";
import { type CslType, cslRecord } from "../../../core/citation/csl-record.ts";
import { onOneLine } from "../../../core/citation/source-words.ts";
import { type WordStyle, wordStyleOf } from "../../../core/export/word-styles.ts";
import type { Source, SourceId } from "../../../core/source/source.ts";
import type { DocumentWords } from "./document-words.ts";
import type { DocxInput } from "./docx-input.ts";
import { contentControl, field, fieldArgument } from "./fields.ts";
import type { Part } from "./package/zip-package.ts";
import { element, NOTHING, textXml, type Xml, xmlPart } from "./xml.ts";

const NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography";
const STORE_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const STORE_ID = "{4A770001-5352-4345-8000-000000000001}";

/** Word's numbers of languages (MS-LCID). */
const LANGUAGE_NUMBERS: Readonly<Record<BriefLanguage, number>> = {
  "en-GB": 2057,
  "en-US": 1033,
  "fr-FR": 1036,
  "de-DE": 1031,
  "es-ES": 3082,
  "nl-NL": 1043,
};

/** What Word calls each type of source, and what it calls whoever published it. */
const KINDS: Readonly<Record<CslType, { readonly kind: string; readonly publisher: string }>> = {
  "article-newspaper": { kind: "ArticleInAPeriodical", publisher: "b:PeriodicalTitle" },
  book: { kind: "Book", publisher: "b:Publisher" },
  document: { kind: "Misc", publisher: "b:Publisher" },
  personal_communication: { kind: "Misc", publisher: "b:Publisher" },
  report: { kind: "Report", publisher: "b:Publisher" },
  webpage: { kind: "InternetSite", publisher: "b:InternetSiteTitle" },
};

/** What citations are set with. */
interface CitationSetting {
  readonly material: CitedMaterial;
  readonly words: DocumentWords;
}

export class WordSources {
  readonly #input: DocxInput;
  readonly #style: WordStyle;
  readonly #tags: ReadonlyMap<SourceId, string>;

  /** Null where they are not wanted, or Word does not know the style. */
  static create(input: DocxInput): WordSources | null {
    const style = wordStyleOf(input.options.citationStyleId);
    return input.options.wordSources && style ? new WordSources(input, style) : null;
  }

  private constructor(input: DocxInput, style: WordStyle) {
    this.#input = input;
    this.#style = style;
    this.#tags = tagsOf(input.citations.references.map(({ source }) => source));
  }

  /** A citation as Word's own, with `shown` as its result. Null where it cites what is not in the project. */
  citation(citation: Citation, number: number, { material, words }: CitationSetting, shown: Xml): Xml | null {
    const { language } = this.#input.brief;
    const cited = citesOf(citation, material).map((cite) => {
      const tag = cite === "missing" ? undefined : this.#tags.get(cite.source.id);
      return cite === "missing" || tag === undefined ? null : [tag, ...placeSwitches(cite, words, language)].join(" ");
    });
    if (cited.includes(null)) return null;
    const [first, ...others] = cited;
    const instruction = [
      `CITATION ${first} \\l ${LANGUAGE_NUMBERS[language]}`,
      ...others.map((other) => `\\m ${other}`),
    ].join(" ");
    return contentControl(number, element("w:citation", {}), field(instruction, shown));
  }

  /** The part of the sources, and the part that says what it is. */
  parts(): Part[] {
    const { sheet, name, version } = this.#style;
    const sources = this.#input.citations.references.map(({ source }, index) => this.#source(source, index + 1));
    const attributes = {
      SelectedStyle: sheet,
      StyleName: name,
      Version: version,
      "xmlns:b": NAMESPACE,
      xmlns: NAMESPACE,
    };
    return [
      {
        path: "customXml/item1.xml",
        contentType: "application/xml",
        data: xmlPart(element("b:Sources", attributes, ...sources)),
        relationships: [{ id: "properties", type: "customXmlProps", target: "itemProps1.xml" }],
      },
      {
        path: "customXml/itemProps1.xml",
        contentType: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        data: xmlPart(
          element(
            "ds:datastoreItem",
            { "ds:itemID": STORE_ID, "xmlns:ds": STORE_NAMESPACE },
            element("ds:schemaRefs", {}, element("ds:schemaRef", { "ds:uri": NAMESPACE })),
          ),
        ),
      },
    ];
  }

  #source(source: Source, order: number): Xml {
    const { language } = this.#input.brief;
    const { metadata } = source;
    const record = cslRecord(source, language);
    const { kind, publisher } = KINDS[record.type];
    return element(
      "b:Source",
      {},
      said("b:Tag", this.#tags.get(source.id)),
      said("b:SourceType", kind),
      said("b:Guid", `{${guidOf(source.sha256)}}`),
      said("b:LCID", `${LANGUAGE_NUMBERS[language]}`),
      said("b:Title", record.title),
      authors(record.author ?? []),
      ...dateParts("", metadata.published),
      said(publisher, record["container-title"] ?? record.publisher),
      said("b:URL", record.URL),
      ...dateParts("Accessed", metadata.accessed),
      said("b:RefOrder", `${order}`),
    );
  }
}

/** Tags as Word makes them: three letters of the author, two digits of the year, and a number where they are taken. */
function tagsOf(sources: readonly Source[]): Map<SourceId, string> {
  const tags = new Map<SourceId, string>();
  for (const source of sources) {
    const { authors: names, published, publisher, title } = source.metadata;
    const letters = (names[0] ?? publisher ?? title ?? "").normalize("NFD").replace(/[^A-Za-z]/g, "");
    const stem = `${letters.slice(0, 3) || "Src"}${published?.slice(2, 4) ?? ""}`;
    const taken = new Set(tags.values());
    let tag = stem;
    for (let number = 1; taken.has(tag); number += 1) tag = `${stem}n${number}`;
    tags.set(source.id, tag);
  }
  return tags;
}

/** A page has a switch of its own; any other place, and whom the passage credits, stand behind the citation. */
function placeSwitches({ agencies, locator, place }: Cite, words: DocumentWords, language: BriefLanguage): string[] {
  const paragraphs = locator?.value.includes("–") ? words.paragraphs : words.paragraph;
  const behind = [
    ...(locator?.label === "paragraph" ? [`${paragraphs} ${locator.value}`] : []),
    place,
    agencies.length > 0 ? citationWords(language).citing(agencies) : "",
  ].filter((part) => part !== "");
  return [
    ...(locator?.label === "page" ? [`\\p ${fieldArgument(locator.value)}`] : []),
    ...(behind.length > 0 ? [`\\s ${fieldArgument(`, ${behind.join(", ")}`)}`] : []),
  ];
}

/** One body is a corporate author to Word; of several, each is a person, whole names as last ones. */
function authors(names: readonly CslName[]): Xml {
  const [first, ...others] = names;
  if (!first) return NOTHING;
  const content =
    others.length === 0 && "literal" in first
      ? said("b:Corporate", first.literal)
      : element("b:NameList", {}, ...names.map(person));
  return element("b:Author", {}, element("b:Author", {}, content));
}

function person(name: CslName): Xml {
  return "literal" in name
    ? element("b:Person", {}, said("b:Last", name.literal))
    : element("b:Person", {}, said("b:Last", name.family), said("b:First", name.given));
}

function dateParts(suffix: "" | "Accessed", date: string | null): Xml[] {
  const [year, month, day] = date?.split("-") ?? [];
  return [
    said(`b:Year${suffix}`, year),
    said(`b:Month${suffix}`, month && `${Number(month)}`),
    said(`b:Day${suffix}`, day && `${Number(day)}`),
  ];
}

/** An element with some words; nothing where there are none. */
function said(name: string, words: string | null | undefined): Xml {
  const line = onOneLine(words ?? "");
  return line === "" ? NOTHING : element(name, {}, textXml(line));
}

/** An identifier of the source's own bytes, in the form of a GUID. */
function guidOf(sha256: string): string {
  const digits = sha256.toUpperCase();
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join("-");
}
