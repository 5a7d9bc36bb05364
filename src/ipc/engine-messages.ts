/** The messages between main and the engine's process. */
import type { ErrorData } from "./errors.ts";
import type { EngineEvent } from "./events.ts";

export interface EngineCall {
  readonly id: number;
  readonly method: string;
  readonly params: unknown;
}

/**
 * The methods whose results can be large. They travel as JSON text: everything else is copied value by value at every
 * border, which takes a second for the text of a long book and holds up the window.
 */
export const SENT_AS_JSON: ReadonlySet<string> = new Set([
  "getProject",
  "getSourceText",
  "getPages",
  "getPageRuns",
  "compareSnapshot",
  "getReview",
  "getAlsoIn",
  "restoreSnapshot",
]);

export type EngineAnswer =
  | { readonly id: number; readonly result: unknown; readonly encoding?: "json" }
  | { readonly id: number; readonly error: ErrorData }
  | { readonly event: EngineEvent };
