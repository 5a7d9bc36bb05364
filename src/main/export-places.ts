/** Where each project was exported to last, to be offered again. */
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { readRemembered, writeRemembered } from "./remembered.ts";

const FILE = "export-places.json";
const MOST = 200;
const fileSchema = z.array(z.object({ projectId: z.string(), path: z.string() }));
type Places = z.infer<typeof fileSchema>;

function read(): Places {
  return readRemembered(FILE, fileSchema) ?? [];
}

/** The last document of a project, where its folder is still there; else null. */
export function lastExportOf(projectId: string): string | null {
  const path = read().find((place) => place.projectId === projectId)?.path;
  return path !== undefined && existsSync(dirname(path)) ? path : null;
}

/** The folder of the last document of any project. */
export function lastExportFolder(): string | null {
  const folder = read()
    .map(({ path }) => dirname(path))
    .find((candidate) => existsSync(candidate));
  return folder ?? null;
}

export function rememberExport(projectId: string, path: string): void {
  const others = read().filter((place) => place.projectId !== projectId);
  writeRemembered(FILE, [{ projectId, path }, ...others].slice(0, MOST));
}
