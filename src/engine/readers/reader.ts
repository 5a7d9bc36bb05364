/**
 * What every reader takes and gives: bytes in, blocks and metadata out. A reader runs in a worker thread and never
 * sees a path, a network or a clock.
 */
import type { Block } from "../../core/source/block.ts";
import type { Extraction, SourceFormat } from "../../core/source/format.ts";
import type { Metadata, MetadataSuggestion } from "../../core/source/metadata.ts";
import type { Page } from "../../core/source/page.ts";
import type { Encoding } from "../../core/source/source.ts";

export interface ReadRequest {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The encoding the user chose, or null to detect it. For formats that carry their encoding it says nothing. */
  readonly encoding: Encoding | null;
  /** The day of the import, ISO 8601, for suggestions only. */
  readonly importedOn: string;
  /** The password that the user typed for this file, or null. Never stored, never in a message. */
  readonly password: string | null;
  /** How much of a web page to take, or null to let the reader choose. Says nothing for other formats. */
  readonly extraction: Extraction | null;
  /** Where the text alone is asked for: a reader may then leave the finding of details, which takes a while. */
  readonly textOnly?: true;
}

/** A file that came with a mail. */
export interface Attachment {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface ReadSource {
  readonly format: SourceFormat;
  readonly blocks: Block[];
  readonly metadata: Metadata;
  readonly suggestions: MetadataSuggestion[];
  /** In words for the user: "3 characters could not be read as UTF-8". */
  readonly warnings: string[];
  /** Null where the format carries its encoding itself, so that there is nothing to choose. */
  readonly encoding: Encoding | null;
  readonly byteOrderMark: boolean;
  /** Of a web page: how much of it these blocks are. Null for other formats. */
  readonly extraction: Extraction | null;
  /** In order; none where the format has no real pages. */
  readonly pages: Page[];
  readonly attachments: Attachment[];
}

/** Tells how much of the file is read, from 0 to 1. May be called as often as the reader likes. */
export type ReportProgress = (share: number) => void;

/** Throws AttacheError where the bytes are not what the reader reads, or go beyond its limits. */
export type Reader = (request: ReadRequest, report: ReportProgress) => Promise<ReadSource>;
