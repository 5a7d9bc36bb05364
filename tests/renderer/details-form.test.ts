import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_METADATA, type Metadata, metadataFieldSchema, metadataSchema } from "../../src/core/source/metadata.ts";
import { DETAILS_FIELDS, formOf, metadataOf } from "../../src/renderer/features/sources/details-form.ts";

const line = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() === text && text !== "");
const name = line.filter((text) => !text.includes(";"));
const date = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const metadata: fc.Arbitrary<Metadata> = fc.record({
  title: fc.option(line),
  authors: fc.array(name, { maxLength: 4 }),
  publisher: fc.option(line),
  published: fc.option(date),
  accessed: fc.option(date),
  url: fc.option(fc.webUrl()),
  agencies: fc.array(name, { maxLength: 4 }),
  language: fc.constantFrom(null, "en", "ko", "zh"),
  recipients: fc.array(name, { maxLength: 4 }),
});

describe("the form of a source's details", () => {
  test("saved as it was opened changes nothing", () => {
    fc.assert(
      fc.property(metadata, (known) => {
        expect(metadataOf(formOf(known))).toEqual(known);
      }),
    );
  });

  test("shows the same again after it was saved, whatever was typed into it", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, authors) => {
        const once = metadataOf({ ...formOf(EMPTY_METADATA), title, authors });
        expect(metadataOf(formOf(once))).toEqual(once);
        expect(metadataSchema.parse(once)).toEqual(once);
      }),
    );
  });

  test("makes up nothing where a field is left empty or blank", () => {
    const blank = Object.fromEntries(DETAILS_FIELDS.map(({ field }) => [field, "  "]));
    expect(metadataOf({ ...formOf(EMPTY_METADATA), ...blank })).toEqual(EMPTY_METADATA);
    expect(metadataOf(formOf(EMPTY_METADATA))).toEqual(EMPTY_METADATA);
  });

  test("takes several names apart at semicolons, not at the commas inside them", () => {
    const { authors } = metadataOf({ ...formOf(EMPTY_METADATA), authors: " Brook, Ada;Ivo Marsh ; ;" });
    expect(authors).toEqual(["Brook, Ada", "Ivo Marsh"]);
  });

  test("has every detail of a source once", () => {
    expect(DETAILS_FIELDS.map(({ field }) => field).sort()).toEqual([...metadataFieldSchema.options].sort());
  });
});
