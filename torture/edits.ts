/**
 * What a user does, as calls of the engine. Each edit knows what the project holds once it was acknowledged, and tells
 * from a file whether it was done when nobody could say so any more. It is done whole or not at all.
 */

import { isDeepStrictEqual } from "node:util";
import type { Brief, BriefBlock, Section } from "../src/core/brief/document.ts";
import type { EngineMethod, ParamsOf, ResultOf } from "../src/ipc/engine-contract.ts";
import type { EngineEvent } from "../src/ipc/events.ts";
import type { EngineProcess } from "./engine-process.ts";
import type { MadeSource } from "./made-sources.ts";
import { type ExcerptState, excerptState, type ProjectState } from "./project-state.ts";

export const KINDS = [
  "typing",
  "excerpt",
  "deleting",
  "naming",
  "restoring",
  "import",
  "replacing",
  "save as",
  "export",
] as const;
export type EditKind = (typeof KINDS)[number];

export interface Edit {
  readonly kind: EditKind;
  /** Calls the engine, and takes into the state what its answer says is on the disk. Throws where it says anything else. */
  perform(state: ProjectState, engine: Pick<EngineProcess, "call">): Promise<void>;
  /** The same for what it tells on the way. */
  heard?(state: ProjectState, event: EngineEvent): void;
  /** Takes into the state what was found done without an answer. Answers whether there was anything. */
  found(state: ProjectState, there: ProjectState): boolean;
}

interface CallOf<M extends EngineMethod> extends Omit<Edit, "perform"> {
  readonly method: M;
  readonly params: ParamsOf<M>;
  acknowledged(state: ProjectState, result: ResultOf<M>): void;
}

function edit<M extends EngineMethod>({ method, params, acknowledged, ...made }: CallOf<M>): Edit {
  return {
    ...made,
    async perform(state, engine) {
      acknowledged(state, await engine.call(method, params));
    },
  };
}

/** Several sections at once, and the front, as the window saves them. */
export function typing(sections: readonly Section[], front: Partial<Pick<Brief, "title" | "recommendations">>) {
  const after = (brief: Brief): Brief => ({
    ...brief,
    ...front,
    sections: brief.sections.map((section) => sections.find(({ id }) => id === section.id) ?? section),
  });
  return edit({
    kind: "typing",
    method: "saveBrief",
    params: { ...front, sections: [...sections] },
    acknowledged(state) {
      state.brief = after(state.brief);
    },
    found: (state, { brief }) => takeBrief(state, after(state.brief), brief),
  });
}

/** Where anything of the brief is as it was to become, all of it has to be. */
function takeBrief(state: ProjectState, wanted: Brief, there: Brief): boolean {
  const parts = (brief: Brief): unknown[] => [brief.title, brief.recommendations, ...brief.sections];
  const [before, after, now] = [parts(state.brief), parts(wanted), parts(there)];
  const isBegun = now.some(
    (part, index) => isDeepStrictEqual(part, after[index]) && !isDeepStrictEqual(part, before[index]),
  );
  if (isBegun) state.brief = wanted;
  return isBegun;
}

export function keeping(passage: Pick<ExcerptState, "sourceId" | "start" | "end" | "exact" | "sectionId">) {
  const { sourceId, start, end, sectionId } = passage;
  const wanted: ExcerptState = { ...passage, state: "exact", note: "", removed: false, earlierId: null };
  return edit({
    kind: "excerpt",
    method: "addExcerpt",
    params: { sourceId, fromUtf16: start, toUtf16: end, sectionId },
    acknowledged(state, excerpt) {
      demandSame(excerptState(excerpt), wanted);
      state.excerpts.set(excerpt.id, wanted);
    },
    found(state, there) {
      const id = [...there.excerpts.keys()].find((each) => !state.excerpts.has(each));
      if (id !== undefined) state.excerpts.set(id, wanted);
      return id !== undefined;
    },
  });
}

export function annotating(
  excerptId: string,
  before: ExcerptState,
  change: Partial<Pick<ExcerptState, "note" | "sectionId" | "removed">>,
) {
  const wanted = { ...before, ...change };
  return edit({
    kind: "excerpt",
    method: "editExcerpt",
    params: { excerptId, ...change },
    acknowledged(state, excerpt) {
      demandSame(excerptState(excerpt), wanted);
      state.excerpts.set(excerptId, wanted);
    },
    found(state, there) {
      const isDone = isDeepStrictEqual(there.excerpts.get(excerptId), wanted);
      if (isDone) state.excerpts.set(excerptId, wanted);
      return isDone;
    },
  });
}

/** Deleting a source, or bringing it back. */
export function deleting(sourceId: string, removed: boolean) {
  const take = (state: ProjectState) => {
    const source = state.sources.get(sourceId);
    if (source) state.sources.set(sourceId, { ...source, removed });
  };
  return edit({
    kind: "deleting",
    method: "removeSource",
    params: { sourceId, removed },
    acknowledged: take,
    found(state, there) {
      const isDone = there.sources.get(sourceId)?.removed === removed;
      if (isDone) take(state);
      return isDone;
    },
  });
}

