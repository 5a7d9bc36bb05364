/**
 * Where else the passages of a source stand. Asked for once the review has read the sources and the window is idle: it
 * never holds up the reading. What was answered stays until there is a new answer.
 */
import { useEffect, useRef, useState } from "react";
import type { Source } from "../../../../core/source/source.ts";
import type { AlsoIn } from "../../../../ipc/review.ts";
import { attache } from "../../../attache.ts";
import { reportOf } from "../../../state/review-report.ts";
import { useWorkspaceState } from "../../../state/workspace.ts";

const NONE: readonly AlsoIn[] = [];
/** A window that is never idle is asked after so long all the same. */
const LONGEST_WAIT_MS = 1000;

export function useAlsoIn(source: Source): readonly AlsoIn[] {
  const report = useWorkspaceState(reportOf);
  const sources = useWorkspaceState((state) => state.sources);
  const [answer, setAnswer] = useState<{ readonly of: string; readonly passages: readonly AlsoIn[] } | null>(null);
  const asked = useRef<{ readonly of: string; readonly sources: unknown } | null>(null);
  const key = `${source.id} ${source.sha256} ${source.extraction} ${source.encoding}`;
  const { id, versionOf } = source;

  useEffect(() => {
    // Most reports follow words of the brief, which say nothing new about the sources.
    if (report === null || versionOf !== null) return;
    if (asked.current?.of === key && asked.current.sources === sources) return;
    const ask = () => {
      const question = { of: key, sources };
      asked.current = question;
      attache.engine("getAlsoIn", { sourceId: id }).then(
        (passages) => {
          if (asked.current === question) setAnswer({ of: key, passages });
        },
        () => {
          // A margin that stays empty is no loss worth a message. The next report asks again.
          if (asked.current === question) asked.current = null;
        },
      );
    };
    const idle = requestIdleCallback(ask, { timeout: LONGEST_WAIT_MS });
    return () => cancelIdleCallback(idle);
  }, [report, sources, key, id, versionOf]);

  return answer?.of === key ? answer.passages : NONE;
}
