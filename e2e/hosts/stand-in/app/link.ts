/**
 * The app's end of the conversation with the test's process, and what that process said of the app.
 */
import {
  type AppApi,
  ConnectionClosed,
  connect,
  type Packet,
  type PagesApi,
  STAND_IN_VARIABLE,
  type StandInSetup,
} from "../wire.ts";

// The border: ../host.ts writes the variable.
export const setup = JSON.parse(process.env[STAND_IN_VARIABLE] ?? "{}") as StandInSetup;
delete process.env[STAND_IN_VARIABLE];

let api: AppApi | null = null;

/** Calls of the test's process go to `implementation` from now on. */
export function answerWith(implementation: AppApi): void {
  api = implementation;
}

/** The test's process, which holds the pages. */
export const pages = connect<AppApi, PagesApi>(
  {
    send: (packet) => void process.send?.(packet),
    // The cast: the other end of the channel is our own ../host.ts, which sends packets only.
    onPacket: (listener) => void process.on("message", (message) => listener(message as Packet)),
    onClosed: (listener) => void process.once("disconnect", listener),
  },
  () => {
    if (!api) throw new Error("The stand-in is not ready.");
    return api;
  },
);

// Without the test's process there are no windows and nobody to quit the app.
process.once("disconnect", () => process.exit(1));

/** For what the app tells a page without waiting: the failure is printed, unless all has ended. */
export function tell(told: Promise<unknown>): void {
  told.catch((error: unknown) => {
    if (!(error instanceof ConnectionClosed)) console.error(error);
  });
}
