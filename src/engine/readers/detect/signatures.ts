/**
 * Names the formats that no reader reads and that the first bytes give away. Must never take a text for one: what a
 * text could begin with is believed only where null bytes stand beside it.
 */
import type { UnsupportedFamily, UnsupportedFormat } from "./unsupported.ts";

interface Signature extends UnsupportedFormat {
  readonly bytes: readonly number[];
  readonly offsetBytes: number;
  /** Within how many bytes of the start a null must stand; 0 where the bytes themselves can be no text. */
  readonly nullWithinBytes: number;
}

const NULL_WITHIN_BYTES = 64;

/** The bytes of a signature: a text with its characters up to U+00FF, or numbers in hexadecimal between `|`. */
function bytesOf(pattern: string): number[] {
  return pattern.split("|").flatMap((part, index) => {
    if (index % 2 === 0) return [...part].map((character) => character.charCodeAt(0));
    return (part.match(/[0-9a-f]{2}/gu) ?? []).map((digits) => Number.parseInt(digits, 16));
  });
}

/** A signature that is known by itself. */
function sure(family: UnsupportedFamily, name: string, pattern: string, offsetBytes = 0): Signature {
  return { family, name, bytes: bytesOf(pattern), offsetBytes, nullWithinBytes: 0 };
}

/** A signature that a text in some encoding could have as well, but for the null bytes that follow. */
function likely(family: UnsupportedFamily, name: string, pattern: string, offsetBytes = 0): Signature {
  const nullWithinBytes = Math.max(NULL_WITHIN_BYTES, offsetBytes + NULL_WITHIN_BYTES);
  return { family, name, bytes: bytesOf(pattern), offsetBytes, nullWithinBytes };
}

