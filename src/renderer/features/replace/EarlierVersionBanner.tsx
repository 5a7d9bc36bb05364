/** Says that what is read is not the source as it is now, why it is kept, and leads to the one in force. */
import { formatDate } from "../../../core/citation/format-date.ts";
import { keptExcerpts } from "../../../core/excerpt/excerpt.ts";
import type { Source } from "../../../core/source/source.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import "./replace.css";

export function EarlierVersionBanner({ source }: { source: Source }) {
  const { actions } = useWorkspace();
  const inForce = useWorkspaceState((state) => state.sources.find(({ id }) => id === source.versionOf));
  const resting = useWorkspaceState((state) => {
    const cited = new Set(state.citations.flatMap(({ citation }) => citation.excerptIds));
    const kept = new Set(keptExcerpts(state.excerpts).map(({ id }) => id));
    return state.excerpts.filter(
      ({ id, earlier }) => earlier?.sourceId === source.id && (kept.has(id) || cited.has(id)),
    ).length;
  });
  const isSameFile = inForce?.sha256 === source.sha256;
  const day = source.replacedAt === null ? "" : ` on ${formatDate(source.replacedAt.slice(0, 10))}`;
  const why =
    resting === 0
      ? "Nothing rests on it any more: it goes when the briefing is next opened."
      : `Kept because ${resting === 1 ? "1 excerpt rests" : `${resting} excerpts rest`} on it.`;
  return (
    <p className="version-banner" role="note">
      <span>
        <strong>
          {isSameFile ? `Earlier reading of this file, replaced${day}.` : `Earlier version, replaced${day}.`}
        </strong>{" "}
        {why}
      </span>
      {inForce && inForce.removedAt === null && (
        <button type="button" className="button" onClick={() => actions.openSource(inForce.id)}>
          Go to the version in force
        </button>
      )}
    </p>
  );
}
