/**
 * Unpacks the RTF that Outlook keeps in a mail (MS-OXRTFCP). Written here because the library believes the length that
 * the data claims.
 */

const HEADER_BYTES = 16;
const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const DICTIONARY_BYTES = 4096;
/** What every dictionary begins with (MS-OXRTFCP, section 2.1.2.1). */
const INITIAL =
  "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans " +
  "SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
/** Two bytes stand for 17 at most, and eight pairs have one byte of signs before them. */
const MAX_GROWTH = 9;

/** The RTF, or null where the data is neither form. What is cut off gives what there is. */
export function decompressRtf(data: Buffer): Buffer | null {
  if (data.length < HEADER_BYTES) return null;
  const kind = data.readUInt32LE(8);
  if (kind === UNCOMPRESSED) return data.subarray(HEADER_BYTES, HEADER_BYTES + data.readUInt32LE(4));
  return kind === COMPRESSED ? decompress(data) : null;
}

function decompress(data: Buffer): Buffer {
  const dictionary = new Uint8Array(DICTIONARY_BYTES);
  dictionary.set(Buffer.from(INITIAL, "latin1"));
  let write = INITIAL.length;
  const output = new Uint8Array(data.length * MAX_GROWTH);
  let length = 0;
  const put = (byte: number): void => {
    output[length++] = byte;
    dictionary[write] = byte;
    write = (write + 1) % DICTIONARY_BYTES;
  };
  let at = HEADER_BYTES;
  while (at < data.length) {
    const signs = data[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < data.length; bit += 1) {
      if ((signs & (1 << bit)) === 0) {
        put(data[at] ?? 0);
        at += 1;
        continue;
      }
      const pair = ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);
      at += 2;
      const offset = pair >> 4;
      // A reference to where the next byte will be written ends the data.
      if (offset === write) return Buffer.from(output.buffer, 0, length);
      for (let index = 0; index < (pair & 15) + 2; index += 1)
        put(dictionary[(offset + index) % DICTIONARY_BYTES] ?? 0);
    }
  }
  return Buffer.from(output.buffer, 0, length);
}
