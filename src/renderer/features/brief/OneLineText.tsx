/** A text field of one paragraph, which grows with its words. Line ends that are pasted become spaces. */
import type { ComponentProps } from "react";
import { useWorkspace } from "../../state/workspace.ts";

interface OneLineTextProps extends Omit<ComponentProps<"textarea">, "onChange" | "value" | "rows"> {
  readonly value: string;
  readonly onValue: (value: string) => void;
}

export function OneLineText({ value, onValue, onKeyDown, className = "", ...others }: OneLineTextProps) {
  const { readOnly } = useWorkspace();
  return (
    <textarea
      {...others}
      readOnly={readOnly !== null}
      className={`one-line ${className}`}
      rows={1}
      value={value}
      onChange={(event) => onValue(event.target.value.replace(/\s*\n\s*/g, " "))}
      onKeyDown={(event) => {
        if (readOnly === null) onKeyDown?.(event);
        // While an input method is at work, Enter takes its proposal.
        if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
      }}
    />
  );
}
