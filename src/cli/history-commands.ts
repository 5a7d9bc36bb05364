/** The commands of `attache` for the history of a brief. */
import { type Command, Option } from "commander";
import { changeInWords } from "../core/brief/history-words.ts";
import type { EngineEvent } from "../ipc/events.ts";
import type { Client } from "./client.ts";
import { printComparison, printHistory } from "./print-history.ts";

/** What a command is made with: see program.ts. */
export interface CommandTools {
  readonly command: (name: string, description: string) => Command;
  readonly withProject: <T>(
    file: string,
    work: (client: Client) => Promise<T>,
    emit?: (event: EngineEvent) => void,
  ) => Promise<T>;
  readonly print: (json: boolean | undefined, value: unknown, words: () => string) => void;
}

interface Options {
  readonly json?: boolean;
}

export function addHistoryCommands({ command, withProject, print }: CommandTools): void {
  command("history <file>", "list the earlier versions of the brief, or show what changed since one")
    .option("--show <version>", "show what changed since this version")
    .addOption(new Option("--with <other>", "what to compare it with").choices(["now", "before"]).default("now"))
    .action((file: string, options: Options & { show?: string; with: "now" | "before" }) =>
      withProject(file, async (client) => {
        if (options.show === undefined) {
          const value = await client.call("listSnapshots", {});
          print(options.json, value, () => printHistory(value));
          return;
        }
        const value = await client.call("compareSnapshot", { snapshotId: options.show, with: options.with });
        const { template } = await client.call("getProject", {});
        print(options.json, value, () => printComparison(value, template));
      }),
    );

  command("restore <file> <version>", "make the brief as it was in an earlier version").action(
    (file: string, version: string, options: Options) =>
      withProject(file, async (client) => {
        const { difference } = await client.call("compareSnapshot", { snapshotId: version, with: "now" });
        const { brief, beforeId } = await client.call("restoreSnapshot", { snapshotId: version });
        print(options.json, { restored: version, beforeId, brief }, () => {
          const undone = { wordsAdded: difference.wordsRemoved, wordsRemoved: difference.wordsAdded };
          return `Restored ${version}: ${changeInWords(undone)}. The brief as it was before: ${beforeId}`;
        });
      }),
  );

  command("name <file> <name>", "name the brief as it is now, or an earlier version, to keep it for good")
    .option("--version-id <version>", "the earlier version")
    .action((file: string, name: string, options: Options & { versionId?: string }) =>
      withProject(file, async (client) => {
        const value = await client.call("nameSnapshot", { snapshotId: options.versionId ?? null, name });
        print(options.json, value, () => `Named ${value.id} “${value.name}”`);
      }),
    );
}
