/**
 * One line of undo over everything: edits of the brief, which the editor's own history holds, and acts such as
 * removing an excerpt. Knows the order in which they happened, not what they are.
 */

export interface UndoableAct {
  /** What is undone, in words: "Delete excerpt". */
  readonly label: string;
  undo(): void | Promise<void>;
  redo(): void | Promise<void>;
}

export interface UndoStack {
  push(act: UndoableAct): void;
  /** Treats what is pushed until the returned function is called as one act. */
  group(label: string): () => void;
  undo(): Promise<void>;
  redo(): Promise<void>;
}

/** Enough for a working day; older acts are forgotten first. */
const MOST_ACTS = 1000;

export function createUndoStack(): UndoStack {
  const done: UndoableAct[] = [];
  const undone: UndoableAct[] = [];
  let gathering: UndoableAct[] | null = null;
  let running: Promise<void> = Promise.resolve();

  const push = (act: UndoableAct) => {
    undone.length = 0;
    if (gathering) gathering.push(act);
    else done.push(act);
    if (done.length > MOST_ACTS) done.shift();
  };
  // One after the other: a second Ctrl+Z must not overtake the first.
  const inTurn = (work: () => Promise<void>) => {
    running = running.then(work, work);
    return running;
  };

  return {
    push,
    group(label) {
      const outer = gathering;
      const acts: UndoableAct[] = [];
      gathering = acts;
      return () => {
        gathering = outer;
        if (acts.length > 0) push(gathered(label, acts));
      };
    },
    undo: () =>
      inTurn(async () => {
        const act = done.pop();
        if (!act) return;
        await act.undo();
        undone.push(act);
      }),
    redo: () =>
      inTurn(async () => {
        const act = undone.pop();
        if (!act) return;
        await act.redo();
        done.push(act);
      }),
  };
}

function gathered(label: string, acts: readonly UndoableAct[]): UndoableAct {
  return {
    label,
    async undo() {
      for (const act of acts.toReversed()) await act.undo();
    },
    async redo() {
      for (const act of acts) await act.redo();
    },
  };
}
