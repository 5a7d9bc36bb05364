/** Writes the SHA-256 of files as `sha256sum --check` reads them. */
import { createHash } from "node:crypto";
import { createReadStream, lstatSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";

/** The SHA-256 of a file, in hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** Writes to `list` the sums of `paths`, named as they are seen from `folder`. Links are left out: they have no bytes. */
export async function writeChecksums(list: string, folder: string, paths: readonly string[]): Promise<void> {
  const lines: string[] = [];
  for (const path of [...paths].sort()) {
    if (lstatSync(path).isFile()) lines.push(`${await sha256Of(path)}  ${relative(folder, path).split(sep).join("/")}`);
  }
  writeFileSync(list, `${lines.join("\n")}\n`);
}

/** Writes the sums of all files in a folder. */
export async function writeFolderChecksums(list: string, folder: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  await writeChecksums(
    list,
    folder,
    names.map((name) => join(folder, name)),
  );
}
