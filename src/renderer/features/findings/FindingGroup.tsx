/** The findings of one kind under their title, which folds them away. */
import { useId } from "react";
import type { Finding, FindingKind } from "../../../core/review/finding.ts";
import { FindingRow } from "./FindingRow.tsx";
import { KIND_TITLES } from "./finding-words.ts";

interface FindingGroupProps {
  readonly kind: FindingKind;
  readonly findings: readonly Finding[];
  readonly isFolded: boolean;
  readonly activeKey: string | null;
  readonly tabKey: string | null;
  readonly onFold: (kind: FindingKind, isFolded: boolean) => void;
  readonly onLeaving: (key: string) => void;
}

export function FindingGroup(props: FindingGroupProps) {
  const { kind, findings, isFolded, activeKey, tabKey, onFold, onLeaving } = props;
  const listId = useId();
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
          findings.map((finding) => (
            <FindingRow
              key={finding.key}
              finding={finding}
              isActive={finding.key === activeKey}
              inTabOrder={finding.key === tabKey}
              onLeaving={onLeaving}
            />
          ))}
      </ul>
    </section>
  );
}
