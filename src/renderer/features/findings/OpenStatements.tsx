/** How many statements have no source, in the status bar; pressing it goes to them, one after the other. */
import { useMemo } from "react";
import type { Finding } from "../../../core/review/finding.ts";
import { openFindings } from "../../state/brief-review.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";

export function OpenStatements() {
  const { findings } = useWorkspace();
  const report = useWorkspaceState((state) => state.briefReview.report);
  const writtenKey = useWorkspaceState((state) => state.writtenStatementKey);
  const open = useMemo(() => {
    const written = report?.statements.find(({ key }) => key === writtenKey)?.place;
    const isBeingWritten = ({ places: [place] }: Finding) =>
      written !== undefined &&
      place?.in === "brief" &&
      place.sectionId === written.sectionId &&
      place.blockIndex === written.blockIndex &&
      place.partIndex === written.partIndex &&
      place.fromUtf16 === written.fromUtf16;
    return openFindings(report).filter((each) => each.kind === "statement-without-citation" && !isBeingWritten(each));
  }, [report, writtenKey]);
  if (open.length === 0) return null;
  return (
    <button type="button" className="status-open" onClick={() => void findings.nextWithoutSource(open)}>
      {open.length === 1 ? "1 statement" : `${open.length} statements`} without a source
    </button>
  );
}
