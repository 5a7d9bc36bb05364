/** Findings about words that stand elsewhere now, and say the same: only their places are new. */
import type { NewFinding } from "./finding.ts";
import type { BriefPlace } from "./place.ts";

/** A finding about words that stood at one place of the brief, as one about the same words at another. */
export function movedFinding(finding: NewFinding, from: BriefPlace, to: BriefPlace): NewFinding {
  const [first, ...others] = finding.places.map((place) =>
    place.in === "brief" ? movedPlace(place, from, to) : place,
  );
  const { detail } = finding;
  return {
    ...finding,
    places: first ? [first, ...others] : finding.places,
    detail:
      detail.type === "wordings" && detail.offer
        ? { ...detail, offer: { ...detail.offer, place: movedPlace(detail.offer.place, from, to) } }
        : detail,
  };
}

function movedPlace(place: BriefPlace, from: BriefPlace, to: BriefPlace): BriefPlace {
  const shift = to.fromUtf16 - from.fromUtf16;
  return { ...to, fromUtf16: place.fromUtf16 + shift, toUtf16: place.toUtf16 + shift };
}
