/** One source or excerpt that was deleted: what it is, when it went, what comes back with it. */
import { useId } from "react";
import type { RemovedExcerpt, RemovedItem, RemovedSource } from "../../../core/source/removed-items.ts";
import { citedInWords, withExcerpts } from "../../../core/source/removed-words.ts";
import type { SourceId } from "../../../core/source/source.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { daysAgo } from "../../ui/time-words.ts";

interface RemovedItemRowProps {
  readonly item: RemovedItem;
  readonly onBringBack: () => void;
  readonly onDeleteForGood: (sourceId: SourceId) => void;
}

export function RemovedItemRow({ item, onBringBack, onDeleteForGood }: RemovedItemRowProps) {
  const { readOnly } = useWorkspace();
  const name = useId();
  return (
    <li className="removed-item" data-kind={item.kind} aria-labelledby={name}>
      <div className="removed-what">
        {item.kind === "source" ? <SourceWords id={name} item={item} /> : <ExcerptWords id={name} item={item} />}
      </div>
      <div className="removed-buttons">
        {item.kind === "source" && item.citations.length === 0 && (
          <button
            type="button"
            className="button"
            data-quiet=""
            aria-describedby={name}
            disabled={readOnly !== null}
            onClick={() => onDeleteForGood(item.source.id)}
          >
            Delete for good…
          </button>
        )}
        <button
          type="button"
          className="button removed-back"
          aria-describedby={name}
          disabled={readOnly !== null}
          onClick={onBringBack}
        >
          Bring back
        </button>
      </div>
    </li>
  );
}

function SourceWords({ id, item }: { id: string; item: RemovedSource }) {
  const { source, removedAt, excerptCount, excerptsDeletedBefore } = item;
  return (
    <>
      <p id={id} className="removed-name">
        {sourceName(source)}
      </p>
      <p className="removed-line">
        {whenInWords("Source", removedAt)}
        {excerptCount > 0 && `, ${withExcerpts(excerptCount)}`}
        {cited(item)}
      </p>
      {excerptsDeletedBefore > 0 && (
        <p className="removed-line">
          {excerptsDeletedBefore === 1 ? "1 excerpt" : `${excerptsDeletedBefore} excerpts`} of it had been deleted
          before: once it is back, they are listed here.
        </p>
      )}
    </>
  );
}

function ExcerptWords({ id, item }: { id: string; item: RemovedExcerpt }) {
  const { excerpt, source, removedAt } = item;
  const section = useWorkspaceState(
    ({ template }) => template.sections.find((each) => each.id === excerpt.sectionId)?.title ?? null,
  );
  return (
    <>
      <p id={id} className="removed-name removed-quote">
        “{excerpt.selectors.quote.exact}”
      </p>
      <p className="removed-line">
        {sourceName(source)}
        {section !== null && ` · ${section}`}
      </p>
      <p className="removed-line">
        {whenInWords("Excerpt", removedAt)}
        {cited(item)}
      </p>
    </>
  );
}

function whenInWords(what: string, removedAt: string): string {
  const when = daysAgo(removedAt);
  return when === "" ? `${what}, deleted` : `${what}, deleted ${when}`;
}

function cited(item: RemovedItem): string {
  const words = citedInWords(item);
  return words === "" ? "" : `. ${words}.`;
}
