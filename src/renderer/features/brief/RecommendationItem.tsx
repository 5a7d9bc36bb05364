/** One recommendation: its words, what the reader will strike out, and what moves or removes it. */
import { type KeyboardEvent, useRef, useState } from "react";
import type { Template } from "../../../core/brief/template.ts";
import type { Recommendation } from "../../state/workspace-state.ts";
import { OneLineText } from "./OneLineText.tsx";

/** What of an item can have the focus: kept where the item goes. */
export type ItemPart = "text" | "up" | "down";

interface RecommendationItemProps {
  readonly item: Recommendation;
  /** Its place, from 1. */
  readonly number: number;
  readonly count: number;
  readonly wording: Template["recommendations"];
  readonly onText: (text: string) => void;
  /** The field was left with other words than it was come to with. */
  readonly onWritten: (before: string, after: string) => void;
  readonly onAddAfter: () => void;
  readonly onMove: (step: 1 | -1, part: ItemPart) => void;
  /** The focus goes on to the next item or back to the one before. */
  readonly onRemove: (goesOn: 1 | -1) => void;
}

export function RecommendationItem(props: RecommendationItemProps) {
  const { item, number, count, wording } = props;
  return (
    <li className="recommendation" data-recommendation={item.key}>
      <span className="recommendation-number" aria-hidden="true">
        {number}.
      </span>
      <RecommendationText {...props} />
      <span className="recommendation-answer">
        {wording.agreed} / {wording.notAgreed}
      </span>
      <span className="recommendation-tools">
        <Tool part="up" sign="↑" label={`Move recommendation ${number} up`} isOff={number === 1} {...props} />
        <Tool part="down" sign="↓" label={`Move recommendation ${number} down`} isOff={number === count} {...props} />
        <button
          type="button"
          className="button"
          data-quiet=""
          aria-label={`Remove recommendation ${number}`}
          title="Remove"
          onClick={() => props.onRemove(1)}
        >
          <span aria-hidden="true">×</span>
        </button>
      </span>
    </li>
  );
}

function RecommendationText({
  item,
  number,
  onText,
  onWritten,
  onAddAfter,
  onMove,
  onRemove,
}: RecommendationItemProps) {
  const before = useRef(item.text);
  // As long as nothing is typed there is nothing that the field could undo: then undo is the window's.
  const [isTouched, setIsTouched] = useState(false);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const held = ctrlKey || metaKey || shiftKey;
    if (key === "Enter" && !altKey && !held) onAddAfter();
    else if (key === "Backspace" && item.text === "" && !altKey && !held) {
      // What was taken out until here is a step of its own: undo brings the words back, not an empty line.
      onWritten(before.current, "");
      onRemove(-1);
    } else if (altKey && !held && (key === "ArrowUp" || key === "ArrowDown"))
      onMove(key === "ArrowUp" ? -1 : 1, "text");
    else return;
    event.preventDefault();
  };
  return (
    <OneLineText
      aria-label={`Recommendation ${number}`}
      data-part="text"
      data-undo={isTouched ? "field" : "window"}
      placeholder="That you agree …"
      value={item.text}
      onValue={(text) => {
        setIsTouched(true);
        onText(text);
      }}
      onFocus={() => {
        before.current = item.text;
        setIsTouched(false);
      }}
      onBlur={() => onWritten(before.current, item.text)}
      onKeyDown={press}
    />
  );
}

interface ToolProps extends Pick<RecommendationItemProps, "onMove"> {
  readonly part: "up" | "down";
  readonly sign: string;
  readonly label: string;
  /** Nothing to do. It keeps the focus all the same: one pressed it until here. */
  readonly isOff: boolean;
}

function Tool({ part, sign, label, isOff, onMove }: ToolProps) {
  return (
    <button
      type="button"
      className="button"
      data-quiet=""
      data-part={part}
      aria-label={label}
      aria-disabled={isOff}
      title={part === "up" ? "Move up (Alt+Up)" : "Move down (Alt+Down)"}
      onClick={() => onMove(part === "up" ? -1 : 1, part)}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
