/** What became of an import: what could not be read and why, what was there already. Stays until it is dismissed. */
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";

export function ImportReport() {
  const { store } = useWorkspace();
  const report = useWorkspaceState((state) => state.importReport);
  if (!report) return null;
  const imported = report.filter(({ status }) => status === "imported");
  const failed = report.filter(({ status, error }) => status === "failed" && error?.code !== "cancelled");
  const cancelled = report.filter(({ error }) => error?.code === "cancelled");
  const lines = [
    ...failed.map(({ error, fileName }) => error?.message ?? fileName),
    ...report.flatMap(({ warnings }) => warnings),
  ];
  const summary = [
    imported.length > 0 ? `${imported.length} imported` : "",
    failed.length > 0 ? `${failed.length} failed` : "",
    cancelled.length > 0 ? `${cancelled.length} cancelled` : "",
    report.some(({ status }) => status === "duplicate") ? "some were here already" : "",
  ].filter(Boolean);

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both of the roles that it can have take a name
    <div className="import-report" role={failed.length > 0 ? "alert" : "note"} aria-label="Import report">
      <p className="import-summary">{`${summary.join(", ")}.`}</p>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <button type="button" className="button" data-quiet="" onClick={() => store.setState({ importReport: null })}>
        Dismiss
      </button>
    </div>
  );
}
