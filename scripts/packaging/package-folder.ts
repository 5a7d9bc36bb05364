/** Where an npm package begins: tells its folder from the path of one of its files. */
import { sep } from "node:path";

const MARK = "node_modules/";

/** The folder of the package that a module lies in, without a slash at its end; null for what is no package's. */
export function packageFolderOf(modulePath: string): string | null {
  const path = modulePath.replaceAll(sep, "/").replace(/^\0+/, "").replace(/\?.*$/, "");
  const at = path.lastIndexOf(MARK);
  if (at < 0) return null;
  const [first = "", second = ""] = path.slice(at + MARK.length).split("/");
  return path.slice(0, at + MARK.length) + (first.startsWith("@") ? `${first}/${second}` : first);
}
