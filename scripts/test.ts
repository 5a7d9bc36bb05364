/**
 * `npm test`: all that CI checks, in the order in which a mistake is cheapest to find. Ends with one line,
 * `N passed, N failed`, over the tests of all parts; a check that is no test counts as one.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const results = join(root, "test-results");

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs a program of node_modules/.bin and lets it speak. */
function run(program: string, ...args: string[]): boolean {
  console.log(`\n> ${program} ${args.join(" ")}`);
  const { status } = spawnSync(program, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  return status === 0;
}

const check = (ok: boolean): Outcome => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

function readReport(name: string): Record<string, unknown> | null {
  const file = join(results, name);
  // Written by the runners themselves, read for three numbers.
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>) : null;
}

function units(): Outcome {
  const ok = run(
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${join(results, "units.json")}`,
  );
  const report = readReport("units.json");
  const failed = Number(report?.["numFailedTests"] ?? 0);
  return {
    passed: Number(report?.["numPassedTests"] ?? 0),
    failed: ok ? failed : Math.max(1, failed),
    skipped: Number(report?.["numPendingTests"] ?? 0),
  };
}

function endToEnd(): Outcome {
  const ok = run("playwright", "test", "-c", "e2e");
  const stats = (readReport("e2e.json")?.["stats"] ?? {}) as Record<string, unknown>; // Playwright's JSON report
  const failed = Number(stats["unexpected"] ?? 0);
  return {
    passed: Number(stats["expected"] ?? 0),
    failed: ok ? failed : Math.max(1, failed),
    skipped: Number(stats["skipped"] ?? 0),
  };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const outcomes = [
  check(run("biome", "check", ".")),
  check(run("tsc", "-b")),
  check(run("electron-vite", "build", "--logLevel", "warn")),
  units(),
  endToEnd(),
];
const sum = (key: keyof Outcome) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed${skipped}`);
process.exit(sum("failed") > 0 ? 1 : 0);
