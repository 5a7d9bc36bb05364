/**
 * The pages of a source that has real ones, and how its canonical text lies on them. Must not know how a page is drawn.
 */
import { z } from "zod";

export const pageSchema = z.object({
  /** From 1, as the file counts them. */
  number: z.number().int().min(1),
  /** What the page calls itself ("iv", "A-3"), where that is not its number. */
  label: z.string().nullable(),
  /** Size as it is shown, rotation applied, in points of 1/72 inch. */
  widthPoints: z.number().positive(),
  heightPoints: z.number().positive(),
  /**
   * Where the text of the page's items lies in the canonical text, four numbers for each run: the index of the item in
   * the page's text content, the first code unit within the item, the first in the canonical text, and how many. The
   * two are the same characters, one for one.
   */
  runs: z.array(z.number().int().min(0)),
});
export type Page = z.infer<typeof pageSchema>;

/** A page without its text: all that is needed to lay out a thousand of them. */
export const pageFrameSchema = pageSchema.omit({ runs: true });
export type PageFrame = z.infer<typeof pageFrameSchema>;

export interface PageRun {
  readonly item: number;
  readonly itemFromUtf16: number;
  readonly fromUtf16: number;
  readonly lengthUtf16: number;
}

/** The runs of a page, unpacked. */
export function pageRuns({ runs }: Pick<Page, "runs">): PageRun[] {
  const unpacked: PageRun[] = [];
  for (let at = 0; at + 3 < runs.length; at += 4) {
    const [item = 0, itemFromUtf16 = 0, fromUtf16 = 0, lengthUtf16 = 0] = runs.slice(at, at + 4);
    unpacked.push({ item, itemFromUtf16, fromUtf16, lengthUtf16 });
  }
  return unpacked;
}
