// Proves that of files which are out to do harm only text and harmless links come out of the readers: none of their
// markup, nothing that could run, and no address that anything would ask for by itself.
import { expect, test } from "vitest";
import { blockSchema } from "../../src/core/source/block.ts";
import { metadataSchema } from "../../src/core/source/metadata.ts";
import { readSource } from "../../src/engine/readers/read-source.ts";
import type { ReadSource } from "../../src/engine/readers/reader.ts";
import { ASKED_HOST, EACH_PAYLOAD, PAYLOADS, type Payload, RAN, wordsOf } from "../support/payloads.ts";

async function read({ fileName, make }: Payload): Promise<ReadSource> {
  const bytes = await make();
  const request = { fileName, bytes, encoding: null, importedOn: "2026-05-04", password: null, extraction: null };
  return readSource(request, () => undefined);
}

function addressesOf({ blocks, metadata }: ReadSource): string[] {
  const links = blocks.flatMap(({ spans = [] }) => spans.flatMap((span) => (span.kind === "link" ? span.url : [])));
  return metadata.url === null ? links : [...links, metadata.url];
}

/** All that a reader says but for the addresses of links. */
function wordsIn({ blocks, metadata, suggestions, warnings, pages }: ReadSource): string {
  const told = blocks.map(({ text, revisions, note }) => ({ text, revisions, note }));
  return JSON.stringify({ told, metadata, suggestions, warnings, pages });
}

test("there are many, each known by its id", () => {
  expect(EACH_PAYLOAD.length).toBeGreaterThan(150);
  expect(new Set(PAYLOADS.map(({ id }) => id)).size).toBe(PAYLOADS.length);
});

test.each(PAYLOADS.map((payload) => [payload.id, payload.what, payload] as const))(
  "%s, %s",
  async (id, _what, payload) => {
    const source = await read(payload);
    const words = wordsIn(source);
    expect(words).toContain(wordsOf(id));
    for (const address of addressesOf(source)) {
      expect(address).toMatch(/^(?:https?:\/\/[^/\\]|mailto:)/iu);
      expect(address).not.toContain(RAN);
    }
    // Nothing but what a block and the metadata of a source may hold, text without line feeds.
    expect(source.blocks.map((block) => blockSchema.parse(block))).toEqual(source.blocks);
    expect(metadataSchema.parse(source.metadata)).toEqual(source.metadata);
    for (const { text } of source.blocks) expect(text).not.toContain("\n");
    if (payload.isText) return;
    expect(words).not.toContain(RAN);
    expect(words).not.toContain(ASKED_HOST);
    expect(words).not.toMatch(/<[A-Za-z/!]|[Jj]avascript:|onerror|DDE|file:|\/etc\//u);
  },
);
