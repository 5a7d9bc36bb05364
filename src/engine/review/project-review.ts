/**
 * The review of the project that is open: keeps the thread that reviews up to date with the file, a few sources at a
 * time, so that saving and reading go on meanwhile. Finds nothing itself. Nothing is started before the first call.
 */
import type { DatabaseSync } from "node:sqlite";
import { type Template, templateSchema } from "../../core/brief/template.ts";
import type { Decision } from "../../core/review/decision.ts";
import type { Finding } from "../../core/review/finding.ts";
import { sourcesOfFinding } from "../../core/review/finding-sources.ts";
import type { AlsoIn } from "../../core/review/reuse/group-also-in.ts";
import type { ReviewReport } from "../../core/review/review-report.ts";
import {
  DEFAULT_REVIEW_SETTINGS,
  type ReviewSettings,
  reviewSettingsSchema,
} from "../../core/review/review-settings.ts";
import type { ReviewedText } from "../../core/review/reviewed-text.ts";
import type { Source, SourceId } from "../../core/source/source.ts";
import { AttacheError } from "../../ipc/errors.ts";
import type { EngineEvent } from "../../ipc/events.ts";
import { type ProjectContents, projectContents } from "../project/contents.ts";
import { listDecisions } from "../project/decision-table.ts";
import { readMeta, readMetaIfUsable } from "../project/meta-table.ts";
import { createQueue } from "../queue.ts";
import type { ReviewMaterial } from "./review-messages.ts";
import { createReviewProgress, type ReviewProgress } from "./review-progress.ts";
import { type ReviewThread, startReviewThread } from "./review-thread.ts";
import { identitiesOf, readReviewedText } from "./reviewed-sources.ts";

/** So much is read of the file before other calls have their turn. */
const BATCH_CHARACTERS = 200_000;
const BATCH_SOURCES = 50;
/** How long a thread may go on with what nobody waits for, before it is taken to hang. */
const HANGING_MS = 20_000;

export interface ReviewOptions {
  readonly workerUrl: URL;
  readonly database: DatabaseSync;
  readonly emit: (event: EngineEvent) => void;
}

export interface ReviewedContents {
  readonly report: ReviewReport;
  readonly contents: ProjectContents;
}

/** What is to be known of a finding to decide about it. */
export interface KnownFinding {
  readonly finding: Pick<Finding, "kind" | "message">;
  readonly sourceIds: readonly SourceId[];
}

export interface ProjectReview {
  /** Throws `cancelled`, or `review-failed` where the thread ended: the next call starts another. */
  report(): Promise<ReviewReport>;
  /** The same, with what it is a report on. */
  reportOnContents(): Promise<ReviewedContents>;
  alsoIn(sourceId: SourceId): Promise<readonly AlsoIn[]>;
  /** A finding of the brief as it is, or one that was decided about while the project is open; null for any other. */
  findingOf(key: Decision["key"]): Promise<KnownFinding | null>;
  /** Ends the waiting of all calls at once. What was read stays read. */
  cancel(): void;
  close(): void;
}

interface Run {
  readonly progress: ReviewProgress;
  isOver: boolean;
  readonly leave: (error: AttacheError) => void;
}

interface Wanted {
  readonly sources: readonly Source[];
  readonly identities: ReadonlyMap<SourceId, string>;
}

