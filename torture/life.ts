/**
 * One project from its making on: what a user does in it, what was acknowledged, and what of that its file holds after
 * each kill.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { unzipSync } from "fflate";
import type { Random } from "../fuzz/random.ts";
import { briefSchema } from "../src/core/brief/document.ts";
import { chooseEdit, QUICK, SLOW, type Surroundings } from "./choose-edits.ts";
import type { Edit, EditKind } from "./edits.ts";
import { EngineProcess, isGone } from "./engine-process.ts";
import { citedIn, copyState, differences, excerptState, type ProjectState } from "./project-state.ts";
import { readProject } from "./read-project.ts";

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
      const project = await this.#engine.call("getProject", {});
      this.#learned.openingsMs.push(performance.now() - startedAt);
      if (access.kind !== "write") this.#report([`It opened for reading only: ${JSON.stringify(access)}`], "opening");
      const { snapshots } = await this.#engine.call("listSnapshots", {});
      const shown: ProjectState = {
        brief: project.brief,
        sources: new Map(
          project.sources.map((source) => [source.id, { ...source, removed: source.removedAt !== null, text: null }]),
        ),
        excerpts: new Map(project.excerpts.map((excerpt) => [excerpt.id, excerptState(excerpt)])),
        snapshots: new Map(snapshots.map(({ id, name }) => [id, { name, brief: this.#state.brief }])),
      };
      this.#compareShown(shown, again);
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
    this.#ageLeftOvers();
    await this.open();
    await this.#engine.call("exportDocx", { path: join(this.exportsFolder, "last.docx") });
    await this.#engine.close();
    const left = [this.projectFolder, this.exportsFolder].flatMap((folder) =>
      readdirSync(folder).filter((name) => !/\.(?:brief|docx)$/u.test(name) && !isLockOfNothing(folder, name)),
    );
    this.#report(
      left.map((name) => `${name} is left over`),
      "the end",
    );
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
    }
    for (const name of readdirSync(this.exportsFolder)) {
      if (!name.endsWith(".docx")) continue;
      try {
        const parts = unzipSync(readFileSync(join(this.exportsFolder, name)));
        if (!("word/document.xml" in parts)) this.#report([`${name} has no text`], "export");
      } catch (error) {
        this.#report([`${name} is half written: ${String(error)}`], "export");
      }
    }
  }

  /** At a new sitting, what was deleted may go, but for what a citation rests on; nothing else may. */
  #compareShown(shown: ProjectState, again: boolean): void {
    const expected = copyState(this.#state);
    for (const [id, { text: _text, ...source }] of expected.sources)
      expected.sources.set(id, { ...source, text: null });
    for (const [id, snapshot] of expected.snapshots)
      expected.snapshots.set(id, { ...snapshot, brief: this.#state.brief });
    for (const [id, { fileName, sha256, removed, versionOf, text }] of shown.sources)
      shown.sources.set(id, { fileName, sha256, removed, versionOf, text });
    if (!again) this.#allowForSweep(expected, shown);
    this.#report(differences(expected, shown), "opening");
    for (const id of this.#state.sources.keys()) if (!expected.sources.has(id)) this.#state.sources.delete(id);
    for (const [id, excerpt] of this.#state.excerpts) {
      const now = expected.excerpts.get(id);
      if (now === undefined) this.#state.excerpts.delete(id);
      else if (now.earlierId !== excerpt.earlierId) this.#state.excerpts.set(id, now);
    }
  }

  #allowForSweep(expected: ProjectState, shown: ProjectState): void {
    const cited = citedIn(expected.brief);
    const { sources, excerpts } = copyState(expected);
    for (const [id, { removed, versionOf }] of sources) {
      const ofRemoved = versionOf !== null && sources.get(versionOf)?.removed === true;
      if ((removed || versionOf !== null || ofRemoved) && !shown.sources.has(id)) expected.sources.delete(id);
    }
    for (const [id, excerpt] of excerpts) {
      const isGone = !expected.sources.has(excerpt.sourceId) && !shown.excerpts.has(id) && !cited.has(id);
      const { earlierId } = excerpt;
      const isFreed = excerpt.removed && earlierId !== null && !expected.sources.has(earlierId) && !cited.has(id);
      if (isGone) expected.excerpts.delete(id);
      else if (isFreed && shown.excerpts.get(id)?.earlierId === null)
        expected.excerpts.set(id, { ...excerpt, earlierId: null });
    }
  }

  #goOnIn(path: string): void {
    rmSync(this.#path);
    this.#path = path;
  }

  /** As if what kills left behind had lain there for days. */
  #ageLeftOvers(): void {
    const longAgo = new Date(Date.now() - 3 * 24 * 60 * 60_000);
    for (const folder of [this.projectFolder, this.exportsFolder])
      for (const name of readdirSync(folder)) utimesSync(join(folder, name), longAgo, longAgo);
  }

  #pass(): void {
    this.#passed.add(keyOf(this.#state.brief));
  }

  #report(what: readonly string[], when: string): void {
    for (const each of what) this.#learned.findings.push(`${when}: ${each}`);
  }
}

/** The lock of a copy that never came to be: harmless, and taken by the next who saves there. */
function isLockOfNothing(folder: string, name: string): boolean {
  const [, project] = /^\.(.*\.brief)\.lock$/u.exec(name) ?? [];
  return project !== undefined && !existsSync(join(folder, basename(project)));
}

function keyOf(brief: ProjectState["brief"]): string {
  return JSON.stringify(briefSchema.parse(brief));
}
