/**
 * EUC-KR with its extension UHC (code page 949), which Windows writes under the name of EUC-KR.
 * Exists because Node's TextDecoder knows EUC-KR without the extension and so loses 8,822 syllables.
 */

const REPLACEMENT = 0xfffd;
const PAIR_COUNT = 0x10000;

/** Code units by lead and trail byte; 0 where the pair stands for nothing. Built at first use. */
let pairs: Uint16Array | null = null;

function isExtensionTrail(lead: number, trail: number): boolean {
  const isLow =
    (trail >= 0x41 && trail <= 0x5a) || (trail >= 0x61 && trail <= 0x7a) || (trail >= 0x81 && trail <= 0xa0);
  return isLow || (lead <= 0xa0 && trail >= 0xa1 && trail <= 0xfe);
}

/** The extension holds the syllables that the standard lacks, in the order of Unicode, in the pairs that it leaves free. */
function buildPairs(): Uint16Array {
  const table = new Uint16Array(PAIR_COUNT);
  const standard = new TextDecoder("euc-kr");
  const isInStandard = new Set<number>();
  for (let lead = 0xa1; lead <= 0xfe; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      const text = standard.decode(Uint8Array.of(lead, trail));
      const code = text.charCodeAt(0);
      // Two rows are for private use and mean nothing in a file from elsewhere.
      const isPrivate = code >= 0xe000 && code <= 0xf8ff;
      if (text.length !== 1 || code === REPLACEMENT || isPrivate) continue;
      table[lead * 256 + trail] = code;
      isInStandard.add(code);
    }
  }
  // Added to the code page after the standard; see https://encoding.spec.whatwg.org/#index-euc-kr
  table[0xa2e6] = 0x20ac;
  table[0xa2e7] = 0x00ae;
  let syllable = 0xac00;
  for (let lead = 0x81; lead <= 0xc6; lead += 1) {
    for (let trail = 0x41; trail <= 0xfe; trail += 1) {
      if (!isExtensionTrail(lead, trail)) continue;
      while (isInStandard.has(syllable)) syllable += 1;
      if (syllable > 0xd7a3) return table;
      table[lead * 256 + trail] = syllable;
      syllable += 1;
    }
  }
  return table;
}

const CHUNK_UNITS = 1 << 20;

/** Text of the bytes. What cannot be decoded becomes U+FFFD, by the rules of the WHATWG decoder. */
export function decodeKorean(bytes: Uint8Array): string {
  pairs ??= buildPairs();
  const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });
  const units = new Uint16Array(Math.min(CHUNK_UNITS, bytes.length + 1));
  let text = "";
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (length === units.length) {
      text += utf16.decode(units);
      length = 0;
    }
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      units[length++] = lead;
      continue;
    }
    const trail = bytes[at + 1];
    const isLead = lead >= 0x81 && lead <= 0xfe;
    const code = isLead && trail !== undefined ? (pairs[lead * 256 + trail] ?? 0) : 0;
    units[length++] = code === 0 ? REPLACEMENT : code;
    // A byte of ASCII after a broken lead byte is kept: it is likelier to be text than part of the damage.
    if (code !== 0 || (isLead && trail !== undefined && trail >= 0x80)) at += 1;
  }
  return text + utf16.decode(units.subarray(0, length));
}
