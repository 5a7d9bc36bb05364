/** What can be done to the table that the caret is in: beside the tools while it is in one. */
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from "react-aria-components";
import { TABLE_CHANGES, type TableChange } from "../../editor/table-structure.ts";
import { useWorkspace } from "../../state/workspace.ts";

const LABELS: Readonly<Record<TableChange, string>> = {
  "row-before": "Insert row above",
  "row-after": "Insert row below",
  "column-before": "Insert column left",
  "column-after": "Insert column right",
  "delete-row": "Delete row",
  "delete-column": "Delete column",
  delete: "Delete table",
  "header-row": "Header row",
};
const CHANGES = TABLE_CHANGES.filter((change) => change !== "header-row");

export function TableMenu({ hasHeaderRow }: { hasHeaderRow: boolean }) {
  const workspace = useWorkspace();
  return (
    <MenuTrigger>
      <Button className="button" data-quiet="" aria-label="Table rows and columns">
        Rows ▾
      </Button>
      <Popover placement="bottom end">
        <Menu
          className="menu floating-menu"
          aria-label="Table rows and columns"
          onAction={(key) => {
            const change = TABLE_CHANGES.find((each) => each === key);
            if (change) workspace.brief?.changeTable(change);
          }}
        >
          <MenuSection aria-label="Header" selectionMode="multiple" selectedKeys={hasHeaderRow ? ["header-row"] : []}>
            <MenuItem id="header-row" className="menu-item" shouldCloseOnSelect={true}>
              {LABELS["header-row"]}
            </MenuItem>
          </MenuSection>
          <Separator className="menu-separator" />
          <MenuSection aria-label="Rows and columns">
            {CHANGES.map((change) => (
              <MenuItem key={change} id={change} className="menu-item">
                {LABELS[change]}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
