/** The citation styles that Word has too, so that its own sources and fields can stand for the citations. */
import type { CitationStyleId } from "./export-options.ts";

export interface WordStyle {
  /** The sheet that Word sets it by, as `SelectedStyle` names it. */
  readonly sheet: string;
  readonly name: string;
  readonly version: string;
}

const WORD_STYLES: Readonly<Record<string, WordStyle>> = {
  apa: { sheet: "\\APASixthEditionOfficeOnline.xsl", name: "APA", version: "6" },
};

/** What Word knows a style as, or null where it does not. */
export function wordStyleOf(id: CitationStyleId): WordStyle | null {
  return WORD_STYLES[id] ?? null;
}
