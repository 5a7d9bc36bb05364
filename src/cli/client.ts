/** The engine as the commands see it. */
import type { EngineMethod, ParamsOf, ResultOf } from "../ipc/engine-contract.ts";

export interface Client {
  call<M extends EngineMethod>(method: M, params: ParamsOf<M>): Promise<ResultOf<M>>;
}
