/**
 * What the encodings are called on screen and in warnings. Names only: decoding belongs to the engine's readers.
 */
import type { Encoding } from "./source.ts";

/** The display name of each encoding, as a list of encodings and a warning show it. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 (little endian)",
  "utf-16be": "UTF-16 (big endian)",
  "windows-1252": "Western (Windows-1252)",
  gb18030: "Chinese (GB18030)",
  "euc-kr": "Korean (EUC-KR)",
  shift_jis: "Japanese (Shift_JIS)",
};
