/**
 * The commands of `attache`: every engine operation from the command line. A thin client: parses words, calls the engine, prints.
 * Exit 0, or 1 with one line on standard error.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Command, CommanderError, Option } from "commander";
import { numberCitations } from "../core/brief/citation-numbers.ts";
import { HEADER_KEYS } from "../core/brief/document.ts";
import { keptExcerpts } from "../core/excerpt/excerpt.ts";
import { isInForce } from "../core/source/source.ts";
import type { Engine } from "../engine/engine.ts";
import { whyReadOnly } from "../ipc/access-words.ts";
import type { EngineMethod, ParamsOf, ResultOf } from "../ipc/engine-contract.ts";
import { AttacheError, toErrorData } from "../ipc/errors.ts";
import type { EngineEvent } from "../ipc/events.ts";
import { recoveryWords } from "../ipc/recovery.ts";
import { whatWasUpgraded } from "../ipc/upgrade-words.ts";
import type { Client } from "./client.ts";
import { type ExportArguments, exportOptions } from "./export-arguments.ts";
import { excerptFields, importFields, replacementFields, searchFields, sourceFields } from "./fields.ts";
import { parseHeader } from "./header-arguments.ts";
import { addHistoryCommands } from "./history-commands.ts";
import { pathOf } from "./path-argument.ts";
import {
  count,
  printExcerpts,
  printFound,
  printImports,
  printInfo,
  printReplacement,
  printSources,
  printText,
} from "./print.ts";
import { printBrief } from "./print-brief.ts";
import { addRemovalCommands } from "./removal-commands.ts";
import { addReviewCommands } from "./review-commands.ts";

/** package.json beside out/: the version has one home. */
function version(): string {
  const file: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return typeof file === "object" && file !== null && "version" in file ? String(file.version) : "unknown";
}

function clientOf(engine: Engine): Client {
  return {
    // The engine answers by the same contract that types this call.
    call: async <M extends EngineMethod>(method: M, params: ParamsOf<M>) =>
      (await engine.dispatch(method, params)) as ResultOf<M>,
  };
}

/** The engine is loaded when a project is asked for. */
async function createClient(
  emit: (event: EngineEvent) => void = () => undefined,
): Promise<{ engine: Engine; client: Client }> {
  const { createEngine } = await import("../engine/engine.ts");
  const engine = createEngine({
    readerWorkerUrl: new URL("./reader-worker.js", import.meta.url),
    reviewWorkerUrl: new URL("./review-worker.js", import.meta.url),
    appVersion: version(),
    now: () => new Date().toISOString(),
    emit,
  });
  return { engine, client: clientOf(engine) };
}

async function withProject<T>(
  file: string,
  work: (client: Client) => Promise<T>,
  emit?: (event: EngineEvent) => void,
): Promise<T> {
  const { engine, client } = await createClient(emit);
  try {
    const { upgrade } = await client.call("openProject", { path: pathOf(file) });
    if (upgrade !== null) process.stderr.write(`attache: ${whatWasUpgraded(upgrade, basename(file))}\n`);
    return await work(client);
  } finally {
    engine.close();
  }
}

