/**
 * Reads the linked data (JSON-LD, https://schema.org/Article) that pages carry about themselves. What is malformed or
 * not as the vocabulary has it is ignored. Data of the page, so nothing in it is trusted to have any shape.
 */
import { z } from "zod";

export interface LinkedArticle {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  /** As written. */
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

/** A page describes a few things; with more, the rest is a list of other pages. */
const MAX_NODES = 2000;
const MAX_TEXT_UTF16 = 2000;
const MAX_PEOPLE = 100;

const nodeSchema = z.record(z.string(), z.unknown());
type LinkedNode = z.infer<typeof nodeSchema>;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|PressRelease|Posting|Thesis|Legislation)$/u;
const PAGE_TYPE = /(?:WebPage|ItemPage)$/u;

function parseJson(json: string): unknown {
  const bare = json.replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[)|(?:\/\/\s*)?(?:-->|\]\]>)\s*$/gu, "").trim();
  for (const text of [bare, bare.replace(/[\u0000-\u001f]+/gu, " ").replace(/,\s*([\]}])/gu, "$1")]) {
    try {
      return JSON.parse(text);
    } catch {
      // The second try forgives line breaks within strings and commas too many.
    }
  }
  return null;
}

function asNode(value: unknown): LinkedNode | null {
  if (Array.isArray(value)) return null;
  const parsed = nodeSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, MAX_PEOPLE) : [value];
}

function typesOf(node: LinkedNode): string[] {
  return asList(node["@type"]).filter((type) => typeof type === "string");
}

/** The things that the page describes: at the top, in lists and graphs, and what a page says to be its main thing. */
function topNodes(scripts: readonly string[]): LinkedNode[] {
  const found: LinkedNode[] = [];
  const pending: unknown[] = scripts.map(parseJson).toReversed();
  while (pending.length > 0 && found.length < MAX_NODES) {
    const value = pending.pop();
    if (Array.isArray(value)) {
      for (const item of value.slice(0, MAX_NODES).toReversed()) pending.push(item);
      continue;
    }
    const node = asNode(value);
    if (node === null) continue;
    found.push(node);
    for (const inner of [node["mainEntity"], node["@graph"]]) if (inner !== undefined) pending.push(inner);
  }
  return found;
}

function textOf(value: unknown): string | null {
  for (const item of asList(value)) {
    const text = typeof item === "string" ? item : asNode(item)?.["@value"];
    if (typeof text === "string" && text.trim() !== "" && text.length <= MAX_TEXT_UTF16) return text.trim();
  }
  return null;
}

class LinkedData {
  private readonly byId = new Map<string, LinkedNode>();
  private readonly nodes: readonly LinkedNode[];

  constructor(scripts: readonly string[]) {
    this.nodes = topNodes(scripts);
    for (const node of this.nodes) {
      const id = node["@id"];
      if (typeof id === "string" && Object.keys(node).length > 1 && !this.byId.has(id)) this.byId.set(id, node);
    }
  }

  private ofType(pattern: RegExp): LinkedNode[] {
    return this.nodes.filter((node) => typesOf(node).some((type) => pattern.test(type)));
  }

  /** The node itself, or the one that it refers to by its `@id`. */
  private resolved(value: unknown): LinkedNode | null {
    const node = asNode(value);
    const id = node?.["@id"];
    return node && typeof id === "string" && node["name"] === undefined ? (this.byId.get(id) ?? node) : node;
  }

  private names(value: unknown): string[] {
    return asList(value).flatMap((item) => {
      const name = typeof item === "string" ? textOf(item) : textOf(this.resolved(item)?.["name"]);
      return name === null || /^https?:/iu.test(name) ? [] : [name];
    });
  }

  private addresses(node: LinkedNode): string[] {
    const page = node["mainEntityOfPage"];
    const found = [node["url"], typeof page === "string" ? page : asNode(page)?.["@id"], node["@id"]];
    return found.map(textOf).filter((url) => url !== null && /^https?:/iu.test(url)) as string[];
  }

  /** The article of the page, told by its address, else the first one. */
  article(pageUrls: readonly string[]): LinkedArticle | null {
    const articles = this.ofType(ARTICLE_TYPE);
    const isOfPage = (node: LinkedNode) =>
      this.addresses(node).some((url) => pageUrls.includes(url.replace(/#.*$/su, "")));
    const article = articles.find(isOfPage) ?? articles[0];
    const page = this.ofType(PAGE_TYPE)[0];
    const node = article ?? page;
    if (!node) return null;
    const first = (...keys: string[]) => keys.map((key) => textOf(node[key])).find((text) => text !== null) ?? null;
    const language = asNode(node["inLanguage"]);
    return {
      title: article ? first("headline", "name") : null,
      authors: this.names(node["author"] ?? node["creator"]),
      publisher: this.names(node["publisher"])[0] ?? null,
      published: first("datePublished") ?? (article && page ? textOf(page["datePublished"]) : null),
      url: this.addresses(node)[0]?.replace(/#.*$/su, "") ?? null,
      language: first("inLanguage") ?? textOf(language?.["alternateName"] ?? language?.["name"]),
    };
  }
}

/** What the page's linked data says of the article that the page is, or null where it describes none. */
export function readLinkedData(scripts: readonly string[], pageUrls: readonly string[]): LinkedArticle | null {
  return new LinkedData(scripts).article(pageUrls);
}
