/** The findings of one kind under their title, which folds them away. */
import { useId, useState } from "react";
import type { Finding, FindingKind } from "../../../core/review/finding.ts";
import { KIND_TITLES } from "../../../core/review/finding-titles.ts";
import { FindingRow } from "./FindingRow.tsx";

interface FindingGroupProps {
  readonly kind: FindingKind;
  readonly findings: readonly Finding[];
  readonly isFolded: boolean;
  readonly activeKey: string | null;
  readonly tabKey: string | null;
  readonly onFold: (kind: FindingKind, isFolded: boolean) => void;
  readonly onLeaving: (key: string) => void;
}

/** So many are drawn at once: with each there is more to lay out while one types. */
const AT_ONCE = 50;

export function FindingGroup(props: FindingGroupProps) {
  const { kind, findings, isFolded, activeKey, tabKey, onFold, onLeaving } = props;
  const listId = useId();
  const [most, setMost] = useState(AT_ONCE);
  // The one that one is at is always among them.
  const active = findings.findIndex(({ key }) => key === activeKey);
  const drawn = findings.slice(0, Math.max(most, active + 1));
  return (
    <section className="finding-group" data-kind={kind}>
      <h3>
        <button
          type="button"
          className="finding-fold"
          aria-expanded={!isFolded}
          aria-controls={listId}
          onClick={() => onFold(kind, !isFolded)}
        >
          {KIND_TITLES[kind]}
          <span className="finding-count"> {findings.length}</span>
        </button>
      </h3>
      <ul id={listId} className="finding-list" aria-label="Findings" hidden={isFolded}>
        {!isFolded &&
          drawn.map((finding) => (
            <FindingRow
              key={finding.key}
              finding={finding}
              isActive={finding.key === activeKey}
              inTabOrder={finding.key === tabKey}
              onLeaving={onLeaving}
            />
          ))}
      </ul>
      {!isFolded && drawn.length < findings.length && (
        <button type="button" className="button finding-more" onClick={() => setMost(drawn.length + AT_ONCE)}>
          Show {Math.min(AT_ONCE, findings.length - drawn.length)} more of {findings.length}
        </button>
      )}
    </section>
  );
}
