/** The element that the editor lives in, and the links between it and the workspace. Renders once. */
import {
  $getSelection,
  $isRangeSelection,
  BLUR_COMMAND,
  COMMAND_PRIORITY_LOW,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
} from "lexical";
import { useEffect, useRef } from "react";
import { citationNoteText } from "../../../core/citation/citation-note.ts";
import { citedMaterial } from "../../../core/citation/cited-material.ts";
import type { ExcerptId } from "../../../core/excerpt/excerpt.ts";
import type { Carried } from "../../drag/carried-passage.ts";
import { $markPlace } from "../../editor/assessment.ts";
import { $readCaret, $restoreCaret } from "../../editor/brief-place.ts";
import type { BriefSaver } from "../../editor/brief-saver.ts";
import { $citationInFocus, EDIT_CITATION_COMMAND } from "../../editor/citation-keys.ts";
import { countWords } from "../../editor/count-words.ts";
import { createBriefEditor } from "../../editor/create-brief-editor.ts";
import { type DropTarget, registerDropExcerpts } from "../../editor/drop-excerpts.ts";
import { $canLink, $readAddress, EDIT_LINK_COMMAND } from "../../editor/edit-link.ts";
import { toggleFormat } from "../../editor/format-brief.ts";
import { $replaceSections } from "../../editor/from-document.ts";
import { heldBrief } from "../../editor/held-brief.ts";
import {
  $addToCitationAt,
  $citationAtCaret,
  $findSection,
  $insertCitation,
  $insertQuotation,
  $insertQuotationAt,
  $selectDOMPosition,
} from "../../editor/insert-excerpt.ts";
import { $insertTable } from "../../editor/insert-table.ts";
import { markQuotations } from "../../editor/mark-quotations.ts";
import { numberCitations } from "../../editor/number-citations.ts";
import { numberParagraphs } from "../../editor/number-paragraphs.ts";
import { $blockAround, $blockAt, $partsOf, $replaceText, $selectPlace } from "../../editor/parts.ts";
import { markSections, registerSectionMarkings } from "../../editor/section-marking.ts";
import { $changeTable } from "../../editor/table-structure.ts";
import { $toSections } from "../../editor/to-document.ts";
import type { BriefFront } from "../../state/brief-front.ts";
import { useWorkspace, type Workspace } from "../../state/workspace.ts";
import { sectionColor } from "../../state/workspace-state.ts";

interface BriefTextProps {
  readonly front: BriefFront;
  readonly saver: BriefSaver;
  readonly onEditor: (editor: LexicalEditor | null) => void;
}

const COUNT_AFTER_MS = 400;
/** From here on, blocks that are out of sight are not laid out: see brief.css. */
const LONG_BRIEF_BLOCKS = 60;

export function BriefText({ front, saver, onEditor }: BriefTextProps) {
  const workspace = useWorkspace();
  const element = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!(element.current && line.current)) return;
    return connect(workspace, front, saver, element.current, line.current, onEditor);
  }, [workspace, front, saver, onEditor]);

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: no element is a text box for rich text */}
      <div
        ref={element}
        className="brief-text"
        contentEditable={workspace.readOnly === null}
        suppressContentEditableWarning={true}
        role="textbox"
        aria-multiline="true"
        aria-readonly={workspace.readOnly !== null}
        aria-label="Brief"
        spellCheck={false}
        tabIndex={0}
      />
      <div ref={line} className="drop-line" hidden={true} />
    </>
  );
}

