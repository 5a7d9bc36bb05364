/**
 * Brings what changed in the brief to disk: a moment after the last key, and at least every second while one types on.
 * Edits are never dropped: a save that fails is tried again until it works, the state says so, and what waits is held for
 * main to keep, should this window go.
 */
import type { Brief, Section } from "../../core/brief/document.ts";
import type { ParamsOf } from "../../ipc/engine-contract.ts";
import { AttacheError, toErrorData } from "../../ipc/errors.ts";
import type { HeldBrief } from "../../ipc/unsaved.ts";
import { attache } from "../attache.ts";
import type { SaveState } from "../state/workspace-state.ts";
import { asBriefParts, type BriefParts, partsOf } from "./unsaved-words.ts";

const PAUSE_MS = 150;
const LONGEST_WAIT_MS = 1000;
const RETRY_MS = 2000;
/** A disk that takes longer than this is said to. */
const SLOW_MS = 5000;
/** What a window may lose that crashes while one types; sooner where reading the words costs next to nothing. */
const LONGEST_HOLD_MS = 150;
const MOST_UNANSWERED = 8;
/** How many times longer than its reading takes the window lets pass until it reads again. */
const HOLD_PACE = 20;

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

export interface SaverOptions {
  readonly projectId: string;
  /** The brief as it is on disk. */
  readonly saved: Brief;
  /** Whether main still holds words of an earlier window, which are to be saved now. */
  readonly holds: boolean;
  readonly readSections: (ids: ReadonlySet<string>) => Section[];
  /** All that the window shows. */
  readonly readAll: () => HeldBrief;
  readonly onState: (state: SaveState) => void;
}

