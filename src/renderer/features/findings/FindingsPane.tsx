/** The findings of the review, below the brief: grouped by kind, each with the places to look at. */
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { type Finding, type FindingKind, findingKindSchema } from "../../../core/review/finding.ts";
import { KIND_TITLES } from "../../../core/review/finding-titles.ts";
import { isSettled } from "../../state/brief-review.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { FindingGroup } from "./FindingGroup.tsx";
import { ReviewState } from "./ReviewState.tsx";
import { showFindings } from "./toggle-findings.ts";
import "./findings.css";

const ALL = "all";
const NONE: readonly Finding[] = [];

export function FindingsPane() {
  const workspace = useWorkspace();
  const { store } = workspace;
  const all = useWorkspaceState((state) => state.briefReview.report?.findings ?? NONE);
  const activeKey = useWorkspaceState((state) => state.activeFindingKey);
  const said = useWorkspaceState((state) => state.findingSaid);
  const [kind, setKind] = useState<FindingKind | typeof ALL>(ALL);
  const [showsSettled, setShowsSettled] = useState(false);
  const [folded, setFolded] = useState<ReadonlySet<FindingKind>>(new Set());
  const body = useRef<HTMLDivElement>(null);

  const settledCount = useMemo(() => all.filter(isSettled).length, [all]);
  const listed = useMemo(() => all.filter((finding) => isSettled(finding) === showsSettled), [all, showsSettled]);
  const groups = useMemo(() => groupsOf(listed), [listed]);
  const shown = kind === ALL || !groups.has(kind) ? groups : new Map([[kind, groups.get(kind) ?? []]]);
  const rows = [...shown].flatMap(([each, findings]) => (folded.has(each) ? [] : findings));
  const tabKey = (rows.find(({ key }) => key === activeKey) ?? rows[0])?.key ?? null;

  /** The row that is to have the focus once the one that has it is gone. */
  const next = useRef<{ readonly leaving: string; readonly follower: string | null } | null>(null);
  const leave = useCallback((key: string) => {
    const drawn = rowsIn(body.current);
    const at = drawn.findIndex((row) => row.dataset["findingKey"] === key);
    const follower = drawn[at + 1] ?? drawn[at - 1];
    next.current = { leaving: key, follower: follower?.dataset["findingKey"] ?? null };
  }, []);
  useLayoutEffect(() => {
    const { current } = next;
    if (current === null || listed.some(({ key }) => key === current.leaving)) return;
    next.current = null;
    const row = rowsIn(body.current).find(({ dataset }) => dataset["findingKey"] === current.follower);
    (row ?? body.current?.closest<HTMLElement>(".findings"))?.focus();
  }, [listed]);
  const fold = useCallback((each: FindingKind, isFolded: boolean) => {
    setFolded((before) => new Set(isFolded ? [...before, each] : [...before].filter((one) => one !== each)));
  }, []);

  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(".finding")) return;
    const drawn = rowsIn(body.current);
    const at = drawn.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: drawn.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    drawn[Math.max(0, Math.min(to, drawn.length - 1))]?.focus();
  };

  return (
    <section className="pane findings" aria-label="Findings" tabIndex={-1}>
      <div className="pane-head">
        <h2>Findings{listed.length > 0 && ` · ${listed.length}`}</h2>
        <div className="findings-tools">
          <select
            className="field"
            aria-label="Kind of finding"
            value={shown === groups ? ALL : kind}
            onChange={(event) => setKind(findingKindSchema.safeParse(event.target.value).data ?? ALL)}
          >
            <option value={ALL}>All kinds</option>
            {[...groups].map(([each, findings]) => (
              <option key={each} value={each}>
                {KIND_TITLES[each]} ({findings.length})
              </option>
            ))}
          </select>
          <button
            type="button"
            className="button"
            aria-pressed={showsSettled}
            onClick={() => setShowsSettled(!showsSettled)}
          >
            Set aside{settledCount > 0 && ` · ${settledCount}`}
          </button>
          <button type="button" className="button" data-quiet="" onClick={() => store.setState({ dialog: "evidence" })}>
            Evidence…
          </button>
          <button
            type="button"
            className="button"
            data-quiet=""
            onClick={() => store.setState({ dialog: "review-settings" })}
          >
            Settings…
          </button>
          <button
            type="button"
            className="button"
            data-quiet=""
            aria-label="Close the findings"
            title="Close (Ctrl+5)"
            onClick={() => {
              showFindings(store, false);
              workspace.brief?.focus();
            }}
          >
            ×
          </button>
        </div>
      </div>
      <ReviewState />
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the findings in it */}
      <div className="findings-body" ref={body} onKeyDown={press}>
        {[...shown].map(([each, findings]) => (
          <FindingGroup
            key={each}
            kind={each}
            findings={findings}
            isFolded={folded.has(each)}
            activeKey={activeKey}
            tabKey={tabKey}
            onFold={fold}
            onLeaving={leave}
          />
        ))}
        {listed.length === 0 && <NothingFound showsSettled={showsSettled} settledCount={settledCount} />}
      </div>
    </section>
  );
}

function NothingFound({ showsSettled, settledCount }: { showsSettled: boolean; settledCount: number }) {
  const report = useWorkspaceState((state) => state.briefReview.report);
  if (report === null) return null;
  if (showsSettled) return <p className="pane-empty">Nothing was set aside.</p>;
  if (report.statements.length === 0 && report.findings.length === 0)
    return <p className="pane-empty">There is nothing to check yet. Findings come as you write.</p>;
  return (
    <p className="pane-empty">
      {settledCount > 0 ? "Nothing else was found." : "Nothing was found."} What was compared: the words of the brief
      with the passages that they cite, and the sources with each other. Whether they are right, nobody can tell from
      that.
    </p>
  );
}

/** In the order of the kinds, without those of which there are none. */
function groupsOf(findings: readonly Finding[]): Map<FindingKind, Finding[]> {
  const groups = new Map<FindingKind, Finding[]>();
  for (const kind of findingKindSchema.options) {
    const ofKind = findings.filter((finding) => finding.kind === kind);
    if (ofKind.length > 0) groups.set(kind, ofKind);
  }
  return groups;
}

function rowsIn(body: HTMLElement | null): HTMLElement[] {
  return [...(body?.querySelectorAll<HTMLElement>(".finding") ?? [])];
}
