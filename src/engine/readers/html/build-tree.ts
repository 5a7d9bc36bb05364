/**
 * From the tags of a page to a tree of elements and text, as browsers nest them, with limits that browsers have too.
 * What could run or be fetched never gets into the tree. Adds, drops and reorders no text that a browser would show.
 */
import {
  BLOCK_ELEMENTS,
  DRAWING_ENDERS,
  DROPPED_ELEMENTS,
  FORMATTING_ELEMENTS,
  HEAD_ELEMENTS,
  HEADINGS,
  LIST_ELEMENTS,
  PARAGRAPH_ENDERS,
  RAW_DROPPED_ELEMENTS,
  TRANSPARENT_ELEMENTS,
  VOID_ELEMENTS,
} from "./element-names.ts";
import type { HtmlDocument, HtmlElement, HtmlNode } from "./html-node.ts";
import { keptAttributes } from "./kept-attributes.ts";
import { OpenElements } from "./open-elements.ts";

/** What the tree is made with. */
export interface BuildableDocument extends HtmlDocument {
  readonly head: BuildableElement;
  readonly body: BuildableElement;
  readonly documentElement: BuildableElement;
  createElement(name: string): BuildableElement;
  createTextNode(text: string): HtmlNode;
}
export interface BuildableElement extends HtmlElement {
  setAttribute(name: string, value: string): void;
  appendChild(child: HtmlNode): HtmlNode;
}

/** Browsers take what is nested deeper out of its nesting, so that walking a tree never overflows. */
const MAX_DEPTH = 512;
/** The largest pages that people write have half as many, and a million take half of the memory that there is. */
export const MAX_ELEMENTS = 600_000;

export class TooManyElements extends Error {}

const NONE: ReadonlySet<string> = new Set();
const P: ReadonlySet<string> = new Set(["p"]);
const LI: ReadonlySet<string> = new Set(["li"]);
const TERMS: ReadonlySet<string> = new Set(["dd", "dt"]);
const BUTTON: ReadonlySet<string> = new Set(["button"]);
const TABLE: ReadonlySet<string> = new Set(["table"]);
const ROW: ReadonlySet<string> = new Set(["tr"]);
const CELL: ReadonlySet<string> = new Set(["td", "th", "caption"]);
const ROW_GROUPS: ReadonlySet<string> = new Set(["tbody", "thead", "tfoot"]);
const TABLE_PARTS: ReadonlySet<string> = new Set(["table", "tbody", "thead", "tfoot", "tr"]);
const ROW_OR_TABLE: ReadonlySet<string> = new Set(["tr", "table"]);
const SCOPE: ReadonlySet<string> = new Set(["td", "th", "caption", "table", "button"]);
const SCOPE_OF_END: ReadonlySet<string> = new Set(["td", "th", "caption", "table"]);
const SCOPE_OF_LIST_ITEM: ReadonlySet<string> = new Set(
  [...BLOCK_ELEMENTS].filter((name) => !["address", "div", "p", "li", "dd", "dt"].includes(name)),
);

interface Dropping {
  readonly name: string;
  depth: number;
  /** How deep in a part of a drawing that holds text of its own. */
  inLabel: number;
}

export class TreeBuilder {
  /** The name of an element that was dropped and never ended, so that all behind it is missing. */
  unended: string | null = null;

  private readonly open = new OpenElements();
  private readonly text: string[] = [];
  private dropping: Dropping | null = null;
  private isInHead = true;
  private elementCount = 0;

  private readonly document: BuildableDocument;
  /** Names of elements that would be dropped, and are kept because one of them is nowhere ended. */
  private readonly kept: ReadonlySet<string>;

  constructor(document: BuildableDocument, kept: ReadonlySet<string>) {
    this.document = document;
    this.kept = kept;
    this.open.push({ name: "body", node: document.body, attributes: [], isEnding: false });
  }

  addText(text: string): void {
    if (this.dropping === null) this.text.push(text);
  }

  startTag(name: string, attributes: ReadonlyMap<string, string>, isSelfClosing: boolean): void {
    if (this.dropping !== null && this.isStillDropping(this.dropping, name, isSelfClosing)) return;
    this.flushText();
    if (DROPPED_ELEMENTS.has(name) && !this.kept.has(name)) {
      if (!VOID_ELEMENTS.has(name) && !isSelfClosing) this.dropping = { name, depth: 1, inLabel: 0 };
    } else if (name === "html" || name === "body") {
      if (name === "body") this.isInHead = false;
      const node = name === "html" ? this.document.documentElement : this.document.body;
      for (const [key, value] of keptAttributes(attributes)) if (!node.hasAttribute(key)) node.setAttribute(key, value);
    } else if (name !== "head" && !TRANSPARENT_ELEMENTS.has(name)) {
      this.insert(name, keptAttributes(attributes), isSelfClosing);
    }
  }

  endTag(name: string): void {
    if (this.dropping !== null) {
      this.endDropped(this.dropping, name);
      return;
    }
    this.flushText();
    if (name === "br") this.insert("br", [], false);
    else if (name === "head") this.isInHead = false;
    else if (!VOID_ELEMENTS.has(name) && name !== "body" && name !== "html") this.close(name);
  }

