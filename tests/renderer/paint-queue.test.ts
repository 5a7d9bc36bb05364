import { describe, expect, test } from "vitest";
import { createPaintQueue, type Work } from "../../src/renderer/features/reader/pages/paint-queue.ts";

/** Work that is told when to end, and notes that it ran. */
function jobs() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const job =
    (name: string): Work =>
    (signal) => {
      begun.push(name);
      return new Promise((resolve, reject) => {
        ends.set(name, resolve);
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    };
  return { begun, job, end: (name: string) => ends.get(name)?.() };
}

/** Until all promises that are settled by now were heard. */
const settled = () => new Promise((resolve) => setTimeout(resolve));
const neverStuck = () => expect.unreachable();
const never = () => false;

describe("the queue of pages to paint", () => {
  test("does one thing at a time, nearest to where one is first", async () => {
    const { begun, job, end } = jobs();
    const queue = createPaintQueue(neverStuck, never);
    queue.setCentre(7);
    for (const page of [1, 6, 8, 7]) queue.add(page, job(`${page}`));
    await settled();
    expect(begun).toEqual(["7"]);
    end("7");
    await settled();
    end("6");
    await settled();
    expect(begun).toEqual(["7", "6", "8"]);
    queue.setCentre(1);
    end("8");
    await settled();
    expect(begun).toEqual(["7", "6", "8", "1"]);
    queue.close();
  });

  test("lets go of what one scrolled past, waiting or under way, and goes on after a failure", async () => {
    const { begun, job, end } = jobs();
    const queue = createPaintQueue(neverStuck, never);
    const cancelFirst = queue.add(1, job("first"));
    const cancelSecond = queue.add(2, job("second"));
    queue.add(3, () => Promise.reject(new Error("This page is damaged")));
    queue.add(4, job("fourth"));
    await settled();
    cancelSecond();
    cancelFirst();
    await settled();
    expect(begun).toEqual(["first", "fourth"]);
    end("fourth");
    queue.close();
  });

  test("names a page that hangs while it is seen, and does nothing after it", async () => {
    const { begun, job } = jobs();
    const { promise: stuck, resolve: onStuck } = Promise.withResolvers<number>();
    let hidden = true;
    const queue = createPaintQueue(onStuck, () => hidden);
    queue.add(5, job("hangs"), 1);
    queue.add(6, job("never"));
    expect(await Promise.race([stuck, new Promise((resolve) => setTimeout(resolve, 20, "hidden"))])).toBe("hidden");
    hidden = false;
    expect(await stuck).toBe(5);
    await settled();
    expect(begun).toEqual(["hangs"]);
    queue.close();
  });
});
