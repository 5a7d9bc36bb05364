/**
 * What every reader takes and gives: bytes in, blocks and metadata out. A reader runs in a worker thread and never
 * sees a path, a network or a clock.
 */
import type { Block } from "../../core/source/block.ts";
import type { Metadata, MetadataSuggestion } from "../../core/source/metadata.ts";
import type { Encoding } from "../../core/source/source.ts";

export interface ReadRequest {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The encoding the user chose, or null to detect it. */
  readonly encoding: Encoding | null;
  /** The day of the import, ISO 8601, for suggestions only. */
  readonly importedOn: string;
}

export interface ReadSource {
  readonly blocks: Block[];
  readonly metadata: Metadata;
  readonly suggestions: MetadataSuggestion[];
  /** In words for the user: "3 characters could not be read as UTF-8". */
  readonly warnings: string[];
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
}

/** Throws AttacheError where the bytes are not what the reader reads. */
export type Reader = (request: ReadRequest) => ReadSource;
