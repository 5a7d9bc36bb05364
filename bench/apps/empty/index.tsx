/** An empty electron-vite React app: a heading and a button that has the focus. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

function Empty() {
  return (
    <main>
      <h1>Empty</h1>
      {/* biome-ignore lint/a11y/noAutofocus: what is measured is the first paint with focus */}
      <button type="button" autoFocus={true}>
        Start
      </button>
    </main>
  );
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Empty />
    </StrictMode>,
  );
}
