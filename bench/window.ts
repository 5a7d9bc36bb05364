/** What the page of the app has, for the code that the benchmarks run in it. */
import type { AttacheBridge } from "../src/ipc/app-contract.ts";

declare global {
  interface Window {
    readonly attache: AttacheBridge;
  }
}

export type { AttacheBridge };
