/**
 * The sandbox of the window's process as the system sees it, in an app that was started without the specs' own
 * --no-sandbox. Linux only: it is read in /proc.
 */
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { startDisplay } from "../hosts/display.ts";
import { electronBinary } from "../hosts/electron-binary.ts";
import { appEnvironment } from "../hosts/environment.ts";
import { expect, test } from "../hosts/fixture.ts";

test.skip(({ hostName }) => hostName !== "electron", "Only real Electron has these");

const repository = join(import.meta.dirname, "../..");

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function processes(): Process[] {
  return readdirSync("/proc").flatMap((name) => {
    try {
      const parent = /^PPid:\s+(\d+)/mu.exec(readFileSync(`/proc/${name}/status`, "utf8"))?.[1];
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
      return [{ pid: Number(name), parent: Number(parent), command }];
    } catch {
      // No process, or one that ended meanwhile.
      return [];
    }
  });
}

/** The process of the window, however deep below `root`. */
function rendererBelow(root: number): Process | undefined {
  const all = processes();
  const isBelow = ({ parent }: Process): boolean => {
    const above = all.find(({ pid }) => pid === parent);
    return parent === root || (above !== undefined && isBelow(above));
  };
  return all.find((each) => each.command.includes("--type=renderer") && isBelow(each));
}

test("the window's process runs in Chromium's sandbox, without a network of its own", async ({ userDataFolder }) => {
  // As root, Chromium refuses to sandbox: in a name space of its own the same user is an ordinary one.
  const asUser = ["--user", "--map-user=1000", "--map-group=1000"];
  test.skip(spawnSync("unshare", [...asUser, "true"]).status !== 0, "No name spaces for users here");
  const display = await startDisplay();
  const app = spawn("unshare", [...asUser, electronBinary() ?? "", `--user-data-dir=${userDataFolder}`, repository], {
    env: appEnvironment({ DISPLAY: display.name }),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  app.stderr.on("data", (chunk: Buffer) => {
    log += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => app.once("exit", () => resolve()));
  try {
    const renderer = () => rendererBelow(app.pid ?? 0);
    await expect
      .poll(
        () => {
          const { pid } = renderer() ?? {};
          return pid ? /^Seccomp:\s+(\d)/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] : null;
        },
        { timeout: 30_000, message: log },
      )
      .toBe("2");
    const { pid = 0 } = renderer() ?? {};
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    expect(status).toMatch(/^NoNewPrivs:\s+1$/mu);
    for (const kind of ["user", "net", "pid"])
      expect(readlinkSync(`/proc/${pid}/ns/${kind}`)).not.toBe(readlinkSync(`/proc/${app.pid}/ns/${kind}`));
    // Nothing but the loopback, which is down.
    expect(
      readFileSync(`/proc/${pid}/net/dev`, "utf8")
        .trim()
        .split("\n")
        .slice(2)
        .map((line) => line.trim().split(":")[0]),
    ).toEqual(["lo"]);
  } finally {
    app.kill("SIGKILL");
    await ended;
    display.close();
  }
});
