/** Short messages over the panes: what happened, what can be done about it. Problems stay until dismissed. */
import type { Notice } from "../state/workspace-state.ts";
import { useWorkspace, useWorkspaceState } from "../state/workspace.ts";

export function Notices() {
  const notices = useWorkspaceState((state) => state.notices);
  return (
    <section className="notices" aria-label="Messages">
      {notices.map((notice) => (
        <NoticeBox key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeBox({ notice }: { notice: Notice }) {
  const { actions } = useWorkspace();
  const { action } = notice;
  const act = () => {
    action?.run();
    actions.dismiss(notice.id);
  };
  return (
    <div className="notice" data-tone={notice.tone} role={notice.tone === "problem" ? "alert" : "log"}>
      <p>{notice.text}</p>
      {action && (
        <button type="button" className="button" onClick={act}>
          {action.label}
        </button>
      )}
      <button type="button" className="button" data-quiet="" aria-label="Dismiss" onClick={() => actions.dismiss(notice.id)}>
        ×
      </button>
    </div>
  );
}
