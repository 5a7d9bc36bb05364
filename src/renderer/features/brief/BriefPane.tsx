/** The pane of the brief: its paper with title, header and sections, and the tools to write. */
import type { LexicalEditor } from "lexical";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { createBriefSaver } from "../../editor/brief-saver.ts";
import { heldBrief } from "../../editor/held-brief.ts";
import { $toSections } from "../../editor/to-document.ts";
import { createBriefFront } from "../../state/brief-front.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { StatementMarks } from "../findings/StatementMarks.tsx";
import { BriefHead } from "./BriefHead.tsx";
import { BriefText } from "./BriefText.tsx";
import { BriefToolbar } from "./BriefToolbar.tsx";
import { CitationCard } from "./CitationCard.tsx";
import { CitationDialog } from "./CitationDialog.tsx";
import { LinkField } from "./LinkField.tsx";
import { MarkingBand } from "./MarkingBand.tsx";
import type { RecommendationFocus } from "./Recommendations.tsx";
import { SectionMarking } from "./SectionMarking.tsx";
import { useBriefScroll } from "./use-brief-scroll.ts";
import "./brief.css";

export function BriefPane() {
  const { store, undo, project, saved, putBack, readOnly } = useWorkspace();
  const schemeId = useWorkspaceState((state) => state.markingSchemeId);
  const [editor, setEditor] = useState<LexicalEditor | null>(null);
  const editorNow = useRef<LexicalEditor | null>(null);
  const paper = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);

  const saver = useMemo(() => {
    const sections = () => editorNow.current?.getEditorState().read($toSections) ?? project.brief.sections;
    return createBriefSaver({
      projectId: project.info.projectId,
      saved,
      holds: putBack !== null,
      readSections: (ids) => sections().filter(({ id }) => ids.has(id)),
      readAll: () => heldBrief(store.getState(), project.brief, sections()),
      onState: (saveState) => store.setState({ saveState }),
    });
  }, [store, project, saved, putBack]);
  useEffect(() => saver.stop, [saver]);
  const recommendationFocus = useRef<RecommendationFocus | null>(null);
  const front = useMemo(
    () =>
      createBriefFront(
        store,
        undo,
        (change) => saver.noteChange({ front: change }),
        (key) => {
          recommendationFocus.current = { key };
        },
      ),
    [store, undo, saver],
  );
  const take = useCallback((next: LexicalEditor | null) => {
    editorNow.current = next;
    setEditor(next);
  }, []);
  useBriefScroll(scroller);
  useEffect(() => {
    // Read from the editor, which has to be there.
    if (editor && putBack) saver.noteChange(putBack);
  }, [editor, putBack, saver]);

  return (
    <section className="pane brief" aria-label="Brief">
      <div className="pane-head">
        <h2>Brief</h2>
        {editor && <BriefToolbar editor={editor} />}
      </div>
      <MarkingBand place="head" />
      <div className="brief-scroller" ref={scroller}>
        <div className="paper" ref={paper} data-marking-scheme={schemeId}>
          <BriefHead front={front} focus={recommendationFocus} />
          <BriefText front={front} saver={saver} onEditor={take} />
          {editor && <CitationCard editor={editor} paper={paper} />}
          {editor && <StatementMarks editor={editor} paper={paper} scroller={scroller} />}
          {editor && <LinkField editor={editor} paper={paper} />}
        </div>
      </div>
      <MarkingBand place="foot" />
      {editor && readOnly === null && <SectionMarking editor={editor} />}
      {editor && <CitationDialog editor={editor} />}
    </section>
  );
}