export function createBriefSaver(options: SaverOptions): BriefSaver {
  const { projectId, saved, holds, readSections, readAll, onState } = options;
  let front: FrontChange = {};
  let sectionIds = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  let running: Promise<void> = Promise.resolve();
  let savedAt: string | null = null;
  /** Since when nothing could be saved; null while saving works. */
  let failingSince: string | null = null;
  /** What was taken to be written, until it is or is put back. */
  let inHand: Piece[] = [];
  /** What the engine is asked to write at this moment. */
  let underWay: BriefParts | null = null;
  /** Each part as it was last saved. */
  const onDisk = new Map(partsOf(saved));
  /** What was sent and not answered, because the engine stopped over it: it may be on the disk or not. */
  let unanswered: BriefParts[] = [];
  let holdTimer: ReturnType<typeof setTimeout> | undefined;
  let isHeld = holds;

  const isDirty = () => Object.keys(front).length > 0 || sectionIds.size > 0;

  const save = async () => {
    clearTimeout(timer);
    waitingSince = null;
    if (!isDirty()) {
      settle();
      return;
    }
    const pieces = takePieces();
    const slow = setTimeout(() => fail(SLOW), SLOW_MS);
    const refused = await writePieces(pieces);
    clearTimeout(slow);
    inHand = [];
    if (refused === null) {
      settle();
      return;
    }
    const isFirst = failingSince === null;
    const isPassing = toErrorData(refused).code === "brief-in-use" && isFirst;
    // A virus scanner lets go in a moment: only what stays is worth a message.
    if (isPassing) failingSince = new Date().toISOString();
    else fail(refused);
    timer = setTimeout(() => void queue().catch(() => undefined), isPassing ? RETRY_MS / 4 : RETRY_MS);
    throw refused;
  };
  /** All that was taken is on disk. */
  const settle = () => {
    const wasFailing = failingSince !== null;
    failingSince = null;
    if (isDirty()) {
      onState({ kind: "saving" });
      // While saving failed, what came in waited for it.
      if (wasFailing) timer = setTimeout(() => void queue().catch(() => undefined), PAUSE_MS);
      return;
    }
    onState({ kind: "saved", at: savedAt });
    unanswered = [];
    clearTimeout(holdTimer);
    holdTimer = undefined;
    if (isHeld) void attache.app("keepUnsaved", { unsaved: null, failing: false }).catch(() => undefined);
    isHeld = false;
  };
  const fail = (reason: unknown) => {
    failingSince ??= new Date().toISOString();
    const { code, message } = toErrorData(reason);
    onState({ kind: "failed", code, message, since: failingSince });
    hold();
  };

  /** What there is to write, each piece on its own. */
  const takePieces = (): Piece[] => {
    const pieces: Piece[] = [...sectionIds].map(asPiece);
    for (const [key, value] of Object.entries(front)) pieces.push({ kind: "front", part: { [key]: value } });
    front = {};
    sectionIds = new Set();
    inHand = pieces;
    return pieces;
  };
  /** Puts a piece back that was not written; what came in meanwhile is newer and wins. */
  const putBack = (piece: Piece) => {
    if (piece.kind === "section") sectionIds.add(piece.id);
    else front = { ...piece.part, ...front };
  };
  const write = async (pieces: readonly Piece[]) => {
    const content = contentOf(pieces);
    underWay = content;
    // What is sent is held first: were the disk ever ahead of it, a crash would look like someone else's change.
    hold();
    try {
      ({ savedAt } = await attache.engine("saveBrief", content));
      for (const [key, value] of partsOf(content)) onDisk.set(key, value);
    } catch (error) {
      if (toErrorData(error).code === "engine-stopped") unanswered = [...unanswered, content].slice(-MOST_UNANSWERED);
      throw error;
    } finally {
      underWay = null;
    }
  };
  /** All at once; where that is refused, one by one, so that one bad piece keeps no other from the disk. */
  const writePieces = async (pieces: readonly Piece[]): Promise<unknown> => {
    try {
      await write(pieces);
      return null;
    } catch (error) {
      let refused: unknown = error;
      let failed = 0;
      for (const piece of pieces) {
        await write([piece]).catch((pieceError: unknown) => {
          refused = pieceError;
          failed += 1;
          putBack(piece);
        });
      }
      return failed > 0 ? refused : null;
    }
  };
  const contentOf = (pieces: readonly Piece[]): ParamsOf<"saveBrief"> => {
    const ids = new Set(pieces.flatMap((piece) => (piece.kind === "section" ? [piece.id] : [])));
    const parts: FrontChange = Object.assign({}, ...pieces.map((piece) => (piece.kind === "front" ? piece.part : {})));
    return { ...parts, ...(ids.size > 0 && { sections: readSections(ids) }) };
  };
  const asPiece = (id: string): Piece => ({ kind: "section", id });
  const queue = () => {
    running = running.then(save, save);
    return running;
  };

  /** Gives main all that is not known to be on disk. */
  const hold = () => {
    clearTimeout(holdTimer);
    holdTimer = undefined;
    const waiting = partsOf({ ...contentOf([...inHand, ...[...sectionIds].map(asPiece)]), ...front });
    if (waiting.size === 0) return;
    const before = new Map([...onDisk].filter(([key]) => waiting.has(key)));
    const known = [asBriefParts(before), ...unanswered, ...(underWay === null ? [] : [underWay])];
    const failing = failingSince !== null;
    const since = failingSince ?? new Date().toISOString();
    const unsaved = { projectId, since, words: asBriefParts(waiting), known, held: failing ? readAll() : null };
    isHeld = true;
    void attache.app("keepUnsaved", { unsaved, failing }).catch(() => undefined);
  };
  let nextHold = 0;
  /** At once where nothing was held of late: a crash then takes not even the last key. */
  const holdSoon = () => {
    holdTimer ??= setTimeout(
      () => {
        const start = performance.now();
        hold();
        const end = performance.now();
        nextHold = end + Math.min(LONGEST_HOLD_MS, HOLD_PACE * (end - start));
      },
      Math.max(0, nextHold - performance.now()),
    );
  };

  return {
    noteChange(change) {
      front = { ...front, ...change.front };
      for (const id of change.sectionIds ?? []) sectionIds.add(id);
      if (!isDirty()) return;
      holdSoon();
      // What fails is tried again at its own pace.
      if (failingSince !== null) return;
      if (waitingSince === null) onState({ kind: "saving" });
      waitingSince ??= Date.now();
      clearTimeout(timer);
      const wait = Math.min(PAUSE_MS, Math.max(0, waitingSince + LONGEST_WAIT_MS - Date.now()));
      timer = setTimeout(() => void queue().catch(() => undefined), wait);
    },
    flush: queue,
    stop() {
      clearTimeout(timer);
      clearTimeout(holdTimer);
    },
  };
}

const SLOW = new AttacheError(
  "engine-stopped",
  "The disk has not answered for a while. What you write is kept, and saved as soon as it answers.",
);
