/**
 * Brings notes on excerpts to disk. A note that cannot be written stays in the window, is tried again until it can, and a
 * message says so for as long. Must not drop words because a field went away.
 */
import type { ExcerptId } from "../../core/excerpt/excerpt.ts";
import { toErrorData } from "../../ipc/errors.ts";
import type { Notice } from "./workspace-state.ts";

const RETRY_MS = 2000;

interface Steps {
  readonly write: (id: ExcerptId, note: string) => Promise<void>;
  readonly notify: (notice: Omit<Notice, "id">) => number;
  readonly dismiss: (noticeId: number) => void;
}

export function createNoteSaver({ write, notify, dismiss }: Steps) {
  const waiting = new Map<ExcerptId, string>();
  let notice: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const said = (reason: unknown) => {
    const text = `A note is not saved yet, and is tried again: ${toErrorData(reason).message}`;
    notice ??= notify({ tone: "problem", text });
    clearTimeout(timer);
    timer = setTimeout(() => void flush().catch(() => undefined), RETRY_MS);
  };
  const writeOne = async (id: ExcerptId, note: string) => {
    await write(id, note);
    // What was written meanwhile is newer, and has its own turn.
    if (waiting.get(id) === note) waiting.delete(id);
    if (waiting.size > 0 || notice === null) return;
    dismiss(notice);
    notice = null;
  };
  /** Writes what waits. Throws where that fails. */
  const flush = async () => {
    for (const [id, note] of waiting) {
      try {
        await writeOne(id, note);
      } catch (error) {
        said(error);
        throw error;
      }
    }
  };

  return {
    async save(id: ExcerptId, note: string): Promise<void> {
      waiting.set(id, note);
      await writeOne(id, note).catch(said);
    },
    /** What was written and is not on disk; undefined where all of it is. */
    waitingFor: (id: ExcerptId) => waiting.get(id),
    flush,
  };
}
