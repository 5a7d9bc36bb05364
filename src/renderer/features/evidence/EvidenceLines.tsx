/** The lines of the picture, in the colours of their sections. For the eye alone: the rows say the same in words. */
import { memo } from "react";
import { useWorkspaceState } from "../../state/workspace.ts";
import { sectionColor } from "../../state/workspace-state.ts";
import type { EvidenceLayout } from "./evidence-layout.ts";
import type { Evidence } from "./evidence-model.ts";
import type { Lit } from "./evidence-spots.ts";

interface EvidenceLinesProps {
  readonly evidence: Evidence;
  readonly layout: EvidenceLayout;
  readonly lit: Lit | null;
}

export const EvidenceLines = memo(function EvidenceLines({ evidence, layout, lit }: EvidenceLinesProps) {
  const template = useWorkspaceState((state) => state.template);
  const isLit = ({ statementIndex, originIndex }: EvidenceLayout["lines"][number]) =>
    lit?.statement.has(statementIndex) === true && lit.origin.has(originIndex);
  // What is lit lies above the rest.
  const lines = lit ? layout.lines.toSorted((a, b) => Number(isLit(a)) - Number(isLit(b))) : layout.lines;
  return (
    <svg
      className="evidence-lines"
      aria-hidden="true"
      style={{ height: layout.height }}
      viewBox={`0 0 100 ${Math.max(1, layout.height)}`}
      preserveAspectRatio="none"
    >
      {lines.map((line) => {
        const statement = evidence.statements[line.statementIndex];
        const section = evidence.sections[statement?.sectionIndex ?? -1];
        return (
          <path
            key={`${line.statementIndex} ${line.originIndex}`}
            d={line.path}
            data-section-color={sectionColor(template, section?.id ?? null)}
            data-lit={isLit(line) ? "" : undefined}
            vectorEffect="non-scaling-stroke"
            strokeWidth={Math.min(3, 0.75 + 0.5 * line.sourceCount)}
          />
        );
      })}
    </svg>
  );
});
