/** The styles of tables: Word's own grid, ours on top of it, and one without lines for what only stands side by side. */
import { STYLE_IDS } from "./style-ids.ts";
import { element, valued, type Xml } from "./xml.ts";

const GREY = "8496B0";
const PALE = "E9EDF4";
const CELL_SIDE_TWIPS = 108;
const CELL_TOP_TWIPS = 40;

const GRID_SIDES = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] as const;

export const TABLE_STYLES: readonly Xml[] = [
  element(
    "w:style",
    { "w:type": "table", "w:default": 1, "w:styleId": STYLE_IDS.tableNormal },
    valued("w:name", "Normal Table"),
    valued("w:uiPriority", 99),
    element("w:semiHidden", {}),
    element("w:unhideWhenUsed", {}),
    element("w:tblPr", {}, width("w:tblInd", 0), cellMargins(0)),
  ),
  tableStyle(STYLE_IDS.tableGrid, "Table Grid", STYLE_IDS.tableNormal, false, [borders("auto")]),
  tableStyle(
    STYLE_IDS.briefTable,
    "Brief Table",
    STYLE_IDS.tableGrid,
    true,
    [borders(GREY), cellMargins(CELL_TOP_TWIPS)],
    element(
      "w:tblStylePr",
      { "w:type": "firstRow" },
      element("w:rPr", {}, element("w:b", {}), element("w:bCs", {})),
      element("w:tcPr", {}, element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": PALE })),
    ),
  ),
  tableStyle(STYLE_IDS.decisionTable, "Decision Table", STYLE_IDS.tableNormal, true, [cellMargins(0)]),
];

function tableStyle(
  id: string,
  name: string,
  basedOn: string,
  isOwn: boolean,
  properties: readonly Xml[],
  ...conditions: readonly Xml[]
): Xml {
  return element(
    "w:style",
    { "w:type": "table", "w:customStyle": isOwn ? 1 : undefined, "w:styleId": id },
    valued("w:name", name),
    valued("w:basedOn", basedOn),
    valued("w:uiPriority", 39),
    element("w:tblPr", {}, ...properties),
    ...conditions,
  );
}

function borders(color: string): Xml {
  const line = { "w:val": "single", "w:sz": 4, "w:space": 0, "w:color": color };
  return element("w:tblBorders", {}, ...GRID_SIDES.map((side) => element(side, line)));
}

function cellMargins(top: number): Xml {
  return element(
    "w:tblCellMar",
    {},
    width("w:top", top),
    width("w:left", CELL_SIDE_TWIPS),
    width("w:bottom", top),
    width("w:right", CELL_SIDE_TWIPS),
  );
}

function width(name: string, twips: number): Xml {
  return element(name, { "w:w": twips, "w:type": "dxa" });
}
