/** What lies in the folders of a project beside it: documents that must be whole, and what a kill leaves behind. */
import { existsSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";

const DAYS = 3;

/** What is wrong with the Word documents in a folder, in words. */
export function brokenDocuments(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".docx"))
    .flatMap((name) => {
      try {
        return "word/document.xml" in unzipSync(readFileSync(join(folder, name))) ? [] : [`${name} has no text`];
      } catch (error) {
        return [`${name} is half written: ${String(error)}`];
      }
    });
}

/** Makes everything in a folder as old as if it had lain there for days. */
export function age(folder: string): void {
  const longAgo = new Date(Date.now() - DAYS * 24 * 60 * 60_000);
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), longAgo, longAgo);
}

/** The names of what is neither a project nor a document. */
export function leftOver(folder: string): string[] {
  return readdirSync(folder).filter((name) => !/\.(?:brief|docx)$/u.test(name) && !isLockOfNothing(folder, name));
}

/** The lock of a copy that never came to be: harmless, and taken by the next who saves there. */
function isLockOfNothing(folder: string, name: string): boolean {
  const [, project] = /^\.(.*\.brief)\.lock$/u.exec(name) ?? [];
  return project !== undefined && !existsSync(join(folder, project));
}
