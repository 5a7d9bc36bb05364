/** Text or pages: one choice of two, for a source that has both. */
import type { Source } from "../../../core/source/source.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { type ReaderView, readerViewOf, showReaderView } from "./reader-view.ts";

const VIEWS: readonly (readonly [view: ReaderView, name: string])[] = [
  ["text", "Text"],
  ["pages", "Pages"],
];

export function ViewSwitch({ source }: { source: Source }) {
  const workspace = useWorkspace();
  const shown = useWorkspaceState((state) => readerViewOf(source, state.view));
  return (
    <fieldset className="view-switch">
      <legend className="visually-hidden">Show as</legend>
      {VIEWS.map(([view, name]) => (
        <label key={view} data-chosen={view === shown ? "" : undefined}>
          <input
            type="radio"
            name="reader-view"
            className="visually-hidden"
            value={view}
            checked={view === shown}
            disabled={view === "text" && source.blockCount === 0}
            onChange={() => showReaderView(workspace, source, view)}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