export function createProjectReview({ workerUrl, database, emit }: ReviewOptions): ProjectReview {
  // The thread answers one after the other anyhow; in turn, no two calls send it the same source.
  const inTurn = createQueue();
  const runs = new Set<Run>();
  const asked = new Map<Decision["key"], KnownFinding>();
  let thread: ReviewThread | undefined;
  /** What the thread holds, and what was sent to it last. */
  let held = new Map<SourceId, string>();
  let sent: ReviewMaterial | undefined;
  let wanted: Wanted | undefined;
  let template: Template | undefined;
  let waitingReport: Promise<ReviewedContents> | undefined;
  let last: ReviewedContents | undefined;

  const livingThread = (): ReviewThread => {
    if (thread && !thread.isOver()) return thread;
    held = new Map();
    sent = undefined;
    thread = startReviewThread(workerUrl);
    return thread;
  };
  const wantedOf = (sources: readonly Source[]): Wanted => {
    if (wanted?.sources !== sources) wanted = { sources, identities: identitiesOf(database, sources) };
    return wanted;
  };
  const nextBatch = ({ sources, identities }: Wanted): ReviewedText[] => {
    const batch: ReviewedText[] = [];
    let characters = 0;
    for (const source of sources) {
      const identity = identities.get(source.id);
      if (identity === undefined || held.get(source.id) === identity) continue;
      const text = readReviewedText(database, source);
      batch.push(text);
      characters += text.text.length;
      if (batch.length === BATCH_SOURCES || characters > BATCH_CHARACTERS) break;
    }
    return batch;
  };

  /** Does `work` at the moment at which the thread holds what the file holds. */
  const whenUpToDate = async <T>(
    run: Run,
    work: (living: ReviewThread, contents: ProjectContents) => Promise<T>,
  ): Promise<T> => {
    for (;;) {
      if (run.isOver) throw cancelled();
      const living = livingThread();
      const contents = projectContents(database);
      const now = wantedOf(contents.sources);
      const drop = [...held.keys()].filter((id) => !now.identities.has(id));
      const put = nextBatch(now);
      if (drop.length === 0 && put.length === 0) {
        const left = await living.ask({ type: "settle" });
        // Meanwhile an edit may have come, and then there is more to read.
        if (left === 0 && projectContents(database) === contents) return work(living, contents);
        // Reading a text is about half of the work that it makes.
        run.progress.tell(now.identities.size - Math.ceil(left / 2), now.identities.size);
        continue;
      }
      await living.ask({ type: "read", put, drop });
      for (const id of drop) held.delete(id);
      for (const { sourceId } of put) held.set(sourceId, now.identities.get(sourceId) ?? "");
      run.progress.tell(Math.floor(held.size / 2), now.identities.size);
    }
  };
  /** In its turn, as long as nobody cancels it. */
  const cancellable = <T>(work: (run: Run) => Promise<T>): Promise<T> => {
    const given = Promise.withResolvers<never>();
    const run: Run = {
      progress: createReviewProgress(emit),
      isOver: false,
      leave(error) {
        run.isOver = true;
        given.reject(error);
      },
    };
    runs.add(run);
    return Promise.race([inTurn(() => work(run)), given.promise]).finally(() => {
      runs.delete(run);
      run.progress.end();
    });
  };
  const makeReport = (run: Run): Promise<ReviewedContents> => {
    waitingReport = undefined;
    return whenUpToDate(run, async (living, contents) => {
      template ??= readMeta(database, "template", templateSchema);
      const { brief, sources, excerpts } = contents;
      const isSent = sent?.sources === sources && sent.excerpts === excerpts;
      const material = isSent ? null : { template, sources, excerpts };
      sent = material ?? sent;
      const input = { brief, decisions: listDecisions(database), settings: readReviewSettings(database) };
      const report = await living.ask({ type: "report", material, input });
      last = { report, contents };
      return last;
    });
  };
  const lookUp = (key: Decision["key"]): KnownFinding | null => {
    const finding = last?.report.findings.find((each) => each.key === key);
    if (!last || !finding) return null;
    return { finding, sourceIds: sourcesOfFinding(finding, last.report, last.contents.excerpts) };
  };
  const reportOnContents = () => {
    // A report that has not begun will be of what is in the file by then: it does for all who ask meanwhile.
    waitingReport ??= cancellable(makeReport);
    return waitingReport;
  };
  const leaveAll = (error: AttacheError) => {
    waitingReport = undefined;
    for (const run of runs) run.leave(error);
  };

  return {
    report: async () => (await reportOnContents()).report,
    reportOnContents,
    alsoIn: (sourceId) =>
      cancellable((run) => whenUpToDate(run, (living) => living.ask({ type: "also-in", sourceId }))),
    async findingOf(key) {
      if (!lookUp(key)) await reportOnContents();
      const known = lookUp(key) ?? asked.get(key) ?? null;
      // A decision that was taken back can be made again, whatever became of the brief.
      if (known) asked.set(key, known);
      return known;
    },
    cancel() {
      leaveAll(cancelled());
      const left = thread;
      const question = left?.current();
      if (question === undefined) return;
      setTimeout(() => left?.current() === question && left?.close(), HANGING_MS).unref();
    },
    close() {
      leaveAll(new AttacheError("cancelled", "The review was ended, since its project was closed."));
      thread?.close();
      thread = undefined;
    },
  };
}

export function readReviewSettings(database: DatabaseSync): ReviewSettings {
  return readMetaIfUsable(database, "review-settings", reviewSettingsSchema) ?? DEFAULT_REVIEW_SETTINGS;
}

function cancelled(): AttacheError {
  return new AttacheError("cancelled", "The review was cancelled. What it has read so far need not be read again.");
}
