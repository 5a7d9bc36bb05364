import { expect, test } from "vitest";
import { asWritten, outletsOf } from "../../src/renderer/features/findings/written-outlets.ts";

test("outlets come back as they were written", () => {
  const outlets = [
    { name: "Ilvapress", aliases: ["IP", "Ilvane Press Agency"], kind: "agency" as const },
    { name: "Drovest Courant", aliases: [], kind: "outlet" as const },
  ];
  expect(outletsOf(outlets.map(asWritten))).toEqual(outlets);
});

test("rows without a name are left out, spaces and repeats too", () => {
  expect(
    outletsOf([
      { key: 1, name: " ", otherNames: " , ;", kind: "agency" },
      { key: 2, name: "", otherNames: "IP; Ilvapress", kind: "agency" },
      { key: 3, name: " Quess Daily ", otherNames: "Quess Daily,  The Daily ", kind: "outlet" },
    ]),
  ).toEqual([
    { name: "IP", aliases: ["Ilvapress"], kind: "agency" },
    { name: "Quess Daily", aliases: ["The Daily"], kind: "outlet" },
  ]);
});
