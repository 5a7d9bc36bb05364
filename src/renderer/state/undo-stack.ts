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
  /** Whether this is the act that would be undone next. */
  isLast(act: UndoableAct): boolean;
  undo(): Promise<void>;
  redo(): Promise<void>;
}

/** Enough for a working day; older acts are forgotten first. */
const MOST_ACTS = 1000;

export function createUndoStack(): UndoStack {
  const done: UndoableAct[] = [];
  const undone: UndoableAct[] = [];
  let gathering: UndoableAct[] | null = null;
  let openGroups = 0;
  let running: Promise<void> = Promise.resolve();

  const push = (act: UndoableAct) => {
    undone.length = 0;
    (gathering ?? done).push(act);
    if (done.length > MOST_ACTS) done.shift();
  };
  // One after the other: a second Ctrl+Z must not overtake the first.
  const inTurn = (work: () => Promise<void>) => {
    running = running.then(work, work);
    return running;
  };
  /** Takes the newest act of one list to the other. One that fails is forgotten: it is neither done nor undone. */
  const move = (from: UndoableAct[], to: UndoableAct[], run: (act: UndoableAct) => void | Promise<void>) =>
    inTurn(async () => {
      const act = from.pop();
      if (!act) return;
      // Before it is awaited: what is done meanwhile is newer than it.
      to.push(act);
      try {
        await run(act);
      } catch (error) {
        const place = to.lastIndexOf(act);
        if (place !== -1) to.splice(place, 1);
        throw error;
      }
    });

  return {
    push,
    group(label) {
      // Groups that overlap, as two quick drops do, become one: apart, their acts could not be undone in order.
      const acts = gathering ?? [];
      gathering = acts;
      openGroups += 1;
      let open = true;
      return () => {
        if (!open) return;
        open = false;
        openGroups -= 1;
        if (openGroups > 0) return;
        gathering = null;
        if (acts.length > 0) push(gathered(label, acts));
      };
    },
    isLast: (act) => done.at(-1) === act,
    undo: () => move(done, undone, (act) => act.undo()),
    redo: () => move(undone, done, (act) => act.redo()),
  };
}

function gathered(label: string, acts: readonly UndoableAct[]): UndoableAct {
  return {
    label,
    undo: () => runAll(acts.toReversed().map((act) => () => act.undo())),
    redo: () => runAll(acts.map((act) => () => act.redo())),
  };
}

/** One after the other; one that fails does not keep the rest from running. Throws what failed first. */
async function runAll(steps: readonly (() => void | Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
