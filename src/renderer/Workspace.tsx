/** The window of an open project: three panes, a bar above and one below. */
import { useEffect, useState } from "react";
import type { OpenedProject } from "../ipc/app-contract.ts";
import { toErrorData } from "../ipc/errors.ts";
import { attache } from "./attache.ts";
import { createWorkspace, type Workspace as WorkspaceModel, WorkspaceProvider } from "./state/workspace.ts";
import { WorkspacePanes } from "./WorkspacePanes.tsx";
import "./workspace.css";

interface WorkspaceProps {
  readonly opened: OpenedProject;
  readonly onOpened: (project: OpenedProject) => void;
}

export function Workspace({ opened, onOpened }: WorkspaceProps) {
  const [workspace, setWorkspace] = useState<WorkspaceModel | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    attache.engine("getProject", {}).then(
      (project) => setWorkspace(createWorkspace(project)),
      (error: unknown) => setProblem(toErrorData(error).message),
    );
  }, []);

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
      <WorkspacePanes opened={opened} onOpened={onOpened} />
    </WorkspaceProvider>
  );
}
