/** Welcome or the workspace. Knows which project is open, nothing of what is in it. */
import { useCallback, useEffect, useState } from "react";
import type { AppResultOf, OpenedProject } from "../ipc/app-contract.ts";
import { type ErrorData, toErrorData } from "../ipc/errors.ts";
import { attache } from "./attache.ts";
import { Welcome } from "./features/welcome/Welcome.tsx";

type Handover = import("./Workspace.tsx").Handover;
type WorkspaceModule = typeof import("./Workspace.tsx");

type Start = AppResultOf<"start">;

export function App() {
  const [start, setStart] = useState<Start | null>(null);
  const [project, setProject] = useState<OpenedProject | null>(null);
  const [recovered, setRecovered] = useState<AppResultOf<"recoverProject">>(null);
  const [problem, setProblem] = useState<ErrorData | null>(null);
  const [handover, setHandover] = useState<Handover | null>(null);
  // Held here rather than by Suspense, which keeps a fallback on the screen for 300 ms once it was shown.
  const [loaded, setLoaded] = useState<WorkspaceModule | null>(null);
  const load = useCallback(() => void import("./Workspace.tsx").then(setLoaded), []);

  useEffect(() => {
    attache.app("start", {}).then(
      (answer) => {
        setStart(answer);
        setProject(answer.project);
        setProblem(answer.problem);
      },
      (error: unknown) => setProblem(toErrorData(error)),
    );
  }, []);

  useEffect(() => {
    if (project) load();
  }, [project, load]);

  if (project) {
    if (!loaded) return <main className="opening" aria-busy="true" />;
    return (
      <loaded.Workspace
        // Whether one may write in it is settled for as long as a workspace lives.
        key={`${project.info.projectId} ${project.info.access.kind}`}
        opened={project}
        recovered={recovered}
        handover={handover}
        onOpened={(next, left) => {
          setHandover(left);
          setProject(next);
        }}
      />
    );
  }
  return (
    <Welcome
      recent={start?.recent ?? []}
      problem={problem}
      onOpened={setProject}
      onRecovered={(result) => {
        setRecovered(result);
        setProject(result.project);
      }}
      onProblem={setProblem}
      onIdle={load}
    />
  );
}