function print(json: boolean | undefined, value: unknown, words: () => string): void {
  process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${words()}\n`);
}

/** What was wrong with the words of the command. Without any, the parser has only its help to say. */
function wordsOf({ code, message }: CommanderError): string {
  return code === "commander.help" ? "Name a command; “attache help” lists them." : message.replace(/^error: /, "");
}

interface Options {
  readonly json?: boolean;
}

const program = new Command("attache")
  .description("Briefing notes whose every line can be traced to its source")
  .version(version());
program.exitOverride().configureOutput({ writeErr: () => undefined });

function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option("--json", "print JSON, for programs")
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
}

command("new <file>", "make a project")
  .option("--template <id>", "the template to use")
  .option("--title <title>", "the title of the brief")
  .action(async (file: string, options: Options & { template?: string; title?: string }) => {
    const { engine, client } = await createClient();
    try {
      const path = pathOf(file);
      const info = await client.call("createProject", { path, templateId: options.template, title: options.title });
      print(options.json, info, () => `Made ${path}`);
    } finally {
      engine.close();
    }
  });

command("recover <file> <new>", "make a new project of what can be read of a damaged one").action(
  async (file: string, to: string, options: Options) => {
    const { engine, client } = await createClient();
    try {
      const report = await client.call("recoverProject", { path: pathOf(file), to: pathOf(to) });
      print(options.json, report, () => recoveryWords(report));
    } finally {
      engine.close();
    }
  },
);

command("info <file>", "counts and versions of a project").action((file: string, options: Options) =>
  withProject(file, async (client) => {
    const { info: described, brief, sources, excerpts, template } = await client.call("getProject", {});
    // Said already.
    const { upgrade: _upgrade, ...info } = described;
    const kept = keptExcerpts(excerpts, sources);
    const value = {
      ...info,
      title: brief.title,
      template: template.id,
      briefVersion: brief.version,
      sources: sources.filter(isInForce).length,
      excerpts: kept.length,
      citations: numberCitations(brief).length,
    };
    const access = info.access.kind === "write" ? "write" : whyReadOnly(info.access, "it");
    print(options.json, value, () => printInfo({ ...value, access }));
  }),
);

command("import <file> <paths...>", "import files, and those in folders, as sources").action(
  (file: string, paths: string[], options: Options) =>
    withProject(file, async (client) => {
      const results = await client.call("importFiles", { paths: paths.map((path) => pathOf(path)) });
      // A file is named as it was given; one in a folder, or one that came with a mail, was not given by itself.
      const given = new Map(paths.map((path) => [pathOf(path), path]));
      const value = results.map((result) => importFields(result, given.get(result.path) ?? result.path));
      print(options.json, value, () => printImports(results));
      const failed = results.filter((result) => result.status === "failed" && result.attachedTo === null);
      if (failed.length > 0) {
        throw new AttacheError(
          "reader-failed",
          failed.map((result) => result.error?.message ?? result.fileName).join(" "),
        );
      }
    }),
);

command("sources <file>", "list the sources").action((file: string, options: Options) =>
  withProject(file, async (client) => {
    const { sources } = await client.call("getProject", {});
    const listed = sources.filter(isInForce);
    print(options.json, listed.map(sourceFields), () => printSources(listed));
  }),
);

command("text <file> <source>", "print the text of a source").action((file: string, source: string, options: Options) =>
  withProject(file, async (client) => {
    const blocks = await client.call("getSourceText", { sourceId: source });
    print(options.json, blocks, () => printText(blocks));
  }),
);

command("read <path>", "print the text of a file, without a project").action(async (path: string, options: Options) => {
  const { readText } = await import("./read-text.ts");
  const blocks = await readText(pathOf(path));
  print(options.json, blocks, () => blocks.map(({ text }) => text).join("\n"));
});

command("search <file> <query>", "find words in the sources")
  .option("--source <id>", "in this source only")
  .action((file: string, query: string, options: Options & { source?: string }) =>
    withProject(file, async (client) => {
      const result = await client.call("search", { query, sourceId: options.source });
      if (result.problem !== null) throw new AttacheError("bad-arguments", result.problem);
      const { sources } = await client.call("getProject", {});
      const value = searchFields(result, sources);
      print(options.json, value, () => printFound(value));
    }),
  );

command("excerpt <file>", "keep a passage as an excerpt")
  .requiredOption("--source <id>", "the source that holds it")
  .requiredOption("--quote <text>", "its words, exactly")
  .option("--section <id>", "the section to file it under")
  .addOption(new Option("--occurrence <n>", "which one, where the words occur several times").argParser(Number))
  .action((file: string, options: Options & { source: string; quote: string; section?: string; occurrence?: number }) =>
    withProject(file, async (client) => {
      const value = await client.call("addExcerptByQuote", {
        sourceId: options.source,
        quote: options.quote,
        occurrence: options.occurrence,
        sectionId: options.section ?? null,
      });
      print(options.json, value, () => `${value.id} ${value.state}`);
    }),
  );

command("excerpts <file>", "list the excerpts").action((file: string, options: Options) =>
  withProject(file, async (client) => {
    const { sources, excerpts, brief } = await client.call("getProject", {});
    const kept = keptExcerpts(excerpts, sources);
    const value = kept.map((excerpt) => excerptFields(excerpt, brief));
    print(options.json, value, () => printExcerpts(kept));
  }),
);

command("add <file>", "append a paragraph to a section")
  .requiredOption("--section <id>", "the section")
  .requiredOption("--text <text>", "the paragraph")
  .option("--cite <excerpt...>", "the excerpts that it cites, in order", [])
  .action((file: string, options: Options & { section: string; text: string; cite: string[] }) =>
    withProject(file, async (client) => {
      const { section: sectionId, text, cite: excerptIds } = options;
      await client.call("appendParagraph", { sectionId, text, excerptIds });
      print(options.json, { sectionId, citations: excerptIds.length }, () => `Added to ${sectionId}`);
    }),
  );

command("header <file> <fields...>", `set fields of the header, as KEY=VALUE: ${HEADER_KEYS.join(", ")}`).action(
  (file: string, fields: string[], options: Options) =>
    withProject(file, async (client) => {
      await client.call("setHeader", { header: parseHeader(fields) });
      const { brief } = await client.call("getProject", {});
      print(options.json, brief.header, () => `Set ${count(fields.length, "field")}`);
    }),
);

command("show <file>", "print the brief: its marking, header, recommendations and text").action(
  (file: string, options: Options) =>
    withProject(file, async (client) => {
      const { brief, template } = await client.call("getProject", {});
      print(options.json, brief, () => printBrief(brief, template));
    }),
);

command("export <file> <document>", "write the brief as a Word document")
  .option("--style <style>", "the citation style: its id, or a .csl file, which is then kept in the project")
  .addOption(new Option("--notes <place>", "where the notes of a note style stand").choices(["footnotes", "endnotes"]))
  .option("--word-sources", "citations in the text as Word's own sources and fields")
  .option("--no-sources", "without the annex of sources")
  .option("--evidence", "with the annex of evidence")
  .option("--traceability", "with the annex that says what each statement rests on")
  .option("--house <document>", "a .docx or .dotx whose styles and page are used, which is then kept in the project")
  .action((file: string, document: string, given: Options & ExportArguments) =>
    withProject(file, async (client) => {
      const options = await exportOptions(client, given);
      const value = await client.call("exportDocx", { path: pathOf(document), options });
      print(given.json, value, () => `Wrote ${value.path} (${value.sizeBytes} bytes)`);
    }),
  );

command("house-sample <document>", "write a Word document to make a house document of").action(
  async (document: string, options: Options) => {
    const { engine, client } = await createClient();
    try {
      const value = await client.call("writeHouseSample", { path: pathOf(document) });
      print(options.json, value, () => `Wrote ${value.path} (${value.sizeBytes} bytes)`);
    } finally {
      engine.close();
    }
  },
);

command("replace <file> <path>", "put a newer version in the place of a source")
  .requiredOption("--source <id>", "the source that it replaces")
  .action((file: string, path: string, options: Options & { source: string }) =>
    withProject(file, async (client) => {
      const replacement = await client.call("replaceSource", { sourceId: options.source, path: pathOf(path) });
      const value = replacementFields(replacement, path);
      print(options.json, value, () => printReplacement(value));
    }),
  );

addHistoryCommands({ command, withProject, print });

addRemovalCommands({ command, withProject, print });

addReviewCommands({ command, withProject, print });

command("verify <file>", "check the file, the original bytes and every excerpt").action(
  (file: string, options: Options) =>
    withProject(file, async (client) => {
      const value = await client.call("verify", {});
      print(options.json, value, () =>
        value.problems.length > 0
          ? value.problems.join("\n")
          : `Sound: ${count(value.sources, "source")}, ${count(value.excerpts, "excerpt")}, ${count(value.citations, "citation")}`,
      );
      if (value.problems.length > 0) throw new AttacheError("brief-damaged", value.problems.join(" "));
    }),
);

try {
  await program.parseAsync();
} catch (error) {
  const shown = error instanceof CommanderError ? error.exitCode === 0 : false;
  if (!shown) {
    const message = error instanceof CommanderError ? wordsOf(error) : toErrorData(error).message;
    process.stderr.write(`attache: ${message.replace(/\s*\n\s*/g, " ")}\n`);
    process.exitCode = 1;
  }
}
