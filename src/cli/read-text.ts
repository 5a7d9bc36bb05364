/**
 * The text of a file without a project: what Attaché would read of it. In this process, without the reader thread and
 * without finding details, so that it starts and ends as quickly as a tool that does nothing else.
 */
import { basename } from "node:path";
import type { Block } from "../core/source/block.ts";
import { readFileBytes } from "../engine/operations/read-file.ts";
import { readSource } from "../engine/readers/read-source.ts";

/** Throws AttacheError as an import would. */
export async function readText(path: string): Promise<Block[]> {
  // Libraries forget promises of broken files now and then; whatever matters is awaited.
  process.on("unhandledRejection", () => undefined);
  const request = {
    fileName: basename(path),
    bytes: await readFileBytes(path),
    encoding: null,
    importedOn: "",
    password: null,
    extraction: null,
    textOnly: true,
  } as const;
  return (await readSource(request, () => undefined)).blocks;
}
