import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createUndoStack, type UndoableAct, type UndoStack } from "../../src/renderer/state/undo-stack.ts";

/** A page of names: doing an act adds its name, undoing it takes the last one away, which must be its own. */
function createPage(stack: UndoStack) {
  const page: string[] = [];
  const act = (name: string): UndoableAct => ({
    label: name,
    async undo() {
      await Promise.resolve();
      expect(page.pop()).toBe(name);
    },
    async redo() {
      await Promise.resolve();
      page.push(name);
    },
  });
  return {
    page,
    do(name: string) {
      page.push(name);
      stack.push(act(name));
    },
  };
}

/** An act that waits until it is told to go on. */
function createSlowAct(onRun: () => void) {
  let goOn = () => {};
  const waiting = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const run = async () => {
    await waiting;
    onRun();
  };
  const act: UndoableAct = { label: "slow", undo: run, redo: run };
  return { act, goOn: () => goOn() };
}

describe("the line of undo", () => {
  test("undoes mixed acts from the newest to the oldest, and does them again in their order", async () => {
    const stack = createUndoStack();
    const { page, ...writer } = createPage(stack);
    for (const name of ["edit", "excerpt", "edit again", "details"]) writer.do(name);
    await stack.undo();
    await stack.undo();
    expect(page).toEqual(["edit", "excerpt"]);
    await stack.redo();
    expect(page).toEqual(["edit", "excerpt", "edit again"]);
    await stack.redo();
    await stack.redo();
    expect(page).toEqual(["edit", "excerpt", "edit again", "details"]);
  });

  test("does nothing at its ends", async () => {
    const stack = createUndoStack();
    await stack.undo();
    await stack.redo();
    const { page, ...writer } = createPage(stack);
    writer.do("edit");
    await stack.redo();
    await stack.undo();
    await stack.undo();
    expect(page).toEqual([]);
  });

  test("forgets what was undone as soon as something new is done", async () => {
    const stack = createUndoStack();
    const { page, ...writer } = createPage(stack);
    writer.do("first");
    writer.do("second");
    await stack.undo();
    writer.do("other");
    await stack.redo();
    expect(page).toEqual(["first", "other"]);
    await stack.undo();
    await stack.undo();
    expect(page).toEqual([]);
  });

  test("runs two quick undos one after the other", async () => {
    const stack = createUndoStack();
    const order: string[] = [];
    const older = createSlowAct(() => order.push("older"));
    const newer = createSlowAct(() => order.push("newer"));
    stack.push(older.act);
    stack.push(newer.act);
    const both = [stack.undo(), stack.undo()];
    older.goOn();
    newer.goOn();
    await Promise.all(both);
    expect(order).toEqual(["newer", "older"]);
  });

  test("a redo that is asked for while its undo still runs comes after it", async () => {
    const stack = createUndoStack();
    const order: string[] = [];
    stack.push({
      label: "act",
      undo: async () => {
        await Promise.resolve();
        order.push("undone");
      },
      redo: () => void order.push("redone"),
    });
    await Promise.all([stack.undo(), stack.redo()]);
    expect(order).toEqual(["undone", "redone"]);
  });

  test("what is done while an undo still runs is newer than it: there is nothing left to redo", async () => {
    const stack = createUndoStack();
    const order: string[] = [];
    const slow = createSlowAct(() => order.push("slow"));
    stack.push(slow.act);
    const undoing = stack.undo();
    await Promise.resolve();
    stack.push({ label: "new", undo: () => void order.push("new undone"), redo: () => void order.push("new redone") });
    slow.goOn();
    await undoing;
    await stack.redo();
    await stack.undo();
    expect(order).toEqual(["slow", "new undone"]);
  });

  test("an undo that fails says so and takes nothing else with it", async () => {
    const stack = createUndoStack();
    const { page, ...writer } = createPage(stack);
    const fails = () => Promise.reject(new Error("the disk is full"));
    writer.do("first");
    stack.push({ label: "fails", undo: fails, redo: fails });
    writer.do("last");
    await stack.undo();
    await expect(stack.undo()).rejects.toThrow("the disk is full");
    await stack.undo();
    expect(page).toEqual([]);
    await stack.redo();
    await stack.redo();
    expect(page).toEqual(["first", "last"]);
  });

  test("keeps the newest acts where there are very many", async () => {
    const stack = createUndoStack();
    const undone: number[] = [];
    for (let number = 0; number < 1500; number += 1) {
      stack.push({ label: "edit", undo: () => void undone.push(number), redo: () => {} });
    }
    for (let count = 0; count < 1600; count += 1) await stack.undo();
    expect(undone.slice(0, 3)).toEqual([1499, 1498, 1497]);
    expect(undone.length).toBeGreaterThanOrEqual(1000);
  });
});

