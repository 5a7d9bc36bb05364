/**
 * The log: what the app did and what went wrong, in a file on this machine that is never sent anywhere. Must never hold a
 * word of a source or a brief, a title, a name or a path of the user's: it takes codes, numbers and places in our own
 * code, and what else it is given it leaves out. A log that cannot be written bothers nobody.
 */
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { AttacheError, ERROR_CODES } from "../ipc/errors.ts";

/** A line's details. Of texts only names of our own making are written: codes, methods, versions. */
export type Details = Readonly<Record<string, string | number | boolean | null>>;

const FILE = "attache.log";
const LARGEST_BYTES = 1024 * 1024;
/** The file in use is one of them. */
const FILES_KEPT = 3;
const MOST_FRAMES = 12;
/** What a text may be to be written: no spaces, slashes or letters beyond ASCII, and not long. */
const CODE = /^[\w.+-]{1,40}$/u;
/** Our built code, by its folder and file; what stands before it is a path of the user's. */
const FRAME =
  /^\s+at .*?[/\\](?:out|src)[/\\]((?:main|preload|renderer|engine|core|ipc|node)[/\\](?:[\w-]+[/\\])*[\w-]+\.(?:js|cjs|mjs|ts|tsx):\d+:\d+)\)?$/u;
const ERROR_NAMES =
  /^(?:Uncaught )?(AttacheError|(?:Eval|Range|Reference|Syntax|Type|URI|Aggregate)?Error|DOMException)\b/u;

let folder: string | null = null;
let sizeBytes = 0;

/** Begins to write into that folder. Before that, nothing is written. */
export function startLog(intoFolder: string): void {
  folder = intoFolder;
  sizeBytes = 0;
  try {
    mkdirSync(folder, { recursive: true });
    sizeBytes = statSync(join(folder, FILE), { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    // As below: every line is tried for itself.
  }
}

/** Writes a line: when, what, and its details. */
export function log(event: string, details: Details = {}): void {
  const words = Object.entries(details).map(([name, value]) => `${plain(name)}=${plain(value)}`);
  append(`${[new Date().toISOString(), plain(event), ...words].join(" ")}\n`);
}

/** Writes that something failed: the kind of the error, its code, and where in our code. Never its message. */
export function logError(event: string, error: unknown, details: Details = {}): void {
  log(event, { ...details, error: kindOf(error), code: codeOf(error) });
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const message = error instanceof Error ? error.message : "";
  // A message may hold lines that look like frames.
  logFrames(stack.slice(stack.indexOf(message) + message.length));
}

/** Writes what can be told of what a process of ours printed: how much it was, which errors, and where in our code. */
export function logPrinted(process: string, text: string): void {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) return;
  const name = lines.map((line) => ERROR_NAMES.exec(line)?.[1]).find((found) => found !== undefined);
  log("printed", { process, lines: lines.length, ...(name === undefined ? {} : { error: name }) });
  logFrames(text);
}

/** The last lines, the newest last. */
export function lastLogLines(count: number): string[] {
  if (folder === null) return [];
  try {
    return readFileSync(join(folder, FILE), "utf8").trimEnd().split("\n").slice(-count);
  } catch {
    return [];
  }
}

function logFrames(stack: string): void {
  const frames = stack.split("\n").flatMap((line) => FRAME.exec(line)?.[1] ?? []);
  for (const frame of frames.slice(0, MOST_FRAMES)) append(`    at ${frame.replaceAll("\\", "/")}\n`);
}

function append(line: string): void {
  if (folder === null) return;
  try {
    if (sizeBytes + line.length > LARGEST_BYTES) rotate(folder);
    appendFileSync(join(folder, FILE), line);
    sizeBytes += line.length;
  } catch {
    // The work goes on without its log.
  }
}

function plain(value: Details[string]): string {
  if (typeof value !== "string") return String(value);
  return CODE.test(value) ? value : "<text>";
}

function kindOf(error: unknown): string {
  return error instanceof Error && ERROR_NAMES.test(error.name) ? error.name : "Error";
}

/** The code of an error of ours or of the system's ("ENOSPC"); null where it has none of that form. */
function codeOf(error: unknown): string | null {
  if (error instanceof AttacheError) return error.code;
  const code: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
  if (typeof code !== "string") return null;
  return /^[A-Z][A-Z0-9_]{1,40}$/u.test(code) || ERROR_CODES.some((known) => known === code) ? code : null;
}

/** attache.log becomes attache.1.log, that becomes attache.2.log, and what was that is gone. */
function rotate(inFolder: string): void {
  for (let number = FILES_KEPT - 1; number >= 1; number -= 1) {
    const from = number === 1 ? FILE : `attache.${number - 1}.log`;
    try {
      renameSync(join(inFolder, from), join(inFolder, `attache.${number}.log`));
    } catch {
      // There are not yet as many.
    }
  }
  sizeBytes = statSync(join(inFolder, FILE), { throwIfNoEntry: false })?.size ?? 0;
}
