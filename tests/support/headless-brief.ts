/**
 * The brief's editor without a window: the same nodes, rules and commands as create-brief-editor.ts puts together, but
 * for what only a browser has (history, focus, the clipboard). Errors of the editor fail the test.
 */
import { createHeadlessEditor } from "@lexical/headless";
import { registerList } from "@lexical/list";
import { registerRichText } from "@lexical/rich-text";
import type { LexicalEditor } from "lexical";
import { inlinesOf } from "../../src/core/brief/citation-numbers.ts";
import type { BriefBlock, Section } from "../../src/core/brief/document.ts";
import { registerAllowedContent } from "../../src/renderer/editor/allowed-content.ts";
import { registerAssessment } from "../../src/renderer/editor/assessment.ts";
import { $fromSections } from "../../src/renderer/editor/from-document.ts";
import { registerKeepSections } from "../../src/renderer/editor/keep-sections.ts";
import { BRIEF_NODES } from "../../src/renderer/editor/nodes/index.ts";
import type { SectionAttributes } from "../../src/renderer/editor/nodes/SectionNode.ts";
import { registerTableKeys } from "../../src/renderer/editor/table-keys.ts";
import { registerTableRules } from "../../src/renderer/editor/table-rules.ts";
import { $toSections } from "../../src/renderer/editor/to-document.ts";

/** What the template says of a section, as far as these tests look. */
export function attributesOf({ id, title, marking }: Section): SectionAttributes {
  return { sectionId: id, title, marking, hint: "", color: "none" };
}

/** An editor that holds the nodes of a brief and does nothing by itself. */
export function bareEditor(): LexicalEditor {
  return createHeadlessEditor({
    namespace: "test",
    nodes: BRIEF_NODES,
    onError: (error) => {
      throw error;
    },
  });
}

/** An editor with all rules of the brief, filled with sections, which are its template too. */
export function briefEditor(sections: readonly Section[]): LexicalEditor {
  const editor = bareEditor();
  registerRichText(editor);
  registerList(editor);
  registerKeepSections(editor, sections.map(attributesOf));
  registerAllowedContent(editor);
  registerAssessment(editor);
  registerTableKeys(editor);
  registerTableRules(editor);
  change(editor, () => $fromSections(sections, attributesOf));
  return editor;
}

/** Runs an update to its end, transforms included. */
export function change(editor: LexicalEditor, update: () => void): void {
  editor.update(update, { discrete: true });
}

export function sectionsOf(editor: LexicalEditor): Section[] {
  return editor.getEditorState().read(() => $toSections());
}

/** The words of a block; a line break is a line feed, a citation is its id in brackets. */
export function wordsOf(block: BriefBlock): string {
  return inlinesOf(block)
    .map((inline) => {
      if (inline.type === "text") return inline.text;
      return inline.type === "line-break" ? "\n" : `[${inline.id}]`;
    })
    .join("");
}
