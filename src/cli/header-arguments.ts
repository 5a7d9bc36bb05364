/** `KEY=VALUE` words of the header command. */
import { HEADER_KEYS, type Header, type HeaderKey } from "../core/brief/document.ts";
import { isoDateSchema } from "../core/source/metadata.ts";
import { AttacheError } from "../ipc/errors.ts";

function isHeaderKey(key: string): key is HeaderKey {
  return HEADER_KEYS.some((known) => known === key);
}

/** Throws `bad-arguments` for a word that is not KEY=VALUE, an unknown key, or a date that is not one. */
export function parseHeader(words: readonly string[]): Partial<Header> {
  const header: Partial<Header> = {};
  for (const word of words) {
    const [key = "", ...rest] = word.split("=");
    if (rest.length === 0 || !isHeaderKey(key)) {
      throw new AttacheError("bad-arguments", `“${word}” is not KEY=VALUE. Keys: ${HEADER_KEYS.join(", ")}.`);
    }
    const value = rest.join("=");
    if (key === "date" && value !== "" && !isoDateSchema.safeParse(value).success) {
      throw new AttacheError("bad-arguments", `“${value}” is not a date. Give it as YYYY-MM-DD.`);
    }
    header[key] = value;
  }
  return header;
}
