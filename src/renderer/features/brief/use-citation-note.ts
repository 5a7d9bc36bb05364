/**
 * The note of a citation as the exported document will have it. The engine knows the style, so it has to be asked; until
 * it answers there is a description to show.
 */
import { useEffect, useState } from "react";
import { attache } from "../../attache.ts";
import { useWorkspace, type Workspace } from "../../state/workspace.ts";

interface KnownNote {
  readonly described: string;
  readonly note: string;
}

/** What was answered last: shown again at once where the citation still says the same. */
const known = new WeakMap<Workspace, Map<string, KnownNote>>();

/** The note, or at first, and where the engine has none, what describes the citation. */
export function useCitationNote(citationId: string, described: string): string {
  const workspace = useWorkspace();
  const [answer, setAnswer] = useState<KnownNote | null>(() => known.get(workspace)?.get(citationId) ?? null);

  useEffect(() => {
    let isAwaited = true;
    void readNote(workspace, citationId).then((note) => {
      if (note === null) return;
      const notes = known.get(workspace) ?? new Map<string, KnownNote>();
      known.set(workspace, notes.set(citationId, { described, note }));
      if (isAwaited) setAnswer({ described, note });
    });
    return () => {
      isAwaited = false;
    };
  }, [workspace, citationId, described]);

  return answer?.described === described ? answer.note : described;
}

/** Null where the brief cannot be saved or its style not be used: the status bar, or the export, says so. */
async function readNote(workspace: Workspace, citationId: string): Promise<string | null> {
  try {
    await workspace.brief?.flush();
    const { notes } = await attache.engine("getCitationNotes", {});
    return notes[citationId] ?? null;
  } catch {
    return null;
  }
}
