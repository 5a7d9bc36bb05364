/** A passage in two sources, side by side, with what differs. Which of them was first is not known, and not said. */
import { Fragment, useEffect, useMemo, useState } from "react";
import { formatDate } from "../../../../core/citation/format-date.ts";
import { type DiffPart, diffWords } from "../../../../core/excerpt/word-diff.ts";
import { type Block, blockIndexAt, blockStarts, canonicalText } from "../../../../core/source/block.ts";
import { locatorLabel, type PageLabels } from "../../../../core/source/locator.ts";
import type { Source } from "../../../../core/source/source.ts";
import { sourceName } from "../../../../core/source/source-name.ts";
import { useWorkspace, useWorkspaceState } from "../../../state/workspace.ts";
import { ModalDialog } from "../../../ui/ModalDialog.tsx";
import type { OffsetRange } from "../text-position.ts";
import type { AlsoInEntry } from "./also-in-notes.ts";
import { outletName } from "./outlet-name.ts";

interface CompareDialogProps {
  readonly source: Source;
  readonly blocks: readonly Block[];
  /** All of the paragraph; `first` is compared first. */
  readonly entries: readonly AlsoInEntry[];
  readonly labels: PageLabels | null;
  readonly first: AlsoInEntry;
  readonly onFollow: (entry: AlsoInEntry) => void;
  readonly onClose: () => void;
}

/** Words with what stands around them in their paragraph. */
interface Passage {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

export function CompareDialog({ source, blocks, labels, entries, first, onFollow, onClose }: CompareDialogProps) {
  const { actions } = useWorkspace();
  const [entry, setEntry] = useState(first);
  const sources = useWorkspaceState((state) => state.sources);
  const otherBlocks = useWorkspaceState((state) => state.texts.get(entry.sourceId));
  const other = sources.find(({ id }) => id === entry.sourceId);
  useEffect(() => void actions.loadText(entry.sourceId), [actions, entry.sourceId]);

  const here = useMemo(() => passageIn(blocks, entry.here), [blocks, entry]);
  const there = useMemo(
    (): Passage => (otherBlocks ? passageIn(otherBlocks, entry.there) : { before: "", words: entry.text, after: "" }),
    [otherBlocks, entry],
  );
  const parts = useMemo(() => diffWords(here.words, there.words), [here, there]);

  return (
    <ModalDialog title="Compare" className="modal-wide" onClose={onClose}>
      {entries.length > 1 && (
        <label className="compare-with">
          Compare with{" "}
          <select
            className="field"
            value={entries.indexOf(entry)}
            onChange={(event) => setEntry(entries[Number(event.target.value)] ?? first)}
          >
            {entries.map(({ sourceId, locator }, index) => (
              <option key={`${sourceId} ${locator}`} value={index}>
                {outletName(sources.find(({ id }) => id === sourceId))}, {locator}
              </option>
            ))}
          </select>
        </label>
      )}
      <p className="compare-summary" role="status">
        {differenceInWords(parts)}
      </p>
      <div className="compare-sides">
        <Side
          source={source}
          locator={locatorLabel(blocks, entry.here.fromUtf16, entry.here.toUtf16, labels ?? undefined)}
          passage={here}
          parts={parts.filter(({ kind }) => kind !== "added")}
        />
        <Side
          source={other}
          locator={entry.locator}
          passage={there}
          parts={parts.filter(({ kind }) => kind !== "removed")}
        />
      </div>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => onFollow(entry)}>
          Go to {outletName(other)}
        </button>
        <button type="button" className="button" data-primary="" onClick={onClose}>
          Close
        </button>
      </div>
    </ModalDialog>
  );
}

interface SideProps {
  readonly source: Source | undefined;
  readonly locator: string;
  readonly passage: Passage;
  readonly parts: readonly DiffPart[];
}

function Side({ source, locator, passage, parts }: SideProps) {
  const published = source?.metadata.published;
  const outlet = source?.metadata.publisher ?? source?.metadata.authors[0];
  return (
    <section className="compare-side">
      <h3>{source ? sourceName(source) : "Another source"}</h3>
      <p className="compare-origin">
        {[outlet, published ? formatDate(published) : "undated", locator].filter(Boolean).join(" · ")}
      </p>
      <p className="compare-passage" lang={source?.metadata.language ?? undefined}>
        <span className="compare-around">{passage.before}</span>
        {parts.map(({ kind, text }, index) =>
          kind === "same" || text.trim() === "" ? (
            text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            <Fragment key={index}>
              {text.slice(0, text.length - text.trimStart().length)}
              <mark className="compare-differs">{text.trim()}</mark>
              {text.slice(text.trimEnd().length)}
            </Fragment>
          ),
        )}
        <span className="compare-around">{passage.after}</span>
      </p>
    </section>
  );
}

function passageIn(blocks: readonly Block[], { fromUtf16, toUtf16 }: OffsetRange): Passage {
  const starts = blockStarts(blocks);
  const text = canonicalText(blocks);
  const last = blockIndexAt(starts, Math.max(fromUtf16, toUtf16 - 1));
  const start = starts[blockIndexAt(starts, fromUtf16)] ?? 0;
  const end = (starts[last] ?? 0) + (blocks[last]?.text.length ?? 0);
  return {
    before: text.slice(start, fromUtf16),
    words: text.slice(fromUtf16, toUtf16),
    after: text.slice(toUtf16, Math.max(toUtf16, end)),
  };
}

/** "2 words only on the left, 1 only on the right." */
function differenceInWords(parts: readonly DiffPart[]): string {
  const count = (kind: DiffPart["kind"]) =>
    parts
      .filter((part) => part.kind === kind)
      .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0), 0);
  const [left, right] = [count("removed"), count("added")];
  if (left === 0 && right === 0)
    return parts.every(({ kind }) => kind === "same") ? "Word for word the same." : "The same words; signs differ.";
  const sides = [
    left > 0 ? `${left === 1 ? "1 word" : `${left} words`} only on the left` : "",
    right > 0 ? `${right === 1 ? "1 word" : `${right} words`} only on the right` : "",
  ];
  return `${sides.filter((side) => side !== "").join(", ")}.`;
}
