/**
 * Where each project was exported to last, to be offered again: kept in the app's own folder, by project. A convenience:
 * a broken list is started anew, and one that cannot be written stays as it was.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { app } from "electron";
import { z } from "zod";

const MOST = 200;
const fileSchema = z.array(z.object({ projectId: z.string(), path: z.string() }));
type Places = z.infer<typeof fileSchema>;

function listPath(): string {
  return join(app.getPath("userData"), "export-places.json");
}

function read(): Places {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(listPath(), "utf8")));
  } catch {
    return [];
  }
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
  const places = [{ projectId, path }, ...read().filter((place) => place.projectId !== projectId)];
  try {
    mkdirSync(dirname(listPath()), { recursive: true });
    const partial = `${listPath()}.partial`;
    writeFileSync(partial, JSON.stringify(places.slice(0, MOST), null, 2));
    renameSync(partial, listPath());
  } catch (error) {
    console.error("The place of the document could not be remembered:", error);
  }
}
