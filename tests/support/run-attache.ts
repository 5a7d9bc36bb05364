/** Runs the built command line, as a script would, and knows the shapes of JSON that it promises. */
import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { z } from "zod";
import { isoDateSchema } from "../../src/core/source/metadata.ts";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const program = join(root, "out/main/attache.js");

/** Builds the program where nothing has been built yet. For `beforeAll`. */
export function buildIfMissing(): void {
  if (!existsSync(program)) {
    execFileSync(process.execPath, [join(root, "node_modules/.bin/electron-vite"), "build"], {
      cwd: root,
      stdio: "ignore",
    });
  }
}

interface Outcome {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

export function run(...words: readonly string[]): Promise<Outcome> {
  const flags = ["--disable-warning=ExperimentalWarning", program];
  return new Promise((resolve) => {
    execFile(process.execPath, [...flags, ...words], { maxBuffer: 1 << 26 }, (error, output, errors) => {
      resolve({ exitCode: error ? Number(error.code) : 0, output, errors });
    });
  });
}

/** What a command prints as JSON; it must succeed and say nothing else. */
export async function json<T>(schema: z.ZodType<T>, ...words: readonly string[]): Promise<T> {
  const { exitCode, output, errors } = await run(...words);
  expect(errors).toBe("");
  expect(exitCode).toBe(0);
  return schema.parse(JSON.parse(output));
}

// Strict: these are the shapes that DESIGN.md promises, and no others.
export const importsSchema = z.array(
  z.strictObject({
    path: z.string(),
    fileName: z.string(),
    status: z.enum(["imported", "duplicate", "failed"]),
    sourceId: z.string().nullable(),
    title: z.string().nullable(),
    warnings: z.array(z.string()),
    error: z.string().nullable(),
    attachedTo: z.string().nullable(),
  }),
);
export const sourcesSchema = z.array(
  z.strictObject({
    id: z.string(),
    fileName: z.string(),
    format: z.string(),
    title: z.string().nullable(),
    authors: z.array(z.string()),
    publisher: z.string().nullable(),
    published: isoDateSchema.nullable(),
    accessed: isoDateSchema.nullable(),
    url: z.string().nullable(),
    agencies: z.array(z.string()),
    language: z.string().nullable(),
    blocks: z.number().int().positive(),
    characters: z.number().int().positive(),
    pages: z.number().int(),
    attachedTo: z.array(z.string()),
  }),
);
export const replacementSchema = z.object({
  sourceId: z.string(),
  versionId: z.string(),
  attachments: importsSchema,
  excerpts: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      was: z.object({ words: z.string(), locator: z.string() }),
      now: z.array(z.object({ words: z.string(), locator: z.string(), fromUtf16: z.number(), toUtf16: z.number() })),
    }),
  ),
});

export const searchSchema = z.strictObject({
  sources: z.array(
    z.strictObject({
      sourceId: z.string(),
      title: z.string().nullable(),
      total: z.number().int().positive(),
      hits: z.array(
        z.strictObject({
          fromUtf16: z.number().int(),
          toUtf16: z.number().int(),
          locator: z.string(),
          snippet: z.string(),
          marks: z.array(z.strictObject({ fromUtf16: z.number().int(), toUtf16: z.number().int() })),
        }),
      ),
    }),
  ),
  total: z.number().int(),
});
export const excerptSchema = z.strictObject({
  id: z.string(),
  state: z.enum(["exact", "moved", "changed", "ambiguous", "lost"]),
});
export const excerptsSchema = z.array(
  z.looseObject({
    id: z.string(),
    sourceId: z.string(),
    sectionId: z.string().nullable(),
    quote: z.string(),
    locator: z.string(),
    state: z.string(),
    citations: z.array(z.number()),
  }),
);
export const infoSchema = z.looseObject({
  schemaVersion: z.number(),
  briefVersion: z.number(),
  appVersion: z.string(),
  sources: z.number(),
  excerpts: z.number(),
  citations: z.number(),
});
export const verifySchema = z.strictObject({
  problems: z.array(z.string()),
  sources: z.number(),
  excerpts: z.number(),
  citations: z.number(),
});
