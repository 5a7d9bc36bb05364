/** The first screen: start a briefing, open one, go on with a recent one. */
import { useEffect, useState } from "react";
import type { AppParamsOf, AppResultOf, OpenedProject, RecentFile } from "../../../ipc/app-contract.ts";
import { type ErrorData, toErrorData } from "../../../ipc/errors.ts";
import { attache } from "../../attache.ts";
import "./welcome.css";

interface WelcomeProps {
  readonly recent: readonly RecentFile[];
  readonly problem: ErrorData | null;
  readonly onOpened: (project: OpenedProject | null) => void;
  readonly onRecovered: (recovered: NonNullable<AppResultOf<"recoverProject">>) => void;
  readonly onProblem: (problem: ErrorData | null) => void;
  /** Called once the screen is painted and nothing is waited for. */
  readonly onIdle: () => void;
}

export function Welcome({ recent, problem, onOpened, onRecovered, onProblem, onIdle }: WelcomeProps) {
  // What is being recovered now; null while nothing is.
  const [recovering, setRecovering] = useState<string | null>(null);
  // Loaded when it is asked for: the first screen does without dialogs.
  const [diagnostics, setDiagnostics] = useState<typeof import("../help/DiagnosticsDialog.tsx") | null>(null);
  const run = (opening: Promise<OpenedProject | null>) => {
    onProblem(null);
    opening.then(
      (project) => project && onOpened(project),
      (error: unknown) => onProblem(toErrorData(error)),
    );
  };
  const create = (templateId?: string) => run(attache.app("newProject", { templateId }));
  const open = () => run(attache.app("openProject", {}));
  const openRecent = (handle: string) => run(attache.app("openRecent", { handle }));

  const recover = (which: AppParamsOf<"recoverProject">["which"]) => {
    setRecovering("Recovering…");
    attache
      .app("recoverProject", { which })
      .then(
        (result) => result && onRecovered(result),
        (error: unknown) => onProblem(toErrorData(error)),
      )
      .finally(() => setRecovering(null));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, since what it does does not depend on the render that asked
  useEffect(() => {
    const idle = requestIdleCallback(onIdle);
    return () => cancelIdleCallback(idle);
  }, []);

  useEffect(() =>
    attache.onEvent((event) => {
      if (event.type === "open-recent") openRecent(event.handle);
      if (event.type === "closing") void attache.app("readyToClose", {});
      if (event.type === "command" && event.command === "file.new") create();
      if (event.type === "command" && event.command === "file.new-submission") create("submission");
      if (event.type === "command" && event.command === "file.open") open();
      if (event.type === "command" && event.command === "file.recover") recover("chosen");
      if (event.type === "reading-progress" && event.share < 1)
        setRecovering((before) => before && `Recovering… Reading ${event.fileName}`);
      if (event.type === "command" && event.command === "help.diagnostics")
        void import("../help/DiagnosticsDialog.tsx").then(setDiagnostics);
    }),
  );

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      if (event.key.toLowerCase() === "n") create();
      else if (event.key.toLowerCase() === "o") open();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });

  return (
    <main className="welcome">
      {diagnostics && <diagnostics.DiagnosticsDialog onClose={() => setDiagnostics(null)} />}
      <div className="welcome-column">
        <h1>Attaché</h1>
        <p className="welcome-lead">Briefing notes whose every line can be traced to its source.</p>
        {problem && (
          <div className="welcome-problem">
            <p role="alert">{problem.message}</p>
            {problem.code === "brief-damaged" && recovering === null && (
              <button type="button" className="button" onClick={() => recover("refused")}>
                Recover…
              </button>
            )}
          </div>
        )}
        <p className="welcome-state" role="status">
          {recovering}
        </p>
        <div className="welcome-actions">
          {/* biome-ignore lint/a11y/noAutofocus: the window opens on this one decision, and Enter should take it */}
          <button type="button" className="button" data-primary="" onClick={() => create()} autoFocus={true}>
            New briefing
          </button>
          <button type="button" className="button" onClick={() => create("submission")}>
            New submission for decision
          </button>
          <button type="button" className="button" onClick={open}>
            Open…
          </button>
        </div>
        {recent.length > 0 && <RecentList recent={recent} onOpen={openRecent} />}
        <p className="welcome-promise">Everything stays on this computer. Attaché never uses the network.</p>
        {/* CPAL 1.0, section 14, asks for this at each start. */}
        <p className="welcome-promise">Citations by citeproc-js, © Frank Bennett.</p>
      </div>
    </main>
  );
}

function RecentList({ recent, onOpen }: { recent: readonly RecentFile[]; onOpen: (handle: string) => void }) {
  return (
    <section aria-labelledby="recent-heading">
      <h2 id="recent-heading">Recent</h2>
      <ul className="welcome-recent">
        {recent.map(({ handle, title, name, folder, openedAt }) => (
          <li key={handle}>
            <button type="button" onClick={() => onOpen(handle)}>
              <span className="welcome-recent-name">{title || name}</span>
              <span className="welcome-recent-place">
                {title && `${name} · `}
                {folder} ·{" "}
                {new Date(openedAt).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
