/** Title, header block and recommendations of the brief, as fields on the paper. */
import { type RefObject, useState } from "react";
import type { BriefFront } from "../../state/brief-front.ts";
import { useWorkspaceState } from "../../state/workspace.ts";
import { HeaderFields } from "./HeaderFields.tsx";
import { OneLineText } from "./OneLineText.tsx";
import { type RecommendationFocus, Recommendations } from "./Recommendations.tsx";
import { useWrittenFields } from "./use-written-fields.ts";
import "./front.css";

interface BriefHeadProps {
  readonly front: BriefFront;
  readonly focus: RefObject<RecommendationFocus | null>;
}

export function BriefHead({ front, focus }: BriefHeadProps) {
  const title = useWorkspaceState((state) => state.title);
  const count = useWorkspaceState((state) => state.recommendations.length);
  const [all, setAll] = useState(false);
  const written = useWrittenFields(front);
  return (
    <div className="brief-head" {...written}>
      <OneLineText
        className="brief-title"
        aria-label="Title of the brief"
        placeholder="Title of the brief"
        value={title}
        onValue={front.setTitle}
      />
      <HeaderFields front={front} all={all} />
      <Recommendations front={front} focus={focus} />
      <div className="brief-head-more">
        {!all && (
          <button type="button" className="link" onClick={() => setAll(true)}>
            More fields
          </button>
        )}
        <button
          type="button"
          className="link"
          data-adds-recommendation=""
          onClick={() => front.addRecommendation(count)}
        >
          Add recommendation
        </button>
      </div>
    </div>
  );
}
