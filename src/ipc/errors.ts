/**
 * Errors that reach the user. Each says what happened to which file and what to do; the code is for programs.
 * Crosses process borders as plain data: see `toErrorData` and `fromErrorData`. Must not load schemas: the window
 * needs it before its first paint.
 */

export const ERROR_CODES = [
  "bad-arguments",
  "no-project",
  "file-not-found",
  "file-unreadable",
  "file-is-folder",
  "file-empty",
  "file-too-large",
  "file-not-text",
  "file-unsupported",
  "file-damaged",
  "file-too-complex",
  "password-needed",
  "password-wrong",
  "reader-failed",
  "cancelled",
  "not-a-brief",
  "brief-newer",
  "brief-damaged",
  "brief-in-use",
  "brief-read-only",
  "brief-moved",
  "write-failed",
  "not-found",
  "quote-not-found",
  "quote-ambiguous",
  "review-failed",
  "engine-stopped",
  "network-denied",
  "unexpected",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface ErrorData {
  readonly code: ErrorCode;
  readonly message: string;
}

/** An error whose message is fit to be shown to the user as it is. */
export class AttacheError extends Error {
  override readonly name = "AttacheError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Plain data of any error. What we did not foresee keeps its message behind words that say so, but for the folders that
 * the system names: who reads it may be a window, which learns no path.
 */
export function toErrorData(error: unknown): ErrorData {
  if (error instanceof AttacheError) return { code: error.code, message: error.message };
  const detail = withoutFolders(error instanceof Error ? error.message : String(error), error);
  return { code: "unexpected", message: `Something went wrong that Attaché did not foresee: ${detail}` };
}

/** Node says in `path` and `dest` which files an error is of: they keep their names. */
function withoutFolders(message: string, error: unknown): string {
  if (typeof error !== "object" || error === null) return message;
  return ["path", "dest"].reduce((text, key) => {
    const path: unknown = Reflect.get(error, key);
    return typeof path === "string" && path !== "" ? text.replaceAll(path, path.replace(/^.*[\\/](?=.)/su, "")) : text;
  }, message);
}

export function fromErrorData(data: ErrorData): AttacheError {
  return new AttacheError(data.code, data.message);
}
