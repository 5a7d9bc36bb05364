/** Taking a source out of the lists, and bringing it back. */
import { sourceName } from "../../core/source/source-name.ts";
import type { ResultOf } from "../../ipc/engine-contract.ts";
import type { Parsed } from "../parsed.ts";
import { listExcerpts } from "../project/excerpt-table.ts";
import { getSource, listSources, updateRemovedAt } from "../project/source-tables.ts";
import { edit, type Session } from "../session.ts";
import { snapshotBefore } from "./history.ts";

/** Its excerpts go and come with it: they are kept, but no list shows an excerpt of a source that was removed. */
export function removeSource(
  session: Session,
  { sourceId, removed }: Parsed<"removeSource">,
): ResultOf<"removeSource"> {
  const { database } = session;
  const { source } = getSource(database, sourceId);
  edit(session, (now) => {
    if (removed) snapshotBefore(session, `deleting “${sourceName(source)}”`);
    updateRemovedAt(database, sourceId, removed ? (source.removedAt ?? now) : null);
  });
  return { sources: listSources(database), excerpts: listExcerpts(database) };
}
