/** The real engine with its real reader thread, as a host would call it. */
import { onTestFinished } from "vitest";
import type { Brief, BriefBlock, Section } from "../../src/core/brief/document.ts";
import { sectionIdSchema } from "../../src/core/brief/section-id.ts";
import { type Excerpt, excerptIdSchema } from "../../src/core/excerpt/excerpt.ts";
import { type Source, sourceIdSchema } from "../../src/core/source/source.ts";
import { createEngine } from "../../src/engine/engine.ts";
import type { EngineMethod, ParamsOf, ResultOf } from "../../src/ipc/engine-contract.ts";
import { AttacheError } from "../../src/ipc/errors.ts";
import type { EngineEvent } from "../../src/ipc/events.ts";

export const NOW = "2026-05-20T09:30:00.000Z";

export interface TestEngine {
  call<M extends EngineMethod>(method: M, params: ParamsOf<M>): Promise<ResultOf<M>>;
  dispatch(method: string, params: unknown): Promise<unknown>;
  close(): void;
  /** What the engine told its host, in order. */
  readonly events: readonly EngineEvent[];
  onEvent(listener: (event: EngineEvent) => void): void;
}

/** An engine that is closed when the test ends, or with `afterAll` when its group does. Its clock stands still, unless one is given. */
export function startEngine(
  whenOver: (end: () => void) => void = onTestFinished,
  now: () => string = () => NOW,
): TestEngine {
  const events: EngineEvent[] = [];
  const listeners: ((event: EngineEvent) => void)[] = [];
  const engine = createEngine({
    readerWorkerUrl: new URL("../../src/engine/readers/reader-worker.ts", import.meta.url),
    reviewWorkerUrl: new URL("../../src/engine/review/review-worker.ts", import.meta.url),
    appVersion: "0.0.0-test",
    now,
    emit: (event) => {
      events.push(event);
      for (const listener of listeners) listener(event);
    },
  });
  whenOver(() => engine.close());
  return {
    // The engine answers by the contract that types this call.
    call: async <M extends EngineMethod>(method: M, params: ParamsOf<M>) =>
      (await engine.dispatch(method, params)) as ResultOf<M>,
    dispatch: engine.dispatch,
    close: engine.close,
    events,
    onEvent: (listener) => listeners.push(listener),
  };
}

/** The error of a call that must be refused. Anything else than an AttacheError fails the test. */
export async function refusalOf(answer: Promise<unknown>): Promise<AttacheError> {
  const outcome = await answer.then(
    (value) => new Error(`It was not refused, and answered ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  if (outcome instanceof AttacheError) return outcome;
  throw outcome;
}

/** Imports one file that must arrive, and answers its source. */
export async function importOne(engine: TestEngine, path: string): Promise<Source> {
  const [result] = await engine.call("importFiles", { paths: [path] });
  const { sources } = await engine.call("getProject", {});
  const source = sources.find(({ id }) => id === result?.sourceId);
  if (!source) throw new Error(`${path} was not imported: ${JSON.stringify(result)}`);
  return source;
}

/** Keeps the words, which stand once in the source, as an excerpt. */
export async function keepQuote(engine: TestEngine, sourceId: Source["id"], quote: string): Promise<Excerpt> {
  const { id } = await engine.call("addExcerptByQuote", { sourceId, quote, sectionId: null });
  return excerptOf(engine, id);
}

export async function excerptOf(engine: TestEngine, id: string): Promise<Excerpt> {
  const { excerpts } = await engine.call("getProject", {});
  const excerpt = excerpts.find((each) => each.id === id);
  if (!excerpt) throw new Error(`There is no excerpt ${id}.`);
  return excerpt;
}

export function sectionOf(brief: Brief, id: string): Section {
  const section = brief.sections.find((each) => each.id === id);
  if (!section) throw new Error(`There is no section ${id}.`);
  return section;
}

export function paragraph(text: string): BriefBlock {
  return { type: "paragraph", children: [{ type: "text", text, marks: [] }] };
}

export const sectionId = (id: string) => sectionIdSchema.parse(id);
export const sourceId = (id: string) => sourceIdSchema.parse(id);
export const excerptId = (id: string) => excerptIdSchema.parse(id);
