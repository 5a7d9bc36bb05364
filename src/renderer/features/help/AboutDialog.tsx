/** Which Attaché this is, and under which licences what it is made of. */
import { useEffect, useState } from "react";
import type { AppResultOf } from "../../../ipc/app-contract.ts";
import { attache } from "../../attache.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import { Licences } from "./Licences.tsx";

export function AboutDialog({ onClose }: { onClose: () => void }) {
  const [about, setAbout] = useState<AppResultOf<"about"> | null>(null);
  const [showsLicences, setShowsLicences] = useState(false);
  useEffect(() => void attache.app("about", {}).then(setAbout, () => undefined), []);
  if (showsLicences) return <Licences onBack={() => setShowsLicences(false)} onClose={onClose} />;
  return (
    <ModalDialog title="About Attaché" onClose={onClose}>
      <div className="dialog-text">
        <p>Attaché {about?.version}. Briefing notes whose every line can be traced to its source.</p>
        <p>
          Electron {about?.electron}, Chromium {about?.chromium}. Apache License 2.0.
        </p>
        <p>Everything stays on this computer. Attaché never uses the network.</p>
        <p>
          Citations are set by citeproc-js, © Frank Bennett, under the Common Public Attribution License 1.0.
          citeproc-js implements the Citation Style Language: https://citeproc-js.readthedocs.io/,
          https://citationstyles.org/
        </p>
        <p>
          The APA style and the words of its languages come from the Citation Style Language project, under Creative
          Commons Attribution-ShareAlike 3.0, unchanged.
        </p>
      </div>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => setShowsLicences(true)}>
          Licences
        </button>
        <button type="button" className="button" data-primary="" onClick={onClose}>
          Close
        </button>
      </div>
    </ModalDialog>
  );
}
