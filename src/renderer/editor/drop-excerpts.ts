/**
 * Dropping excerpts into the brief: a line shows between which blocks a quotation will land; with Alt held a caret
 * shows where the citation alone will. On a citation the excerpt is added to that one, which a frame shows. Returns the
 * function that ends it.
 */
import { mergeRegister } from "@lexical/utils";
import { COMMAND_PRIORITY_HIGH, DRAGOVER_COMMAND, DROP_COMMAND, type LexicalEditor } from "lexical";
import { type Carried, carriesOurs, takeCarried } from "../drag/carried-passage.ts";
import type { InsertMode } from "../state/workspace.ts";
import type { BlockTarget } from "./insert-excerpt.ts";

/** Where something was dropped: between blocks, at a place in the text, or on a citation. */
export type DropTarget =
  | { readonly mode: "addition"; readonly citation: HTMLElement }
  | { readonly mode: Extract<InsertMode, "quotation">; readonly block: BlockTarget }
  | { readonly mode: Extract<InsertMode, "citation">; readonly node: Node; readonly offset: number };

export function registerDropExcerpts(
  editor: LexicalEditor,
  line: HTMLElement,
  onDrop: (carried: Carried, target: DropTarget) => void,
): () => void {
  const hide = () => {
    line.hidden = true;
  };
  const over = (event: DragEvent) => {
    if (!carriesOurs(event.dataTransfer) || !event.dataTransfer) return false;
    event.preventDefault();
    const target = targetOf(event);
    event.dataTransfer.dropEffect = event.altKey || target?.mode === "addition" ? "link" : "copy";
    if (!target) hide();
    else if (target.mode === "addition") drawFrame(line, target.citation);
    else if (target.mode === "quotation") drawLine(line, target.block);
    else drawCaret(line, target.node, target.offset);
    return true;
  };
  const drop = (event: DragEvent) => {
    if (!carriesOurs(event.dataTransfer) || !event.dataTransfer) return false;
    event.preventDefault();
    hide();
    const carried = takeCarried(event.dataTransfer);
    const target = targetOf(event);
    if (carried && target) onDrop(carried, target);
    return true;
  };
  const leave = (event: DragEvent) => {
    const root = editor.getRootElement();
    if (event.relatedTarget instanceof Node && root?.contains(event.relatedTarget)) return;
    hide();
  };
  const root = editor.getRootElement();
  root?.addEventListener("dragleave", leave);
  document.addEventListener("dragend", hide);
  return mergeRegister(
    editor.registerCommand(DRAGOVER_COMMAND, over, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DROP_COMMAND, drop, COMMAND_PRIORITY_HIGH),
    () => root?.removeEventListener("dragleave", leave),
    () => document.removeEventListener("dragend", hide),
  );
}

function targetOf(event: DragEvent): DropTarget | null {
  const citation = event.target instanceof Element ? event.target.closest<HTMLElement>(".citation") : null;
  if (citation) return { mode: "addition", citation };
  if (event.altKey) {
    const position = document.caretPositionFromPoint(event.clientX, event.clientY);
    return position ? { mode: "citation", node: position.offsetNode, offset: position.offset } : null;
  }
  const section = sectionAt(event);
  const sectionId = section?.dataset["sectionId"];
  if (!section || sectionId === undefined) return null;
  const blocks = blocksOf(section);
  const next = blocks.findIndex((block) => {
    const { top, height } = block.getBoundingClientRect();
    return event.clientY < top + height / 2;
  });
  return { mode: "quotation", block: { sectionId, index: next === -1 ? blocks.length : next } };
}

/** The section under the pointer; on the paper between and below the sections, the one that it is below of. */
function sectionAt({ target, clientY }: DragEvent): HTMLElement | null {
  if (!(target instanceof Element)) return null;
  const under = target.closest<HTMLElement>("[data-section-id]");
  if (under) return under;
  const sections = [...target.querySelectorAll<HTMLElement>("[data-section-id]")];
  return sections.findLast((section) => section.getBoundingClientRect().top <= clientY) ?? sections[0] ?? null;
}

function blocksOf(section: HTMLElement): Element[] {
  return [...(section.querySelector(".brief-section-body")?.children ?? [])];
}

/** The line is drawn over the paper that both share. */
function drawLine(line: HTMLElement, { sectionId, index }: BlockTarget): void {
  const paper = line.parentElement;
  const section = paper?.querySelector<HTMLElement>(`[data-section-id="${CSS.escape(sectionId)}"]`);
  if (!paper || !section) return;
  const blocks = blocksOf(section);
  const next = blocks[index]?.getBoundingClientRect();
  const last = blocks.at(-1)?.getBoundingClientRect();
  const y = next ? next.top - 5 : (last?.bottom ?? section.getBoundingClientRect().bottom) + 4;
  const ground = paper.getBoundingClientRect();
  const body = section.getBoundingClientRect();
  show(line, "line", { left: body.left - ground.left, top: y - ground.top, width: body.width, height: 2 });
}

function drawCaret(line: HTMLElement, node: Node, offset: number): void {
  const ground = line.parentElement?.getBoundingClientRect();
  const range = document.createRange();
  range.setStart(node, offset);
  const rect = range.getClientRects()[0] ?? (node instanceof Element ? node.getBoundingClientRect() : undefined);
  if (!ground || !rect) return;
  show(line, "caret", { left: rect.left - ground.left, top: rect.top - ground.top, width: 2, height: rect.height });
}

function drawFrame(line: HTMLElement, citation: HTMLElement): void {
  const ground = line.parentElement?.getBoundingClientRect();
  const { left, top, width, height } = citation.getBoundingClientRect();
  if (ground)
    show(line, "frame", {
      left: left - ground.left - 3,
      top: top - ground.top - 3,
      width: width + 6,
      height: height + 6,
    });
}

function show(
  line: HTMLElement,
  kind: "line" | "caret" | "frame",
  box: { left: number; top: number; width: number; height: number },
): void {
  line.hidden = false;
  line.dataset["kind"] = kind;
  line.style.transform = `translate(${Math.round(box.left)}px, ${Math.round(box.top)}px)`;
  line.style.width = `${Math.round(box.width)}px`;
  line.style.height = `${Math.round(box.height)}px`;
}
