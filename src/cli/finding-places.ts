/** The places of findings in words, as the command line prints them: "Context, paragraph 2"; "The dam, para. 7". */
import { briefPlaceWords } from "../core/review/brief-place-words.ts";
import type { FindingPlace, SourcePlace } from "../core/review/place.ts";
import type { Block } from "../core/source/block.ts";
import { locatorLabel, type PageLabels } from "../core/source/locator.ts";
import type { SourceId } from "../core/source/source.ts";
import { sourceName } from "../core/source/source-name.ts";
import type { Project } from "../ipc/engine-contract.ts";
import type { Client } from "./client.ts";

export type PlaceWords = (place: FindingPlace) => string;

/** Reads the texts of the sources in which any of these places lie. */
export async function placeWords(
  client: Client,
  { brief, sources, excerpts }: Project,
  places: readonly FindingPlace[],
): Promise<PlaceWords> {
  const texts = new Map<SourceId, { readonly blocks: readonly Block[]; readonly labels: PageLabels }>();
  for (const place of places) {
    if (place.in !== "source" || texts.has(place.sourceId)) continue;
    const { sourceId } = place;
    const pages = await client.call("getPages", { sourceId });
    const labels = new Map(pages.flatMap(({ number, label }) => (label === null ? [] : [[number, label]])));
    texts.set(sourceId, { blocks: await client.call("getSourceText", { sourceId }), labels });
  }
  const locatorOf = ({ sourceId, fromUtf16, toUtf16 }: SourcePlace) => {
    const text = texts.get(sourceId);
    return text ? locatorLabel(text.blocks, fromUtf16, toUtf16, text.labels) : "";
  };
  const inBrief = briefPlaceWords(brief);
  const nameOf = (sourceId: SourceId) => {
    const source = sources.find(({ id }) => id === sourceId);
    return source ? sourceName(source) : "a source that is not in the project";
  };
  return (place) => {
    switch (place.in) {
      case "brief":
        return inBrief(place);
      case "section":
        return brief.sections.find(({ id }) => id === place.sectionId)?.title.trim() || place.sectionId;
      case "source":
        return `${nameOf(place.sourceId)}, ${locatorOf(place)}`;
      case "source-list":
        return nameOf(place.sourceId);
      case "excerpt": {
        const excerpt = excerpts.find(({ id }) => id === place.excerptId);
        return excerpt ? `${nameOf(excerpt.sourceId)}, ${excerpt.locator}` : "an excerpt that is not in the project";
      }
    }
  };
}
