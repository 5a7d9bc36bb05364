/**
 * The engine in a process of its own, for tests that lock a project or kill its holder. Run by plain Node, which strips
 * types. Each line of standard input is a call as JSON; each line of standard output is its answer.
 */
import "./steady-threads.ts";

import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";

// Vite's way to import a text file, which Node does not know.
registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith("?raw")) return nextLoad(url, context);
    const text = readFileSync(fileURLToPath(url), "utf8");
    return { format: "module", shortCircuit: true, source: `export default ${JSON.stringify(text)};` };
  },
});

const { createEngine } = await import("../../src/engine/engine.ts");
const { toErrorData } = await import("../../src/ipc/errors.ts");
const callSchema = z.object({ method: z.string(), params: z.unknown() });

const engine = createEngine({
  readerWorkerUrl: new URL("../../src/engine/readers/reader-worker.ts", import.meta.url),
  reviewWorkerUrl: new URL("../../src/engine/review/review-worker.ts", import.meta.url),
  appVersion: "0.0.0-test",
  now: () => new Date().toISOString(),
  emit: () => undefined,
});

for await (const line of createInterface({ input: process.stdin })) {
  const { method, params } = callSchema.parse(JSON.parse(line));
  const answer = await engine.dispatch(method, params).then(
    (result) => ({ result }),
    (error: unknown) => ({ error: toErrorData(error) }),
  );
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
