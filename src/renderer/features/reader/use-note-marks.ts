/** A press on the mark of a note goes to the note, and a press in the margin of the note back to its mark. */
import { type RefObject, useEffect } from "react";

export function useNoteMarks(article: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const content = article.current;
    if (!content) return;
    const press = (event: MouseEvent) => {
      // A stroke that selects words over a mark is no press on it.
      if (!(event.target instanceof Element) || document.getSelection()?.isCollapsed === false) return;
      const mark = event.target.closest<HTMLElement>("[data-note-mark]")?.dataset["noteMark"];
      const block = event.target.closest<HTMLElement>("[data-note]");
      const inMargin = block !== null && event.clientX < block.getBoundingClientRect().left + MARGIN_PX;
      const note = inMargin ? block.dataset["note"] : undefined;
      if (mark !== undefined) show(content, `[data-note="${CSS.escape(mark)}"]`);
      else if (note !== undefined) show(content, `[data-note-mark="${CSS.escape(note)}"]`);
    };
    content.addEventListener("click", press);
    return () => content.removeEventListener("click", press);
  }, [article]);
}

/** The width of the margin within a block's box (reader.css). */
const MARGIN_PX = 44;

function show(content: HTMLElement, selector: string): void {
  const target = content.querySelector<HTMLElement>(selector);
  if (!target) return;
  target.scrollIntoView({ block: "center" });
  target.classList.remove("pointed-at");
  // Reading the layout in between starts the animation anew where it ran before.
  void target.offsetWidth;
  target.classList.add("pointed-at");
}
