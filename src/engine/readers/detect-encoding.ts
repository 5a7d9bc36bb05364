/**
 * Finds the encoding of a text without a byte order mark. A strict test comes before a statistical one, and what
 * a statistic says is believed only where the decoded text reads like the language that it claims.
 */
import { detect } from "jschardet";
import type { Encoding } from "../../core/source/source.ts";
import { decodeKorean } from "./decode-korean.ts";
import { type EastAsianEncoding, plausibility } from "./legacy-plausibility.ts";

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** False where another encoding would do as well: the user is then told to look. */
  readonly isSure: boolean;
}

const EAST_ASIAN: readonly EastAsianEncoding[] = ["gb18030", "euc-kr", "shift_jis"];
const SAMPLE_BYTES = 1 << 17;
const REPLACEMENT = /\ufffd/gu;

/** One character in so many may be damaged and the file still be taken for what the others say that it is. */
const GOOD_PER_DAMAGED = 4;
const PLAUSIBLE = 0.45;
const PLAUSIBLE_IF_DETECTED = 0.3;

/** The text of bytes in an encoding, without its byte order mark; what cannot be decoded is U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === "euc-kr") return decodeKorean(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  // Five bytes mean nothing in Windows-1252; the decoder hands them through as invisible control characters.
  return encoding === "windows-1252" ? text.replace(/[\u0081\u008d\u008f\u0090\u009d]/gu, "\ufffd") : text;
}

export function countDamaged(text: string): number {
  return text.match(REPLACEMENT)?.length ?? 0;
}

function firstHighByte(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte >= 0x80);
}

function isStrictUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes are UTF-8 with a few of them damaged: other encodings hardly ever form its sequences by chance. */
function isDamagedUtf8(sample: Uint8Array): boolean {
  const text = decodeAs(sample, "utf-8");
  const damaged = countDamaged(text);
  let good = -damaged;
  for (const character of text) if (character >= "\u0080") good += 1;
  return good > 0 && good >= damaged * GOOD_PER_DAMAGED;
}

/** UTF-16 without a mark shows in its null bytes: ASCII has one in each pair, on the side that tells the byte order. */
export function detectUtf16(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 4) return null;
  const sample = bytes.subarray(0, Math.min(bytes.length, SAMPLE_BYTES) & ~1);
  let evenNulls = 0;
  let oddNulls = 0;
  for (let index = 0; index < sample.length; index += 2) {
    if (sample[index] === 0) evenNulls += 1;
    if (sample[index + 1] === 0) oddNulls += 1;
  }
  if (evenNulls === oddNulls) return null;
  const encoding = oddNulls > evenNulls ? "utf-16le" : "utf-16be";
  return readsLikeUtf16(decodeAs(sample, encoding)) ? encoding : null;
}

const UTF16_IMPLAUSIBLE = /[\u0000-\u0008\u000e-\u0019\u001c-\u001f\ufffd\ue000-\uf8ff\ufff0-\uffff]|\p{Cn}/gu;
const UTF16_ORDINARY = /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\t\n\r]/gu;

function readsLikeUtf16(text: string): boolean {
  const implausible = text.match(UTF16_IMPLAUSIBLE)?.length ?? 0;
  const ordinary = text.match(UTF16_ORDINARY)?.length ?? 0;
  return implausible <= text.length * 0.02 && ordinary >= text.length * 0.9 && isOneLanguage(text);
}

/** Pairs of ASCII letters make Chinese characters too, but rare ones; an alphabet lies in one block of 256. */
function isOneLanguage(text: string): boolean {
  const blocks = new Uint32Array(256);
  for (let index = 0; index < text.length; index += 1) {
    const block = text.charCodeAt(index) >> 8;
    blocks[block] = (blocks[block] ?? 0) + 1;
  }
  return (
    Math.max(...blocks) >= text.length * 0.5 ||
    EAST_ASIAN.some((encoding) => plausibility(text, encoding) >= PLAUSIBLE_IF_DETECTED)
  );
}

const DETECTED_NAMES: Readonly<Record<string, EastAsianEncoding>> = {
  GB18030: "gb18030",
  GBK: "gb18030",
  GB2312: "gb18030",
  "EUC-KR": "euc-kr",
  CP949: "euc-kr",
  UHC: "euc-kr",
  SHIFT_JIS: "shift_jis",
  SHIFT_JIS_2004: "shift_jis",
  CP932: "shift_jis",
};
const WESTERN_NAMES = /^(?:windows-1252|cp1252|iso-8859-(?:1|15)|ascii)$/iu;

interface Candidate {
  readonly encoding: EastAsianEncoding;
  readonly score: number;
  readonly damaged: number;
  readonly length: number;
}

function weigh(sample: Uint8Array, encoding: EastAsianEncoding): Candidate {
  const text = decodeAs(sample, encoding);
  // The sample may end within a character; that is no damage.
  const whole = text.endsWith("\ufffd") ? text.slice(0, -1) : text;
  let length = 0;
  for (const character of whole) if (character >= "\u0080") length += 1;
  return { encoding, score: plausibility(whole, encoding), damaged: countDamaged(whole), length };
}

function bestCandidate(sample: Uint8Array, detected: EastAsianEncoding | undefined): Candidate | undefined {
  const candidates = EAST_ASIAN.map((encoding) => weigh(sample, encoding)).filter(
    // A damaged file may lose to none; without damage a lower score will do.
    ({ damaged, length }) => damaged === 0 || damaged * 50 <= length,
  );
  candidates.sort((a, b) => b.score - a.score);
  const best = candidates[0];
  const needed = best?.encoding === detected ? PLAUSIBLE_IF_DETECTED : PLAUSIBLE;
  return best && best.score >= needed ? best : undefined;
}

const WESTERN_MARKS = /[‘’“”–—…€£§©®°·•«»¿¡™ŠŒŽšœžŸ]/u;

/** Share of characters beyond ASCII that Western text would have there: a letter at a letter, or a common mark. */
function westernShare(text: string): number {
  let high = 0;
  let fitting = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character < "\u0080") continue;
    high += 1;
    const around = text.charAt(index - 1) + text.charAt(index + 1);
    const isLetter = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]/u.test(character);
    if (WESTERN_MARKS.test(character) || (isLetter && /[a-zA-Z]/u.test(around))) fitting += 1;
  }
  return high === 0 ? 1 : fitting / high;
}

function detectLegacy(sample: Uint8Array): DetectedEncoding {
  const found = detect(sample).encoding ?? "";
  const best = bestCandidate(sample, DETECTED_NAMES[found.toUpperCase()]);
  if (best) return { encoding: best.encoding, isSure: true };
  const share = westernShare(decodeAs(sample, "windows-1252"));
  return { encoding: "windows-1252", isSure: share >= 0.8 || (share >= 0.5 && WESTERN_NAMES.test(found)) };
}

/** The encoding of text that has no byte order mark and no null bytes. Always answers; `isSure` tells how well. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  if (isStrictUtf8(bytes)) return { encoding: "utf-8", isSure: true };
  // All before the first byte beyond ASCII tells nothing, and a character starts there in every encoding.
  const start = firstHighByte(bytes);
  const sample = bytes.subarray(start, start + SAMPLE_BYTES);
  if (isDamagedUtf8(sample)) return { encoding: "utf-8", isSure: true };
  return detectLegacy(bytes.subarray(Math.max(0, start - 1), start + SAMPLE_BYTES));
}
