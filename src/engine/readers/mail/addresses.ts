/** The people in the headers of a mail, by the names that they go by there. */
import { addressParser } from "postal-mime";
import { withWordsInUtf8 } from "./encoded-words.ts";

/** A mail to more is for everyone; the source could not show them. */
export const MAX_PEOPLE = 1_000;
/** Room for that many with long names. */
const MAX_HEADER_UTF16 = 400_000;

export interface People {
  /** Display names, or addresses where there is none; each once, in order. */
  readonly names: string[];
  /** True where there are more. */
  readonly isCut: boolean;
}

function cleaned(name: string): string {
  return name
    .replace(/[\u0000-\u001f\u007f\s]+/gu, " ")
    .trim()
    .replace(/^(['"])(.*)\1$/u, "$2")
    .trim()
    .toWellFormed();
}

/** The name by which a person is shown. */
export function shownName(name: string, address: string): string {
  return cleaned(name) || cleaned(address);
}

/** Each name once, up to MAX_PEOPLE. */
export function distinctPeople(names: readonly string[]): People {
  const distinct = [...new Set(names.filter((name) => name !== ""))];
  return { names: distinct.slice(0, MAX_PEOPLE), isCut: distinct.length > MAX_PEOPLE };
}

/** The people in the values of `From`, `To` or `Cc` headers, as they stand in the mail. */
export function peopleOf(values: readonly string[]): People {
  const whole = values.filter((value) => value !== "").join(", ");
  const isTooLong = whole.length > MAX_HEADER_UTF16;
  const text = isTooLong ? whole.slice(0, Math.max(0, whole.lastIndexOf(",", MAX_HEADER_UTF16))) : whole;
  const parsed = addressParser(withWordsInUtf8(text), { flatten: true });
  const people = distinctPeople(parsed.map(({ name, address }) => shownName(name, address ?? "")));
  return { names: people.names, isCut: people.isCut || isTooLong };
}
