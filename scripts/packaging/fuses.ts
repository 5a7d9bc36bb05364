/**
 * The switches in Electron's program that are set once, when it is packaged, and that no user can turn afterwards:
 * https://www.electronjs.org/docs/latest/tutorial/fuses. Every fuse is named; one that a later Electron brings makes
 * packaging fail until somebody decides.
 */
import { type FuseConfig, FuseV1Options, FuseVersion } from "@electron/fuses";

/** Systems on which Electron compares the archive with the sum in its program. On Linux it has no code for that. */
const CHECKS_ARCHIVE: readonly NodeJS.Platform[] = ["win32", "darwin"];

/** The state of each fuse in a package for a system. */
export function fusesFor(platform: NodeJS.Platform): Record<FuseV1Options, boolean> {
  return {
    /** ELECTRON_RUN_AS_NODE would make the program a Node that runs anything. */
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    /** NODE_OPTIONS and NODE_EXTRA_CA_CERTS. */
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    /** --inspect and its like would let another program run code in main. */
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: CHECKS_ARCHIVE.includes(platform),
    /** A folder `app` beside the archive is not looked at. */
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    /** The window comes from app://: pages of file:// need no more than they have in a browser. */
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    /** How WebAssembly notices that it reads outside of its memory. Electron's own setting. */
    [FuseV1Options.WasmTrapHandlers]: true,
  };
}

/** What is written into the program of a package. */
export function fuseConfiguration(platform: NodeJS.Platform): FuseConfig {
  return {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // Without a signature macOS refuses a program for Apple's own processors whose bytes have changed.
    resetAdHocDarwinSignature: platform === "darwin",
    ...fusesFor(platform),
  };
}
