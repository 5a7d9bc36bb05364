/** What the pages of a source call themselves. Asked for only where there are pages. */
import { useEffect, useState } from "react";
import type { PageLabels } from "../../../core/source/locator.ts";
import type { Source } from "../../../core/source/source.ts";
import { attache } from "../../attache.ts";
import { useWorkspace } from "../../state/workspace.ts";
import { hasPages } from "./reader-view.ts";

const NONE: PageLabels = new Map();

/** The names of those pages that have one, by number. */
export function pageLabelsOf(pages: readonly { readonly number: number; readonly label: string | null }[]): PageLabels {
  return new Map(pages.flatMap(({ number, label }) => (label === null ? [] : [[number, label]])));
}

/** Null until they are known. Where they cannot be had, that is told and the pages go by their numbers. */
export function usePageLabels(source: Source): PageLabels | null {
  const { actions } = useWorkspace();
  const [known, setKnown] = useState<{ readonly of: string; readonly labels: PageLabels } | null>(null);
  const { id, sha256 } = source;
  const asks = hasPages(source);
  const key = `${id} ${sha256}`;
  useEffect(() => {
    if (!asks) return;
    let gone = false;
    const learn = (labels: PageLabels) => {
      if (!gone) setKnown({ of: key, labels });
    };
    attache.engine("getPages", { sourceId: id }).then(
      (pages) => learn(pageLabelsOf(pages)),
      (error: unknown) => {
        actions.report(error);
        learn(NONE);
      },
    );
    return () => {
      gone = true;
    };
  }, [asks, id, key, actions]);
  if (!asks) return NONE;
  return known?.of === key ? known.labels : null;
}
