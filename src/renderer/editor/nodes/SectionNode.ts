/**
 * A section of the brief in the editor: a shadow root, so that nothing typed or deleted in one reaches into the next.
 * Its title is drawn here and cannot be edited, beside it the button of its marking, which section-marking.ts hears.
 * That every section stays is kept by keep-sections.ts.
 */
import {
  type DOMExportOutput,
  type EditorConfig,
  type ElementDOMSlot,
  ElementNode,
  type LexicalNode,
  type SerializedElementNode,
  type Spread,
} from "lexical";
import { shownMarking } from "../../../core/brief/marking.ts";
import type { SectionId } from "../../../core/brief/section-id.ts";

type SerializedSectionNode = Spread<
  { sectionId: string; title: string; hint: string; marking: string; color: string },
  SerializedElementNode
>;

export interface SectionAttributes {
  readonly sectionId: SectionId;
  readonly title: string;
  readonly hint: string;
  /** The section's own marking; empty where it has none. */
  readonly marking: string;
  /** The value of `data-section-color`. */
  readonly color: string;
}

export class SectionNode extends ElementNode {
  __attributes: SectionAttributes;

  constructor(attributes: SectionAttributes, key?: string) {
    super(key);
    this.__attributes = attributes;
  }

  static override getType(): string {
    return "section";
  }

  static override clone(node: SectionNode): SectionNode {
    return new SectionNode(node.__attributes, node.__key);
  }

  static override importJSON(json: SerializedSectionNode): SectionNode {
    // Pasted from this editor or another brief: the id is checked against the template by keep-sections.ts.
    const sectionId = json.sectionId as SectionId;
    const { title, hint, marking, color } = json;
    return $createSectionNode({ sectionId, title, hint, marking, color }).updateFromJSON(json);
  }

  override exportJSON(): SerializedSectionNode {
    return { ...super.exportJSON(), ...this.__attributes };
  }

  override exportDOM(): DOMExportOutput {
    return { element: document.createElement("div") };
  }

  get attributes(): SectionAttributes {
    return this.__attributes;
  }

  get sectionId(): SectionId {
    return this.__attributes.sectionId;
  }

  /** Gives the section a marking of its own, or takes it away with an empty text. */
  setMarking(marking: string): this {
    const node = this.getWritable();
    node.__attributes = { ...node.__attributes, marking };
    return node;
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const { sectionId, title, hint, color } = this.__attributes;
    const section = document.createElement("section");
    section.className = "brief-section";
    section.dataset["sectionId"] = sectionId;
    section.dataset["sectionColor"] = color;
    const heading = document.createElement("h2");
    heading.className = "brief-section-title";
    heading.contentEditable = "false";
    heading.id = `section-${sectionId}`;
    heading.textContent = title;
    section.setAttribute("aria-labelledby", heading.id);
    const body = document.createElement("div");
    body.className = "brief-section-body";
    body.dataset["hint"] = hint;
    const marking = document.createElement("button");
    marking.type = "button";
    marking.className = "section-marking";
    marking.contentEditable = "false";
    marking.ariaHasPopup = "dialog";
    section.append(heading, marking, body);
    showMarking(section, this.__attributes);
    return section;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    const slot = super.getDOMSlot(element);
    const body = element.querySelector<HTMLElement>(":scope > .brief-section-body");
    return body ? slot.withElement(body) : slot;
  }

  override updateDOM(before: this, section: HTMLElement): boolean {
    if (before.__attributes.marking !== this.__attributes.marking) showMarking(section, this.__attributes);
    return false;
  }

  override isShadowRoot(): boolean {
    return true;
  }

  override canBeEmpty(): boolean {
    return false;
  }

  override canIndent(): boolean {
    return false;
  }
}

/** Writes the section's own marking on its button. */
function showMarking(section: HTMLElement, { title, marking }: SectionAttributes): void {
  const button = section.querySelector<HTMLElement>(":scope > .section-marking");
  if (!button) return;
  const shown = shownMarking(marking);
  button.textContent = shown || "Mark";
  button.ariaLabel = `Marking of ${title}: ${shown || "none"}`;
  button.toggleAttribute("data-marked", shown !== "");
}

/** Its direction is set, so that no key makes the browser look through the whole section for it: each block has its own. */
export function $createSectionNode(attributes: SectionAttributes): SectionNode {
  return new SectionNode(attributes).setDirection("ltr");
}

export function $isSectionNode(node: LexicalNode | null | undefined): node is SectionNode {
  return node instanceof SectionNode;
}

/** The section around a node, or null outside of all. */
export function $sectionOf(node: LexicalNode): SectionNode | null {
  for (let current: LexicalNode | null = node; current; current = current.getParent()) {
    if ($isSectionNode(current)) return current;
  }
  return null;
}
