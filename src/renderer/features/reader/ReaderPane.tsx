/** The pane in which a source is read and highlighted. */
import { useEffect, useRef } from "react";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { Article } from "./Article.tsx";
import { SourceHead } from "./SourceHead.tsx";
import "./reader.css";

export function ReaderPane() {
  const { actions } = useWorkspace();
  const sourceId = useWorkspaceState((state) => state.activeSourceId);
  const source = useWorkspaceState((state) => state.sources.find(({ id }) => id === state.activeSourceId));
  const blocks = useWorkspaceState((state) =>
    state.activeSourceId ? state.texts.get(state.activeSourceId) : undefined,
  );
  const scroller = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (sourceId && !blocks) void actions.loadText(sourceId);
  }, [sourceId, blocks, actions]);

  return (
    <section className="pane reader" aria-label="Reader">
      <div className="reader-scroller" ref={scroller}>
        {source ? (
          <>
            <SourceHead
              source={source}
              titled={blocks?.[0]?.text.includes(source.metadata.title ?? "\n") === true}
              hasRevisions={blocks?.some(({ revisions }) => revisions) === true}
            />
            {blocks && <Article key={source.id} source={source} blocks={blocks} scroller={scroller} />}
          </>
        ) : (
          <p className="pane-empty">
            Import the files you were sent. Then read here, select what matters, and press a section’s number to keep
            it.
          </p>
        )}
      </div>
    </section>
  );
}
