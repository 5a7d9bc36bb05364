/**
 * Starts processes as Electron does by itself. Loaded before the app, which denies itself to start any
 * (src/node/deny-network.ts) and leaves what was taken before as it is.
 */
import { fork } from "node:child_process";

export const startProcess = fork;
