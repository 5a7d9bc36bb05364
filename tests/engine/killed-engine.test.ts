// Proves that killing the engine at any moment loses nothing that it had acknowledged: see torture/.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { buildIfMissing, root } from "../support/run-attache.ts";

const figuresSchema = z.object({
  kills: z.number(),
  acknowledged: z.number(),
  hotJournals: z.number(),
  openings: z.number(),
  struck: z.record(z.string(), z.object({ times: z.number(), done: z.number() })),
  findings: z.array(z.string()),
});

/** Needs the built app, whose engine is the one that is killed. */
function torture(...words: readonly string[]): Promise<z.infer<typeof figuresSchema>> {
  const flags = ["--disable-warning=ExperimentalWarning", join(root, "torture/run.ts"), "--json"];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [...flags, ...words], { maxBuffer: 1 << 26 }, (error, output, errors) => {
      try {
        resolve(figuresSchema.parse(JSON.parse(output)));
      } catch {
        reject(new Error(`torture said nothing: ${String(error)} ${errors}`));
      }
    });
  });
}

beforeAll(buildIfMissing);

test("25 kills in the midst of work lose nothing that was acknowledged, and leave nothing half done", async () => {
  const { findings, ...figures } = await torture("--kills", "25", "--seed", "1");
  expect(findings).toEqual([]);
  expect(figures.kills).toBeGreaterThanOrEqual(25);
  const cutOff = Object.values(figures.struck).reduce((sum, { times }) => sum + times, 0);
  expect(cutOff, "calls that a kill cut off").toBeGreaterThan(10);
}, 300_000);

test("20 kills while projects of earlier versions are brought up to date leave each as it was or wholly new", async () => {
  const { findings, kills } = await torture("--kills", "20", "--seed", "2", "--aim", "upgrade");
  expect(findings).toEqual([]);
  expect(kills).toBe(20);
}, 300_000);
