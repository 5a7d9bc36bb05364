import fc from "fast-check";
import { expect, test } from "vitest";
import { createParagraphNamer, hashOfWords } from "../../src/core/brief/paragraph-name.ts";
import { sectionIdSchema } from "../../src/core/brief/section-id.ts";

const sectionId = fc.stringMatching(/^[a-z][a-z0-9-]{0,63}$/).map((id) => sectionIdSchema.parse(id));
const place = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 3 });

test("names say the section, the place in it and what stands there", () => {
  const nameOf = createParagraphNamer([{ id: sectionIdSchema.parse("context") }]);
  expect(nameOf(sectionIdSchema.parse("context"), [3], "Words")).toBe(`att_context_3_${hashOfWords("Words")}`);
  expect(nameOf(null, [1], "Agree")).toBe(`att_asked_1_${hashOfWords("Agree")}`);
});

test("what Word changes by itself changes no name: white space, and how a letter is composed", () => {
  expect(hashOfWords("caf\u00e9  au\u00a0lait ")).toBe(hashOfWords("cafe\u0301 au lait"));
  expect(hashOfWords("cafe au lait")).not.toBe(hashOfWords("café au lait"));
});

test("every name is one that Word takes, and no two places share one", () => {
  const sections = fc.uniqueArray(sectionId, { minLength: 1, maxLength: 8 });
  const places = fc.uniqueArray(place, { selector: (numbers) => numbers.join("_"), minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(sections, places, fc.string({ unit: "binary" }), (ids, numbers, words) => {
      const nameOf = createParagraphNamer(ids.map((id) => ({ id })));
      const names = [null, ...ids].flatMap((id) => numbers.map((each) => nameOf(id, each, words)));
      for (const name of names) expect(name).toMatch(/^[a-z]\w{0,39}$/);
      expect(new Set(names).size).toBe(names.length);
    }),
  );
});

test("sections that begin alike have names of their own", () => {
  const ids = ["background-of-it", "background-of-all", "backgroundofi2", "asked"].map((id) =>
    sectionIdSchema.parse(id),
  );
  const nameOf = createParagraphNamer(ids.map((id) => ({ id })));
  expect(new Set([null, ...ids].map((id) => nameOf(id, [1], ""))).size).toBe(5);
});
