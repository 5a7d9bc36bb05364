/**
 * Adds to package-lock.json the optional packages of other platforms that the registry in reach does not hold.
 *
 * `npm install` leaves a package it cannot see out of the lock, and `npm ci` then refuses the lock as out of step.
 * Run it after a change of dependencies: node scripts/complete-lock.ts. It must not touch an entry that npm wrote.
 */
import { readFileSync, writeFileSync } from "node:fs";

interface LockEntry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dev?: boolean;
}

// npm's own file, of which only what is named above is read.
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, LockEntry | object> };
const PLATFORMS = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const PROCESSORS = ["arm64", "x64", "arm", "ia32", "riscv64", "s390x", "ppc64"];
let added = 0;

for (const [path, entry] of Object.entries(lock.packages)) {
  const { optionalDependencies = {}, dev } = entry as LockEntry;
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const place = `node_modules/${name}`;
    if (path === "" || lock.packages[place] || lock.packages[`${path}/${place}`]) continue;
    const words = (name.split("/").at(-1) ?? "").split("-");
    const os = PLATFORMS.find((platform) => words.includes(platform));
    const cpu = PROCESSORS.find((processor) => words.includes(processor));
    if (!os || !/^\d/.test(version)) continue;
    lock.packages[place] = {
      version,
      ...(cpu && { cpu: [cpu] }),
      ...(dev && { dev }),
      ...(words.includes("musl") && { libc: ["musl"] }),
      optional: true,
      os: [os],
    };
    added += 1;
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added`);
