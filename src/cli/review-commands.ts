/** The commands of `attache` for the review of a brief: what it finds, what is decided about that, grades, settings. */
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { Argument, Option } from "commander";
import { z } from "zod";
import { credibilityDigitSchema } from "../core/excerpt/credibility.ts";
import { decisionAnswerSchema } from "../core/review/decision.ts";
import { ANSWER_WORDS } from "../core/review/finding-titles.ts";
import { outletSchema } from "../core/review/origins/credit.ts";
import { likelihoodTableSchema } from "../core/review/review-settings.ts";
import { locatorLabel } from "../core/source/locator.ts";
import { reliabilityLetterSchema } from "../core/source/reliability.ts";
import { sourceName } from "../core/source/source-name.ts";
import { AttacheError } from "../ipc/errors.ts";
import type { Client } from "./client.ts";
import { placeWords } from "./finding-places.ts";
import type { CommandTools } from "./history-commands.ts";
import { pathOf } from "./path-argument.ts";
import { count } from "./print.ts";
import { printFindings } from "./print-findings.ts";
import { showReviewProgress } from "./review-progress.ts";

interface Options {
  readonly json?: boolean;
}

export function addReviewCommands(tools: CommandTools): void {
  addCheck(tools);
  addDecisions(tools);
  addGrades(tools);
  addSettings(tools);
}

function addCheck({ command, withProject, print }: CommandTools): void {
  command("check <file>", "review the brief against its sources; exits 0 also where something is found")
    .option("--all", "with what was decided about")
    .action((file: string, options: Options & { all?: boolean }) =>
      withProject(
        file,
        async (client) => {
          const report = await cancellable(client, () => client.call("getReview", {}));
          const project = await client.call("getProject", {});
          const details = report.findings.flatMap(({ detail }) =>
            detail.type === "difference" ? [detail.difference.a.place, detail.difference.b.place] : [],
          );
          const places = report.findings.flatMap((finding) => finding.places);
          const wordsOf = await placeWords(client, project, [...places, ...details]);
          const value = {
            ...report,
            findings: report.findings.map((finding) => ({
              ...finding,
              places: finding.places.map((place) => ({ ...place, words: wordsOf(place) })),
            })),
            statements: report.statements.map((statement) => ({
              ...statement,
              place: { ...statement.place, words: wordsOf(statement.place) },
            })),
          };
          print(options.json, value, () => printFindings(report.findings, wordsOf, options.all === true));
        },
        showReviewProgress,
      ),
    );

  command("also-in <file> <source>", "list the passages of a source that stand in others too").action(
    (file: string, sourceId: string, options: Options) =>
      withProject(
        file,
        async (client) => {
          const passages = await cancellable(client, () => client.call("getAlsoIn", { sourceId }));
          const { sources } = await client.call("getProject", {});
          const blocks = await client.call("getSourceText", { sourceId });
          const named = new Map(sources.map((source) => [source.id, sourceName(source)]));
          print(options.json, passages, () =>
            passages.length === 0
              ? "None of its passages stands in another source."
              : passages
                  .map(({ fromUtf16, toUtf16, others }) => {
                    const there = others.map((other) => `${named.get(other.sourceId)}, ${other.locator}`).join(" · ");
                    return `${locatorLabel(blocks, fromUtf16, toUtf16)}: also in ${there}`;
                  })
                  .join("\n"),
          );
        },
        showReviewProgress,
      ),
  );
}

/** Ctrl+C ends the waiting: the project is then closed as after any command. A second one ends at once. */
async function cancellable<T>(client: Client, work: () => Promise<T>): Promise<T> {
  const cancel = () => void client.call("cancelReview", {});
  process.once("SIGINT", cancel);
  try {
    return await work();
  } finally {
    process.off("SIGINT", cancel);
  }
}

