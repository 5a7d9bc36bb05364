/** The commands of `attache` for what is deleted, comes back, or is deleted for good. */
import { type RemovedItem, removedItemsOf } from "../core/source/removed-items.ts";
import { citedInWords, withExcerpts } from "../core/source/removed-words.ts";
import { sourceName } from "../core/source/source-name.ts";
import { AttacheError } from "../ipc/errors.ts";
import type { Client } from "./client.ts";
import type { CommandTools } from "./history-commands.ts";

interface Options {
  readonly json?: boolean;
}

export function addRemovalCommands({ command, withProject, print }: CommandTools): void {
  const setRemoved = (file: string, id: string, options: Options, removed: boolean) =>
    withProject(file, async (client) => {
      const name = await remove(client, id, removed);
      print(options.json, { id, removed }, () => `${removed ? "Deleted" : "Brought back"} ${name}`);
    });

  command("delete <file> <id>", "delete a source or an excerpt; it can be brought back for 30 days").action(
    (file: string, id: string, options: Options) => setRemoved(file, id, options, true),
  );

  command("removed <file>", "list the sources and excerpts that were deleted").action(
    (file: string, options: Options) =>
      withProject(file, async (client) => {
        const items = removedItemsOf(await client.call("getProject", {}));
        print(options.json, items.map(removedFields), () =>
          items.length === 0 ? "Nothing that was deleted is kept." : items.map(printRemoved).join("\n"),
        );
      }),
  );

  command("bring-back <file> <id>", "bring a source or an excerpt back that was deleted").action(
    (file: string, id: string, options: Options) => setRemoved(file, id, options, false),
  );

  command(
    "delete-for-good <file> <source>",
    "take a deleted source out of the file: its bytes, its text, its excerpts; this cannot be undone",
  ).action((file: string, sourceId: string, options: Options) =>
    withProject(file, async (client) => {
      const { sources } = await client.call("getProject", {});
      await client.call("deleteForGood", { sourceId });
      const source = sources.find(({ id }) => id === sourceId);
      print(options.json, { id: sourceId }, () => `Deleted for good: ${source ? sourceName(source) : sourceId}`);
    }),
  );
}

/** Deletes a source or an excerpt, or brings it back, and answers what it is called. */
async function remove(client: Client, id: string, removed: boolean): Promise<string> {
  const { sources, excerpts } = await client.call("getProject", {});
  const source = sources.find((each) => each.id === id && each.versionOf === null);
  if (source) {
    await client.call("removeSource", { sourceId: id, removed });
    return `“${sourceName(source)}”`;
  }
  const excerpt = excerpts.find((each) => each.id === id);
  if (!excerpt) throw new AttacheError("not-found", `There is no source and no excerpt ${id} in this project.`);
  const owner = sources.find((each) => each.id === excerpt.sourceId);
  if (!removed && owner && owner.removedAt !== null)
    throw new AttacheError("bad-arguments", `Its source is deleted too. Bring ${owner.id} back first.`);
  await client.call("editExcerpt", { excerptId: id, removed });
  return `“${excerpt.selectors.quote.exact}”`;
}

/** What `--json` prints of one. */
function removedFields(item: RemovedItem) {
  const { kind, removedAt, citations } = item;
  if (item.kind === "source") {
    const { id, fileName, metadata } = item.source;
    return { kind, id, fileName, title: metadata.title, removedAt, excerpts: item.excerptCount, citations };
  }
  const { id, sourceId, sectionId, selectors } = item.excerpt;
  return { kind, id, sourceId, sectionId, quote: selectors.quote.exact, removedAt, citations };
}

function printRemoved(item: RemovedItem): string {
  const what =
    item.kind === "source"
      ? [item.source.id, sourceName(item.source), withExcerpts(item.excerptCount)]
      : [item.excerpt.id, `“${item.excerpt.selectors.quote.exact}”`, `of ${sourceName(item.source)}`];
  return [...what, `deleted ${item.removedAt}`, citedInWords(item)].filter((part) => part !== "").join(" · ");
}
