/**
 * Brings what changed in the brief to disk: a moment after the last key, and at least every second while one types on.
 * Edits are never dropped: a save that fails is tried again with the next one, and the state says so until it works.
 */
import type { Section } from "../../core/brief/document.ts";
import type { ParamsOf } from "../../ipc/engine-contract.ts";
import { toErrorData } from "../../ipc/errors.ts";
import { attache } from "../attache.ts";
import type { SaveState } from "../state/workspace-state.ts";

const PAUSE_MS = 150;
const LONGEST_WAIT_MS = 1000;
const RETRY_MS = 2000;

/** What the brief has outside of its sections, as far as it changed. */
export type FrontChange = Omit<ParamsOf<"saveBrief">, "sections">;

export interface BriefChange {
  readonly front?: FrontChange;
  /** Ids of the sections that changed. */
  readonly sectionIds?: readonly string[];
}

/** What is refused for itself: a section, or one part of the front. */
type Piece = { readonly kind: "front"; readonly part: FrontChange } | { readonly kind: "section"; readonly id: string };

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
  let front: FrontChange = {};
  let sectionIds = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  let running: Promise<void> = Promise.resolve();
  let savedAt: string | null = null;

  const isDirty = () => Object.keys(front).length > 0 || sectionIds.size > 0;

  const save = async () => {
    clearTimeout(timer);
    waitingSince = null;
    if (!isDirty()) return;
    const pieces = takePieces();
    const refused = await writePieces(pieces);
    if (refused === null) {
      if (!isDirty()) onState({ kind: "saved", at: savedAt });
      return;
    }
    onState({ kind: "failed", message: toErrorData(refused).message });
    timer = setTimeout(() => void queue().catch(() => undefined), RETRY_MS);
    throw refused;
  };

  /** What there is to write, each piece on its own. */
  const takePieces = (): Piece[] => {
    const pieces: Piece[] = [...sectionIds].map((id) => ({ kind: "section", id }));
    for (const [key, value] of Object.entries(front)) pieces.push({ kind: "front", part: { [key]: value } });
    front = {};
    sectionIds = new Set();
    return pieces;
  };
  /** Puts a piece back that was not written; what came in meanwhile is newer and wins. */
  const putBack = (piece: Piece) => {
    if (piece.kind === "section") sectionIds.add(piece.id);
    else front = { ...piece.part, ...front };
  };
  const write = async (pieces: readonly Piece[]) => {
    ({ savedAt } = await attache.engine("saveBrief", contentOf(pieces)));
  };
  /** All at once; where that is refused, one by one, so that one bad piece keeps no other from the disk. */
  const writePieces = async (pieces: readonly Piece[]): Promise<unknown> => {
    try {
      await write(pieces);
      return null;
    } catch (error) {
      let refused: unknown = error;
      for (const piece of pieces) {
        await write([piece]).catch((pieceError: unknown) => {
          refused = pieceError;
          putBack(piece);
        });
      }
      return isDirty() ? refused : null;
    }
  };
  const contentOf = (pieces: readonly Piece[]): ParamsOf<"saveBrief"> => {
    const ids = new Set(pieces.flatMap((piece) => (piece.kind === "section" ? [piece.id] : [])));
    const parts: FrontChange = Object.assign({}, ...pieces.map((piece) => (piece.kind === "front" ? piece.part : {})));
    return { ...parts, ...(ids.size > 0 && { sections: readSections(ids) }) };
  };
  const queue = () => {
    running = running.then(save, save);
    return running;
  };

  return {
    noteChange(change) {
      front = { ...front, ...change.front };
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
