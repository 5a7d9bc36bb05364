/** The bar over the reader in which one types what to find in the source: how often it is there, and from one to the next. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import "./search.css";

export function FindBar() {
  const isOpen = useWorkspaceState((state) => state.find !== null && state.activeSourceId !== null);
  return isOpen ? <OpenFindBar /> : null;
}

function OpenFindBar() {
  const { store, finder } = useWorkspace();
  const find = useWorkspaceState((state) => state.find);
  const sourceId = useWorkspaceState((state) => state.activeSourceId);
  const blocks = useWorkspaceState((state) =>
    state.activeSourceId ? state.texts.get(state.activeSourceId) : undefined,
  );
  const field = useRef<HTMLInputElement>(null);

  // Before anything else is done: the next key is meant for the field.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  // Another source is read, or its text is another: the same words are looked for there.
  useEffect(() => {
    const { find: now } = store.getState();
    if (sourceId && blocks && now && now.query !== "") void finder.look();
  }, [sourceId, blocks, finder, store]);

  const close = () => {
    if (finder.close()) return;
    document.querySelector<HTMLElement>(".article, .pages")?.focus({ preventScroll: true });
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && event.target === field.current) finder.step(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const { query = "", answered = "", matches = [], current = -1 } = find ?? {};
  const isFound = matches.length > 0;
  const isMissing = query.trim() !== "" && query === answered && !isFound;
  return (
    <search className="find-anchor" onKeyDown={press}>
      <div className="find-bar">
        <input
          ref={field}
          type="text"
          className="field find-field"
          aria-label="Find in this source"
          placeholder="Find in this source"
          spellCheck={false}
          value={query}
          data-missing={isMissing ? "" : undefined}
          onChange={(event) => finder.type(event.target.value)}
        />
        <span className="find-count" aria-live="polite">
          {isFound && query.trim() !== "" && `${current + 1} of ${matches.length.toLocaleString("en-GB")}`}
          {isMissing && "Not found"}
        </span>
        <button
          type="button"
          className="button"
          data-quiet=""
          aria-label="Previous match"
          title="Previous match (Shift+F3)"
          disabled={!isFound}
          onClick={() => finder.step(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="button"
          data-quiet=""
          aria-label="Next match"
          title="Next match (F3)"
          disabled={!isFound}
          onClick={() => finder.step(1)}
        >
          ↓
        </button>
        <button
          type="button"
          className="button"
          data-quiet=""
          aria-label="Close"
          title="Close (Escape)"
          onClick={close}
        >
          ×
        </button>
      </div>
    </search>
  );
}
