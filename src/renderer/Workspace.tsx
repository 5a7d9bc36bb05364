/** The window of an open project: three panes, a bar above and one below. */
import { useEffect, useRef, useState } from "react";
import type { OpenedProject } from "../ipc/app-contract.ts";
import type { ViewState } from "../ipc/engine-contract.ts";
import { toErrorData } from "../ipc/errors.ts";
import { attache } from "./attache.ts";
import { currentView } from "./state/current-view.ts";
import { takeUp } from "./state/take-up.ts";
import { type Workspace as WorkspaceModel, WorkspaceProvider } from "./state/workspace.ts";
import type { Notice, Recovered } from "./state/workspace-state.ts";
import { WorkspacePanes } from "./WorkspacePanes.tsx";
import "./workspace.css";

interface WorkspaceProps {
  readonly opened: OpenedProject;
  /** Where it was just recovered: what is to be told of that. */
  readonly recovered: Recovered | null;
  /** What the workspace before left to this one. */
  readonly handover: Handover | null;
  readonly onOpened: (project: OpenedProject, handover: Handover) => void;
}

/** What goes on where the same window shows the project anew: the place, and what was just said. */
export interface Handover {
  readonly view: ViewState;
  readonly notices: readonly Notice[];
}

export function Workspace({ opened, recovered, handover, onOpened }: WorkspaceProps) {
  const [workspace, setWorkspace] = useState<WorkspaceModel | null>(null);
  const handoverNow = useRef(handover);
  const [problem, setProblem] = useState<string | null>(null);
  // As it was opened: saved elsewhere, it stays the same workspace.
  const [first] = useState(opened);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the window shows this project
  useEffect(() => {
    attache.engine("getProject", {}).then(
      (project) => {
        const next = takeUp({ ...project, view: handoverNow.current?.view ?? project.view }, first);
        for (const { id: _id, ...notice } of handoverNow.current?.notices ?? []) next.actions.notify(notice);
        if (handoverNow.current === null) next.store.setState({ recovered });
        setWorkspace(next);
      },
      (error: unknown) => setProblem(toErrorData(error).message),
    );
  }, [first]);

  if (problem !== null) {
    return (
      <main className="opening">
        <p role="alert">{problem}</p>
      </main>
    );
  }
  if (!workspace) return <main className="opening" aria-busy="true" />;
  return (
    <WorkspaceProvider value={workspace}>
      <WorkspacePanes
        opened={opened}
        onOpened={(project) =>
          onOpened(project, { view: currentView(workspace), notices: workspace.store.getState().notices })
        }
      />
    </WorkspaceProvider>
  );
}
