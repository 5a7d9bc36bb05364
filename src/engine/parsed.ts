/** Parameters of a method after its schema parsed them: what the operations take. */
import type { z } from "zod";
import type { ENGINE_METHODS, EngineMethod } from "../ipc/engine-contract.ts";

export type Parsed<M extends EngineMethod> = z.output<(typeof ENGINE_METHODS)[M]["params"]>;
