/**
 * Checks a CSL file before it is kept in a project: it is read, and then sets a made-up citation.
 */
import { createProcessor } from "./citeproc.ts";
import { readStyleHead, type StyleHead, styleText } from "./style-head.ts";
import { unusableStyle } from "./unusable-style.ts";

const RECORD = {
  id: "trial",
  type: "article-newspaper",
  title: "A title",
  author: [{ family: "Family", given: "Given" }],
  "container-title": "A newspaper",
  issued: { "date-parts": [[2026, 1, 5]] },
} as const;

/** What the style says of itself. Throws AttacheError, naming the file and what to do, where it cannot be used. */
export function checkCitationStyle(bytes: Uint8Array, fileName: string): StyleHead {
  const xml = styleText(bytes, fileName);
  const head = readStyleHead(xml, fileName);
  const printed = tryOut(xml, head, fileName);
  if (printed.every((html) => html.trim() === "" || html.includes("[CSL STYLE ERROR"))) {
    throw unusableStyle(fileName, "it prints nothing of a source");
  }
  return head;
}

/** A source that is cited twice, so that its short form is tried too. */
function tryOut(xml: string, { kind }: StyleHead, fileName: string): readonly string[] {
  const noteNumber = (number: number) => (kind === "note" ? number : 0);
  const items = [{ id: RECORD.id, label: "page", locator: "12" }] as const;
  try {
    return createProcessor(xml, "en-GB").set(
      [RECORD],
      [1, 2].map((number) => ({ id: `${number}`, noteNumber: noteNumber(number), items })),
    ).citations;
  } catch (error) {
    throw unusableStyle(fileName, error);
  }
}
