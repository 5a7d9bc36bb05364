/** What the reader's margin says beside a text: which stretches of it stand elsewhere too, and where. */
import type { SourceId } from "../../source/source.ts";
import type { SourcePlace } from "../place.ts";
import type { ReusedPassage } from "./reused-passage.ts";

/** A stretch of a source, and the places of other sources that say the same. */
export interface AlsoIn {
  readonly fromUtf16: number;
  readonly toUtf16: number;
  /** One place of each source, that of the longest passage; ordered by how long that is. */
  readonly others: readonly SourcePlace[];
}

/** The passages of one source, those that overlap in one group, in the order of the text. */
export function groupAlsoIn(passages: readonly ReusedPassage[]): AlsoIn[] {
  const groups: { fromUtf16: number; toUtf16: number; passages: ReusedPassage[] }[] = [];
  const inOrder = passages.toSorted((a, b) => a.here.fromUtf16 - b.here.fromUtf16 || b.here.toUtf16 - a.here.toUtf16);
  for (const passage of inOrder) {
    const { fromUtf16, toUtf16 } = passage.here;
    const last = groups.at(-1);
    if (last && fromUtf16 < last.toUtf16) {
      last.toUtf16 = Math.max(last.toUtf16, toUtf16);
      last.passages.push(passage);
    } else groups.push({ fromUtf16, toUtf16, passages: [passage] });
  }
  return groups.map((group) => ({
    fromUtf16: group.fromUtf16,
    toUtf16: group.toUtf16,
    others: longestOfEach(group.passages),
  }));
}

function longestOfEach(passages: readonly ReusedPassage[]): SourcePlace[] {
  const longest = new Map<SourceId, ReusedPassage>();
  for (const passage of passages) {
    const known = longest.get(passage.there.sourceId);
    if (known === undefined || lengthOf(passage) > lengthOf(known)) longest.set(passage.there.sourceId, passage);
  }
  return [...longest.values()].sort((a, b) => lengthOf(b) - lengthOf(a)).map(({ there }) => there);
}

const lengthOf = ({ here }: ReusedPassage) => here.toUtf16 - here.fromUtf16;
