/** Which Attaché this is. */
import { useEffect, useState } from "react";
import type { AppResultOf } from "../../../ipc/app-contract.ts";
import { attache } from "../../attache.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";

export function AboutDialog({ onClose }: { onClose: () => void }) {
  const [about, setAbout] = useState<AppResultOf<"about"> | null>(null);
  useEffect(() => void attache.app("about", {}).then(setAbout, () => undefined), []);
  return (
    <ModalDialog title="About Attaché" onClose={onClose}>
      <p>Attaché {about?.version}. Briefing notes whose every line can be traced to its source.</p>
      <p>
        Electron {about?.electron}, Chromium {about?.chromium}. Apache License 2.0.
      </p>
      <p>Everything stays on this computer. Attaché never uses the network.</p>
      <div className="dialog-actions">
        <button type="button" className="button" data-primary="" onClick={onClose}>
          Close
        </button>
      </div>
    </ModalDialog>
  );
}
