/**
 * The blocks of a source as they belong together: rows of a table, the quoted history of a mail, notes. Every block's
 * element is there once, in the order of the text, whatever it stands in.
 */
import type { ReactNode } from "react";
import type { ExcerptId } from "../../../core/excerpt/excerpt.ts";
import type { Block } from "../../../core/source/block.ts";
import { ArticleBlock } from "./ArticleBlock.tsx";
import { ArticleTable } from "./ArticleTable.tsx";
import type { Highlight } from "./article-segments.ts";
import { type BlockGroup, groupBlocks } from "./block-groups.ts";
import { FoldedHistory } from "./FoldedHistory.tsx";
import type { MarginMark } from "./margin-marks.ts";

interface ArticleBlocksProps {
  readonly blocks: readonly Block[];
  readonly starts: readonly number[];
  readonly marks: readonly MarginMark[];
  readonly highlights: ReadonlyMap<number, readonly Highlight[]>;
  readonly activeExcerptId: ExcerptId | null;
  readonly pressedExcerptId: ExcerptId | null;
  readonly showsRevisions: boolean;
  /** The index of a block that must be in sight because one goes to it; a fold that holds it opens. */
  readonly wantedIndex: number;
}

export function ArticleBlocks({ blocks, wantedIndex, ...shared }: ArticleBlocksProps) {
  const { starts, marks, highlights, activeExcerptId, pressedExcerptId, showsRevisions } = shared;
  const drawBlock = (index: number): ReactNode => {
    const block = blocks[index];
    return (
      block && (
        <ArticleBlock
          key={index}
          isTitle={index === 0 && block.kind === "heading"}
          block={block}
          start={starts[index] ?? 0}
          mark={marks[index]}
          highlights={highlights.get(index)}
          activeExcerptId={activeExcerptId}
          pressedExcerptId={pressedExcerptId}
          showsRevisions={showsRevisions}
        />
      )
    );
  };
  const drawGroup = (group: BlockGroup): ReactNode => {
    const indices = Array.from({ length: group.to - group.from }, (_, offset) => group.from + offset);
    switch (group.kind) {
      case "plain":
        return indices.map(drawBlock);
      case "table":
        return <ArticleTable key={group.from} blocks={blocks} from={group.from} to={group.to} drawCell={drawBlock} />;
      case "history":
        return (
          <FoldedHistory key={group.from} count={indices.length} isWanted={indices.includes(wantedIndex)}>
            {groupBlocks(blocks.slice(group.from, group.to), { isInHistory: true }).map((inner) =>
              drawGroup({ ...inner, from: inner.from + group.from, to: inner.to + group.from }),
            )}
          </FoldedHistory>
        );
    }
  };
  return groupBlocks(blocks).map(drawGroup);
}
