/** Words with some of what stands around them; what differs from another wording is marked. */
import { diffWords } from "../../../core/excerpt/word-diff.ts";
import type { PassageInContext } from "../../../ipc/replacement.ts";

interface PassageBoxProps {
  readonly passage: PassageInContext;
  /** The words to compare with; null where there are none. */
  readonly against: string | null;
  /** Whether what only this wording has was removed since, or added. */
  readonly side: "removed" | "added";
}

export function PassageBox({ passage, against, side }: PassageBoxProps) {
  return (
    <p className="review-passage">
      <span className="review-around">{passage.before}</span>
      <span className="review-words">
        <Words passage={passage} against={against} side={side} />
      </span>
      <span className="review-around">{passage.after}</span>
    </p>
  );
}

function Words({ passage: { words }, against, side }: PassageBoxProps) {
  if (against === null) return words;
  const parts = side === "removed" ? diffWords(words, against) : diffWords(against, words);
  const Mark = side === "removed" ? "del" : "ins";
  return parts
    .filter(({ kind }) => kind === "same" || kind === side)
    .map(({ kind, text }, index) =>
      kind === "same" ? (
        text
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
        <Mark key={index}>{text}</Mark>
      ),
    );
}
