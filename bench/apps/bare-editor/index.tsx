/** A bare Lexical editor: rich text and history, nothing of ours. `fill` gives it the text to measure with. */
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from "lexical";

declare global {
  interface Window {
    fill(paragraphs: readonly string[]): void;
  }
}

const element = document.createElement("div");
element.contentEditable = "true";
element.setAttribute("role", "textbox");
element.style.cssText = "height: 860px; width: 520px; overflow: auto; font: 15.5px/1.55 serif";
document.getElementById("root")?.append(element);
const editor = createEditor({ namespace: "bare", onError: (error) => console.error(error) });
editor.setRootElement(element);
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);

window.fill = (paragraphs) =>
  editor.update(
    () => {
      const nodes = paragraphs.map((text) => $createParagraphNode().append($createTextNode(text)));
      $getRoot()
        .clear()
        .append(...nodes);
    },
    { discrete: true },
  );
