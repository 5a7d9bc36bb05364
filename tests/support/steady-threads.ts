/**
 * Keeps V8 from a fault of its own that ends the whole process, now and then, where several threads load TypeScript: Node
 * strips its types by WebAssembly, a call from there to JavaScript that becomes frequent gets code of its own, and freeing
 * the code before it aborts (`Runtime_TierUpWasmToJSWrapper`, `WasmImportWrapperCache::Free`; V8 13.6). Such calls keep the
 * code that they begin with. The product loads no TypeScript. To be imported before a thread is started.
 */
import { setFlagsFromString } from "node:v8";

/** Calls until such code is made anew: as many as the flag can say. */
const NEVER = 2 ** 31 - 1;

setFlagsFromString(`--wasm-wrapper-tiering-budget=${NEVER}`);
