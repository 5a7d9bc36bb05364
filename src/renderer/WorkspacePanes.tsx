/** How the panes lie beside each other, and what ties the window to main: commands, closing, events. */
import { Group, type Layout, Panel, Separator } from "react-resizable-panels";
import type { OpenedProject } from "../ipc/app-contract.ts";
import { BriefPane } from "./features/brief/BriefPane.tsx";
import { EvidenceDialog } from "./features/evidence/EvidenceDialog.tsx";
import { ExcerptsTray } from "./features/excerpts/ExcerptsTray.tsx";
import { GradeDialog } from "./features/excerpts/GradeDialog.tsx";
import { ExportDialog } from "./features/export/ExportDialog.tsx";
import { FindingsPane } from "./features/findings/FindingsPane.tsx";
import { ReviewSettingsDialog } from "./features/findings/ReviewSettingsDialog.tsx";
import { AboutDialog } from "./features/help/AboutDialog.tsx";
import { DiagnosticsDialog } from "./features/help/DiagnosticsDialog.tsx";
import { KeyboardDialog } from "./features/help/KeyboardDialog.tsx";
import { HistoryDialog } from "./features/history/HistoryDialog.tsx";
import { NameVersionDialog } from "./features/history/NameVersionDialog.tsx";
import { ReaderPane } from "./features/reader/ReaderPane.tsx";
import { RecoveryDialog } from "./features/recovery/RecoveryDialog.tsx";
import { RemovedItemsDialog } from "./features/removed/RemovedItemsDialog.tsx";
import { ReviewDialog } from "./features/replace/ReviewDialog.tsx";
import { DetailsDialog } from "./features/sources/DetailsDialog.tsx";
import { DropZone } from "./features/sources/DropZone.tsx";
import { PasteDialog } from "./features/sources/PasteDialog.tsx";
import { RemoveSourceDialog } from "./features/sources/RemoveSourceDialog.tsx";
import { SourcesPane } from "./features/sources/SourcesPane.tsx";
import { useWorkspaceEvents } from "./state/use-workspace-events.ts";
import { useWorkspace, useWorkspaceState } from "./state/workspace.ts";
import { Notices } from "./ui/Notices.tsx";
import { ReadOnlyBar } from "./ui/ReadOnlyBar.tsx";
import { SaveProblem } from "./ui/SaveProblem.tsx";
import { StatusBar } from "./ui/StatusBar.tsx";
import { TopBar } from "./ui/TopBar.tsx";

interface WorkspacePanesProps {
  readonly opened: OpenedProject;
  readonly onOpened: (project: OpenedProject) => void;
}

export function WorkspacePanes({ opened, onOpened }: WorkspacePanesProps) {
  const { store, project, readOnly } = useWorkspace();
  const { run } = useWorkspaceEvents(opened, onOpened);
  const findingsOpen = useWorkspaceState((state) => state.view.findingsOpen);
  const sizes = project.view?.paneSizes ?? {};
  const remember = (group: string) => (layout: Layout) => {
    const { view } = store.getState();
    store.setState({ view: { ...view, paneSizes: { ...view.paneSizes, [group]: layout } } });
  };

  return (
    <div className="workspace" data-read-only={readOnly === null ? undefined : ""}>
      <div>
        <TopBar opened={opened} run={run} />
        <ReadOnlyBar run={run} onOpened={onOpened} />
      </div>
      <main className="panes">
        <Group
          orientation="horizontal"
          defaultLayout={sizes["columns"]}
          onLayoutChanged={remember("columns")}
          className="pane-group"
        >
          <Panel id="sources" defaultSize="19%" minSize="160px">
            <SourcesPane />
          </Panel>
          <Separator className="separator" aria-label="Width of the sources" />
          <Panel id="reading" defaultSize="44%" minSize="260px">
            <Group
              orientation="vertical"
              defaultLayout={sizes["reading"]}
              onLayoutChanged={remember("reading")}
              className="pane-group"
            >
              <Panel id="reader" defaultSize="68%" minSize="120px">
                <ReaderPane />
              </Panel>
              <Separator className="separator separator-flat" aria-label="Height of the reader" />
              <Panel id="excerpts" defaultSize="32%" minSize="90px">
                <ExcerptsTray />
              </Panel>
            </Group>
          </Panel>
          <Separator className="separator" aria-label="Width of the brief" />
          <Panel id="brief" defaultSize="37%" minSize="260px">
            <Group
              orientation="vertical"
              defaultLayout={sizes["writing"]}
              onLayoutChanged={remember("writing")}
              className="pane-group"
            >
              <Panel id="writing" defaultSize="60%" minSize="120px">
                <BriefPane />
              </Panel>
              {findingsOpen && (
                <>
                  <Separator className="separator separator-flat" aria-label="Height of the brief" />
                  <Panel id="findings" defaultSize="40%" minSize="110px">
                    <FindingsPane />
                  </Panel>
                </>
              )}
            </Group>
          </Panel>
        </Group>
      </main>
      <SaveProblem onSaveElsewhere={() => run("file.save-as")} />
      <StatusBar />
      <Notices />
      <Dialogs opened={opened} />
      <DropZone />
    </div>
  );
}

function Dialogs({ opened }: { opened: OpenedProject }) {
  const { store } = useWorkspace();
  const dialog = useWorkspaceState((state) => state.dialog);
  const source = useWorkspaceState((state) => state.sources.find(({ id }) => id === state.activeSourceId));
  const excerpt = useWorkspaceState((state) => state.excerpts.find(({ id }) => id === state.activeExcerptId));
  const review = useWorkspaceState((state) => state.review);
  const recovered = useWorkspaceState((state) => state.recovered);
  const close = () => store.setState({ dialog: "none" });
  if (recovered) return <RecoveryDialog recovered={recovered} onClose={() => store.setState({ recovered: null })} />;
  if (review) return <ReviewDialog review={review} />;
  if (dialog === "details" && source) return <DetailsDialog key={source.id} source={source} onClose={close} />;
  if (dialog === "paste-source") return <PasteDialog onClose={close} />;
  if (dialog === "remove-source" && source) return <RemoveSourceDialog source={source} onClose={close} />;
  if (dialog === "removed-items") return <RemovedItemsDialog onClose={close} />;
  if (dialog === "evidence") return <EvidenceDialog onClose={close} />;
  if (dialog === "grade" && excerpt) return <GradeDialog key={excerpt.id} excerpt={excerpt} onClose={close} />;
  if (dialog === "export") return <ExportDialog opened={opened} onClose={close} />;
  if (dialog === "history") return <HistoryDialog onClose={close} />;
  if (dialog === "name-version") return <NameVersionDialog onClose={close} />;
  if (dialog === "review-settings") return <ReviewSettingsDialog onClose={close} />;
  if (dialog === "keyboard") return <KeyboardDialog onClose={close} />;
  if (dialog === "diagnostics") return <DiagnosticsDialog onClose={close} />;
  if (dialog === "about") return <AboutDialog onClose={close} />;
  return null;
}
