/**
 * `npm test`: all that CI checks, in the order in which a mistake is cheapest to find. Ends with one line,
 * `N passed, N failed`, over the tests of all parts; a check that is no test counts as one.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { electronBinary, whyNoElectron } from "../e2e/hosts/electron-binary.ts";

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
  const ok = vitest("units.json");
  const report = readReport("units.json");
  const outcome = outcomeOf(ok, report);
  const cutOff = ok || Number(report?.["numFailedTests"] ?? 0) > 0 ? [] : unfinishedFiles(report);
  return cutOff.length === 0 ? outcome : onceMore(cutOff, outcome);
}

function vitest(output: string, ...files: string[]): boolean {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${join(results, output)}`];
  return run("vitest", "run", ...reporters, ...files);
}

function outcomeOf(ok: boolean, report: Record<string, unknown> | null): Outcome {
  const failed = Number(report?.["numFailedTests"] ?? 0);
  return {
    passed: Number(report?.["numPassedTests"] ?? 0),
    failed: ok ? failed : Math.max(1, failed),
    skipped: Number(report?.["numPendingTests"] ?? 0),
  };
}

interface FileReport {
  readonly name: string;
  readonly assertionResults: readonly { readonly status: string }[];
}

/** Files that were begun and not ended. */
function unfinishedFiles(report: Record<string, unknown> | null): FileReport[] {
  const files = (report?.["testResults"] ?? []) as readonly FileReport[]; // Vitest's JSON report
  return files.filter(({ assertionResults }) => assertionResults.some(({ status }) => status === "pending"));
}

/**
 * Where Node itself ends, as it did in threads (tests/support/steady-threads.ts), the rest of a file goes with it. Such a
 * file is run once more, by itself, and named; a second time it counts.
 */
function onceMore(files: readonly FileReport[], before: Outcome): Outcome {
  const names = files.map(({ name }) => relative(root, name));
  console.log(
    `\nA process of the tests ended in the middle, without a test that failed: ${names.join(", ")}. Once more:`,
  );
  const again = outcomeOf(vitest("units-again.json", ...names), readReport("units-again.json"));
  const counted = files.flatMap(({ assertionResults }) => assertionResults);
  const passed = counted.filter(({ status }) => status === "passed").length;
  return {
    passed: before.passed - passed + again.passed,
    failed: again.failed,
    skipped: before.skipped - counted.filter(({ status }) => status === "pending").length + again.skipped,
  };
}

function endToEnd(): Outcome {
  const ok = run("playwright", "test", "-c", "e2e");
  const report = readReport("e2e.json");
  const stats = (report?.["stats"] ?? {}) as Record<string, unknown>; // Playwright's JSON report
  const onPackage = timeOn("packaged", (report ?? {}) as Suite); // the same report
  if (onPackage > 0) console.log(`The specs on the package took ${(onPackage / 1000).toFixed(0)} s.`);
  const failed = Number(stats["unexpected"] ?? 0);
  const unsteady = Number(stats["flaky"] ?? 0);
  if (unsteady > 0)
    console.log(`${unsteady} of the end-to-end tests passed only when they were tried again: see above.`);
  return {
    passed: Number(stats["expected"] ?? 0) + unsteady,
    failed: ok ? failed : Math.max(1, failed),
    skipped: Number(stats["skipped"] ?? 0),
  };
}

/** Packages the app from the Electron that is here, without a network, for the specs of the host `packaged`. */
function packaged(): Outcome {
  const why = process.platform === "linux" ? whyNoElectron() : "that is done on Linux only";
  const binary = electronBinary();
  if (why !== null || binary === null) {
    console.log(`\nThe app is not packaged, and its package not tested: ${why}.`);
    rmSync(join(root, "dist"), { recursive: true, force: true });
    return { passed: 0, failed: 0, skipped: 1 };
  }
  process.env["ELECTRON_OVERRIDE_DIST_PATH"] ??= dirname(binary);
  const before = performance.now();
  const outcome = check(run("node", "scripts/package.ts"));
  console.log(`The app was packaged in ${((performance.now() - before) / 1000).toFixed(0)} s.`);
  return outcome;
}

/** What Playwright's report holds of this: suites in suites, and in them tests by project with their runs. */
interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly tests: readonly {
      readonly projectName: string;
      readonly results: readonly { readonly duration: number }[];
    }[];
  }[];
}

/** Milliseconds that the tests of a host took. */
function timeOn(host: string, { suites = [], specs = [] }: Suite): number {
  const own = specs
    .flatMap(({ tests }) => tests.filter(({ projectName }) => projectName === host))
    .flatMap((test) => test.results.map(({ duration }) => duration));
  return [...own, ...suites.map((suite) => timeOn(host, suite))].reduce((total, time) => total + time, 0);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const outcomes = [
  check(run("biome", "check", ".")),
  check(run("tsc", "-b")),
  check(run("electron-vite", "build", "--logLevel", "warn")),
  check(run("node", "scripts/licences.ts", "--check")),
  units(),
  packaged(),
  endToEnd(),
];
const sum = (key: keyof Outcome) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed${skipped}`);
process.exit(sum("failed") > 0 ? 1 : 0);
