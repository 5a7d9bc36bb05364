/**
 * Brings what changed in the brief to disk: a moment after the last key, and at least every second while one types on.
 * Edits are never dropped: a save that fails is tried again with the next one, and the state says so until it works.
 */
import type { Header, Section } from "../../core/brief/document.ts";
import { toErrorData } from "../../ipc/errors.ts";
import { attache } from "../attache.ts";
import type { SaveState } from "../state/workspace-state.ts";

const PAUSE_MS = 150;
const LONGEST_WAIT_MS = 1000;
const RETRY_MS = 2000;

export interface BriefChange {
  readonly title?: string;
  readonly header?: Header;
  /** Ids of the sections that changed. */
  readonly sectionIds?: readonly string[];
}

export interface BriefSaver {
  noteChange(change: BriefChange): void;
  /** Writes all that is not yet on disk. Throws where that fails. */
  flush(): Promise<void>;
  stop(): void;
}

export function createBriefSaver(
  readSections: (ids: ReadonlySet<string>) => Section[],
  onState: (state: SaveState) => void,
): BriefSaver {
  let title: string | undefined;
  let header: Header | undefined;
  let sectionIds = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  let running: Promise<void> = Promise.resolve();

  const isDirty = () => title !== undefined || header !== undefined || sectionIds.size > 0;

  const save = async () => {
    clearTimeout(timer);
    waitingSince = null;
    if (!isDirty()) return;
    const taken = { title, header, sectionIds };
    title = undefined;
    header = undefined;
    sectionIds = new Set();
    try {
      const { savedAt } = await attache.engine("saveBrief", {
        ...(taken.title !== undefined && { title: taken.title }),
        ...(taken.header !== undefined && { header: taken.header }),
        ...(taken.sectionIds.size > 0 && { sections: readSections(taken.sectionIds) }),
      });
      if (!isDirty()) onState({ kind: "saved", at: savedAt });
    } catch (error) {
      // What was newer meanwhile wins over what was taken.
      title ??= taken.title;
      header ??= taken.header;
      for (const id of taken.sectionIds) sectionIds.add(id);
      onState({ kind: "failed", message: toErrorData(error).message });
      timer = setTimeout(() => void queue().catch(() => undefined), RETRY_MS);
      throw error;
    }
  };
  const queue = () => {
    running = running.then(save, save);
    return running;
  };

  return {
    noteChange(change) {
      if (change.title !== undefined) title = change.title;
      if (change.header !== undefined) header = change.header;
      for (const id of change.sectionIds ?? []) sectionIds.add(id);
      if (!isDirty()) return;
      if (waitingSince === null) onState({ kind: "saving" });
      waitingSince ??= Date.now();
      clearTimeout(timer);
      const wait = Math.min(PAUSE_MS, Math.max(0, waitingSince + LONGEST_WAIT_MS - Date.now()));
      timer = setTimeout(() => void queue().catch(() => undefined), wait);
    },
    flush: queue,
    stop: () => clearTimeout(timer),
  };
}
