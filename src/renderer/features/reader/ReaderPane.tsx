/** The pane in which a source is read and highlighted. */
import { useEffect, useRef, useState } from "react";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { EarlierVersionBanner } from "../replace/EarlierVersionBanner.tsx";
import { FindBar } from "../search/FindBar.tsx";
import { Article } from "./Article.tsx";
import { BackBar } from "./also-in/BackBar.tsx";
import { LazyPages, preparePages } from "./LazyPages.tsx";
import { hasPages, readerViewOf } from "./reader-view.ts";
import { SourceHead } from "./SourceHead.tsx";
import { ViewSwitch } from "./ViewSwitch.tsx";
import "./reader.css";

export function ReaderPane() {
  const { actions } = useWorkspace();
  const sourceId = useWorkspaceState((state) => state.activeSourceId);
  const source = useWorkspaceState((state) => state.sources.find(({ id }) => id === state.activeSourceId));
  const blocks = useWorkspaceState((state) =>
    state.activeSourceId ? state.texts.get(state.activeSourceId) : undefined,
  );
  const view = useWorkspaceState((state) => source && readerViewOf(source, state.view));
  const scroller = useRef<HTMLDivElement>(null);
  const [bar, setBar] = useState<HTMLElement | null>(null);

  useEffect(() => {
    // Pages fetch it themselves, after the first of them.
    if (sourceId && !blocks && view === "text") void actions.loadText(sourceId);
  }, [sourceId, blocks, view, actions]);
  const hasPdf = useWorkspaceState((state) => state.sources.some(hasPages));
  useEffect(() => (hasPdf ? preparePages() : undefined), [hasPdf]);

  return (
    <section className="pane reader" aria-label="Reader">
      {source && hasPages(source) && (
        <div className="reader-bar">
          <ViewSwitch source={source} />
          <div className="reader-bar-rest" ref={setBar} />
        </div>
      )}
      {source && source.versionOf !== null && <EarlierVersionBanner source={source} />}
      <BackBar />
      <FindBar />
      <div className="reader-scroller" ref={scroller}>
        {source ? (
          <>
            <SourceHead
              source={source}
              titled={blocks?.[0]?.text.includes(source.metadata.title ?? "\n") === true}
              hasRevisions={blocks?.some(({ revisions }) => revisions) === true}
            />
            {view === "pages" && (
              // Another file under the same id, as after a replacement, is opened anew.
              <LazyPages key={`${source.id} ${source.sha256}`} {...{ source, blocks, scroller, bar }} />
            )}
            {view === "text" && blocks && (
              <Article key={source.id} source={source} blocks={blocks} scroller={scroller} />
            )}
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
