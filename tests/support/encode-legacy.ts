// Encodes text for tests, which Node does for UTF-8 only: decodes every sequence of one and two bytes and inverts that.
import type { Encoding } from "../../src/core/source/source.ts";
import { decodeAs } from "../../src/engine/readers/detect-encoding.ts";

type LegacyEncoding = Extract<Encoding, "windows-1252" | "gb18030" | "euc-kr" | "shift_jis">;

const tables = new Map<LegacyEncoding, ReadonlyMap<string, readonly number[]>>();

function buildTable(encoding: LegacyEncoding): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const add = (bytes: number[]): void => {
    const character = decodeAs(Uint8Array.from(bytes), encoding);
    if ([...character].length === 1 && character !== "\ufffd" && !table.has(character)) table.set(character, bytes);
  };
  for (let lead = 0; lead < 256; lead += 1) add([lead]);
  if (encoding === "windows-1252") return table;
  for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) add([lead, trail]);
  return table;
}

function tableOf(encoding: LegacyEncoding): ReadonlyMap<string, readonly number[]> {
  const table = tables.get(encoding) ?? buildTable(encoding);
  tables.set(encoding, table);
  return table;
}

/** Every character that the encoding writes in one or two bytes. */
export function repertoire(encoding: LegacyEncoding): string[] {
  return [...tableOf(encoding).keys()];
}

/** Bytes of a text. Throws where the encoding lacks a character. */
export function encodeLegacy(text: string, encoding: LegacyEncoding): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

export function encodeUtf16(text: string, order: "utf-16le" | "utf-16be"): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), order === "utf-16le");
  return bytes;
}
