/** The menu of an excerpt's card, at the place that was pressed. Its items are those of the menu bar. */
import { useRef } from "react";
import { Menu, MenuItem, Popover } from "react-aria-components";
import { flushSync } from "react-dom";
import type { ExcerptId } from "../../../core/excerpt/excerpt.ts";
import { useWorkspace } from "../../state/workspace.ts";

interface ExcerptMenuProps {
  readonly excerptId: ExcerptId;
  /** In the window, in pixels. */
  readonly place: { readonly left: number; readonly top: number };
  readonly onClose: () => void;
}

export function ExcerptMenu({ excerptId, place, onClose }: ExcerptMenuProps) {
  const { store, actions, brief, readOnly } = useWorkspace();
  const anchor = useRef<HTMLDivElement>(null);
  // The menu goes first: the dialog gives the focus back to what has it when it opens.
  const grade = () => {
    flushSync(onClose);
    document.querySelector<HTMLElement>(`.excerpt-card[data-excerpt-id="${CSS.escape(excerptId)}"]`)?.focus();
    store.setState({ dialog: "grade", activeExcerptId: excerptId });
  };
  const act = (key: string | number) => {
    if (key === "show") void actions.showExcerpt(excerptId);
    if (key === "insert") brief?.insertExcerpt(excerptId, "quotation");
    if (key === "cite") brief?.insertExcerpt(excerptId, "citation");
    if (key === "grade") grade();
    if (key === "delete") void actions.removeExcerpt(excerptId);
  };
  return (
    <>
      <div ref={anchor} className="menu-anchor" style={place} />
      <Popover triggerRef={anchor} isOpen={true} placement="bottom start" onOpenChange={(open) => !open && onClose()}>
        <Menu
          aria-label="Excerpt"
          className="menu floating-menu"
          autoFocus="first"
          disabledKeys={readOnly === null ? [] : ["insert", "cite", "delete"]}
          onAction={act}
          onClose={onClose}
        >
          <MenuItem id="show" className="menu-item">
            Show in the source
          </MenuItem>
          <MenuItem id="insert" className="menu-item">
            Insert into brief
          </MenuItem>
          <MenuItem id="cite" className="menu-item">
            Insert citation only
          </MenuItem>
          <MenuItem id="grade" className="menu-item">
            Grade…
          </MenuItem>
          <MenuItem id="delete" className="menu-item">
            Delete
          </MenuItem>
        </Menu>
      </Popover>
    </>
  );
}
