/** The menu of the source that is chosen, at the place that was pressed. Its items are those of the menu bar. */
import { useRef } from "react";
import { Menu, MenuItem, Popover } from "react-aria-components";
import { useWorkspace } from "../../state/workspace.ts";

interface SourceMenuProps {
  /** In the window, in pixels. */
  readonly place: { readonly left: number; readonly top: number };
  readonly onClose: () => void;
}

export function SourceMenu({ place, onClose }: SourceMenuProps) {
  const { store, actions, readOnly } = useWorkspace();
  const anchor = useRef<HTMLDivElement>(null);
  const act = (key: string | number) => {
    const { activeSourceId } = store.getState();
    if (activeSourceId === null) return;
    if (key === "details") store.setState({ dialog: "details" });
    if (key === "rename") store.setState({ renamedSourceId: activeSourceId });
    if (key === "replace") void actions.replaceSource(activeSourceId);
    if (key === "remove") store.setState({ dialog: "remove-source" });
  };
  return (
    <>
      <div ref={anchor} className="menu-anchor" style={place} />
      <Popover triggerRef={anchor} isOpen={true} placement="bottom start" onOpenChange={(open) => !open && onClose()}>
        <Menu
          aria-label="Source"
          className="menu floating-menu"
          autoFocus="first"
          disabledKeys={readOnly === null ? [] : ["rename", "replace", "remove"]}
          onAction={act}
          onClose={onClose}
        >
          <MenuItem id="details" className="menu-item">
            Details…
          </MenuItem>
          <MenuItem id="rename" className="menu-item">
            Rename
          </MenuItem>
          <MenuItem id="replace" className="menu-item">
            Replace with a newer version…
          </MenuItem>
          <MenuItem id="remove" className="menu-item">
            Delete…
          </MenuItem>
        </Menu>
      </Popover>
    </>
  );
}
