// Reads the sets of invented stories in tests/review/sets/credits: texts in which ⟦how:name:as written⟧ marks each credit.
import { readdirSync, readFileSync } from "node:fs";
import { creditSchema } from "../../src/core/review/origins/credit.ts";
import type { ReviewedText } from "../../src/core/review/reviewed-text.ts";
import { splitPlainText } from "../../src/core/source/split-plain-text.ts";
import { type LabelledCredit, reviewedText } from "./reviewed-texts.ts";

export interface LabelledStory {
  readonly set: string;
  readonly text: ReviewedText;
  readonly credits: LabelledCredit[];
}

const SETS = new URL("../review/sets/credits/", import.meta.url);
const MARK = /⟦(\w+):([^:⟧]+):([^⟧]+)⟧/u;

function storyOf(set: string, source: string): LabelledStory {
  const [head = "", ...lines] = source.trim().split("\n");
  const [id = "", publisher = "null"] = head.split(/\s*\|\s*publisher:\s*/u);
  const marked = lines.map((line) => line.replace(/^title:\s*/u, "")).join("\n\n");
  const blocks = splitPlainText(marked.replace(new RegExp(MARK, "gu"), "$3"));
  const text = reviewedText(id, blocks, { publisher: publisher === "null" ? null : publisher });
  const credits: LabelledCredit[] = [];
  let rest = marked.replaceAll("\n\n", "\n");
  for (let match = MARK.exec(rest); match; match = MARK.exec(rest)) {
    const [mark, how = "", name = "", written = ""] = match;
    const parsed = creditSchema.pick({ how: true }).parse({ how });
    credits.push({ ...parsed, kind: "agency", name, fromUtf16: match.index, toUtf16: match.index + written.length });
    rest = rest.replace(mark, written);
  }
  if (rest !== text.text) throw new Error(`${id} is not split as it is written`);
  return { set, text, credits };
}

/** Every story of every set. */
export function labelledStories(): LabelledStory[] {
  return readdirSync(SETS)
    .filter((file) => file.endsWith(".txt"))
    .flatMap((file) =>
      readFileSync(new URL(file, SETS), "utf8")
        .split(/^== /mu)
        .slice(1)
        .map((story) => storyOf(file.replace(/\.txt$/u, ""), story)),
    );
}
