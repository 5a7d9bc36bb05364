/** What the engine shows of a project once it is open, and what of it may differ from what was in the file before. */
import type { EngineProcess } from "./engine-process.ts";
import { copyState, excerptState, type ProjectState } from "./project-state.ts";

/** What a window is told. What a snapshot keeps and what a source says are not part of it. */
export async function readShown(engine: EngineProcess): Promise<ProjectState> {
  const { brief, sources, excerpts } = await engine.call("getProject", {});
  const { snapshots } = await engine.call("listSnapshots", {});
  return withoutTexts({
    brief,
    sources: new Map(
      sources.map(({ id, fileName, sha256, removedAt, versionOf }) => [
        id,
        { fileName, sha256, removed: removedAt !== null, versionOf, text: null },
      ]),
    ),
    excerpts: new Map(excerpts.map((excerpt) => [excerpt.id, excerptState(excerpt)])),
    snapshots: new Map(snapshots.map(({ id, name }) => [id, { name, brief }])),
  });
}

/** The same of what is known of a project. */
export function withoutTexts(state: ProjectState): ProjectState {
  const { sources, snapshots, ...rest } = copyState(state);
  return {
    ...rest,
    sources: new Map([...sources].map(([id, source]) => [id, { ...source, text: null }])),
    snapshots: new Map([...snapshots].map(([id, snapshot]) => [id, { ...snapshot, brief: state.brief }])),
  };
}

/**
 * What should be shown, where a new sitting has begun: earlier versions of sources may be gone, but for those in which an
 * excerpt has its words. Nothing else may: what was deleted stays for 30 days.
 */
export function allowForNewSitting(expected: ProjectState, shown: ProjectState): ProjectState {
  const held = new Set([...expected.excerpts.values()].map(({ earlierId }) => earlierId));
  const allowed = copyState(expected);
  for (const [id, { versionOf }] of expected.sources)
    if (versionOf !== null && !held.has(id) && !shown.sources.has(id)) allowed.sources.delete(id);
  return allowed;
}

/** Takes into the model what is gone for good by rights. */
export function takeOver(state: ProjectState, allowed: ProjectState): void {
  for (const id of state.sources.keys()) if (!allowed.sources.has(id)) state.sources.delete(id);
}
