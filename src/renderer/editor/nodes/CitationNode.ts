/**
 * A citation in the editor: a button in the text. Its number and description are written into its element by
 * number-citations.ts, since they follow from its place and from the sources, which a node does not know.
 */
import {
  DecoratorNode,
  type DOMConversionMap,
  type DOMExportOutput,
  type LexicalNode,
  type SerializedLexicalNode,
  type Spread,
} from "lexical";
import type { CitationId } from "../../../core/brief/document.ts";
import type { ExcerptId } from "../../../core/excerpt/excerpt.ts";

type SerializedCitationNode = Spread<{ citationId: string; excerptIds: readonly string[] }, SerializedLexicalNode>;

export class CitationNode extends DecoratorNode<null> {
  __citationId: CitationId;
  __excerptIds: readonly ExcerptId[];

  constructor(citationId: CitationId, excerptIds: readonly ExcerptId[], key?: string) {
    super(key);
    this.__citationId = citationId;
    this.__excerptIds = excerptIds;
  }

  static override getType(): string {
    return "citation";
  }

  static override clone(node: CitationNode): CitationNode {
    return new CitationNode(node.__citationId, node.__excerptIds, node.__key);
  }

  /** A pasted citation is another one: it gets an id of its own, and cites the same. */
  static override importJSON({ excerptIds }: SerializedCitationNode): CitationNode {
    // Written by exportJSON below, or by whoever put it on the clipboard; an unknown excerpt is shown as missing.
    const ids = (Array.isArray(excerptIds) ? excerptIds : []).filter((id): id is ExcerptId => typeof id === "string");
    return $createCitationNode(createCitationId(), ids);
  }

  /** Copied to another program, it leaves its number; pasted back as HTML, that is text. */
  static override importDOM(): DOMConversionMap | null {
    return null;
  }

  override exportJSON(): SerializedCitationNode {
    return { ...super.exportJSON(), citationId: this.__citationId, excerptIds: this.__excerptIds };
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement("sup");
    const shown = document.querySelector(`[data-citation-id="${CSS.escape(this.__citationId)}"]`);
    element.textContent = `[${shown?.textContent ?? ""}]`;
    return { element };
  }

  get citationId(): CitationId {
    return this.__citationId;
  }

  get excerptIds(): readonly ExcerptId[] {
    return this.getLatest().__excerptIds;
  }

  /** Cites others. Without any the citation goes, see allowed-content.ts. */
  setExcerptIds(excerptIds: readonly ExcerptId[]): this {
    const self = this.getWritable();
    self.__excerptIds = excerptIds;
    return self;
  }

  override createDOM(): HTMLElement {
    // Not a <button>, which is a box of its own: as text, the number stays on the line of the word before it.
    const button = document.createElement("span");
    button.role = "button";
    button.tabIndex = 0;
    button.className = "citation";
    button.dataset["citationId"] = this.__citationId;
    button.dataset["excerptIds"] = this.__excerptIds.join(" ");
    return button;
  }

  override updateDOM(before: this, button: HTMLElement): boolean {
    if (before.__excerptIds !== this.__excerptIds) button.dataset["excerptIds"] = this.__excerptIds.join(" ");
    return false;
  }

  override getTextContent(): string {
    return "";
  }

  override isInline(): boolean {
    return true;
  }

  override isKeyboardSelectable(): boolean {
    return true;
  }

  override decorate(): null {
    return null;
  }
}

/** A new id. Only the window makes citations while one types; the engine makes its own for the command line. */
export function createCitationId(): CitationId {
  return `citation-${crypto.randomUUID()}` as CitationId; // the one place where the window brands an id
}

export function $createCitationNode(citationId: CitationId, excerptIds: readonly ExcerptId[]): CitationNode {
  return new CitationNode(citationId, excerptIds);
}

export function $isCitationNode(node: LexicalNode | null | undefined): node is CitationNode {
  return node instanceof CitationNode;
}
