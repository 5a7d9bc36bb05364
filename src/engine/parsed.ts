/** Parameters of a method after its schema parsed them: what the operations take. */
import type { z } from "zod";
import type { ENGINE_METHODS, EngineMethod } from "../ipc/engine-contract.ts";

/** What is given of optional parameters: those that are undefined are not there, so that they cover nothing. */
export function givenOf<T extends object>(params: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Object.fromEntries forgets which keys the object had.
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

export type Parsed<M extends EngineMethod> = z.output<(typeof ENGINE_METHODS)[M]["params"]>;
