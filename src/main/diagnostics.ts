/**
 * What somebody who helps needs to know of this machine and this window, as text that the user reads before it goes
 * anywhere. Holds sizes, counts and versions; no name, path or word of the user's. Sends nothing.
 */
import { arch, cpus, freemem, release, totalmem, type } from "node:os";
import { app, type BrowserWindow, nativeTheme, screen } from "electron";
import type { Project } from "../ipc/engine-contract.ts";
import { lastLogLines } from "./log.ts";

const LOG_LINES = 80;

/** `project` is null where none is open, "silent" where its engine does not answer. */
export function diagnostics(window: BrowserWindow, project: Project | "silent" | null): string {
  return [
    `Attaché ${app.getVersion()} ${app.isPackaged ? "(installed)" : "(not installed)"}`,
    `Electron ${process.versions["electron"]}, Chromium ${process.versions["chrome"]}, Node ${process.versions.node}`,
    `System: ${type()} ${release()}, ${arch()}, ${cpus().length} processors`,
    `Memory: ${megabytes(freemem())} free of ${megabytes(totalmem())}`,
    `Screen: ${screenOf(window)}; ${nativeTheme.shouldUseDarkColors ? "dark" : "light"}`,
    `Time: ${new Date().toISOString()}, up for ${Math.round(process.uptime() / 60)} minutes`,
    "",
    ...linesOf(project),
    "",
    `Last lines of the log (at most ${LOG_LINES}):`,
    ...lastLogLines(LOG_LINES),
  ].join("\n");
}

function linesOf(project: Project | "silent" | null): string[] {
  if (project === null) return ["Project: none is open"];
  if (project === "silent") return ["Project: open, but the part of Attaché that reads it does not answer"];
  const { info, brief, sources, excerpts } = project;
  const inForce = sources.filter(({ removedAt, versionOf }) => removedAt === null && versionOf === null);
  const formats = Map.groupBy(inForce, ({ format }) => format);
  const kept = excerpts.filter(({ removedAt }) => removedAt === null);
  const states = Map.groupBy(kept, ({ state }) => state);
  return [
    `Project: ${megabytes(info.sizeBytes)}, format ${info.schemaVersion}, open for ${info.access.kind === "write" ? "writing" : "reading"}`,
    `Sources: ${inForce.length} in use${counts(formats)}, ${sources.length} stored; the longest has ${Math.max(0, ...inForce.map(({ characterCount }) => characterCount))} characters`,
    `Excerpts: ${kept.length} in use${counts(states)}, ${excerpts.length} stored`,
    `Brief: ${brief.sections.length} sections, ${brief.sections.reduce((sum, { children }) => sum + children.length, 0)} blocks`,
  ];
}

function counts(groups: ReadonlyMap<string, readonly unknown[]>): string {
  const words = [...groups].map(([name, group]) => `${name} ${group.length}`);
  return words.length === 0 ? "" : ` (${words.join(", ")})`;
}

function screenOf(window: BrowserWindow): string {
  const { workArea, scaleFactor } = screen.getDisplayMatching(window.getBounds());
  const { width, height } = window.getBounds();
  return `${workArea.width} × ${workArea.height} at ${scaleFactor * 100} %, window ${width} × ${height}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
