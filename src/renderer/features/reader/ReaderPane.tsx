/** The pane in which a source is read and highlighted. */
import { useEffect, useRef } from "react";
import type { Source } from "../../../core/source/source.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { Article } from "./Article.tsx";
import { sourceByline } from "./source-byline.ts";
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
            <SourceHead source={source} titled={blocks?.[0]?.text.includes(source.metadata.title ?? "\n") === true} />
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

interface SourceHeadProps {
  readonly source: Source;
  /** The text begins with the title, which then need not be said twice. */
  readonly titled: boolean;
}

function SourceHead({ source, titled }: SourceHeadProps) {
  const { store } = useWorkspace();
  // The day of the import is offered for every source: counting it would say nothing.
  const count = source.suggestions.filter(
    ({ field }) => field !== "accessed" && isEmpty(source.metadata[field]),
  ).length;
  return (
    <header className="source-head">
      {!titled && (
        <h2 className={source.metadata.title === null ? "source-title-unknown" : undefined}>{sourceName(source)}</h2>
      )}
      <p className="source-byline">
        <span>{sourceByline(source)}</span>
        <button type="button" className="button" data-quiet="" onClick={() => store.setState({ dialog: "details" })}>
          Details
          {count > 0 && <span className="badge">{count === 1 ? "1 suggestion" : `${count} suggestions`}</span>}
        </button>
      </p>
      {source.warnings.map((warning) => (
        <p key={warning} className="source-warning">
          {warning}
        </p>
      ))}
    </header>
  );
}

function isEmpty(value: string | readonly string[] | null): boolean {
  return value === null || value.length === 0;
}
