/** A place of a finding in a few words, and the way there. */
import { useSyncExternalStore } from "react";
import type { FindingPlace } from "../../../core/review/place.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { placeInWords } from "./place-words.ts";

interface PlaceButtonProps {
  readonly place: FindingPlace;
  readonly tabIndex: number;
}

export function PlaceButton({ place, tabIndex }: PlaceButtonProps) {
  const { findings } = useWorkspace();
  const words = usePlaceWords(place);
  return (
    <button
      type="button"
      className="link finding-place"
      tabIndex={tabIndex}
      title={words}
      onClick={() => void findings.goTo(place)}
    >
      {words}
    </button>
  );
}

/** A place in words. Where a passage stands in its source comes as soon as that was read. */
function usePlaceWords(place: FindingPlace): string {
  const { locators } = useWorkspace();
  const locator = useSyncExternalStore(locators.subscribe, () => (place.in === "source" ? locators.of(place) : ""));
  return useWorkspaceState((state) => placeInWords(place, state, locator));
}
