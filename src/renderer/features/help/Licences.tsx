/** The licences of what Attaché is made of, word for word. They are loaded when they are asked for: nobody else needs them. */
import { useEffect, useState } from "react";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import "./licences.css";

export function Licences({ onBack, onClose }: { onBack: () => void; onClose: () => void }) {
  const [text, setText] = useState("");
  useEffect(() => {
    void import("../../../../resources/third-party-licences.txt?raw").then((file) => setText(file.default));
  }, []);
  return (
    <ModalDialog title="Licences" className="licences" onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so without a mouse */}
      <section className="licence-text" aria-label="Licences of what Attaché is made of" tabIndex={0}>
        {text}
      </section>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onBack}>
          Back
        </button>
        <button type="button" className="button" data-primary="" onClick={onClose}>
          Close
        </button>
      </div>
    </ModalDialog>
  );
}
