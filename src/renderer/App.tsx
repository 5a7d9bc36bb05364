/** Welcome or the workspace. Knows which project is open, nothing of what is in it. */
import { lazy, Suspense, useEffect, useState } from "react";
import type { AppResultOf, OpenedProject } from "../ipc/app-contract.ts";
import { type ErrorData, toErrorData } from "../ipc/errors.ts";
import { attache } from "./attache.ts";
import { Welcome } from "./features/welcome/Welcome.tsx";

const loadWorkspace = () => import("./Workspace.tsx");
const Workspace = lazy(async () => ({ default: (await loadWorkspace()).Workspace }));

type Start = AppResultOf<"start">;

export function App() {
  const [start, setStart] = useState<Start | null>(null);
  const [project, setProject] = useState<OpenedProject | null>(null);
  const [problem, setProblem] = useState<ErrorData | null>(null);

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

  if (project) {
    return (
      <Suspense fallback={<main className="opening" aria-busy="true" />}>
        <Workspace key={project.info.projectId} opened={project} onOpened={setProject} />
      </Suspense>
    );
  }
  return (
    <Welcome
      recent={start?.recent ?? []}
      problem={problem}
      onOpened={setProject}
      onProblem={setProblem}
      onIdle={() => void loadWorkspace()}
    />
  );
}
