/**
 * One project from its making on: what a user does in it, what was acknowledged, and what of that its file holds after
 * each kill.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Random } from "../fuzz/random.ts";
import { briefSchema } from "../src/core/brief/document.ts";
import { chooseEdit, QUICK, SLOW, type Surroundings } from "./choose-edits.ts";
import type { Edit, EditKind } from "./edits.ts";
import { EngineProcess, isGone } from "./engine-process.ts";
import { age, brokenDocuments, leftOver } from "./left-behind.ts";
import { differences, type ProjectState } from "./project-state.ts";
import { readProject } from "./read-project.ts";
import { allowForNewSitting, readShown, takeOver, withoutTexts } from "./shown-project.ts";

/** What the harness learns, over all projects. */
export interface Learned {
  readonly findings: string[];
  /** From the start of the process to all that a window shows. */
  readonly openingsMs: number[];
  readonly acknowledged: Map<EditKind, number>;
  readonly tookMs: Map<EditKind, number[]>;
}

interface UnderWay {
  readonly edit: Edit;
}

export class Life {
  readonly folder = mkdtempSync(join(tmpdir(), "attache-torture-"));
  readonly #learned: Learned;
  readonly #random: Random;
  readonly #around: Surroundings;
  /** Every state that the brief ever was in: what the history keeps has to be one of them. */
  readonly #passed = new Set<string>();
  readonly #underWay = new Set<UnderWay>();
  #path: string;
  #engine = new EngineProcess();

