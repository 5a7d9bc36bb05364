/** The error of a citation style that cannot be used, in words for the user. */
import { AttacheError } from "../../ipc/errors.ts";

/** `name` is what the user knows the style by; what went wrong in it is told as the processor said it. */
export function unusableStyle(name: string, cause: unknown): AttacheError {
  const detail = (cause instanceof Error ? cause.message : String(cause)).replace(/\s+/g, " ").trim().slice(0, 200);
  return new AttacheError(
    "file-damaged",
    `The citation style “${name}” cannot be used: ${detail}. Choose another one, or get a newer copy of it.`,
    { cause },
  );
}
