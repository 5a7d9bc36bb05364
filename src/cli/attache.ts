/**
 * Where `attache` begins: lets Node keep what it compiles, then runs the program. Nothing else may be loaded here, since
 * only what is loaded after it is kept.
 */
// First: see there.
import "../node/deny-network.ts";

import { enableCompileCache } from "node:module";
import { compiledCodeFolder } from "./compiled-code-folder.ts";

// Where it cannot be kept, each start compiles anew, and takes a tenth longer.
enableCompileCache(compiledCodeFolder());
await import("./program.ts");
