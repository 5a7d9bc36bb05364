/**
 * Loaded by Node before out/main: makes the module `electron` the stand-in beside this file. Nothing else is touched.
 */
import { registerHooks } from "node:module";
// Before the app: see there.
import "./start-process.ts";

const electronUrl = new URL("./electron.ts", import.meta.url).href;

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === "electron"
      ? { url: electronUrl, format: "module-typescript", shortCircuit: true }
      : nextResolve(specifier, context),
});
