/** From the start of the process to the first paint of Welcome with focus, against an empty React app. */
import type { Host } from "../e2e/hosts/host.ts";
import { attacheFolder, buildApp } from "./apps.ts";
import { inFolder } from "./in-folder.ts";
import { median, round } from "./statistics.ts";

const ROUNDS = 9;

/** Milliseconds from the launch to the first paint; the focus must be there. */
function startOnce(host: Host, appFolder: string): Promise<number> {
  return inFolder((userDataFolder) => launchOnce(host, appFolder, userDataFolder));
}

async function launchOnce(host: Host, appFolder: string, userDataFolder: string): Promise<number> {
  const launchedAt = Date.now();
  const app = await host.launch({ userDataFolder, appFolder });
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(() => document.activeElement?.tagName === "BUTTON");
    const paintedAt = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const answer = () => {
            const [paint] = performance.getEntriesByName("first-contentful-paint");
            if (paint) resolve(performance.timeOrigin + paint.startTime);
            else requestAnimationFrame(answer);
          };
          answer();
        }),
    );
    return paintedAt - launchedAt;
  } finally {
    await app.kill();
  }
}

export async function measureStart(host: Host): Promise<Record<string, number>> {
  const emptyFolder = buildApp("empty");
  const attache: number[] = [];
  const empty: number[] = [];
  // One before the count: the first start of each warms the disk.
  await startOnce(host, emptyFolder);
  await startOnce(host, attacheFolder);
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    empty.push(await startOnce(host, emptyFolder));
    attache.push(await startOnce(host, attacheFolder));
  }
  return {
    "start: Attaché, median ms": round(median(attache)),
    "start: empty React app, median ms": round(median(empty)),
    "start: ratio (at most 1.5)": round(median(attache) / median(empty), 2),
  };
}
