/**
 * An X display for Electron where the machine has none: an Xvfb of our own, on a display number that it chooses itself.
 */
import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { within } from "./host.ts";

export interface Display {
  /** The value of DISPLAY. */
  readonly name: string;
  close(): void;
}

/** Starts Xvfb and waits until it accepts windows. Fails where Xvfb is missing or does not start. */
export async function startDisplay(): Promise<Display> {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  let errors = "";
  server.stderr?.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const started = new Promise<string>((resolve, reject) => {
    // The fourth pipe was asked for just above; Node's type covers both directions.
    const numbers = server.stdio[3] as Readable;
    let text = "";
    numbers.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("\n")) resolve(`:${text.trim()}`);
    });
    server.once("error", (error) => reject(new Error(`Xvfb could not be started: ${error.message}`)));
    server.once("exit", (code) => reject(new Error(`Xvfb ended at once (${code}): ${errors}`)));
  });
  const name = await within(15_000, started, () => `Xvfb named no display: ${errors}`);
  const close = () => void server.kill();
  process.once("exit", close);
  return { name, close };
}
