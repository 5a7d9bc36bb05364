/** Whether two paths lead to one file, through links and in whatever case. Reads nothing of it. */
import { statSync } from "node:fs";

/** False where either leads nowhere. */
export function isSameFile(path: string, other: string): boolean {
  try {
    const [file, otherFile] = [statSync(path, { bigint: true }), statSync(other, { bigint: true })];
    return file.ino === otherFile.ino && file.dev === otherFile.dev;
  } catch {
    return false;
  }
}
