/** What the review might say of a brief, made without it: each part one statement, each publisher one origin. */

import { numberCitations } from "../../src/core/brief/citation-numbers.ts";
import type { Brief, BriefBlock, Inline } from "../../src/core/brief/document.ts";
import { isBlank, paragraphNumbers } from "../../src/core/brief/paragraph-numbers.ts";
import { citedMaterial, findExcerpt } from "../../src/core/citation/cited-material.ts";
import type { Origin } from "../../src/core/review/origins/origin.ts";
import type { SupportedStatement } from "../../src/core/review/statements/statement.ts";
import { sourceName } from "../../src/core/source/source-name.ts";
import type { BriefWithMaterial } from "./arbitrary-brief.ts";

export function tracedStatements({ brief, excerpts, sources }: BriefWithMaterial): SupportedStatement[] {
  const material = citedMaterial(excerpts, sources);
  const numbers = new Map(numberCitations(brief).map(({ citation, number }) => [citation.id, number]));
  return partsOf(brief).map(({ place, type, children, paragraphNumber }) => {
    const text = children
      .map((inline) => (inline.type === "text" ? inline.text : inline.type === "line-break" ? "\n" : ""))
      .join("");
    const citations = children.flatMap((inline) =>
      inline.type === "citation"
        ? [{ id: inline.id, number: numbers.get(inline.id) ?? 0, excerptIds: inline.excerptIds, atUtf16: text.length }]
        : [],
    );
    const found = citations.flatMap(({ excerptIds }) => excerptIds.flatMap((id) => findExcerpt(material, id) ?? []));
    const cited = [...new Map(found.map(({ source }) => [source.id, source])).values()];
    const isAssessment = children.some((inline) => inline.type === "text" && inline.marks.includes("assessment"));
    const isQuestion = text.trim().endsWith("?");
    const exemption = type === "heading" ? "heading" : isQuestion ? "question" : null;
    return {
      key: `statement:${place.sectionId}${place.blockIndex}.${place.partIndex}`,
      place: { ...place, in: "brief", fromUtf16: 0, toUtf16: text.length },
      text,
      paragraphNumber,
      citations,
      isAssessment,
      exemption,
      state: isAssessment ? "assessment" : exemption !== null ? "exempt" : cited.length > 0 ? "supported" : "open",
      origins: cited.map((source): Origin => {
        const name = source.metadata.agencies[0] ?? source.metadata.publisher ?? sourceName(source);
        return { id: source.id, name, outlets: [name], sourceIds: [source.id], reason: "" };
      }),
      sourceIds: cited.map(({ id }) => id),
    };
  });
}

function partsOf(brief: Brief) {
  const numbers = paragraphNumbers(brief);
  return brief.sections.flatMap(({ id, children }, section) =>
    children.flatMap((block, blockIndex) =>
      inlinesOfParts(block).flatMap((inlines, partIndex) =>
        isBlank(inlines)
          ? []
          : [
              {
                place: { sectionId: id, blockIndex, partIndex },
                type: block.type,
                children: inlines,
                paragraphNumber: numbers[section]?.blocks[blockIndex] ?? null,
              },
            ],
      ),
    ),
  );
}

function inlinesOfParts(block: BriefBlock): readonly (readonly Inline[])[] {
  if (block.type === "list") return block.items.map(({ children }) => children);
  if (block.type === "table") return block.rows.flatMap(({ cells }) => cells.map(({ children }) => children));
  return [block.children];
}
