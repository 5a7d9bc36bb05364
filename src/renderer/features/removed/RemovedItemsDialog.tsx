/** Sources and excerpts that were deleted, also in earlier sittings: to be brought back, or taken out of the file for good. */
import { useEffect, useMemo, useRef, useState } from "react";
import { DAYS_KEPT, type RemovedItem, removedItems } from "../../../core/source/removed-items.ts";
import type { SourceId } from "../../../core/source/source.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import { DeleteForGood } from "./DeleteForGood.tsx";
import { RemovedItemRow } from "./RemovedItemRow.tsx";
import "./removed.css";

export function RemovedItemsDialog({ onClose }: { onClose: () => void }) {
  const { actions } = useWorkspace();
  const sources = useWorkspaceState((state) => state.sources);
  const excerpts = useWorkspaceState((state) => state.excerpts);
  const citations = useWorkspaceState((state) => state.citations);
  const items = useMemo(() => removedItems({ sources, excerpts, citations }), [sources, excerpts, citations]);
  const [goingId, setGoing] = useState<SourceId | null>(null);
  const [done, setDone] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const pressed = useRef(0);
  const going = items.find((item) => item.kind === "source" && item.source.id === goingId);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that goes takes the focus with it
  useEffect(() => {
    // The button that was pressed went with its row: one goes on at the next.
    if (box.current === null || box.current.contains(document.activeElement)) return;
    const buttons = [...box.current.querySelectorAll<HTMLElement>(".removed-back")];
    const next = buttons[Math.min(pressed.current, buttons.length - 1)] ?? box.current.querySelector("button");
    next?.focus();
  }, [items]);

  const bringBack = async (item: RemovedItem) => {
    pressed.current = items.indexOf(item);
    const isBack =
      item.kind === "source"
        ? await actions.bringBackSource(item.source.id)
        : await actions.bringBackExcerpt(item.excerpt.id);
    if (isBack) setDone(item.kind === "source" ? `“${sourceName(item.source)}” is back.` : "The excerpt is back.");
  };

  if (going?.kind === "source") {
    const close = (gone: boolean) => {
      setGoing(null);
      if (gone) setDone(`“${sourceName(going.source)}” was deleted for good.`);
    };
    return (
      <ModalDialog key="going" title="Delete this source for good?" onClose={() => close(false)}>
        <DeleteForGood item={going} onClose={close} />
      </ModalDialog>
    );
  }
  return (
    <ModalDialog key="list" title="Removed items" className="modal-removed" onClose={onClose}>
      <div ref={box}>
        {items.length === 0 ? (
          <p className="removed-hint">
            There is nothing here. Sources and excerpts that you delete can be brought back for {DAYS_KEPT} days.
          </p>
        ) : (
          <>
            <p className="removed-hint">
              What you delete stays here for {DAYS_KEPT} days, and for as long as the brief, or a version of it that you
              named, cites it. After that it is cleared away when the briefing is opened.
            </p>
            <ul className="removed-list" aria-label="Removed items">
              {items.map((item) => (
                <RemovedItemRow
                  key={item.kind === "source" ? item.source.id : item.excerpt.id}
                  item={item}
                  onBringBack={() => void bringBack(item)}
                  onDeleteForGood={setGoing}
                />
              ))}
            </ul>
          </>
        )}
        <div className="dialog-actions">
          <p className="removed-done" role="status">
            {done}
          </p>
          <button type="button" className="button" onClick={onClose}>
            Close
          </button>
        </div>
      </div>
    </ModalDialog>
  );
}
