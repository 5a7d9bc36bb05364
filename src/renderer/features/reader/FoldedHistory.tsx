/** The messages that a mail quotes: folded until they are asked for, or until one goes to words in them. */
import { type ReactNode, useEffect, useState } from "react";

interface FoldedHistoryProps {
  readonly count: number;
  readonly isWanted: boolean;
  readonly children: ReactNode;
}

export function FoldedHistory({ count, isWanted, children }: FoldedHistoryProps) {
  const [isOpen, setOpen] = useState(isWanted);
  useEffect(() => {
    if (isWanted) setOpen(true);
  }, [isWanted]);
  const paragraphs = count === 1 ? "1 paragraph" : `${count} paragraphs`;
  return (
    <div className="folded-history" data-open={isOpen ? "" : undefined}>
      <button type="button" className="button" data-quiet="" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? "Hide earlier messages" : `Show earlier messages (${paragraphs})`}
      </button>
      <div hidden={!isOpen}>{children}</div>
    </div>
  );
}
