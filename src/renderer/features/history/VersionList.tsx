/** The earlier versions of the brief, the newest first, by day: when, why, how much changed. */
import { useMemo } from "react";
import { Header, ListBox, ListBoxItem, ListBoxSection } from "react-aria-components";
import { changeInWords, reasonInWords } from "../../../core/brief/history-words.ts";
import type { Snapshot, SnapshotId } from "../../../ipc/history.ts";
import { dayOf, timeOf } from "../../ui/time-words.ts";

interface VersionListProps {
  readonly snapshots: readonly Snapshot[];
  readonly chosenId: SnapshotId | null;
  readonly onChoose: (id: SnapshotId) => void;
  /** Enter on a version: the user wants to read what changed. */
  readonly onRead: () => void;
}

export function VersionList({ snapshots, chosenId, onChoose, onRead }: VersionListProps) {
  const days = useMemo(() => byDay(snapshots), [snapshots]);
  return (
    <ListBox
      aria-label="Versions"
      className="history-list"
      autoFocus={true}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection={true}
      selectedKeys={chosenId === null ? [] : [chosenId]}
      onSelectionChange={(keys) => {
        const [key] = keys === "all" ? [] : keys;
        // The keys are the ids of the versions listed.
        if (key !== undefined) onChoose(key as SnapshotId);
      }}
      onAction={onRead}
    >
      {days.map(([day, ofDay]) => (
        <ListBoxSection key={day} id={day} className="history-day">
          <Header className="history-day-name">{day}</Header>
          {ofDay.map((snapshot) => (
            <Version key={snapshot.id} snapshot={snapshot} />
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}

function Version({ snapshot }: { snapshot: Snapshot }) {
  const { id, takenAt, name, words, wordsAdded, wordsRemoved } = snapshot;
  const reason = reasonInWords(snapshot);
  const change = words + wordsAdded + wordsRemoved === 0 ? "empty" : changeInWords(snapshot);
  const time = timeOf(takenAt);
  return (
    <ListBoxItem id={id} className="history-version" textValue={`${time}, ${name ?? reason}, ${change}`}>
      <span className="history-time">{time}</span>
      <span className="history-about">
        <span className={name === null ? "history-reason" : "history-name"}>{name ?? reason}</span>
        <span className="history-change">{change}</span>
      </span>
    </ListBoxItem>
  );
}

/** In the order in which they are given. */
function byDay(snapshots: readonly Snapshot[]): [string, Snapshot[]][] {
  const now = new Date();
  const days = new Map<string, Snapshot[]>();
  for (const snapshot of snapshots) {
    const day = dayOf(snapshot.takenAt, now);
    days.set(day, [...(days.get(day) ?? []), snapshot]);
  }
  return [...days];
}