describe("a group", () => {
  test("is undone and done again as one", async () => {
    const stack = createUndoStack();
    const { page, ...writer } = createPage(stack);
    writer.do("before");
    const finish = stack.group("Drop into the brief");
    writer.do("excerpt");
    writer.do("quotation");
    finish();
    await stack.undo();
    expect(page).toEqual(["before"]);
    await stack.redo();
    expect(page).toEqual(["before", "excerpt", "quotation"]);
  });

  test("in which nothing was done is no step", async () => {
    const stack = createUndoStack();
    const { page, ...writer } = createPage(stack);
    writer.do("before");
    stack.group("nothing")();
    await stack.undo();
    expect(page).toEqual([]);
  });

  test("can stand in another", async () => {
    const stack = createUndoStack();
    const { page, ...writer } = createPage(stack);
    const outer = stack.group("outer");
    writer.do("a");
    const inner = stack.group("inner");
    writer.do("b");
    inner();
    writer.do("c");
    outer();
    await stack.undo();
    expect(page).toEqual([]);
    await stack.redo();
    expect(page).toEqual(["a", "b", "c"]);
  });

  test("that ends before one that began after it becomes one step with it, and what follows is a step again", async () => {
    const stack = createUndoStack();
    const { page, ...writer } = createPage(stack);
    const first = stack.group("first drop");
    writer.do("a");
    const second = stack.group("second drop");
    writer.do("b");
    first();
    first();
    writer.do("c");
    second();
    writer.do("d");
    await stack.undo();
    expect(page).toEqual(["a", "b", "c"]);
    await stack.undo();
    expect(page).toEqual([]);
    await stack.redo();
    await stack.redo();
    expect(page).toEqual(["a", "b", "c", "d"]);
  });

  test("of which a part fails undoes the other parts, and says what failed", async () => {
    const stack = createUndoStack();
    const undone: string[] = [];
    const finish = stack.group("drop");
    stack.push({ label: "excerpt", undo: () => void undone.push("excerpt"), redo: () => {} });
    stack.push({ label: "quotation", undo: () => Promise.reject(new Error("no engine")), redo: () => {} });
    finish();
    await expect(stack.undo()).rejects.toThrow("no engine");
    expect(undone).toEqual(["excerpt"]);
  });
});

test("any run of acts, undos and redos leaves what a plain list of states would", async () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.constant("do" as const) },
    { weight: 2, arbitrary: fc.constant("undo" as const) },
    { weight: 1, arbitrary: fc.constant("redo" as const) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const stack = createUndoStack();
      const { page, ...writer } = createPage(stack);
      let states: string[][] = [[]];
      let at = 0;
      for (const [index, kind] of steps.entries()) {
        if (kind === "do") {
          writer.do(`act ${index}`);
          states = [...states.slice(0, at + 1), [...page]];
          at += 1;
        } else if (kind === "undo") {
          await stack.undo();
          at = Math.max(0, at - 1);
        } else {
          await stack.redo();
          at = Math.min(states.length - 1, at + 1);
        }
        expect(page).toEqual(states[at]);
      }
    }),
  );
});
