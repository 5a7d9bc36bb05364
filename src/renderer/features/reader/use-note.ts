/**
 * The text of a note while it is being written: on disk a moment after the last key, and whenever the field goes away,
 * for whatever reason. One step of undo for each time it was written at.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import type { ExcerptId } from "../../../core/excerpt/excerpt.ts";
import { useWorkspace } from "../../state/workspace.ts";

const PAUSE_MS = 150;

export function useNote(excerptId: ExcerptId, saved: string) {
  const { actions } = useWorkspace();
  const [text, setText] = useState(saved);
  const before = useRef(saved);
  const latest = useRef(saved);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    void actions.saveNote(excerptId, latest.current.trim());
  }, [actions, excerptId]);

  const write = useCallback(
    (value: string) => {
      latest.current = value;
      setText(value);
      clearTimeout(timer.current);
      timer.current = setTimeout(save, PAUSE_MS);
    },
    [save],
  );

  const finish = useCallback(() => {
    const written = latest.current.trim();
    if (written === before.current) return;
    save();
    actions.noteWritten(excerptId, before.current, written);
    before.current = written;
  }, [save, actions, excerptId]);

  useEffect(() => finish, [finish]);

  return { text, write, finish };
}
