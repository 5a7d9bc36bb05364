/**
 * Reads a file from disk for import, and says in words why it cannot be read.
 */
import { type FileHandle, open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { AttacheError } from "../../ipc/errors.ts";
import { errorCode } from "../project/project-errors.ts";
import { isLockPath } from "../project/project-lock.ts";
import { fileTooLarge, MAX_FILE_BYTES } from "../readers/size-limit.ts";

/**
 * The bytes of a file. Throws AttacheError, naming the file, for a folder, a missing, forbidden or overlong file, and
 * for one that another program is writing at the time.
 */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  const name = basename(path);
  try {
    // Before it is opened: opening a pipe would wait for ever.
    const file = await stat(path);
    if (file.isDirectory())
      throw new AttacheError("file-is-folder", `${name} is a folder. Choose the files in it instead.`);
    if (!file.isFile())
      throw new AttacheError("file-unreadable", `${name} is not an ordinary file and cannot be imported.`);
    if (isLockPath(path)) {
      throw new AttacheError("file-unsupported", `${name} only says who has a project open. There is nothing in it.`);
    }
    const handle = await open(path, "r");
    try {
      return await readWhole(handle, name);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw explain(error, name);
  }
}

/** Reads what the file has now, not what it grows to: half of a download would be kept as if it were all. */
async function readWhole(handle: FileHandle, name: string): Promise<Uint8Array> {
  const before = await handle.stat();
  if (before.size > MAX_FILE_BYTES) throw fileTooLarge(name, before.size);
  const bytes = new Uint8Array(before.size);
  let read = 0;
  while (read < bytes.length) {
    const { bytesRead } = await handle.read(bytes, read, bytes.length - read, read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  const after = await handle.stat();
  if (read !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    throw new AttacheError(
      "file-unreadable",
      `${name} is being written by another program. Wait until that has finished, then import it again.`,
    );
  }
  return bytes;
}

function explain(error: unknown, name: string): AttacheError {
  if (error instanceof AttacheError) return error;
  switch (errorCode(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return new AttacheError(
        "file-not-found",
        `${name} is no longer there. It may have been moved, renamed or deleted.`,
      );
    case "EACCES":
    case "EPERM":
      return new AttacheError(
        "file-unreadable",
        `You have no permission to read ${name}. Ask its owner, or copy it to a folder of yours.`,
      );
    case "EBUSY":
      return new AttacheError(
        "file-unreadable",
        `${name} is open in another program that lets nobody else read it. Close it there, then import it again.`,
      );
    default:
      return new AttacheError(
        "file-unreadable",
        `${name} could not be read from the disk. Try to copy it to another place first.`,
        { cause: error },
      );
  }
}
