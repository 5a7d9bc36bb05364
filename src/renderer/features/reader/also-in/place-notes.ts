/** Puts each note of the margin beside its paragraph, or below the note before where that reaches so far down. */
import { blockElementAt } from "../text-range.ts";

/** Between two notes, in pixels. */
const GAP = 8;

/** `layer` holds the notes, each with `data-block-start`; it begins where the ground of the article does. */
export function placeNotes(layer: HTMLElement, article: HTMLElement, starts: readonly number[]): void {
  const top = layer.getBoundingClientRect().top;
  // All is measured before anything is moved: else every note would lay the whole text out anew.
  const measured = [...layer.querySelectorAll<HTMLElement>(".also-in")].map((note) => {
    const block = blockElementAt(article, starts, Number(note.dataset["noteFor"]));
    const rect = block?.getBoundingClientRect();
    // What is folded away has no place.
    const wanted = rect && rect.height > 0 ? rect.top - top : null;
    return { note, wanted, height: note.offsetHeight };
  });
  let free = 0;
  for (const { note, wanted, height } of measured) {
    note.dataset["placed"] = wanted === null ? "no" : "yes";
    if (wanted === null) continue;
    const at = Math.max(free, wanted);
    note.style.transform = `translateY(${Math.round(at)}px)`;
    free = at + height + GAP;
  }
}
