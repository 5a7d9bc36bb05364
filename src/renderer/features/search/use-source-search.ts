/**
 * Asks the engine while one types. One question at a time, and after it the newest: answers to what is no longer typed
 * are dropped, and what was found last stays until something else is.
 */
import { useEffect, useRef, useState } from "react";
import type { SourceId } from "../../../core/source/source.ts";
import type { SearchResult } from "../../../ipc/search-result.ts";
import { attache } from "../../attache.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";

/** One Latin letter is no word yet: what begins with it would come and go with every first key. */
const isWorthAsking = (query: string) => query.trim() !== "" && !/^[a-z0-9]$/iu.test(query.trim());

export interface Found {
  readonly result: SearchResult;
  /** Within which source it was looked for; null for all. */
  readonly within: SourceId | null;
}

/** What was found; null while nothing is looked for, and before the first answer. */
export function useSourceSearch(query: string, within: SourceId | null): Found | null {
  const { actions } = useWorkspace();
  // What is imported or deleted meanwhile is found or no longer found.
  const sources = useWorkspaceState((state) => state.sources);
  const [found, setFound] = useState<Found | null>(null);
  const latest = useRef({ query, within });
  const isAsking = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other sources are a reason to ask again
  useEffect(() => {
    latest.current = { query, within };
    if (!isWorthAsking(query)) {
      setFound(null);
      return;
    }
    const ask = async () => {
      isAsking.current = true;
      try {
        let asked: typeof latest.current;
        do {
          asked = latest.current;
          const params = { query: asked.query, unfinished: true };
          const result = await attache.engine(
            "search",
            asked.within === null ? params : { ...params, sourceId: asked.within },
          );
          if (asked === latest.current) setFound({ result, within: asked.within });
        } while (asked !== latest.current && isWorthAsking(latest.current.query));
      } catch (error) {
        actions.report(error);
      } finally {
        isAsking.current = false;
      }
    };
    if (!isAsking.current) void ask();
  }, [query, within, sources, actions]);

  return found;
}
