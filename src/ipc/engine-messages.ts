/** The messages between main and the engine's process. */
import type { ErrorData } from "./errors.ts";
import type { EngineEvent } from "./events.ts";

export interface EngineCall {
  readonly id: number;
  readonly method: string;
  readonly params: unknown;
}

export type EngineAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: ErrorData }
  | { readonly event: EngineEvent };
