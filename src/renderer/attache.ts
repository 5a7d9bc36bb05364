/**
 * What the window calls: the bridge of preload, with results for answers and AttacheError for errors.
 */
import type { Answer, AppMethod, AppParamsOf, AppResultOf, AttacheApi, AttacheBridge } from "../ipc/app-contract.ts";
import type { ParamsOf, ResultOf, WindowMethod } from "../ipc/engine-contract.ts";
import { fromErrorData } from "../ipc/errors.ts";

declare global {
  interface Window {
    readonly attache: AttacheBridge;
  }
}

/** The answer comes from our own main process, which answers by the contract: its result is not parsed a second time. */
function resultOf<T>(answer: Answer): T {
  if ("error" in answer) throw fromErrorData(answer.error);
  return (answer.encoding === "json" ? JSON.parse(String(answer.result)) : answer.result) as T;
}

export const attache: AttacheApi = {
  app: async <M extends AppMethod>(method: M, params: AppParamsOf<M>) =>
    resultOf<AppResultOf<M>>(await window.attache.app(method, params)),
  engine: async <M extends WindowMethod>(method: M, params: ParamsOf<M>) =>
    resultOf<ResultOf<M>>(await window.attache.engine(method, params)),
  handlesOf: async (files) => resultOf<readonly string[]>(await window.attache.handlesOf(files)),
  onEvent: (listener) => window.attache.onEvent(listener),
};
