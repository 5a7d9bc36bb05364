/**
 * Numbers the citations by their place, at once, whatever is moved: after each update it reads their order from the
 * DOM, which costs next to nothing, and writes only where a number or a source changed. Returns the function that ends it.
 */
import type { LexicalEditor } from "lexical";
import type { NumberedCitation } from "../../core/brief/citation-numbers.ts";
import type { CitationId } from "../../core/brief/document.ts";
import type { SectionId } from "../../core/brief/section-id.ts";
import type { ExcerptId } from "../../core/excerpt/excerpt.ts";

export interface CitationNumbering {
  /** Writes the descriptions anew, after a source's details changed. */
  refresh(): void;
  stop(): void;
}

export function numberCitations(
  editor: LexicalEditor,
  descriptionOf: (excerptIds: readonly ExcerptId[]) => string,
  onChange: (citations: NumberedCitation[]) => void,
): CitationNumbering {
  let orderBefore = "";

  const write = (always: boolean) => {
    const root = editor.getRootElement();
    if (!root) return;
    const buttons = [...root.querySelectorAll<HTMLElement>(".citation")];
    const order = buttons.map(identityOf).join("\n");
    if (order === orderBefore && !always && buttons.every((button) => button.textContent !== "")) return;
    orderBefore = order;
    for (const [index, button] of buttons.entries())
      writeNumber(button, index + 1, descriptionOf(excerptIdsOf(button)));
    onChange(buttons.map((button, index) => numbered(button, index + 1)));
  };

  const stopListening = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) write(false);
  });
  write(true);
  return { refresh: () => write(true), stop: stopListening };
}

function writeNumber(button: HTMLElement, number: number, description: string): void {
  const label = `Citation ${number}`;
  if (button.getAttribute("aria-label") !== label) {
    button.setAttribute("aria-label", label);
    button.textContent = String(number);
  }
  if (button.getAttribute("aria-description") !== description) button.setAttribute("aria-description", description);
}

/** What a citation is, where, and what it cites. */
function identityOf(button: HTMLElement): string {
  return `${sectionIdOf(button)}/${button.dataset["citationId"]}/${button.dataset["excerptIds"]}`;
}

function sectionIdOf(button: HTMLElement): string {
  return button.closest<HTMLElement>("[data-section-id]")?.dataset["sectionId"] ?? "";
}

/** The excerpts that a citation's button stands for, as its node wrote them. */
export function excerptIdsOf(button: HTMLElement): ExcerptId[] {
  return (button.dataset["excerptIds"] ?? "").split(" ").filter(Boolean) as ExcerptId[]; // written by CitationNode from ids
}

function numbered(button: HTMLElement, number: number): NumberedCitation {
  // Written by CitationNode and SectionNode from ids.
  const id = button.dataset["citationId"] as CitationId;
  const [first, ...others] = excerptIdsOf(button);
  const excerptIds = first === undefined ? [] : [first, ...others];
  return { citation: { type: "citation", id, excerptIds }, number, sectionId: sectionIdOf(button) as SectionId };
}
