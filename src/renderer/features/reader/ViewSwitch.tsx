/** Text or pages: one choice of two, for a source that has both. */
import type { Source } from "../../../core/source/source.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { ChoiceSwitch } from "../../ui/ChoiceSwitch.tsx";
import { type ReaderView, readerViewOf, showReaderView } from "./reader-view.ts";

const VIEWS: readonly (readonly [view: ReaderView, name: string])[] = [
  ["text", "Text"],
  ["pages", "Pages"],
];

export function ViewSwitch({ source }: { source: Source }) {
  const workspace = useWorkspace();
  const shown = useWorkspaceState((state) => readerViewOf(source, state.view));
  return (
    <ChoiceSwitch
      legend="Show as"
      name="reader-view"
      choices={VIEWS}
      chosen={shown}
      isDisabled={(view) => view === "text" && source.blockCount === 0}
      onChoose={(view) => showReaderView(workspace, source, view)}
    />
  );
}
