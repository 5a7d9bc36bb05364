/**
 * Where Node keeps compiled code of the command line: the user's own cache folder, never the shared one for temporary
 * files, in which somebody else could lay code for this user to run.
 */
import { homedir } from "node:os";
import { join } from "node:path";

export function compiledCodeFolder(): string {
  return join(cacheFolder(), "attache", "compiled-code");
}

function cacheFolder(): string {
  const { LOCALAPPDATA: local, XDG_CACHE_HOME: xdg } = process.env;
  if (process.platform === "win32") return local ?? join(homedir(), "AppData", "Local");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  return xdg ?? join(homedir(), ".cache");
}
