/**
 * Sources and excerpts for tests, with only what a test is about spelt out.
 */
import { type Excerpt, excerptSchema } from "../../src/core/excerpt/excerpt.ts";
import { EMPTY_METADATA, type Metadata } from "../../src/core/source/metadata.ts";
import { type Source, sourceSchema } from "../../src/core/source/source.ts";

/** A source of which nothing is known but what is given. */
export function sourceWith(id: string, metadata: Partial<Metadata> = {}, fileName = `${id}.txt`): Source {
  return sourceSchema.parse({
    id,
    fileName,
    sha256: "0123456789abcdef".repeat(4),
    sizeBytes: 1200,
    importedAt: "2026-02-01T09:00:00.000Z",
    format: "text",
    encoding: "utf-8",
    byteOrderMark: false,
    metadata: { ...EMPTY_METADATA, ...metadata },
    suggestions: [],
    warnings: [],
    blockCount: 12,
    characterCount: 1200,
    extraction: null,
    pageCount: 0,
    attachedTo: [],
    versionOf: null,
    replacedAt: null,
    reliability: { letter: null, reason: "" },
    removedAt: null,
  });
}

/** An excerpt of a source, found at a place in it, in a paragraph that credits some agencies. */
export function excerptOf(source: Source, id: string, locator = "para. 7", agencies: readonly string[] = []): Excerpt {
  return excerptSchema.parse({
    id,
    sourceId: source.id,
    selectors: { position: { start: 0, end: 5 }, quote: { exact: "Words", prefix: "", suffix: " said" } },
    state: "exact",
    locator,
    agencies,
    note: "",
    sectionId: null,
    earlier: null,
    credibility: { digit: null, reason: "" },
    createdAt: "2026-02-01T09:05:00.000Z",
    removedAt: null,
  });
}
