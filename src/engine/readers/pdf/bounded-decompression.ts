/**
 * Stands in for the thread's DecompressionStream while pdf.js unpacks streams: in one go, which takes a third of the
 * time, and within a limit, which the original does not know. Does just what pdf.js asks of it.
 */
import { brotliDecompressSync, inflateSync } from "node:zlib";

/** Some three times the page of the densest map; reading it takes seconds. */
export const MAX_UNPACKED_BYTES = 32 * 1024 * 1024;

/** True where zlib stopped because its output reached the limit it was given. */
export function isOverLimit(error: unknown): boolean {
  return error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}

interface Chunk {
  readonly value: Uint8Array | undefined;
  readonly done: boolean;
}

/** What goes beyond the limit unpacks to nothing; what is broken throws, so that pdf.js saves what it can. */
class BoundedUnpacker {
  private readonly unpack: Unpack;
  private packed: Uint8Array | null = null;

  constructor(unpack: Unpack) {
    this.unpack = unpack;
  }

  readonly writable = {
    getWriter: () => ({
      write: async (bytes: Uint8Array): Promise<void> => {
        this.packed = bytes;
      },
      close: async (): Promise<void> => undefined,
    }),
  };

  readonly readable = {
    getReader: () => ({
      read: async (): Promise<Chunk> => {
        const { packed } = this;
        this.packed = null;
        return packed === null ? { value: undefined, done: true } : { value: within(this.unpack, packed), done: false };
      },
    }),
  };
}

function within(unpack: Unpack, packed: Uint8Array): Uint8Array {
  try {
    return unpack(packed, { maxOutputLength: MAX_UNPACKED_BYTES });
  } catch (error) {
    if (isOverLimit(error)) return new Uint8Array();
    throw error;
  }
}

type Unpack = (packed: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array;
const UNPACKERS: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ["deflate", inflateSync],
  ["brotli", brotliDecompressSync],
]);

/** Puts the stand-in in place for the rest of the thread's life. Formats that PDFs do not have are left to the original. */
export function boundDecompression(): void {
  const Original = globalThis.DecompressionStream;
  const choose = function choose(format: CompressionFormat): unknown {
    const unpack = UNPACKERS.get(format);
    return unpack === undefined ? new Original(format) : new BoundedUnpacker(unpack);
  };
  // It is no web stream but has the few methods that pdf.js calls, which no type of either side can say.
  globalThis.DecompressionStream = choose as unknown as typeof Original;
}

type CompressionFormat = ConstructorParameters<typeof DecompressionStream>[0];
