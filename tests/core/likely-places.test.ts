// Proves that the places which are offered for a passage that was not found are those one would look at first.
import { describe, expect, test } from "vitest";
import { likelyPlaces } from "../../src/core/excerpt/likely-places.ts";
import { describePassage } from "../../src/core/excerpt/selectors.ts";
import { createTextIndex } from "../../src/core/excerpt/text-index.ts";

const BEFORE =
  "The commission will have four members from each side and a chair that rotates every year. It will sit at the bridge.\n" +
  "The readings of all gauges are published on the same day, the minister said, and twice in the dry season.";

function placesOf(text: string, words: string, most = 5): string[] {
  const start = BEFORE.indexOf(words);
  const selectors = describePassage(BEFORE, start, start + words.length);
  return likelyPlaces(createTextIndex(text), selectors, BEFORE, most).map((place) =>
    text.slice(place.start, place.end),
  );
}

describe("for words that are gone", () => {
  test("what stands between the same surroundings comes first, whatever it says", () => {
    const text = BEFORE.replace("a chair that rotates every year", "two chairs, one of each country, for three years");
    expect(placesOf(text, "a chair that rotates every year")[0]).toBe(
      "two chairs, one of each country, for three years",
    );
  });

  test("words that are like them elsewhere are offered too", () => {
    const text = "Quite another text, in which a chair who rotates each year is spoken of, far from where it was.";
    expect(placesOf(text, "a chair that rotates every year")).toEqual(["a chair who rotates each year"]);
  });

  test("nothing is offered where nothing is like them", () => {
    expect(placesOf("Nothing of that kind is in here at all.", "a chair that rotates every year")).toEqual([]);
  });
});

test("for words that stand in several places, those come first around which most is as it was, and no more than asked", () => {
  const text = `Yes, the minister said. ${BEFORE} No, the minister said. So the minister said.`;
  const right = text.indexOf("the minister said", text.indexOf("on the same day"));
  const start = BEFORE.indexOf("the minister said");
  const selectors = describePassage(BEFORE, start, start + "the minister said".length);
  const places = likelyPlaces(createTextIndex(text), selectors, BEFORE, 2);
  expect(places.map((place) => place.start)[0]).toBe(right);
  expect(places).toHaveLength(2);
});