function addDecisions({ command, withProject, print }: CommandTools): void {
  const decide = (file: string, key: string, given: string, options: Options & { reason?: string }) =>
    withProject(
      file,
      async (client) => {
        const answer = given === "none" ? null : decisionAnswerSchema.parse(given);
        const reason = options.reason ?? "";
        const { decision } = await cancellable(client, () => client.call("decideFinding", { key, answer, reason }));
        print(options.json, { decision }, () =>
          decision ? `${ANSWER_WORDS[decision.answer]}: ${decision.finding}` : `Taken back: ${key}`,
        );
      },
      showReviewProgress,
    );

  command("set-aside <file> <key>", "set a finding aside; the reason stays in the project")
    .requiredOption("--reason <text>", "why")
    .action((file: string, key: string, options: Options & { reason: string }) =>
      decide(file, key, "set-aside", options),
    );

  command("decide <file> <key>", "say what a finding comes to, or take back what was said")
    .addArgument(new Argument("<answer>", "the answer").choices([...decisionAnswerSchema.options, "none"]))
    .option("--reason <text>", "why")
    .action((file: string, key: string, answer: string, options: Options & { reason?: string }) =>
      decide(file, key, answer, options),
    );
}

function addGrades({ command, withProject, print }: CommandTools): void {
  command("grade <file> <value>", "grade a source (A to F), or an excerpt (1 to 6); “none” takes the grade away")
    .option("--source <id>", "the source")
    .option("--excerpt <id>", "the excerpt")
    .requiredOption("--reason <text>", "why")
    .action((file: string, value: string, options: Options & { source?: string; excerpt?: string; reason: string }) =>
      withProject(file, async (client) => {
        const { source: sourceId, excerpt: excerptId, reason } = options;
        if ((sourceId === undefined) === (excerptId === undefined))
          throw new AttacheError("bad-arguments", "Name what to grade: either --source ID or --excerpt ID.");
        if (sourceId !== undefined) {
          const letter = parseGrade(reliabilityLetterSchema, value.toUpperCase(), "A source is graded A to F");
          const { id, reliability } = await client.call("gradeSource", { sourceId, reliability: { letter, reason } });
          print(options.json, { id, reliability }, () => `${id}: ${letter ?? "not graded"}`);
        } else if (excerptId !== undefined) {
          const digit = parseGrade(credibilityDigitSchema, Number(value), "An excerpt is graded 1 to 6", value);
          const { id, credibility } = await client.call("gradeExcerpt", {
            excerptId,
            credibility: { digit, reason },
          });
          print(options.json, { id, credibility }, () => `${id}: ${digit ?? "not graded"}`);
        }
      }),
    );
}

function parseGrade<T>(schema: z.ZodType<T>, value: unknown, rule: string, given: unknown = value): T | null {
  if (String(given).toLowerCase() === "none") return null;
  const grade = schema.safeParse(value);
  if (grade.success) return grade.data;
  throw new AttacheError("bad-arguments", `${rule}, or “none”; “${String(given)}” is neither.`);
}

function addSettings({ command, withProject, print }: CommandTools): void {
  command("review-settings <file>", "show what the review is told, or change it")
    .addOption(
      new Option("--likelihood <table>", "the table that words of likelihood are to be of").choices(
        likelihoodTableSchema.options,
      ),
    )
    .option("--outlets <json>", "a file with agencies and outlets of your own: [{name, aliases, kind}]")
    .action((file: string, options: Options & { likelihood?: string; outlets?: string }) =>
      withProject(file, async (client) => {
        const before = await client.call("getReviewSettings", {});
        const settings = {
          likelihood:
            options.likelihood === undefined ? before.likelihood : likelihoodTableSchema.parse(options.likelihood),
          outlets: options.outlets === undefined ? before.outlets : readOutlets(pathOf(options.outlets)),
        };
        const isNew = options.likelihood !== undefined || options.outlets !== undefined;
        const value = isNew ? await client.call("saveReviewSettings", { settings }) : before;
        print(
          options.json,
          value,
          () => `likelihood: ${value.likelihood}\noutlets: ${count(value.outlets.length, "outlet")} of your own`,
        );
      }),
    );
}

function readOutlets(path: string) {
  if (!existsSync(path)) throw new AttacheError("file-not-found", `There is no file ${basename(path)}.`);
  try {
    return z.array(outletSchema).parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new AttacheError(
      "bad-arguments",
      `${basename(path)} is no list of outlets. It must be JSON like [{"name": "Ilvapress", "aliases": ["Ilva Press"], "kind": "agency"}].`,
      { cause: error },
    );
  }
}
