/**
 * Keeps the brief to what its document knows: headings of two levels, bold and italic. What is pasted with more comes
 * in without it. Returns the function that ends it.
 */
import { $createHeadingNode, HeadingNode } from "@lexical/rich-text";
import { mergeRegister } from "@lexical/utils";
import { COMMAND_PRIORITY_CRITICAL, FORMAT_TEXT_COMMAND, type LexicalEditor, TextNode } from "lexical";

const FORBIDDEN_FORMATS = ["underline", "strikethrough", "code", "subscript", "superscript", "highlight", "lowercase", "uppercase", "capitalize"] as const;

export function registerAllowedContent(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(HeadingNode, (heading) => {
      const tag = heading.getTag();
      if (tag === "h3" || tag === "h4") return;
      // The title and the sections are the levels above: a pasted h1 becomes the highest that is left.
      heading.replace($createHeadingNode(tag === "h1" || tag === "h2" ? "h3" : "h4"), true);
    }),
    editor.registerNodeTransform(TextNode, (text) => {
      for (const format of FORBIDDEN_FORMATS) if (text.hasFormat(format)) text.toggleFormat(format);
      if (text.getStyle() !== "") text.setStyle("");
    }),
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => format !== "bold" && format !== "italic",
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}
