import { describe, expect, test } from "vitest";
import { originsInSight } from "../../src/renderer/features/excerpts/origins-in-sight.ts";
import { gradeCode, gradeInWords, isGradedLow } from "../../src/renderer/ui/grade-words.ts";
import { madeExcerpt, madeOrigin, madeStatement } from "../support/made-evidence.ts";

describe("a grade in small", () => {
  test("is the two grades beside each other, each by itself where the other is not given", () => {
    expect(gradeCode({ letter: "B", digit: 2 })).toBe("B2");
    expect(gradeCode({ letter: "B", digit: null })).toBe("B");
    expect(gradeCode({ letter: null, digit: 2 })).toBe("2");
    expect(gradeCode({ letter: null, digit: null })).toBe("");
  });

  test("says in words which is which", () => {
    expect(gradeInWords({ letter: "B", digit: 2 })).toBe("Source B: usually reliable. Passage 2: probably true.");
    expect(gradeInWords({ letter: null, digit: 6 })).toBe("Passage 6: truth cannot be judged.");
  });

  test("is low where nothing should rest on it alone; what cannot be judged is not low", () => {
    expect(isGradedLow({ letter: "D", digit: null })).toBe(true);
    expect(isGradedLow({ letter: "A", digit: 5 })).toBe(true);
    expect(isGradedLow({ letter: "F", digit: 6 })).toBe(false);
  });
});

describe("the origins in sight for an excerpt", () => {
  const origins = [madeOrigin("Ilvapress", ["quess", "drovest"]), madeOrigin("tribune", ["tribune"])];
  const report = (...cited: readonly (readonly string[])[]) => ({
    origins,
    statements: cited.map((sources, index) => madeStatement("context", `Statement ${index}.`, sources, origins)),
  });

  test("are its own source's where nothing cites it", () => {
    expect(originsInSight(report(), madeExcerpt("quess"))).toEqual(["Ilvapress"]);
  });

  test("are those of the statement that cites it, where two outlets of one origin are one", () => {
    expect(originsInSight(report(["quess", "drovest"]), madeExcerpt("quess"))).toEqual(["Ilvapress"]);
    expect(originsInSight(report(["quess", "tribune"]), madeExcerpt("quess"))).toEqual(["Ilvapress", "tribune"]);
  });

  test("do not add up over statements, which need not say the same", () => {
    expect(originsInSight(report(["quess"], ["tribune"]), madeExcerpt("quess"))).toEqual(["Ilvapress"]);
  });

  test("are not known before the review has read the sources", () => {
    expect(originsInSight(null, madeExcerpt("quess"))).toBeNull();
  });
});
