/** Puts a table where one writes: in the place of an empty paragraph, else after the block, or the table, one is in. */
import { $getRoot, $isParagraphNode } from "lexical";
import { $blockOfSelection } from "./insert-excerpt.ts";
import { $isSectionNode } from "./nodes/SectionNode.ts";
import { $createEmptyTable } from "./table-structure.ts";

/** Runs inside an update. The caret goes into the first cell. */
export function $insertTable(): void {
  const table = $createEmptyTable();
  const block = $blockOfSelection();
  if (!block) {
    const section = $getRoot().getChildren().filter($isSectionNode)[0];
    section?.append(table);
  } else if ($isParagraphNode(block) && block.isEmpty()) block.replace(table);
  else block.insertAfter(table);
  table.selectStart();
}
