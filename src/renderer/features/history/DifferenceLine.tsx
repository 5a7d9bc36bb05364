/** A line of a difference: words that came underlined, words that went struck through, each said to screen readers. */
import { lineNote } from "../../../core/brief/history-words.ts";
import type { DifferencePart, LineDifference } from "../../../core/brief/line-difference.ts";

export function DifferenceLine({ line }: { line: LineDifference }) {
  const note = lineNote(line);
  const shape = line.after ?? line.before;
  return (
    <p
      className="difference-line"
      data-change={line.change}
      data-shape={shape?.type}
      style={shape?.type === "list-item" ? { marginInlineStart: `${shape.depth * 18 + 14}px` } : undefined}
    >
      {note && <span className="difference-note">{note}</span>}
      <DifferenceParts parts={line.parts} />
    </p>
  );
}

export function DifferenceParts({ parts }: { parts: readonly DifferencePart[] }) {
  return parts.map(({ kind, piece }, index) => {
    const content = <Piece piece={piece} />;
    // biome-ignore-start lint/suspicious/noArrayIndexKey: parts have no identity but their place
    if (kind === "added") return <ins key={index}>{content}</ins>;
    if (kind === "removed") return <del key={index}>{content}</del>;
    return <span key={index}>{content}</span>;
    // biome-ignore-end lint/suspicious/noArrayIndexKey: parts have no identity but their place
  });
}

function Piece({ piece }: { piece: DifferencePart["piece"] }) {
  switch (piece.type) {
    case "text":
      return piece.text;
    case "citation":
      return (
        <span className="difference-citation">
          <span className="visually-hidden">citation </span>
          {piece.number}
        </span>
      );
    case "line-break":
      return <br />;
    case "cell-end":
      return <span className="difference-cell-end"> | </span>;
  }
}
