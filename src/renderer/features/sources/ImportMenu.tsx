/** The other ways in for sources: a folder, the clipboard; and how the list is ordered and filtered. */
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { FILTER_NAMES, ORDER_NAMES, type SourceFilter, type SourceOrder } from "./source-order.ts";

export function ImportMenu() {
  const { actions, store, readOnly } = useWorkspace();
  return (
    <MenuTrigger>
      <Button className="button" aria-label="More ways to import" isDisabled={readOnly !== null}>
        ▾
      </Button>
      <Popover placement="bottom end">
        <Menu
          className="menu floating-menu"
          aria-label="More ways to import"
          onAction={(key) => {
            if (key === "folder") void actions.importSources("folder");
            if (key === "paste") store.setState({ dialog: "paste-source" });
          }}
        >
          <MenuItem id="folder" className="menu-item">
            Import a folder…
          </MenuItem>
          <MenuItem id="paste" className="menu-item">
            Paste text as a source…
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

export function SortMenu() {
  const { store } = useWorkspace();
  const order = useWorkspaceState((state) => state.view.sourceOrder);
  const filter = useWorkspaceState((state) => state.view.sourceFilter);
  const choose = (key: string | number) =>
    store.setState(({ view }) => {
      if (isOrder(key)) return { view: { ...view, sourceOrder: key } };
      return isFilter(key) ? { view: { ...view, sourceFilter: key } } : {};
    });
  return (
    <MenuTrigger>
      <Button className="button" data-quiet="" aria-label="Sort and filter sources">
        ⇅
      </Button>
      <Popover placement="bottom end">
        <Menu className="menu floating-menu" aria-label="Sort and filter sources" onAction={choose}>
          <MenuSection selectionMode="single" selectedKeys={[order]}>
            <Header className="menu-header">Sort by</Header>
            {Object.entries(ORDER_NAMES).map(([id, name]) => (
              <MenuItem key={id} id={id} className="menu-item">
                {name}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection selectionMode="single" selectedKeys={[filter]}>
            <Header className="menu-header">Show</Header>
            {Object.entries(FILTER_NAMES).map(([id, name]) => (
              <MenuItem key={id} id={id} className="menu-item">
                {name}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function isOrder(key: string | number): key is SourceOrder {
  return key in ORDER_NAMES;
}

function isFilter(key: string | number): key is SourceFilter {
  return key in FILTER_NAMES;
}
