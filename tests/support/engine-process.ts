/** Starts engines in processes of their own, and ends them as a crash would. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { z } from "zod";
import type { EngineMethod, ParamsOf } from "../../src/ipc/engine-contract.ts";
import { errorDataSchema } from "../../src/ipc/error-schema.ts";

const answerSchema = z.union([z.object({ result: z.unknown() }), z.object({ error: errorDataSchema })]);
export type Answer = z.infer<typeof answerSchema>;

export interface EngineProcess {
  call<M extends EngineMethod>(method: M, params: ParamsOf<M>): Promise<Answer>;
  /** Ends it at once, as the system would: nothing of it runs any more. */
  kill(): Promise<void>;
}

/** An engine in another process, which ends with the test. `userId` runs it as another user, which only root may. */
export function startEngineProcess(userId?: number): EngineProcess {
  const script = fileURLToPath(new URL("./engine-child.ts", import.meta.url));
  const child = spawn(
    process.execPath,
    ["--experimental-strip-types", "--disable-warning=ExperimentalWarning", script],
    {
      stdio: ["pipe", "pipe", "inherit"],
      ...(userId === undefined ? {} : { uid: userId, gid: userId }),
    },
  );
  onTestFinished(() => kill(child));
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async call(method, params) {
      child.stdin.write(`${JSON.stringify({ method, params })}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error("The engine's process ended.");
      return answerSchema.parse(JSON.parse(value));
    },
    kill: () => kill(child),
  };
}

/** Runs a script in another process until it has said something, then kills it. */
export async function killOnceItSpeaks(script: string, ...values: readonly string[]): Promise<void> {
  const flags = ["--disable-warning=ExperimentalWarning", "--input-type=module", "--eval", script];
  const child = spawn(process.execPath, [...flags, ...values], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => kill(child));
  await once(child.stdout, "data");
  await kill(child);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
