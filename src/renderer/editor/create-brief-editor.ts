/**
 * The editor of the brief, put together from its parts. Knows nothing of React: the pane hands it an element and
 * listens. `stop` takes everything away again.
 */
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerList } from "@lexical/list";
import { type ElementTransformer, ORDERED_LIST, registerMarkdownShortcuts, UNORDERED_LIST } from "@lexical/markdown";
import { registerRichText } from "@lexical/rich-text";
import { mergeRegister } from "@lexical/utils";
import {
  $getNodeByKey,
  $getRoot,
  COMMAND_PRIORITY_CRITICAL,
  createEditor,
  HISTORIC_TAG,
  type LexicalCommand,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from "lexical";
import type { Section } from "../../core/brief/document.ts";
import type { UndoStack } from "../state/undo-stack.ts";
import { HTML_IMPORT, registerAllowedContent } from "./allowed-content.ts";
import { registerAssessment } from "./assessment.ts";
import { $fromSections } from "./from-document.ts";
import { registerGoToStart } from "./go-to-start.ts";
import { registerKeepSections } from "./keep-sections.ts";
import { registerListDepth } from "./list-depth.ts";
import { BRIEF_NODES } from "./nodes/index.ts";
import { $isSectionNode, type SectionAttributes } from "./nodes/SectionNode.ts";
import { registerSectionArrows } from "./section-arrows.ts";
import { registerSelectBlock } from "./select-block.ts";
import { registerTableArrows } from "./table-arrows.ts";
import { registerTableKeys } from "./table-keys.ts";
import { registerTableRules } from "./table-rules.ts";
import { $cellAround } from "./table-structure.ts";
import { registerWindowKeys } from "./window-keys.ts";

/** Keys struck within this time are undone together. */
const HISTORY_MERGE_MS = 300;
/** Tag of the update that loads the brief: nothing that the user did. */
const LOAD_TAG = "load";

const THEME = {
  paragraph: "brief-paragraph",
  quote: "brief-quotation",
  heading: { h3: "brief-heading-2", h4: "brief-heading-3" },
  list: { ul: "brief-list", ol: "brief-list", listitem: "brief-item", nested: { listitem: "brief-item-nested" } },
  text: { bold: "brief-bold", italic: "brief-italic", highlight: "brief-assessment" },
  link: "brief-link",
  table: "brief-table",
  tableCell: "brief-cell",
};

export interface BriefEditorOptions {
  readonly sections: readonly Section[];
  /** What the template says of its sections. */
  readonly attributes: readonly Omit<SectionAttributes, "marking">[];
  readonly undo: UndoStack;
  /** Whether one writes in it, or only reads and copies. */
  readonly editable: boolean;
  /** The ids of the sections that an update changed. */
  readonly onChange: (sectionIds: string[]) => void;
  readonly onError: (error: Error) => void;
}

export interface BriefEditor {
  readonly editor: LexicalEditor;
  stop(): void;
}

export function createBriefEditor(element: HTMLElement, options: BriefEditorOptions): BriefEditor {
  const editor = createEditor({
    namespace: "attache-brief",
    nodes: BRIEF_NODES,
    theme: THEME,
    html: { import: HTML_IMPORT },
    editable: options.editable,
    onError: options.onError,
  });
  editor.setRootElement(element);
  const attributesOf = (section: Section) => {
    const found = options.attributes.find(({ sectionId }) => sectionId === section.id);
    const { id: sectionId, title, marking } = section;
    return { ...(found ?? { sectionId, title, hint: "", color: "none" }), marking };
  };
  const shown = options.sections.map(attributesOf);
  editor.update(() => $fromSections(options.sections, attributesOf), { discrete: true, tag: LOAD_TAG });

  const stop = mergeRegister(
    registerRichText(editor),
    registerList(editor),
    registerMarkdownShortcuts(editor, [UNORDERED_LIST, ORDERED_LIST].map($outsideOfTables)),
    registerWindowKeys(editor),
    registerListDepth(editor),
    registerKeepSections(editor, shown),
    registerTableKeys(editor),
    registerTableArrows(editor),
    registerSectionArrows(editor),
    registerAllowedContent(editor),
    registerAssessment(editor),
    registerTableRules(editor),
    registerGoToStart(editor),
    registerSelectBlock(editor),
    registerSharedHistory(editor, options.undo),
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags, editorState }) => {
      if (tags.has(LOAD_TAG) || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return;
      options.onChange(
        editorState.read(() => (tags.has(HISTORIC_TAG) ? $allSections() : $changedSections(dirtyElements.keys()))),
      );
    }),
  );
  // A rule that joins has every node looked at again. That belongs to loading too: what it leaves alone is no edit.
  editor.update(() => undefined, { discrete: true, tag: LOAD_TAG });
  return {
    editor,
    stop() {
      stop();
      editor.setRootElement(null);
    },
  };
}

/** What begins a list elsewhere is text in a cell. */
function $outsideOfTables(list: ElementTransformer): ElementTransformer {
  return {
    ...list,
    replace: (parent, ...rest) => ($cellAround(parent) ? false : list.replace(parent, ...rest)),
  };
}

/** A step of undo puts another state in the place of all, and does not say what is different in it. */
function $allSections(): string[] {
  return $getRoot()
    .getChildren()
    .filter($isSectionNode)
    .map(({ sectionId }) => sectionId);
}

/** Lexical marks every ancestor of what changed as dirty: the sections among them are the ones to save. */
function $changedSections(keys: Iterable<string>): string[] {
  return [...keys].map((key) => $getNodeByKey(key)).flatMap((node) => ($isSectionNode(node) ? [node.sectionId] : []));
}

/** The editor keeps its own history; the place of its steps among all other acts is kept in the one line of undo. */
function registerSharedHistory(editor: LexicalEditor, undo: UndoStack): () => void {
  const state = createEmptyHistoryState();
  // The loaded brief is where history begins: without it the first edit could not be undone.
  state.current = { editor, editorState: editor.getEditorState() };
  let known = 0;
  let historic = false;
  const step = (command: LexicalCommand<void>) => () => {
    historic = true;
    editor.dispatchCommand(command, undefined);
    historic = false;
  };
  const act = { label: "Edit the brief", undo: step(UNDO_COMMAND), redo: step(REDO_COMMAND) };
  // Keys struck before and after another act are two steps, however quickly they follow each other.
  let skippedMs = 0;
  const now = () => {
    if (!undo.isLast(act)) skippedMs += HISTORY_MERGE_MS;
    return Date.now() + skippedMs;
  };
  // The editor's own keys ask for the line of undo, which comes back here when it is the brief's turn.
  const redirect = (command: LexicalCommand<void>, run: () => Promise<void>) =>
    editor.registerCommand(
      command,
      () => {
        if (historic) return false;
        void run();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    );
  return mergeRegister(
    redirect(UNDO_COMMAND, undo.undo),
    redirect(REDO_COMMAND, undo.redo),
    registerHistory(editor, state, HISTORY_MERGE_MS, now, () => {
      if (!historic && state.undoStack.length > known) undo.push(act);
      known = state.undoStack.length;
    }),
  );
}