  end(): void {
    this.flushText();
    this.unended = this.dropping?.name ?? null;
  }

  private isStillDropping(dropping: Dropping, name: string, isSelfClosing: boolean): boolean {
    if (dropping.name === "svg" && dropping.inLabel === 0 && DRAWING_ENDERS.has(name)) {
      this.dropping = null;
      return false;
    }
    if (RAW_DROPPED_ELEMENTS.has(dropping.name) || isSelfClosing) return true;
    if (name === dropping.name) dropping.depth += 1;
    else if (name === "foreignobject" || name === "desc") dropping.inLabel += 1;
    return true;
  }

  private endDropped(dropping: Dropping, name: string): void {
    if (name === "foreignobject" || name === "desc") dropping.inLabel = Math.max(0, dropping.inLabel - 1);
    if (name !== dropping.name) return;
    dropping.depth -= 1;
    if (dropping.depth === 0) this.dropping = null;
  }

  private flushText(): void {
    if (this.text.length === 0) return;
    const text = this.text.length === 1 ? (this.text[0] ?? "") : this.text.join("");
    this.text.length = 0;
    const isTitle = this.open.current?.name === "title";
    if (this.isInHead && !isTitle) {
      if (text.trim() === "") return;
      this.isInHead = false;
    }
    if (!isTitle) this.openCarried();
    const parent = this.open.current?.node ?? this.document.body;
    (parent as BuildableElement).appendChild(this.document.createTextNode(text));
  }

  private openCarried(): void {
    for (const { name, attributes } of this.open.takeCarried()) this.append(name, attributes);
  }

  private insert(name: string, attributes: [string, string][], isSelfClosing: boolean): void {
    if (this.isInHead && !HEAD_ELEMENTS.has(name)) this.isInHead = false;
    if (!this.isInHead) this.closeImplied(name);
    if (!BLOCK_ELEMENTS.has(name) && !HEAD_ELEMENTS.has(name)) this.openCarried();
    this.append(name, attributes);
    if (isSelfClosing || VOID_ELEMENTS.has(name)) this.open.closeFrom(this.open.depth - 1);
  }

  private append(name: string, attributes: readonly [string, string][]): void {
    this.elementCount += 1;
    if (this.elementCount > MAX_ELEMENTS) throw new TooManyElements();
    const node = this.document.createElement(name);
    for (const [key, value] of attributes) node.setAttribute(key, value);
    // Every node in the stack was made by this builder, or is the body.
    const above = this.open.at(Math.min(this.open.depth, MAX_DEPTH) - 1)?.node as BuildableElement | undefined;
    (this.isInHead ? this.document.head : (above ?? this.document.body)).appendChild(node);
    this.open.push({ name, node, attributes, isEnding: false });
  }

  /** What a start tag ends: https://html.spec.whatwg.org/#parsing-main-inbody, as far as text can show it. */
  private closeImplied(name: string): void {
    if (name === "li") this.open.close(LI, SCOPE_OF_LIST_ITEM);
    else if (TERMS.has(name)) this.open.close(TERMS, SCOPE_OF_LIST_ITEM);
    else if (name === "a") this.open.closeFormatting("a");
    else if (name === "button") this.open.close(BUTTON, SCOPE_OF_END);
    if (PARAGRAPH_ENDERS.has(name)) this.open.close(P, SCOPE);
    if (HEADINGS.has(name) && HEADINGS.has(this.open.current?.name ?? "")) this.open.closeFrom(this.open.depth - 1);
    if (name === "td" || name === "th") this.open.close(CELL, ROW_OR_TABLE);
    else if (name === "tr") this.closeAny([ROW, CELL]);
    else if (ROW_GROUPS.has(name)) this.closeAny([ROW_GROUPS, ROW, CELL]);
    else if (name === "table" && TABLE_PARTS.has(this.open.current?.name ?? "")) this.open.close(TABLE, NONE);
  }

  private closeAny(choices: readonly ReadonlySet<string>[]): void {
    for (const names of choices) if (this.open.close(names, TABLE)) return;
  }

  private close(name: string): void {
    if (FORMATTING_ELEMENTS.has(name)) this.open.closeFormatting(name);
    else if (HEADINGS.has(name)) this.open.close(HEADINGS, SCOPE_OF_END);
    else if (name === "li") this.open.close(LI, LIST_ELEMENTS);
    else if (name === "table") this.open.close(TABLE, NONE);
    else if (TABLE_PARTS.has(name) || CELL.has(name)) this.open.close(new Set([name]), TABLE);
    else if (name === "p") {
      // A browser makes an empty paragraph of an end tag alone, which parts the text around it.
      if (!this.open.close(P, SCOPE)) this.insert("p", [], true);
    } else if (BLOCK_ELEMENTS.has(name)) this.open.close(new Set([name]), SCOPE_OF_END);
    else this.open.close(new Set([name]), BLOCK_ELEMENTS);
  }
}