/** Most are from https://mimesniff.spec.whatwg.org/ and https://en.wikipedia.org/wiki/List_of_file_signatures. */
const SIGNATURES: readonly Signature[] = [
  sure("picture", "a PNG picture", "|89|PNG|0d0a1a0a|"),
  sure("picture", "a JPEG picture", "|ffd8ff|"),
  likely("picture", "a GIF picture", "GIF87a"),
  likely("picture", "a GIF picture", "GIF89a"),
  sure("picture", "a TIFF picture", "II|2a00|"),
  sure("picture", "a TIFF picture", "MM|002a|"),
  likely("picture", "a WebP picture", "WEBP", 8),
  likely("picture", "a BMP picture", "BM"),
  sure("picture", "an icon", "|00000100|"),
  likely("picture", "a Photoshop picture", "8BPS|0001|"),
  sure("picture", "a JPEG XL picture", "|0000000c|JXL |0d0a870a|"),
  sure("picture", "a JPEG 2000 picture", "|0000000c|jP  |0d0a870a|"),
  likely("picture", "a HEIC picture", "ftyphe", 4),
  likely("picture", "a HEIC picture", "ftypmif1", 4),
  likely("picture", "a HEIC picture", "ftypmsf1", 4),
  likely("picture", "an AVIF picture", "ftypavi", 4),
  sure("picture", "a Windows metafile", "|d7cdc69a0000|"),
  likely("picture", "a Windows metafile", " EMF", 40),
  likely("recording", "a WAV recording", "WAVEfmt ", 8),
  likely("recording", "an MP3 recording", "ID3"),
  likely("recording", "an MP3 recording", "|fffb|"),
  likely("recording", "an MP3 recording", "|fff3|"),
  likely("recording", "an AAC recording", "|fff1|"),
  likely("recording", "an Ogg recording", "OggS|00|"),
  likely("recording", "a FLAC recording", "fLaC|00|"),
  likely("recording", "a MIDI recording", "MThd|0000|"),
  likely("recording", "an AIFF recording", "AIF", 8),
  sure("recording", "an AMR recording", "#!AMR"),
  likely("recording", "an M4A recording", "ftypM4A", 4),
  likely("film", "a QuickTime film", "ftypqt", 4),
  likely("film", "an MP4 film", "ftyp", 4),
  likely("film", "a QuickTime film", "moov", 4),
  likely("film", "an AVI film", "AVI LIST", 8),
  sure("film", "a Matroska or WebM film", "|1a45dfa3|"),
  sure("film", "a Windows Media file", "|3026b2758e66cf11a6d900aa0062ce6c|"),
  likely("film", "a Flash film", "FLV|01|"),
  sure("film", "an MPEG film", "|000001ba|"),
  sure("film", "an MPEG film", "|000001b3|"),
  sure("archive", "a RAR archive", "Rar!|1a07|"),
  sure("archive", "a 7-Zip archive", "7z|bcaf271c|"),
  sure("archive", "a gzip archive", "|1f8b08|"),
  likely("archive", "a bzip2 archive", "1AY&SY", 4),
  sure("archive", "an XZ archive", "|fd|7zXZ|00|"),
  likely("archive", "a Zstandard archive", "|28b52ffd|"),
  likely("archive", "a Windows cabinet", "MSCF|0000|"),
  likely("archive", "a TAR archive", "ustar", 257),
  sure("archive", "a Debian package", "!<arch>|0a|debian"),
  likely("archive", "a disc image", "CD001", 32_769),
  sure("program", "a program", "|7f|ELF"),
  likely("program", "a program", "MZ"),
  likely("program", "a program", "|cffaedfe|"),
  likely("program", "a program", "|cefaedfe|"),
  sure("program", "a program", "|cafebabe0000|"),
  sure("program", "a program", "|00|asm|01000000|"),
  sure("program", "a Windows shortcut", "L|0000000114020000|"),
  likely("program", "a Windows help file", "ITSF"),
  sure("font", "a font", "|0001000000|"),
  likely("font", "a font", "OTTO|00|"),
  likely("font", "a font", "ttcf|0001|"),
  likely("font", "a font", "wOFF"),
  likely("font", "a font", "wOF2"),
  likely("database", "an Access database", "Standard Jet DB", 4),
  likely("database", "an Access database", "Standard ACE DB", 4),
  sure("database", "a database", "SQLite format 3|00|"),
  likely("mailbox", "an Outlook mailbox", "!BDN"),
  likely("mailbox", "an Outlook attachment that holds other files (winmail.dat)", "|789f3e22|"),
  sure("document", "a PostScript document", "%!PS"),
  likely("document", "a PostScript document", "|c5d0d3c6|"),
  likely("document", "a DjVu document", "AT&TFORM"),
  sure("document", "a WordPerfect document", "|ff|WPC"),
  sure("document", "a OneNote notebook", "|e4525c7b8cd8a74daeb15378d02996d3|"),
  likely("document", "a web archive of Safari", "bplist00|d1|_|10|_WebMain"),
  likely("system", "a property list", "bplist0"),
  likely("book", "a Kindle e-book", "BOOKMOBI", 60),
  sure("system", "a companion file of macOS", "|0005160700|"),
  sure("system", "a companion file of macOS", "|00000001|Bud1"),
];

/** A table is looked up by its first byte, so that a long list costs nothing. */
const AT_START: ReadonlyMap<number, Signature[]> = Map.groupBy(
  SIGNATURES.filter(({ offsetBytes }) => offsetBytes === 0),
  ({ bytes }) => bytes[0] ?? 0,
);
const FURTHER_IN = SIGNATURES.filter(({ offsetBytes }) => offsetBytes > 0);

export function startsWith(bytes: Uint8Array, expected: readonly number[], offsetBytes = 0): boolean {
  return expected.every((byte, index) => bytes[offsetBytes + index] === byte);
}

/** What the first bytes say that a file is which no reader reads, or null where they say nothing. */
export function unsupportedBySignature(bytes: Uint8Array): UnsupportedFormat | null {
  const candidates = [...(AT_START.get(bytes[0] ?? -1) ?? []), ...FURTHER_IN];
  const found = candidates.find(
    ({ bytes: expected, offsetBytes, nullWithinBytes }) =>
      startsWith(bytes, expected, offsetBytes) &&
      (nullWithinBytes === 0 || bytes.subarray(0, nullWithinBytes).includes(0)),
  );
  return found ?? null;
}

const SQLITE_APPLICATION_ID_OFFSET = 68;

/** True for a project of ours: an SQLite database with the application id of docs/file-format.md. */
export function isProjectFile(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, bytesOf("SQLite format 3|00|")) &&
    startsWith(bytes, bytesOf("BRIF"), SQLITE_APPLICATION_ID_OFFSET)
  );
}