/** The brief as it is now gets a name, which nothing else may have. */
export function naming(name: string) {
  return edit({
    kind: "naming",
    method: "nameSnapshot",
    params: { snapshotId: null, name },
    acknowledged(state, snapshot) {
      demandSame(snapshot.name, name);
      state.snapshots.set(snapshot.id, { name, brief: state.brief });
    },
    found(state, there) {
      const named = [...there.snapshots].find(([, snapshot]) => snapshot.name === name);
      if (named) state.snapshots.set(named[0], { name, brief: state.brief });
      return named !== undefined;
    },
  });
}

export function restoring(snapshotId: string, kept: Brief) {
  const after = ({ sections: [...now], ...brief }: Brief): Brief => ({
    ...brief,
    ...kept,
    sections: now.map((section) => kept.sections.find(({ id }) => id === section.id) ?? section),
  });
  return edit({
    kind: "restoring",
    method: "restoreSnapshot",
    params: { snapshotId },
    acknowledged(state, { brief, beforeId }) {
      demandSame(brief, after(state.brief));
      // Another name would be no other state: the newest one may be the same and have one.
      const name = state.snapshots.get(beforeId)?.name ?? null;
      state.snapshots.set(beforeId, { name, brief: state.brief });
      state.brief = after(state.brief);
    },
    found: (state, { brief }) => takeBrief(state, after(state.brief), brief),
  });
}

export function importing(files: readonly MadeSource[]) {
  const take = (state: ProjectState, id: string, { fileName, sha256, text }: MadeSource) => {
    if (!state.sources.has(id)) state.sources.set(id, { fileName, sha256, text, removed: false, versionOf: null });
  };
  const takeNamed = (state: ProjectState, id: string | null, status: string, fileName: string) => {
    const file = files.find((each) => each.fileName === fileName);
    if (id === null || file === undefined || status !== "imported") throw new Error(`${fileName} was not imported`);
    take(state, id, file);
  };
  return edit({
    kind: "import",
    method: "importFiles",
    params: { paths: files.map(({ path }) => path) },
    acknowledged(state, results) {
      demandSame(results.length, files.length);
      for (const { sourceId, status, fileName } of results) takeNamed(state, sourceId, status, fileName);
    },
    heard(state, event) {
      if (event.type !== "import-result") return;
      takeNamed(state, event.result.sourceId, event.result.status, event.result.fileName);
    },
    found(state, there) {
      const before = state.sources.size;
      for (const [id, { sha256 }] of there.sources) {
        const file = files.find((each) => each.sha256 === sha256);
        if (file) take(state, id, file);
      }
      return state.sources.size > before;
    },
  });
}

/** A newer file in the place of a source. Where its excerpts now are is the engine's to say, but no word may change. */
export function replacing(sourceId: string, newer: MadeSource) {
  const take = (state: ProjectState, versionId: string, excerpts: ReadonlyMap<string, ExcerptState>) => {
    const before = state.sources.get(sourceId);
    if (!before) throw new Error(`There is no source ${sourceId}`);
    const { fileName, sha256, text } = newer;
    state.sources.set(versionId, { ...before, versionOf: sourceId });
    state.sources.set(sourceId, { ...before, fileName, sha256, text });
    for (const [id, excerpt] of state.excerpts) {
      if (excerpt.sourceId !== sourceId) continue;
      const now = excerpts.get(id);
      const moved = { start: now?.start, end: now?.end, state: now?.state, earlierId: now?.earlierId };
      demandSame(now, { ...excerpt, ...moved });
      if (now && (now.state === "exact" || now.state === "moved"))
        demandSame(text?.slice(now.start, now.end), now.exact);
      if (now) state.excerpts.set(id, now);
    }
  };
  return edit({
    kind: "replacing",
    method: "replaceSource",
    params: { sourceId, path: newer.path },
    acknowledged(state, { versionId, excerpts }) {
      take(state, versionId, new Map(excerpts.map((excerpt) => [excerpt.id, excerptState(excerpt)])));
    },
    found(state, there) {
      const version = [...there.sources].find(
        ([id, { versionOf }]) => versionOf === sourceId && !state.sources.has(id),
      );
      if (version) take(state, version[0], there.excerpts);
      return version !== undefined;
    },
  });
}

/** Goes on in another file. `moved` is told once it does. */
export function savingAs(path: string, moved: () => void) {
  return edit({ kind: "save as", method: "saveProjectAs", params: { path }, acknowledged: moved, found: () => false });
}

export function exporting(path: string) {
  return edit({
    kind: "export",
    method: "exportDocx",
    params: { path },
    acknowledged: () => undefined,
    found: () => false,
  });
}

export function textBlock(text: string): BriefBlock {
  return { type: "paragraph", children: [{ type: "text", text, marks: [] }] };
}

function demandSame(found: unknown, wanted: unknown): void {
  if (isDeepStrictEqual(found, wanted)) return;
  throw new Error(`The answer is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}
