/** The evidence as a table: a row for each statement, and below it the sources on which nothing rests. */

import { useWorkspaceState } from "../../state/workspace.ts";
import { sectionColor } from "../../state/workspace-state.ts";
import type { EvidenceWays } from "./EvidenceDialog.tsx";
import { type Evidence, type ShownStatement, supportInWords } from "./evidence-model.ts";

interface EvidenceTableProps {
  readonly evidence: Evidence;
  readonly ways: EvidenceWays;
}

export function EvidenceTable({ evidence, ways }: EvidenceTableProps) {
  const template = useWorkspaceState((state) => state.template);
  const { sections, statements, sources } = evidence;
  const unused = sources.filter((source) => source.statements.length === 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and who has no mouse must get at all of it
    <section className="evidence-scroller evidence-table-ground" tabIndex={0} aria-label="Table">
      <table className="evidence-table" aria-label="Evidence">
        <thead>
          <tr>
            <th scope="col">Section</th>
            <th scope="col">Statement</th>
            <th scope="col">Citations</th>
            <th scope="col">Outlets</th>
            <th scope="col">Origins</th>
            <th scope="col">Grade</th>
          </tr>
        </thead>
        {sections.map(({ id, title, from, to }) => (
          <tbody key={id} data-section-color={sectionColor(template, id)}>
            {statements.slice(from, to).map((shown, index) => (
              <tr key={shown.statement.key} data-state={shown.statement.state}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={to - from} className="evidence-table-section">
                    {title}
                  </th>
                )}
                <td>
                  <button type="button" className="evidence-link" onClick={() => ways.toStatement(shown)}>
                    {shown.statement.paragraphNumber !== null && (
                      <span className="evidence-number">{shown.statement.paragraphNumber}</span>
                    )}
                    {shown.statement.text}
                  </button>
                </td>
                <td>{shown.numbers.join(", ")}</td>
                <td>{shown.outlets.join(", ")}</td>
                <td>{originsOf(shown)}</td>
                <td>{shown.grades.join(", ")}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {unused.length > 0 && (
        <section className="evidence-unused" aria-label="Nothing rests on these">
          <h3>Nothing rests on these</h3>
          <ul>
            {unused.map((shown) => (
              <li key={shown.source.id}>
                <button type="button" className="evidence-link" onClick={() => ways.toSource(shown)}>
                  {[shown.outlet, shown.name].filter(Boolean).join(": ")}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

function originsOf(shown: ShownStatement): string {
  if (shown.statement.state !== "supported" || shown.origins.length === 0) return supportInWords(shown);
  return `At least ${shown.origins.length}: ${shown.origins.join(", ")}`;
}
