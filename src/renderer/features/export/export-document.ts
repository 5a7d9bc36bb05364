/** Writes the Word document and says where it is, and what in it is still open. */
import { holdsItsWords } from "../../../core/excerpt/excerpt.ts";
import type { Metadata } from "../../../core/source/metadata.ts";
import { attache } from "../../attache.ts";
import type { Workspace } from "../../state/workspace.ts";

/** Asks where to, then writes with the options of the project. False where the user cancelled. Throws what the engine threw. */
export async function exportDocument(workspace: Workspace, suggestedName: string): Promise<boolean> {
  const { store, actions } = workspace;
  await workspace.brief?.flush();
  store.setState({ progress: { text: "Writing the Word document", done: 0, total: 1, cancel: null } });
  try {
    const written = await attache.app("exportDocx", { suggestedName });
    if (!written) return false;
    const { where, handle } = written;
    actions.notify({
      tone: "plain",
      text: `Word document written: ${where}.${whatIsOpen(workspace)}`,
      actions: [
        { label: "Open in Word", run: () => void attache.app("openWritten", { handle }).catch(actions.report) },
        { label: "Show in folder", run: () => void attache.app("showInFolder", { handle }).catch(actions.report) },
      ],
    });
    return true;
  } finally {
    store.setState({ progress: null });
  }
}

/** Says what the notes leave out or cannot vouch for, so that it can be mended before the paper goes up. */
function whatIsOpen({ store }: Workspace): string {
  const { citations, excerpts, sources } = store.getState();
  const cited = new Set(citations.flatMap(({ citation }) => citation.excerptIds));
  const citedSources = new Set(excerpts.filter(({ id }) => cited.has(id)).map(({ sourceId }) => sourceId));
  const count = sources.filter(({ id, metadata }) => citedSources.has(id) && isIncomplete(metadata)).length;
  const astray = excerpts.filter((excerpt) => cited.has(excerpt.id) && !holdsItsWords(excerpt)).length;
  return [
    count === 1 ? " 1 cited source has no title, origin or date: see its details." : "",
    count > 1 ? ` ${count} cited sources have no title, origin or date: see their details.` : "",
    astray === 1 ? " 1 cited passage no longer matches its source." : "",
    astray > 1 ? ` ${astray} cited passages no longer match their sources.` : "",
  ].join("");
}

function isIncomplete({ title, publisher, authors, published }: Metadata): boolean {
  return title === null || published === null || (publisher === null && authors.length === 0);
}
