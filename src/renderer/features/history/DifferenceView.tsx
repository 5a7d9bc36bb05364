/** What differs between two versions of the brief, to be read: what stayed the same is folded away. */
import { Fragment, type ReactNode, useState } from "react";
import type { BriefDifference, SectionDifference } from "../../../core/brief/brief-difference.ts";
import { frontLabel } from "../../../core/brief/history-words.ts";
import { isBlankLine, type LineDifference } from "../../../core/brief/line-difference.ts";
import { useWorkspaceState } from "../../state/workspace.ts";
import { DifferenceLine, DifferenceParts } from "./DifferenceLine.tsx";

/** Of what is the same, so many lines are shown beside what changed, to say where that is. */
const LINES_AROUND = 1;

export function DifferenceView({ difference }: { difference: BriefDifference }) {
  const template = useWorkspaceState((state) => state.template);
  const { front, settings, recommendations, sections } = difference;
  const same = sections.filter(({ change }) => change === "same");
  return (
    <>
      {front.length + settings.length > 0 && (
        <Part title="Title and header">
          <dl className="difference-front">
            {front.map(({ field, parts }) => (
              <Fragment key={field}>
                <dt>{frontLabel(field, template)}</dt>
                <dd>
                  <DifferenceParts parts={parts} />
                </dd>
              </Fragment>
            ))}
            {settings.map(({ label, before, after }) => (
              <Fragment key={label}>
                <dt>{label}</dt>
                <dd>
                  <del>{before}</del>
                  <ins>{after}</ins>
                </dd>
              </Fragment>
            ))}
          </dl>
        </Part>
      )}
      {recommendations.length > 0 && (
        <Part title={template.recommendations.title}>
          <Lines lines={recommendations} />
        </Part>
      )}
      {sections.map((section) => section.change !== "same" && <Section key={section.id} section={section} />)}
      {same.length > 0 && <p className="difference-same">{sameInWords(same, sections.length)}</p>}
    </>
  );
}

function Section({ section: { title, change, marking, lines } }: { section: SectionDifference }) {
  return (
    <Part title={change === "changed" ? title : `${title} (section ${change})`}>
      {marking && (
        <p className="difference-line">
          <span className="difference-note">marking</span>
          <DifferenceParts parts={marking} />
        </p>
      )}
      <Lines lines={lines} />
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="difference-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Lines({ lines }: { lines: readonly LineDifference[] }) {
  return stretchesOf(lines.filter((line) => !isBlankLine(line))).map(({ from, lines: stretch, isFolded }) =>
    isFolded ? (
      <Folded key={from} lines={stretch} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
      stretch.map((line, index) => <DifferenceLine key={from + index} line={line} />)
    ),
  );
}

function Folded({ lines }: { lines: readonly LineDifference[] }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="difference-fold"
        aria-expanded={isOpen}
        onClick={() => setIsOpen((open) => !open)}
      >
        {lines.length} unchanged paragraphs
      </button>
      {isOpen &&
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        lines.map((line, index) => <DifferenceLine key={index} line={line} />)}
    </>
  );
}

interface Stretch {
  /** The place of its first line. */
  readonly from: number;
  readonly lines: readonly LineDifference[];
  readonly isFolded: boolean;
}

/** Two lines and more that are the same, and stand beside no change, are folded. */
function stretchesOf(lines: readonly LineDifference[]): Stretch[] {
  const isNear = lines.map((_, index) =>
    lines.slice(Math.max(0, index - LINES_AROUND), index + LINES_AROUND + 1).some(({ change }) => change !== "same"),
  );
  const stretches: Stretch[] = [];
  let from = 0;
  while (from < lines.length) {
    let to = from + 1;
    while (to < lines.length && isNear[to] === isNear[from]) to += 1;
    stretches.push({ from, lines: lines.slice(from, to), isFolded: isNear[from] === false && to - from > 1 });
    from = to;
  }
  return stretches;
}

function sameInWords(sections: readonly SectionDifference[], all: number): string {
  if (sections.length === all) return "Every section is the same.";
  return `The same: ${sections.map(({ title }) => title).join(", ")}`;
}
