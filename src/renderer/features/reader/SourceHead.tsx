/** What stands above the text of a source: what it is, what to know of how it was read, and what it came with. */
import type { Source } from "../../../core/source/source.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { sourcesInForce } from "../../state/workspace-state.ts";
import { sourceByline } from "./source-byline.ts";

interface SourceHeadProps {
  readonly source: Source;
  /** The text begins with the title, which then need not be said twice. */
  readonly titled: boolean;
  readonly hasRevisions: boolean;
}

export function SourceHead({ source, titled, hasRevisions }: SourceHeadProps) {
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
        {hasRevisions && <RevisionsSwitch />}
        {source.extraction !== null && source.versionOf === null && <ExtractionSwitch source={source} />}
      </p>
      {source.warnings.map((warning) => (
        <p key={warning} className="source-warning">
          {warning}
        </p>
      ))}
      <MailTies source={source} />
    </header>
  );
}

function isEmpty(value: string | readonly string[] | null): boolean {
  return value === null || value.length === 0;
}

function RevisionsSwitch() {
  const { store } = useWorkspace();
  const isOn = useWorkspaceState((state) => state.showsRevisions);
  return (
    <button
      type="button"
      className="button"
      data-quiet=""
      aria-pressed={isOn}
      onClick={() => store.setState({ showsRevisions: !isOn })}
    >
      Show changes and comments
    </button>
  );
}

/** Where the article was recognised wrongly, all of the page is a press away; the excerpts are found again in it. */
function ExtractionSwitch({ source }: { source: Source }) {
  const { actions } = useWorkspace();
  const other = source.extraction === "article" ? "whole-page" : "article";
  return (
    <button
      type="button"
      className="button"
      data-quiet=""
      onClick={() => void actions.setReading(source.id, { extraction: other })}
    >
      {other === "whole-page" ? "Show the whole page" : "Show only the article"}
    </button>
  );
}

/** The mail that a source came with, and what came with a mail. */
function MailTies({ source }: { source: Source }) {
  const sources = useWorkspaceState((state) => state.sources);
  const inForce = sourcesInForce(sources);
  const mails = inForce.filter(({ id }) => source.attachedTo.includes(id));
  const attachments = inForce.filter(({ attachedTo }) => attachedTo.includes(source.id));
  if (mails.length === 0 && attachments.length === 0) return null;
  return (
    <div className="source-notes">
      {mails.length > 0 && <SourceLinks label="Came with" sources={mails} />}
      {attachments.length > 0 && <SourceLinks label="Attachments" sources={attachments} />}
    </div>
  );
}

function SourceLinks({ label, sources }: { label: string; sources: readonly Source[] }) {
  const { actions } = useWorkspace();
  return (
    <span>
      {label}:{" "}
      {sources.map((source, index) => (
        <span key={source.id}>
          {index > 0 && ", "}
          <button type="button" className="link" onClick={() => actions.openSource(source.id)}>
            {sourceName(source)}
          </button>
        </span>
      ))}
    </span>
  );
}