  constructor(random: Random, learned: Learned) {
    this.#random = random;
    this.#learned = learned;
    const [projectFolder, sourcesFolder, exportsFolder] = ["projects", "sources", "exports"].map((name) =>
      join(this.folder, name),
    ) as [string, string, string]; // three names, three paths
    for (const each of [projectFolder, sourcesFolder, exportsFolder]) mkdirSync(each);
    this.#path = join(projectFolder, "Briefing.brief");
    this.#around = {
      // Replaced when the project is made.
      state: { brief: Object(null), sources: new Map(), excerpts: new Map(), snapshots: new Map() },
      random,
      sourcesFolder,
      projectFolder,
      exportsFolder,
      busySourceId: null,
      leavingSourceId: null,
      count: 0,
      moved: (path) => this.#goOnIn(path),
    };
  }

  get path(): string {
    return this.#path;
  }

  get projectFolder(): string {
    return this.#around.projectFolder;
  }

  get exportsFolder(): string {
    return this.#around.exportsFolder;
  }

  get sizeBytes(): number {
    return statSync(this.#path).size;
  }

  get #state(): ProjectState {
    return this.#around.state;
  }

  async begin(): Promise<void> {
    await this.#engine.call("createProject", { path: this.#path, title: "The ferry plan" });
    this.#state.brief = (await this.#engine.call("getProject", {})).brief;
    this.#pass();
    for (const kind of ["import", "excerpt", "typing", "naming"] as const) await this.#perform(this.#choose(kind));
  }

  /**
   * Lets the user work: typing and the like without a break, and beside it what takes longer. Begins `aimed` after a
   * while and tells when. Returns once the engine was killed by `strike`.
   */
  async workUntilKilled(aimed: EditKind | null, strike: (isOver: () => boolean) => Promise<void>): Promise<EditKind[]> {
    let isStopped = false;
    let [begin, isDone] = [() => {}, false];
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const warmUpMs = this.#random.below(120);
    const startedAt = performance.now();
    let isAimedDue = aimed !== null;
    const lane = async (kinds: readonly EditKind[], pauseMs: number) => {
      while (!isStopped) {
        const isNext =
          isAimedDue && aimed !== null && kinds.includes(aimed) && performance.now() - startedAt > warmUpMs;
        if (isNext) isAimedDue = false;
        const edit = this.#choose(isNext && aimed !== null ? aimed : this.#pickKind(kinds));
        const answered = this.#perform(edit);
        if (isNext) begin();
        await answered;
        if (isNext) isDone = true;
        this.#around[kinds === SLOW ? "busySourceId" : "leavingSourceId"] = null;
        if (!isStopped) await setTimeout(this.#random.below(pauseMs));
      }
    };
    const lanes = [lane(QUICK, 25), lane(SLOW, 250)];
    if (aimed === null) begin();
    await Promise.race([begun, ...lanes]);
    await strike(() => isDone);
    isStopped = true;
    await this.#engine.kill();
    await Promise.all(lanes);
    return [...this.#underWay].map(({ edit }) => edit.kind);
  }

  /** Everything acknowledged has to be in the file, and what was under way all or not at all. Answers what was found done. */
  examine(): EditKind[] {
    const { state: there, problems } = readProject(this.#path);
    const done = this.#settle(there);
    this.#report([...problems, ...differences(this.#state, there)], "after a kill");
    this.#examineOthers();
    return done;
  }

  /** Opens the project as the next start of the app would, or as main does after a crash. */
  async open(): Promise<void> {
    const again = this.#random.below(2) === 0;
    const startedAt = performance.now();
    this.#engine = new EngineProcess();
    try {
      const { access } = await this.#engine.call("openProject", { path: this.#path, ...(again && { again }) });
      const shown = await readShown(this.#engine);
      this.#learned.openingsMs.push(performance.now() - startedAt);
      if (access.kind !== "write") this.#report([`It opened for reading only: ${JSON.stringify(access)}`], "opening");
      const expected = withoutTexts(this.#state);
      const allowed = again ? expected : allowForNewSitting(expected, shown);
      this.#report(differences(allowed, shown), "opening");
      takeOver(this.#state, allowed);
    } catch (error) {
      this.#report([`It did not open: ${String(error)}`], "opening");
      throw error;
    }
  }

  /** Begins to open the project and kills the engine meanwhile. */
  async openUntilKilled(strike: (isOver: () => boolean) => Promise<void>): Promise<boolean> {
    this.#engine = new EngineProcess();
    let isOpen = false;
    // Answers only once it runs, so that the strike meets the opening.
    await this.#engine.call("cancelImport", {});
    const opening = this.#engine.call("openProject", { path: this.#path, again: true }).then(
      () => {
        isOpen = true;
      },
      (error: unknown) => {
        if (!isGone(error)) this.#report([String(error)], "opening");
      },
    );
    await strike(() => isOpen);
    await this.#engine.kill();
    await opening;
    return !isOpen;
  }

  /** Closes everything. What kills left behind has to go, if not now then once it is surely nobody's. */
  async end(): Promise<void> {
    await this.#engine.close();
    const folders = [this.projectFolder, this.exportsFolder];
    for (const folder of folders) age(folder);
    await this.open();
    await this.#perform(this.#choose("naming"));
    await this.#engine.call("exportDocx", { path: join(this.exportsFolder, "last.docx") });
    await this.#engine.close();
    for (const name of folders.flatMap(leftOver)) this.#report([`${name} is left over`], "the end");
    rmSync(this.folder, { recursive: true });
  }

  async abandon(): Promise<void> {
    if (!this.#engine.isOver) await this.#engine.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #choose(kind: EditKind): Edit {
    return chooseEdit(kind, this.#around);
  }

  /** Typing far more often than all else. */
  #pickKind(kinds: readonly EditKind[]): EditKind {
    return kinds === QUICK && this.#random.below(3) > 0 ? "typing" : this.#random.pick(kinds);
  }

  async #perform(edit: Edit): Promise<void> {
    const underWay: UnderWay = { edit };
    this.#underWay.add(underWay);
    const startedAt = performance.now();
    if (edit.heard) this.#engine.onEvent = (event) => edit.heard?.(this.#state, event);
    try {
      await edit.perform(this.#state, this.#engine);
      this.#pass();
      const { acknowledged, tookMs } = this.#learned;
      acknowledged.set(edit.kind, (acknowledged.get(edit.kind) ?? 0) + 1);
      tookMs.set(edit.kind, [...(tookMs.get(edit.kind) ?? []), performance.now() - startedAt].slice(-50));
      this.#underWay.delete(underWay);
    } catch (error) {
      if (isGone(error)) return;
      this.#underWay.delete(underWay);
      this.#report([String(error)], edit.kind);
    }
  }

  #settle(there: ProjectState): EditKind[] {
    const done: EditKind[] = [];
    for (const { edit } of this.#underWay) {
      try {
        if (edit.found(this.#state, there)) done.push(edit.kind);
      } catch (error) {
        this.#report([String(error)], `${edit.kind}, half done`);
      }
    }
    this.#underWay.clear();
    this.#around.busySourceId = null;
    this.#around.leavingSourceId = null;
    this.#pass();
    for (const [id, snapshot] of there.snapshots) {
      if (this.#state.snapshots.has(id)) continue;
      if (this.#passed.has(keyOf(snapshot.brief))) this.#state.snapshots.set(id, snapshot);
    }
    for (const [id, source] of this.#state.sources) {
      const text = there.sources.get(id)?.text;
      if (source.text === null && text !== undefined) this.#state.sources.set(id, { ...source, text });
    }
    return done;
  }

  /** Copies that were being saved elsewhere and documents that were being exported are whole or not there. */
  #examineOthers(): void {
    for (const name of readdirSync(this.projectFolder)) {
      const path = join(this.projectFolder, name);
      if (!name.endsWith(".brief") || name.startsWith(".") || path === this.#path) continue;
      const { state, problems } = readProject(path);
      this.#report([...problems, ...differences(this.#state, state)], `a copy that was not acknowledged, ${name}`);
      rmSync(path);
      // An edit may have been under way in it.
      rmSync(`${path}-journal`, { force: true });
    }
    this.#report(brokenDocuments(this.exportsFolder), "export");
  }

  #goOnIn(path: string): void {
    rmSync(this.#path);
    // As main does with a draft: a journal that held nothing yet stays until the next edit.
    rmSync(`${this.#path}-journal`, { force: true });
    this.#path = path;
  }

  #pass(): void {
    this.#passed.add(keyOf(this.#state.brief));
  }

  #report(what: readonly string[], when: string): void {
    for (const each of what) this.#learned.findings.push(`${when}: ${each}`);
  }
}

function keyOf(brief: ProjectState["brief"]): string {
  return JSON.stringify(briefSchema.parse(brief));
}
