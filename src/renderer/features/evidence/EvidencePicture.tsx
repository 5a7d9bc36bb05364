/**
 * The picture of the evidence: statements on the left, sources by origin on the right, lines between. What is pointed at
 * or has the focus lights its lines; the rest steps back. Arrow keys go up and down and along the lines.
 */
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { useWorkspaceState } from "../../state/workspace.ts";
import { sectionColor } from "../../state/workspace-state.ts";
import { originHeading } from "../sources/sources-by-origin.ts";
import type { EvidenceWays } from "./EvidenceDialog.tsx";
import { EvidenceLines } from "./EvidenceLines.tsx";
import { SourceRow, StatementRow } from "./EvidenceRows.tsx";
import { layOutEvidence } from "./evidence-layout.ts";
import { type Evidence, type ShownOrigin, supportInWords } from "./evidence-model.ts";
import { type Lit, litBy, nextSpot, type Spot } from "./evidence-spots.ts";

interface EvidencePictureProps {
  readonly evidence: Evidence;
  readonly ways: EvidenceWays;
  /** Stand at the foot, beside the words of what is pointed at. */
  readonly actions: ReactNode;
}

export function EvidencePicture({ evidence, ways, actions }: EvidencePictureProps) {
  const template = useWorkspaceState((state) => state.template);
  const layout = useMemo(() => layOutEvidence(evidence), [evidence]);
  const ground = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const [focused, setFocused] = useState<Spot | null>(null);
  const [stop, setStop] = useState<Spot | null>(null);
  const [pointed, setPointed] = useState<Spot | null>(null);
  const shown = pointed ?? focused;
  const lit = useMemo((): Lit | null => shown && litBy(evidence, shown), [evidence, shown]);
  const { sections, statements, origins, sources } = evidence;
  const inTabOrder: Spot = stop ?? {
    side: statements.length > 0 ? "statement" : "source",
    index: statements.length > 0 ? 0 : (layout.origins[0]?.sources[0]?.sourceIndex ?? 0),
  };
  const focus = useCallback((spot: Spot) => {
    setFocused(spot);
    setStop(spot);
  }, []);
  const focusSpot = useCallback(({ side, index }: Spot) => {
    ground.current?.querySelector<HTMLElement>(`[data-spot="${side}-${index}"]`)?.focus();
  }, []);

  const press = (event: KeyboardEvent) => {
    const next = focused && nextSpot(evidence, layout, focused, event.key);
    if (!next) return;
    event.preventDefault();
    setPointed(null);
    focusSpot(next);
  };
  // Where the focus was is where Tab comes back to, but nothing stays lit.
  const leave = (event: FocusEvent) => {
    if (!ground.current?.contains(event.relatedTarget)) setFocused(null);
  };
  const isIn = (spot: Spot) => inTabOrder.side === spot.side && inTabOrder.index === spot.index;
  const rowProps = (spot: Spot) => ({
    spot,
    isLit: lit === null ? null : lit[spot.side].has(spot.index),
    inTabOrder: isIn(spot),
    onFocus: focus,
    onPoint: setPointed,
  });

  return (
    <>
      <p className="visually-hidden" id={hintId}>
        Up and Down go through a column, Left and Right along the lines, Enter goes to the words.
      </p>
      <div className="evidence-columns" aria-hidden="true">
        <span>Statements of the brief</span>
        <span>Sources by origin</span>
      </div>
      <div className="evidence-scroller">
        <div
          ref={ground}
          role="application"
          aria-label="Evidence"
          aria-describedby={hintId}
          className="evidence-picture"
          data-numbered={statements.some(({ statement }) => statement.paragraphNumber !== null) ? "" : undefined}
          data-lit={lit === null ? undefined : ""}
          onBlur={leave}
          style={{ height: layout.height }}
          onKeyDown={press}
          onPointerLeave={() => setPointed(null)}
        >
          <div className="evidence-side">
            {sections.map((section, sectionIndex) => (
              // biome-ignore lint/a11y/useSemanticElements: a fieldset would group form fields, this groups rows
              <div
                key={section.id}
                role="group"
                aria-label={section.title}
                data-section-color={sectionColor(template, section.id)}
              >
                <p className="evidence-section" style={{ top: layout.sections[sectionIndex] }}>
                  {section.title}
                </p>
                {statements.slice(section.from, section.to).map((statement, offset) => (
                  <StatementRow
                    // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence may stand in a section twice
                    key={section.from + offset}
                    shown={statement}
                    top={layout.statements[section.from + offset] ?? 0}
                    onGo={ways.toStatement}
                    {...rowProps({ side: "statement", index: section.from + offset })}
                  />
                ))}
              </div>
            ))}
          </div>
          <EvidenceLines evidence={evidence} layout={layout} lit={lit} />
          <div className="evidence-side" data-side="sources">
            {layout.unusedTop !== null && (
              <p className="evidence-section" style={{ top: layout.unusedTop }}>
                Nothing rests on these
              </p>
            )}
            {layout.origins.map((place) => {
              const origin = origins[place.originIndex];
              return (
                origin && (
                  // biome-ignore lint/a11y/useSemanticElements: a fieldset would group form fields, this groups rows
                  <div key={origin.id} role="group" aria-label={place.hasHead ? headingOf(origin) : origin.name}>
                    {place.hasHead && (
                      <>
                        <p className="evidence-origin" style={{ top: place.top }} title={origin.reason || undefined}>
                          {headingOf(origin)}
                        </p>
                        <div
                          className="evidence-bracket"
                          style={{
                            top: place.sources[0]?.top,
                            height: place.top + place.height - (place.sources[0]?.top ?? 0),
                          }}
                        />
                      </>
                    )}
                    {place.sources.map(({ sourceIndex, top }) => {
                      const source = sources[sourceIndex];
                      return (
                        source && (
                          <SourceRow
                            key={source.source.id}
                            shown={source}
                            top={top}
                            onGo={ways.toSource}
                            {...rowProps({ side: "source", index: sourceIndex })}
                          />
                        )
                      );
                    })}
                  </div>
                )
              );
            })}
          </div>
        </div>
      </div>
      <div className="evidence-foot">
        <p className="evidence-about">
          {shown ? (
            <About evidence={evidence} spot={shown} />
          ) : (
            <span className="evidence-hint">
              Point at a statement or a source to follow its lines. Press it to go there.
            </span>
          )}
        </p>
        {actions}
      </div>
    </>
  );
}

function headingOf({ name, outlets, sources }: ShownOrigin): string {
  return originHeading(name, outlets.length, sources.length);
}

/** The words of what is pointed at: rows have room for their beginning alone. */
function About({ evidence, spot }: { evidence: Evidence; spot: Spot }) {
  if (spot.side === "statement") {
    const shown = evidence.statements[spot.index];
    return (
      shown && (
        <>
          {shown.statement.text} <strong>{supportInWords(shown)}.</strong>{" "}
          {shown.outlets.length > 1 && `Outlets: ${shown.outlets.join(", ")}.`}
        </>
      )
    );
  }
  const shown = evidence.sources[spot.index];
  const reason = evidence.origins[shown?.originIndex ?? -1]?.reason;
  return (
    shown && (
      <>
        {shown.name} <strong>{restingInWords(shown.statements.length)}</strong> {reason}
      </>
    )
  );
}

function restingInWords(count: number): string {
  if (count === 0) return "Nothing rests on it.";
  return count === 1 ? "1 statement rests on it." : `${count} statements rest on it.`;
}
