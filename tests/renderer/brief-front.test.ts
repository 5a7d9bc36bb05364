import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Brief, EMPTY_HEADER } from "../../src/core/brief/document.ts";
import { createBrief } from "../../src/core/brief/template.ts";
import { findTemplate } from "../../src/engine/templates.ts";
import type { FrontChange } from "../../src/renderer/editor/brief-saver.ts";
import { createBriefFront } from "../../src/renderer/state/brief-front.ts";
import { createUndoStack } from "../../src/renderer/state/undo-stack.ts";
import { createWorkspaceStore } from "../../src/renderer/state/workspace-state.ts";

/** The front of an empty submission with some recommendations, what reached the disk of it, and where the focus went. */
function createFront(recommendations: readonly string[] = []) {
  const template = findTemplate("submission");
  const brief: Brief = { ...createBrief(template, "Title"), recommendations: [...recommendations] };
  const times = { createdAt: "", modifiedAt: "" };
  const access = { kind: "write" } as const;
  const info = { projectId: "p", schemaVersion: 1, ...times, appVersion: "", sizeBytes: 0, access, upgrade: null };
  const store = createWorkspaceStore({ info, template, brief, sources: [], excerpts: [], view: null });
  const undo = createUndoStack();
  let saved: FrontChange = {};
  const focused: (string | null)[] = [];
  const texts = () => store.getState().recommendations.map(({ text }) => text);
  const front = createBriefFront(
    store,
    undo,
    (change) => {
      saved = { ...saved, ...change };
    },
    (key) => focused.push(key === null ? null : String(key)),
  );
  const keyAt = (index: number) => store.getState().recommendations[index]?.key ?? -1;
  return { front, store, undo, texts, keyAt, focused, saved: () => saved };
}

describe("recommendations", () => {
  test("are added, written, moved and removed, and saved as they stand", () => {
    const { front, texts, keyAt, saved } = createFront(["one"]);
    front.addRecommendation(1);
    front.writeRecommendation(keyAt(1), "two");
    expect(front.moveRecommendation(keyAt(1), -1)).toBe(true);
    expect(texts()).toEqual(["two", "one"]);
    expect(front.moveRecommendation(keyAt(0), -1)).toBe(false);
    front.removeRecommendation(keyAt(1));
    expect(saved()).toEqual({ recommendations: ["two"] });
  });

  test("come back with the words that they were removed with", async () => {
    const { front, texts, keyAt, undo } = createFront(["one", "two"]);
    front.writeRecommendation(keyAt(0), "one and more");
    front.removeRecommendation(keyAt(0));
    await undo.undo();
    expect(texts()).toEqual(["one and more", "two"]);
    await undo.redo();
    expect(texts()).toEqual(["two"]);
  });

  test("keep words that were written in one whose adding is undone and done again", async () => {
    const { front, texts, keyAt, undo } = createFront();
    front.addRecommendation(0);
    front.writeRecommendation(keyAt(0), "words");
    await undo.undo();
    expect(texts()).toEqual([]);
    await undo.redo();
    expect(texts()).toEqual(["words"]);
  });

  test("say where one goes on: on what came or moved, else on what stands there now", async () => {
    const { front, keyAt, focused, undo } = createFront(["one", "two"]);
    const [first, second] = [keyAt(0), keyAt(1)].map(String);
    front.moveRecommendation(keyAt(0), 1);
    front.removeRecommendation(keyAt(0));
    front.removeRecommendation(keyAt(0));
    await undo.undo();
    expect(focused).toEqual([first, first, null, first]);
    expect(second).not.toBe(first);
  });

  test("are as they were when everything is undone, and as they became when all is done again", async () => {
    const acts = fc.array(
      fc.record({
        act: fc.constantFrom("add", "remove", "up", "down", "write"),
        at: fc.nat({ max: 5 }),
        text: fc.string({ maxLength: 5 }),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ maxLength: 5 }), { maxLength: 4 }), acts, async (given, wanted) => {
        const { front, texts, keyAt, undo, saved } = createFront(given);
        for (const { act, at, text } of wanted) {
          const key = keyAt(at);
          const before = texts()[at] ?? "";
          if (act === "add") front.addRecommendation(Math.min(at, texts().length));
          else if (act === "remove") front.removeRecommendation(key);
          else if (act === "up" || act === "down") front.moveRecommendation(key, act === "up" ? -1 : 1);
          else {
            front.writeRecommendation(key, text);
            front.recommendationWritten(key, before, text);
          }
        }
        const after = texts();
        for (const _ of wanted) await undo.undo();
        expect(texts()).toEqual(given);
        for (const _ of wanted) await undo.redo();
        expect(texts()).toEqual(after);
        expect(saved().recommendations ?? given).toEqual(after);
      }),
    );
  });
});

describe("the rest of the front", () => {
  test("undoes what was chosen, and leaves what was typed since", async () => {
    const { front, store, undo, saved } = createFront();
    front.chooseMarking("SECRET");
    front.setField("to", "Minister");
    front.choose("Change the language", { language: "fr-FR" });
    expect(saved()).toEqual({
      header: { ...EMPTY_HEADER, to: "Minister", marking: "SECRET" },
      language: "fr-FR",
    });
    await undo.undo();
    expect(store.getState().language).toBe("en-GB");
    await undo.undo();
    expect(store.getState().header).toEqual({ ...EMPTY_HEADER, to: "Minister" });
    await undo.redo();
    expect(store.getState().header.marking).toBe("SECRET");
  });
});

describe("another front in the place of all of it", () => {
  test("is saved whole, and is one step of undo, with words that were written in recommendations since", async () => {
    const { front, store, undo, texts, keyAt, saved } = createFront(["one", "two"]);
    const before = store.getState();
    const restored: Brief = {
      ...createBrief(findTemplate("submission"), "Earlier title"),
      header: { ...EMPTY_HEADER, to: "The Director" },
      recommendations: ["three"],
      numbering: "by-section",
    };
    front.replaceAll(restored);
    const { title, header, recommendations, numbering, markingSchemeId, language } = restored;
    expect(saved()).toEqual({ title, header, recommendations, numbering, markingSchemeId, language });
    front.writeRecommendation(keyAt(0), "three and more");
    front.addRecommendation(1);
    expect(new Set([keyAt(0), keyAt(1)]).size).toBe(2);
    await undo.undo();
    await undo.undo();
    expect(store.getState()).toMatchObject({ title: before.title, header: before.header, numbering: before.numbering });
    expect(texts()).toEqual(["one", "two"]);
    expect(saved()).toMatchObject({ title: "Title", recommendations: ["one", "two"] });
    await undo.redo();
    expect(texts()).toEqual(["three"]);
  });
});

describe("title and header fields", () => {
  test("come back once they were left, each with what was written in it alone", async () => {
    const { front, store, undo, saved } = createFront();
    front.setField("to", "The Director");
    const before = store.getState();
    front.setField("to", "");
    front.setTitle("");
    front.headWritten(before);
    front.setField("from", "Desk 4");
    await undo.undo();
    expect(saved()).toMatchObject({ title: "Title", header: { to: "The Director", from: "Desk 4" } });
    await undo.redo();
    expect(saved()).toMatchObject({ title: "", header: { to: "", from: "Desk 4" } });
  });

  test("are no step where they are as they were", async () => {
    const { front, store, undo, saved } = createFront();
    front.chooseMarking("SECRET");
    const before = store.getState();
    front.setField("to", "x");
    front.setField("to", "");
    front.headWritten(before);
    await undo.undo();
    expect(saved().header?.marking).toBe("");
  });
});
