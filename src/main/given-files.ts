/**
 * Which projects the system asks for when it starts the app: by a double click, "Open with" or a command line. Only reads
 * what is named; opens nothing.
 */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The paths of the projects on a command line, each once, in their order. Windows names them by paths; Linux desktops may
 * name them by file: addresses (the %U of https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html).
 */
export function givenFiles(commandLine: readonly string[], workingFolder: string): string[] {
  const files = commandLine
    .slice(1)
    .filter((argument) => !argument.startsWith("-"))
    .flatMap((argument) => pathOf(argument, workingFolder) ?? [])
    .filter((path) => path.toLowerCase().endsWith(".brief"));
  return [...new Set(files)];
}

function pathOf(argument: string, workingFolder: string): string | null {
  if (!/^file:/i.test(argument)) return resolve(workingFolder, argument);
  try {
    const path = fileURLToPath(argument);
    return path.includes("\0") ? null : path;
  } catch {
    // Of another machine, or no address at all: nothing that could be opened.
    return null;
  }
}
