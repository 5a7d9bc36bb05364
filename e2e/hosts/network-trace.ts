/**
 * Watches what the app and every process that it starts ask of the system's network, with strace where there is one:
 * which sockets they make, whom they connect to, where they send. Linux only.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const WATCHED = "socket,connect,sendto,sendmsg,sendmmsg";

/** Why nobody can be watched here; null where it works. */
export function whyNoTrace(): string | null {
  if (process.platform !== "linux") return "strace is Linux's";
  const tried = spawnSync("strace", ["-f", "--seccomp-bpf", "-yy", "-qq", "-e", `trace=${WATCHED}`, "true"]);
  return tried.status === 0 ? null : `strace cannot be used: ${tried.error?.message ?? String(tried.stderr)}`;
}

export interface NetworkTrace {
  /** The folder of a program that starts `binary` and all that comes of it under watch. */
  readonly folder: string;
  readonly program: string;
  /** All that was asked of the system since the start, a line each. Complete when the processes are gone. */
  read(): string[];
  close(): void;
}

export function startTrace(binary: string): NetworkTrace {
  const folder = mkdtempSync(join(tmpdir(), "attache-trace-"));
  const program = join(folder, basename(binary));
  const watch = `strace -f --seccomp-bpf -yy -qq -e trace=${WATCHED} -o '${folder}/calls.'$$`;
  writeFileSync(program, `#!/bin/sh\nexec ${watch} -- '${binary}' "$@"\n`, { mode: 0o755 });
  return {
    folder,
    program,
    read: () =>
      readdirSync(folder)
        .filter((name) => name.startsWith("calls."))
        // In the order of their starts, so that what came since then is at the end.
        .sort((a, b) => statSync(join(folder, a)).birthtimeMs - statSync(join(folder, b)).birthtimeMs)
        .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
        .filter((line) => /^\d+\s+(?:socket|connect|send\w+)\(/u.test(line)),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Those that connect to, or send to, an address of the internet. */
export function outgoing(calls: readonly string[]): string[] {
  return calls.filter((line) => /\b(?:connect|send\w+)\(/u.test(line) && /sa_family=AF_INET6?\b/u.test(line));
}

/** A datagram socket that is only given an address: the system answers by which way it would go, and nothing is sent. */
export function isRouteLookup(call: string): boolean {
  return /\bconnect\(\d+<UDP/u.test(call);
}

/** Kinds of sockets that were made: AF_UNIX and the like. */
export function socketKinds(calls: readonly string[]): string[] {
  const kinds = calls.map((line) => /\bsocket\((\w+)/u.exec(line)?.[1]).filter((kind) => kind !== undefined);
  return [...new Set(kinds)].sort();
}

/** What the Unix sockets were connected to, without what changes from run to run. */
export function unixPeers(calls: readonly string[]): string[] {
  const peers = calls.map((line) => /\bconnect\(.*sa_family=AF_UNIX, sun_path=@?"([^"]*)"/u.exec(line)?.[1]);
  return [...new Set(peers.filter((peer) => peer !== undefined))].sort();
}
