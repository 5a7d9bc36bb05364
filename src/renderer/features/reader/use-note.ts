/**
 * The text of a note while it is being written: on disk within a moment of each key, and whenever the field goes away,
 * for whatever reason. One step of undo for each time it was written at.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import type { ExcerptId } from "../../../core/excerpt/excerpt.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";

const PAUSE_MS = 150;

export function useNote(excerptId: ExcerptId) {
  const { actions } = useWorkspace();
  const [saved] = useState(() => actions.noteOf(excerptId));
  const [text, setText] = useState(saved);
  const before = useRef(saved);
  const latest = useRef(saved);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const inState = useWorkspaceState((state) => state.excerpts.find(({ id }) => id === excerptId)?.note);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another note in the state is what this waits for
  useEffect(() => {
    // Undone while the field is there, and nothing is being written in it.
    const known = actions.noteOf(excerptId);
    if (latest.current.trim() !== before.current || known === before.current) return;
    before.current = known;
    latest.current = known;
    setText(known);
  }, [inState, actions, excerptId]);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    void actions.saveNote(excerptId, latest.current.trim());
  }, [actions, excerptId]);

  const write = useCallback(
    (value: string) => {
      latest.current = value;
      setText(value);
      // Not put off by further keys: of a note too, a crash takes no more than the last moment.
      timer.current ??= setTimeout(save, PAUSE_MS);
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
