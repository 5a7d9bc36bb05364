// Proves that a process or thread that imports deny-network has no way to the network left, by any door of Node's.
import { execFile } from "node:child_process";
import { createServer } from "node:net";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import type { Attempts } from "../support/network-attempts.ts";

const denied = new URL("../../src/node/deny-network.ts", import.meta.url).href;

/** A server that counts who comes. */
async function listening(): Promise<{ address: string; visits: () => number }> {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.on("error", () => undefined).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { address: `127.0.0.1:${address.port}`, visits: () => visits };
}

async function runInNode(script: string): Promise<Attempts> {
  const flags = ["--experimental-strip-types", "--disable-warning=ExperimentalWarning", "--input-type=module"];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, "--eval", script]);
  return JSON.parse(stdout) as Attempts;
}

const attempts = new URL("../support/network-attempts.ts", import.meta.url).href;

/** What was taken by name before the denial must be denied too. */
const denyAndTry = (address: string) => `
  import { connect } from "node:net";
  import { lookup } from "node:dns/promises";
  await import(${JSON.stringify(denied)});
  const { attemptNetwork } = await import(${JSON.stringify(attempts)});
  const outcomes = await attemptNetwork(${JSON.stringify(address)});
  for (const [name, use] of Object.entries({ connect: () => connect({ port: 9 }), lookup: () => lookup("localhost") }))
    try { await use(); outcomes[name] = "done"; } catch (error) { outcomes[name] = error.code; }
`;

const inProcess = (address: string) => `${denyAndTry(address)} console.log(JSON.stringify(outcomes)); process.exit(0);`;

const inThread = (address: string) => {
  const text = `${denyAndTry(address)} (await import("node:worker_threads")).parentPort.postMessage(outcomes);`;
  return `
    import { Worker } from "node:worker_threads";
    const worker = new Worker(new URL("data:text/javascript," + encodeURIComponent(${JSON.stringify(text)})));
    worker.once("message", (outcomes) => { console.log(JSON.stringify(outcomes)); process.exit(0); });
  `;
};

test.for([
  ["a process", inProcess],
  ["a thread", inThread],
] as const)("%s that denied itself the network is refused all of it", async ([, script]) => {
  const { address, visits } = await listening();
  const outcomes = await runInNode(script(address));
  const names = Object.keys(outcomes);
  expect(names.length).toBeGreaterThan(30);
  // Node has no EventSource without a switch; what is not there cannot be used.
  expect(["done", "network-denied"]).toContain(outcomes["an EventSource"]);
  expect(names.filter((name) => name !== "an EventSource" && outcomes[name] !== "network-denied")).toEqual([]);
  expect(visits()).toBe(0);
});

test("without it, the same attempts reach the server", async () => {
  const { address, visits } = await listening();
  const outcomes = await runInNode(`
    const { attemptNetwork } = await import(${JSON.stringify(attempts)});
    console.log(JSON.stringify(await attemptNetwork(${JSON.stringify(address)})));
    process.exit(0);
  `);
  expect(outcomes["net.connect"]).toBe("done");
  expect(visits()).toBeGreaterThan(0);
});
