/** Names the files that are text for programs and not for people, where their first line says what they are. */
import type { UnsupportedFormat } from "./unsupported.ts";

const NAMED: readonly (readonly [RegExp, UnsupportedFormat])[] = [
  [/^\s*BEGIN:VCALENDAR\s/u, { name: "a calendar entry", family: "contact" }],
  [/^\s*BEGIN:VCARD\s/u, { name: "a contact", family: "contact" }],
  [/^\s*\[InternetShortcut\]\s/u, { name: "a link to a web page", family: "link" }],
  [/^\s*-----BEGIN PGP MESSAGE-----\s/u, { name: "an encrypted message", family: "sealed" }],
];

/** What the text is by name, or null where it is one to be read. */
export function namedText(head: string): UnsupportedFormat | null {
  return NAMED.find(([pattern]) => pattern.test(head))?.[1] ?? null;
}
