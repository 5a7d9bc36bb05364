/** What the reader is asked to agree to: a numbered list, each item to be agreed to or not, as the document has it. */
import { type RefObject, useId, useLayoutEffect, useRef, useState } from "react";
import type { BriefFront } from "../../state/brief-front.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { type ItemPart, RecommendationItem } from "./RecommendationItem.tsx";

/** Where the focus goes once the list is drawn anew: to an item, or where none is left, to what adds one. */
export interface RecommendationFocus {
  readonly key: number | null;
  readonly part?: ItemPart;
}

interface RecommendationsProps {
  readonly front: BriefFront;
  readonly focus: RefObject<RecommendationFocus | null>;
}

export function Recommendations({ front, focus }: RecommendationsProps) {
  const { template } = useWorkspace().project;
  const items = useWorkspaceState((state) => state.recommendations);
  const [said, setSaid] = useState("");
  const section = useRef<HTMLElement>(null);
  const titleId = useId();

  // biome-ignore lint/correctness/useExhaustiveDependencies: where to go is known when the list is another
  useLayoutEffect(() => {
    const wanted = focus.current;
    focus.current = null;
    if (!wanted) return;
    const item = section.current?.querySelector(`[data-recommendation="${wanted.key}"]`);
    const field = item?.querySelector<HTMLElement>(`[data-part="${wanted.part ?? "text"}"]`);
    const next = field ?? section.current?.parentElement?.querySelector<HTMLElement>("[data-adds-recommendation]");
    next?.focus();
  }, [items, focus]);

  const move = (key: number, step: 1 | -1, part: ItemPart) => {
    if (!front.moveRecommendation(key, step)) return;
    focus.current = { key, part };
    const place = items.findIndex((item) => item.key === key) + step + 1;
    setSaid(`Moved to ${place} of ${items.length}`);
  };
  const remove = (key: number, goesOn: 1 | -1) => {
    const at = items.findIndex((item) => item.key === key);
    front.removeRecommendation(key);
    const before = items[at - 1];
    if (goesOn === -1 && before) focus.current = { key: before.key };
    setSaid(`Recommendation ${at + 1} removed`);
  };

  return (
    <section ref={section} aria-labelledby={titleId} hidden={items.length === 0} className="recommendations">
      <h2 id={titleId}>{template.recommendations.title}</h2>
      <ol>
        {items.map((item, index) => (
          <RecommendationItem
            key={item.key}
            item={item}
            number={index + 1}
            count={items.length}
            wording={template.recommendations}
            onText={(text) => front.writeRecommendation(item.key, text)}
            onWritten={(before, after) => front.recommendationWritten(item.key, before, after)}
            onAddAfter={() => front.addRecommendation(index + 1)}
            onMove={(step, part) => move(item.key, step, part)}
            onRemove={(goesOn) => remove(item.key, goesOn)}
          />
        ))}
      </ol>
      <p aria-live="polite" className="visually-hidden">
        {said}
      </p>
    </section>
  );
}