function connect(
  workspace: Workspace,
  front: BriefFront,
  saver: BriefSaver,
  element: HTMLElement,
  line: HTMLElement,
  onEditor: (editor: LexicalEditor | null) => void,
): () => void {
  const { store, undo, project, actions } = workspace;
  const { template, brief, view } = project;
  const { editor, stop } = createBriefEditor(element, {
    sections: brief.sections,
    attributes: template.sections.map(({ id, title, hint }) => ({
      sectionId: id,
      title,
      hint,
      color: sectionColor(template, id),
    })),
    undo,
    editable: workspace.readOnly === null,
    onChange: (sectionIds) => {
      if (workspace.readOnly !== null) return;
      saver.noteChange({ sectionIds });
      countSoon();
    },
    onError: actions.report,
  });

  const describe = (excerptIds: readonly ExcerptId[]) => {
    const { excerpts, sources } = store.getState();
    return citationNoteText({ excerptIds: [...excerptIds] }, citedMaterial(excerpts, sources));
  };
  const numbering = numberCitations(editor, describe, (citations) => store.setState({ citations }));
  const paragraphs = numberParagraphs(editor, () => store.getState().numbering);
  const quotations = markQuotations(editor, () => store.getState().language);
  const stopRefreshing = store.subscribe((state, before) => {
    if (state.sources !== before.sources || state.excerpts !== before.excerpts) numbering.refresh();
    if (state.numbering !== before.numbering) paragraphs.refresh();
    if (state.language !== before.language) quotations.refresh();
  });

  const stopMarkings = registerSectionMarkings(editor, (sectionMarkings) => store.setState({ sectionMarkings }));

  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = () => {
    timer = undefined;
    store.setState({ wordCount: countWords(editor) });
    const blocks = element.querySelectorAll(".brief-section-body > *").length;
    element.toggleAttribute("data-long", blocks > LONG_BRIEF_BLOCKS);
  };
  const countSoon = () => {
    timer ??= setTimeout(count, COUNT_AFTER_MS);
  };
  countSoon();

  // Closing the window asks for the caret itself; this is for a window that ends without being asked.
  const stopCaret = editor.registerCommand(
    BLUR_COMMAND,
    () => {
      const briefCaret = editor.getEditorState().read($readCaret);
      if (briefCaret) store.setState({ view: { ...store.getState().view, briefCaret } });
      return false;
    },
    COMMAND_PRIORITY_LOW,
  );
  const drop = (carried: Carried, target: DropTarget) => void takeDrop(workspace, editor, carried, target);
  const stopDrops = workspace.readOnly === null ? registerDropExcerpts(editor, line, drop) : () => undefined;

  workspace.brief = {
    insertExcerpt(excerptId, mode) {
      const excerpt = store.getState().excerpts.find(({ id }) => id === excerptId);
      if (!(excerpt && workspace.mayWrite())) return;
      editor.update(() => (mode === "quotation" ? $insertQuotation(excerpt) : $insertCitation(excerpt)), {
        discrete: true,
      });
      editor.focus();
      scrollToCaret(editor);
    },
    focus: () => (workspace.readOnly === null ? editor.focus() : element.focus()),
    format: (format) => toggleFormat(editor, format),
    markSections: (markings) => markSections(editor, markings),
    insertTable() {
      editor.update($insertTable, { discrete: true, tag: "history-push" });
      editor.focus();
      scrollToCaret(editor);
    },
    changeTable(change) {
      let changed = false;
      editor.update(
        () => {
          changed = $changeTable(change);
        },
        { discrete: true, tag: "history-push" },
      );
      editor.focus();
      return changed;
    },
    linkAddress: () => editor.read($readAddress),
    editLink: () => editor.read($canLink) && editor.dispatchCommand(EDIT_LINK_COMMAND, undefined),
    editCitation() {
      const key = editor.read(() => ($citationInFocus() ?? $citationAtCaret())?.getKey());
      return key !== undefined && editor.dispatchCommand(EDIT_CITATION_COMMAND, key);
    },
    readCaret: () => editor.getEditorState().read($readCaret),
    showCitation(citationId) {
      const button = element.querySelector<HTMLElement>(`[data-citation-id="${CSS.escape(citationId)}"]`);
      button?.scrollIntoView({ block: "center" });
      button?.focus();
    },
    showPlace(place) {
      let isThere = false;
      editor.update(
        () => {
          isThere = $selectPlace(place);
        },
        { discrete: true, tag: "history-merge" },
      );
      if (isThere) focusSelected(workspace, editor, element);
      return isThere;
    },
    showSection(sectionId) {
      editor.update(() => $findSection(sectionId)?.selectEnd(), { discrete: true, tag: "history-merge" });
      focusSelected(workspace, editor, element);
    },
    replacePlaces(offers) {
      let isDone = false;
      editor.update(
        () => {
          // From the end on: what is put in must not move what is still to be found.
          for (const { place, text } of offers.toReversed()) {
            const block = $blockAt(place);
            const part = block && $partsOf(block)[place.partIndex];
            isDone = (part && $replaceText(part, place.fromUtf16, place.toUtf16, text)) || isDone;
          }
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
      );
      return isDone;
    },
    markAssessment(place, isAssessment) {
      editor.update(() => $markPlace(place, isAssessment), { discrete: true, tag: HISTORY_PUSH_TAG });
    },
    replaceWith(next) {
      const finish = undo.group("Restore an earlier version");
      front.replaceAll(next);
      const caret = editor.getEditorState().read($readCaret);
      const replace = () => {
        $replaceSections(next.sections);
        if (caret) $restoreCaret(caret);
      };
      editor.update(replace, { discrete: true, tag: HISTORY_PUSH_TAG });
      finish();
    },
    flush: () => saver.flush(),
    readAll: () => heldBrief(store.getState(), brief, editor.getEditorState().read($toSections)),
  };
  if (view?.briefCaret && workspace.readOnly === null) {
    const { briefCaret } = view;
    editor.update(() => $restoreCaret(briefCaret), { tag: "history-merge" });
    editor.focus();
  }
  onEditor(editor);
  return () => {
    onEditor(null);
    workspace.brief = null;
    clearTimeout(timer);
    stopCaret();
    stopDrops();
    stopRefreshing();
    stopMarkings();
    quotations.stop();
    paragraphs.stop();
    numbering.stop();
    stop();
  };
}

/** A passage that is not yet an excerpt becomes one, filed where it was dropped: one gesture, one step of undo. */
async function takeDrop(
  { store, actions, undo }: Workspace,
  editor: LexicalEditor,
  carried: Carried,
  target: DropTarget,
): Promise<void> {
  const finish = undo.group("Drop into the brief");
  try {
    const sectionId = target.mode === "quotation" ? target.block.sectionId : null;
    const filed = store.getState().template.sections.find(({ id, filed: takes }) => takes && id === sectionId);
    const excerpt =
      carried.kind === "passage"
        ? await actions.addExcerpt(carried.passage, filed?.id ?? null)
        : store.getState().excerpts.find(({ id }) => id === carried.excerptId);
    if (!excerpt) return;
    editor.update(
      () => {
        if (target.mode === "addition") $addToCitationAt(excerpt, target.citation);
        else if (target.mode === "quotation") $insertQuotationAt(excerpt, target.block);
        else if ($selectDOMPosition(target.node, target.offset)) $insertCitation(excerpt);
      },
      { discrete: true, tag: "history-push" },
    );
    editor.focus();
  } finally {
    finish();
  }
}

/** Brings what is selected into the middle of the view, and the focus to it: to look at, and to go on from. */
function focusSelected({ readOnly }: Workspace, editor: LexicalEditor, element: HTMLElement): void {
  if (readOnly === null) editor.focus();
  else element.focus();
  const block = editor.getEditorState().read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) ? $blockAround(selection.anchor.getNode())?.block.getKey() : undefined;
  });
  if (block) editor.getElementByKey(block)?.scrollIntoView({ block: "center" });
}

function scrollToCaret(editor: LexicalEditor): void {
  const block = editor.getEditorState().read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) ? selection.anchor.getNode().getTopLevelElement()?.getKey() : undefined;
  });
  if (block) editor.getElementByKey(block)?.scrollIntoView({ block: "nearest" });
}
