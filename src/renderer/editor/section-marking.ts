/**
 * The markings of single sections: the button in a section's head asks for them, and setting one is a step of the
 * editor's history like any other edit. What the document as a whole is marked follows elsewhere, from core.
 */
import { mergeRegister } from "@lexical/utils";
import { $getRoot, COMMAND_PRIORITY_CRITICAL, HISTORY_PUSH_TAG, KEY_DOWN_COMMAND, type LexicalEditor } from "lexical";
import type { SectionId } from "../../core/brief/section-id.ts";
import type { SectionMarking } from "../state/workspace-state.ts";
import { $isSectionNode } from "./nodes/SectionNode.ts";

/** Sets what some sections are marked, as one step of undo. Sections that are not named keep what they have. */
export function markSections(editor: LexicalEditor, markings: ReadonlyMap<SectionId, string>): void {
  editor.update(() => $markSections(markings), { discrete: true, tag: HISTORY_PUSH_TAG });
}

/** The sections with their markings, in order. */
export function $readSectionMarkings(): SectionMarking[] {
  return $getRoot()
    .getChildren()
    .filter($isSectionNode)
    .map(({ attributes: { sectionId, title, marking } }) => ({ id: sectionId, title, marking }));
}

/** Tells the markings whenever one changed, by undo too. Returns the function that ends it. */
export function registerSectionMarkings(
  editor: LexicalEditor,
  onMarkings: (markings: SectionMarking[]) => void,
): () => void {
  let told = editor.getEditorState().read($readSectionMarkings);
  return editor.registerUpdateListener(({ editorState }) => {
    const markings = editorState.read($readSectionMarkings);
    if (markings.every(({ marking }, index) => marking === told[index]?.marking)) return;
    told = markings;
    onMarkings(markings);
  });
}

/** Hears the buttons in the heads of sections, pressed or with Enter and Space. Returns the function that ends it. */
export function registerMarkingButtons(
  editor: LexicalEditor,
  onPress: (button: HTMLElement, sectionId: string) => void,
): () => void {
  const press = (event: Event) => {
    const button = buttonAt(event.target);
    const sectionId = button?.closest<HTMLElement>("[data-section-id]")?.dataset["sectionId"];
    if (button && sectionId) onPress(button, sectionId);
  };
  // With the mouse the caret stays where one writes.
  const keepCaret = (event: Event) => {
    if (buttonAt(event.target)) event.preventDefault();
  };
  return mergeRegister(
    editor.registerRootListener((root, before) => {
      before?.removeEventListener("click", press);
      before?.removeEventListener("mousedown", keepCaret);
      root?.addEventListener("click", press);
      root?.addEventListener("mousedown", keepCaret);
    }),
    // Its keys are its own: to the editor, Enter would be a paragraph at the caret.
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      () => buttonAt(document.activeElement) !== null,
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

function $markSections(markings: ReadonlyMap<SectionId, string>): void {
  for (const section of $getRoot().getChildren().filter($isSectionNode)) {
    const marking = markings.get(section.sectionId);
    if (marking !== undefined && marking !== section.attributes.marking) section.setMarking(marking);
  }
}

function buttonAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(".section-marking") : null;
}
