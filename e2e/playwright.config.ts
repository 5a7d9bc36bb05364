/**
 * The end-to-end specs, on every host that this machine has: see hosts/host.ts.
 */
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { whyNoElectron } from "./hosts/electron-binary.ts";
import type { HostName } from "./hosts/host.ts";
import { whyNoPackage } from "./hosts/packaged-app.ts";
import { whyNoStandIn } from "./hosts/stand-in/chromium.ts";

const results = join(import.meta.dirname, "../test-results");
const missing: Record<HostName, string | null> = {
  electron: whyNoElectron(),
  "stand-in": whyNoStandIn(),
  packaged: whyNoPackage(),
};
/** About the package itself: its fuses, what is in it, how it starts. */
const OF_THE_PACKAGE = "packaged.spec.ts";
/** What differs in a package: where files lie, threads and processes; and all that is denied. PACKAGED_SPECS=all runs all. */
const ON_THE_PACKAGE =
  process.env["PACKAGED_SPECS"] === "all"
    ? ["*.spec.ts"]
    : [OF_THE_PACKAGE, "main.spec.ts", "start.spec.ts", "{security,policy,offline}*.spec.ts"];
// The cast: Object.keys forgets what the keys of a Record are.
const hostNames = (Object.keys(missing) as HostName[]).filter((name) => missing[name] === null);

// Workers read this file too; only the first process says which hosts there are.
if (process.env["TEST_WORKER_INDEX"] === undefined) {
  const words = Object.entries(missing).map(([name, reason]) => (reason ? `${name}: no (${reason})` : `${name}: yes`));
  console.log(`Hosts: ${words.join("; ")}`);
}
if (hostNames.length === 0) throw new Error("There is no host to run the end-to-end specs on.");

export default defineConfig<object, { hostName: HostName }>({
  testDir: "./specs",
  outputDir: join(results, "e2e"),
  // Most of a spec is waiting: for processes that start, for windows that paint.
  workers: 2,
  // On a busy machine a window now and then does not come in time. What needed a second try is named at the end.
  retries: process.env["CI"] ? 1 : 0,
  timeout: 90_000,
  forbidOnly: Boolean(process.env["CI"]),
  reporter: [["list"], ["json", { outputFile: join(results, "e2e.json") }]],
  projects: hostNames.map((name) => ({
    name,
    use: { hostName: name },
    ...(name === "packaged"
      ? { testMatch: ON_THE_PACKAGE.map((pattern) => `**/${pattern}`) }
      : { testIgnore: `**/${OF_THE_PACKAGE}` }),
  })),
});
