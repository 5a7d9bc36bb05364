/** The tray of excerpts: everything that was kept, to be dragged or sent into the brief. */
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from "react";
import type { Excerpt, ExcerptId } from "../../../core/excerpt/excerpt.ts";
import { keptExcerpts } from "../../../core/excerpt/excerpt.ts";
import type { Source } from "../../../core/source/source.ts";
import { keyOf } from "../../commands/shortcuts.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { filedSections } from "../../state/workspace-state.ts";
import { isGradedLow } from "../../ui/grade-words.ts";
import { ExcerptCard } from "./ExcerptCard.tsx";
import { ExcerptMenu } from "./ExcerptMenu.tsx";
import "./excerpts.css";

const ALL = "all";
const NOT_FILED = "not-filed";

type GradeFilter = "any" | "low" | "none";
const GRADE_FILTERS: readonly (readonly [GradeFilter, string])[] = [
  ["any", "Any grade"],
  ["low", "Graded low"],
  ["none", "Not graded"],
];

interface OpenedMenu {
  readonly excerptId: ExcerptId;
  readonly place: { readonly left: number; readonly top: number };
}

export function ExcerptsTray() {
  const workspace = useWorkspace();
  const excerpts = useWorkspaceState((state) => state.excerpts);
  const activeExcerptId = useWorkspaceState((state) => state.activeExcerptId);
  const citations = useWorkspaceState((state) => state.citations);
  const template = useWorkspaceState((state) => state.template);
  const [section, setSection] = useState(ALL);
  const [unusedOnly, setUnusedOnly] = useState(false);
  const [grade, setGrade] = useState<GradeFilter>("any");
  const [menu, setMenu] = useState<OpenedMenu | null>(null);
  const list = useRef<HTMLUListElement>(null);

  const sources = useWorkspaceState((state) => state.sources);
  const kept = useMemo(() => keptExcerpts(excerpts, sources), [excerpts, sources]);
  const used = useMemo(() => new Set(citations.flatMap(({ citation }) => citation.excerptIds)), [citations]);
  // Who does not grade sees nothing of it.
  const isGrading = kept.some(({ credibility }) => credibility.digit !== null) || sources.some(isGraded);
  const low = useMemo(() => new Set(sources.filter(isLow).map(({ id }) => id)), [sources]);
  const isOfGrade = ({ sourceId, credibility: { digit } }: Excerpt) => {
    if (!isGrading || grade === "any") return true;
    return grade === "none" ? digit === null : low.has(sourceId) || isGradedLow({ letter: null, digit });
  };
  const shown = kept.filter(
    (excerpt) => isInSection(excerpt, section) && isOfGrade(excerpt) && (!unusedOnly || !used.has(excerpt.id)),
  );

  const inTabOrder = shown.find(({ id }) => id === activeExcerptId) ?? shown[0];

  const press = (event: KeyboardEvent, excerpt: Excerpt, index: number) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      const { left, bottom } = event.currentTarget.getBoundingClientRect();
      setMenu({ excerptId: excerpt.id, place: { left: left + 24, top: bottom - 12 } });
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const sections = filedSections(template);
    const control = event.ctrlKey || event.metaKey;
    const digit = /^[1-9]$/.test(keyOf(event)) ? sections[Number(keyOf(event)) - 1] : undefined;
    if (event.key === "ArrowRight" || event.key === "ArrowDown") focusCard(list.current, index + 1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") focusCard(list.current, index - 1);
    else if (event.key === "Enter" && control) {
      workspace.brief?.insertExcerpt(excerpt.id, event.altKey ? "citation" : "quotation");
    } else if (event.key === "Enter") void workspace.actions.showExcerpt(excerpt.id);
    else if ((event.key === "Delete" || digit) && !control && !workspace.mayWrite()) return;
    else if (event.key === "Delete") {
      void workspace.actions.removeExcerpt(excerpt.id).then(() => focusCard(list.current, Math.max(0, index - 1)));
    } else if (digit && !control) void workspace.actions.fileExcerpt(excerpt.id, digit.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const openMenu = (event: MouseEvent, { id }: Excerpt) => {
    event.preventDefault();
    workspace.store.setState({ activeExcerptId: id });
    setMenu({ excerptId: id, place: { left: event.clientX, top: event.clientY } });
  };

  return (
    <section className="pane excerpts" aria-label="Excerpts">
      <div className="pane-head">
        <h2>Excerpts{kept.length > 0 && ` · ${kept.length}`}</h2>
        <div className="tray-filters">
          <select
            className="field"
            aria-label="Section"
            value={section}
            onChange={(event) => setSection(event.target.value)}
          >
            <option value={ALL}>All sections</option>
            {filedSections(template).map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
            <option value={NOT_FILED}>Not filed</option>
          </select>
          {isGrading && (
            <select
              className="field"
              aria-label="Grade"
              value={grade}
              // The values of the options are the filters.
              onChange={(event) => setGrade(event.target.value as GradeFilter)}
            >
              {GRADE_FILTERS.map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          )}
          <button type="button" className="button" aria-pressed={unusedOnly} onClick={() => setUnusedOnly(!unusedOnly)}>
            Not used yet
          </button>
        </div>
      </div>
      {shown.length === 0 ? (
        <p className="pane-empty">
          {kept.length === 0 ? "Passages that you keep are collected here." : "None of the excerpts match."}
        </p>
      ) : (
        <ul className="excerpt-list" ref={list}>
          {shown.map((excerpt, index) => (
            <ExcerptCard
              key={excerpt.id}
              excerpt={excerpt}
              inTabOrder={excerpt === inTabOrder}
              onKeyDown={(event) => press(event, excerpt, index)}
              onContextMenu={(event) => openMenu(event, excerpt)}
            />
          ))}
        </ul>
      )}
      {menu && <ExcerptMenu {...menu} onClose={() => setMenu(null)} />}
    </section>
  );
}

function isGraded({ reliability }: Source): boolean {
  return reliability.letter !== null;
}

function isLow({ reliability: { letter } }: Source): boolean {
  return isGradedLow({ letter, digit: null });
}

function isInSection(excerpt: Excerpt, section: string): boolean {
  if (section === ALL) return true;
  return section === NOT_FILED ? excerpt.sectionId === null : excerpt.sectionId === section;
}

function focusCard(list: HTMLUListElement | null, index: number): void {
  const card = list?.children[index];
  if (card instanceof HTMLElement) card.focus();
}
