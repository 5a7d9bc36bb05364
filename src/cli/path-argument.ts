/** A path as it was typed: relative to where the user is, which `npm run` otherwise hides behind the project's folder. */
import { resolve } from "node:path";

export function pathOf(typed: string): string {
  const folder = process.env["npm_lifecycle_event"] === "attache" ? process.env["INIT_CWD"] : undefined;
  return resolve(folder ?? process.cwd(), typed);
}
