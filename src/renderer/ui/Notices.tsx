/** Short messages over the panes: what happened, what can be done about it. Problems stay until dismissed. */

import { useWorkspace, useWorkspaceState } from "../state/workspace.ts";
import type { Notice, NoticeAction } from "../state/workspace-state.ts";

export function Notices() {
  const notices = useWorkspaceState((state) => state.notices);
  return (
    // Always there, so that what comes into it is said aloud.
    <section className="notices" aria-label="Messages" aria-live="polite">
      {notices.map((notice) => (
        <NoticeBox key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeBox({ notice }: { notice: Notice }) {
  const { actions } = useWorkspace();
  const act = (action: NoticeAction) => {
    action.run();
    actions.dismiss(notice.id);
  };
  return (
    <div className="notice" data-tone={notice.tone} role={notice.tone === "problem" ? "alert" : "log"}>
      <p>{notice.text}</p>
      {notice.actions?.map((action) => (
        <button key={action.label} type="button" className="button" onClick={() => act(action)}>
          {action.label}
        </button>
      ))}
      <button
        type="button"
        className="button"
        data-quiet=""
        aria-label="Dismiss"
        onClick={() => actions.dismiss(notice.id)}
      >
        ×
      </button>
    </div>
  );
}
