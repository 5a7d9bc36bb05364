/**
 * Playwright's `test` with the app in it: `launchApp` starts it on the host of the project, on a userData folder of the
 * test's own. Whatever still runs at the end of a test is ended; of a failed test, pictures and the log are kept.
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, type TestInfo } from "@playwright/test";
import { startElectronHost } from "./electron.ts";
import type { Host, HostName, LaunchOptions, RunningApp } from "./host.ts";
import { startPackagedHost } from "./packaged.ts";
import { startStandInHost } from "./stand-in/host.ts";

const builtMain = join(import.meta.dirname, "../../out/main/index.js");

export type LaunchApp = (options?: Partial<LaunchOptions>) => Promise<RunningApp>;

interface TestFixtures {
  /** A folder that lasts as long as the test. */
  readonly userDataFolder: string;
  readonly launchApp: LaunchApp;
}

interface WorkerFixtures {
  readonly hostName: HostName;
  /** Whether the network of all processes is watched: on Electron, where `whyNoTrace` has nothing against it. */
  readonly watched: boolean;
  readonly host: Host;
}

const STARTS: Readonly<Record<HostName, (watched: boolean) => Promise<Host>>> = {
  electron: startElectronHost,
  "stand-in": startStandInHost,
  packaged: startPackagedHost,
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  hostName: ["stand-in", { option: true, scope: "worker" }],
  watched: [false, { option: true, scope: "worker" }],
  host: [
    async ({ hostName, watched }, use) => {
      const host = await STARTS[hostName](watched);
      await use(host);
      await host.close();
    },
    { scope: "worker" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern
  userDataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "attache-e2e-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },
  launchApp: async ({ host, userDataFolder }, use, testInfo) => {
    const running: { app: RunningApp; ended: boolean }[] = [];
    await use(async (options) => {
      if (!options?.appFolder && host.name !== "packaged" && !existsSync(builtMain))
        throw new Error("The app is not built: run `npm run build` first.");
      const app = await host.launch({ userDataFolder, ...options });
      const entry = { app, ended: false };
      void app.waitForExit().then(() => {
        entry.ended = true;
      });
      running.push(entry);
      return app;
    });
    const failed = testInfo.status !== testInfo.expectedStatus;
    for (const [index, { app, ended }] of running.entries()) {
      if (failed) await keepEvidence(app, index + 1, testInfo);
      if (ended) continue;
      if (failed) await app.kill();
      else await app.quit();
    }
  },
});

async function keepEvidence(app: RunningApp, number: number, testInfo: TestInfo): Promise<void> {
  await testInfo.attach(`main-log-${number}`, { body: app.mainLog(), contentType: "text/plain" });
  for (const [index, page] of app.windows().entries()) {
    const body = await page.screenshot({ timeout: 5_000 }).catch(() => null);
    if (body) await testInfo.attach(`window-${number}-${index + 1}`, { body, contentType: "image/png" });
  }
}

export { expect } from "@playwright/test";
