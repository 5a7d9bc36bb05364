/**
 * Projects of earlier versions, made large so that bringing them up to date lasts, and killed meanwhile: the file must be
 * as it was or wholly new, and the copy that was put aside whole or absent. All of it is one sitting, so that nothing is
 * cleared away besides.
 */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isDeepStrictEqual } from "node:util";
import type { Random } from "../fuzz/random.ts";
import { isJournalHot, isJournalThere, type Moment, momentCame, withinMs } from "./aim.ts";
import { EngineProcess, isGone } from "./engine-process.ts";
import { onCopy } from "./read-project.ts";

const FIXTURES = join(import.meta.dirname, "../tests/fixtures/projects");
const NAME = "Old.brief";

interface OldProject {
  readonly path: string;
  readonly version: number;
  readonly bytes: Buffer;
  /** What is in it once nobody kills the engine meanwhile. */
  readonly upgraded: Content;
  readonly tookMs: number;
}

type Content = ReadonlyMap<string, string>;

export class MigrationTarget {
  readonly #folder = mkdtempSync(join(tmpdir(), "attache-torture-"));
  readonly #findings: string[];
  #projects: OldProject[] | null = null;

  constructor(findings: string[]) {
    this.#findings = findings;
  }

  /** Kills the engine while it opens an old project, then opens that to the end. */
  async killOnce(random: Random): Promise<{ isStruck: boolean; isDone: boolean; isHot: boolean }> {
    this.#projects ??= await this.#makeProjects();
    const old = random.pick(this.#projects);
    const folder = mkdtempSync(join(this.#folder, "killed-"));
    const path = join(folder, NAME);
    copyFileSync(old.path, path);
    const engine = new EngineProcess();
    await engine.call("cancelImport", {});
    let isOpen = false;
    const opening = engine.call("openProject", { path, again: true }).then(
      () => {
        isOpen = true;
      },
      (error: unknown) => {
        if (!isGone(error)) this.#findings.push(`upgrade: ${String(error)}`);
      },
    );
    await momentCame(chooseMoment(random, path, folder, old), () => isOpen);
    await engine.kill();
    await opening;
    const isHot = isJournalHot(path);
    const isDone = this.#examine(old, path, folder);
    await openToTheEnd(path);
    this.#check(isDeepStrictEqual(contentOf(path), old.upgraded), "it is not what it would be without the kill");
    this.#examine(old, path, folder);
    const copies = readdirSync(folder).filter((name) => name.includes("before update"));
    this.#check(copies.length === 1, `copies: ${copies.join(", ")}`);
    rmSync(folder, { recursive: true });
    return { isStruck: !isOpen, isDone, isHot };
  }

  end(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Answers whether the file is of this version. */
  #examine({ version, bytes, upgraded }: OldProject, path: string, folder: string): boolean {
    const { versionNow, before, content } = onCopy(path, (database) => ({
      versionNow: versionOf(database),
      content: rowsOf(database),
      // Whoever opens it takes back what was half-written.
      before: readFileSync(String(database.location())),
    }));
    const isOld = versionNow === version;
    if (isOld) this.#check(before.equals(bytes), "the file is neither as it was nor upgraded");
    else this.#check(isDeepStrictEqual(content, upgraded), "the file is half upgraded");
    for (const name of readdirSync(folder).filter((each) => each.includes("before update")))
      this.#check(readFileSync(join(folder, name)).equals(bytes), `${name} is not what the file was`);
    return !isOld;
  }

  #check(isTrue: boolean, otherwise: string): void {
    if (!isTrue) this.#findings.push(`upgrade: ${otherwise}`);
  }

  async #makeProjects(): Promise<OldProject[]> {
    const fixtures = readdirSync(FIXTURES).filter((name) => name.endsWith(".brief"));
    const projects: OldProject[] = [];
    for (const fixture of fixtures) {
      const path = join(this.#folder, fixture);
      copyFileSync(join(FIXTURES, fixture), path);
      const database = new DatabaseSync(path);
      const version = versionOf(database);
      enlarge(database, version);
      database.close();
      const bytes = readFileSync(path);
      const upgradedPath = join(this.#folder, `upgraded ${fixture}`);
      copyFileSync(path, upgradedPath);
      const tookMs = await openToTheEnd(upgradedPath);
      projects.push({ path, version, bytes, upgraded: contentOf(upgradedPath), tookMs });
    }
    return projects;
  }
}

/** Version 1 has no index of its words: making one for many takes long. Of the others, copying is what takes long. */
function enlarge(database: DatabaseSync, version: number): void {
  database.exec("BEGIN");
  if (version === 1) {
    const { id } = database.prepare("SELECT id FROM source ORDER BY position DESC LIMIT 1").get() ?? {};
    const count = Number(
      database.prepare("SELECT COUNT(*) AS count FROM block WHERE source_id = ?").get(String(id))?.["count"],
    );
    const insert = database.prepare("INSERT INTO block VALUES (?, ?, 'paragraph', NULL, ?)");
    const more = 4_000;
    for (let index = 0; index < more; index += 1)
      insert.run(
        String(id),
        count + index,
        `Paragraph ${index} of the annex on ferries, harbours and ${index * 7} lanterns.`,
      );
    database.prepare("UPDATE source SET block_count = block_count + ? WHERE id = ?").run(more, String(id));
  } else {
    const bytes = Buffer.alloc(12 * 1024 * 1024, version);
    const sum = createHash("sha256").update(bytes).digest("hex");
    database.prepare("INSERT INTO source_blob VALUES (?, ?, ?)").run(sum, bytes.length, bytes);
  }
  database.exec("COMMIT");
}

function chooseMoment(random: Random, path: string, folder: string, { tookMs }: OldProject): Moment {
  if (random.below(3) === 0) return { kind: "after", delayMs: withinMs(random, tookMs) };
  const delayMs = random.next() ** 2 * 30;
  if (random.below(2) === 0) return { kind: "sign", isThere: () => isJournalHot(path), delayMs: delayMs / 10 };
  if (random.below(2) === 0) return { kind: "sign", isThere: () => isJournalThere(path), delayMs };
  return { kind: "sign", isThere: () => readdirSync(folder).some((name) => name.endsWith(".partial")), delayMs };
}

async function openToTheEnd(path: string): Promise<number> {
  const engine = new EngineProcess();
  try {
    await engine.call("cancelImport", {});
    const startedAt = performance.now();
    await engine.call("openProject", { path, again: true });
    const tookMs = performance.now() - startedAt;
    await engine.call("closeProject", {});
    return tookMs;
  } finally {
    if (!engine.isOver) await engine.kill();
  }
}

function contentOf(path: string): Content {
  return existsSync(path) ? onCopy(path, rowsOf) : new Map();
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
}

/** The sum of all rows of each table. */
function rowsOf(database: DatabaseSync): Content {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE TABLE%' ORDER BY name").all();
  return new Map(
    tables.map(({ name }) => {
      const sum = createHash("sha256");
      const rows = database.prepare(`SELECT * FROM "${name}"`);
      // The index of words numbers its pages beyond what a JavaScript number holds.
      rows.setReadBigInts(true);
      for (const row of rows.iterate()) {
        for (const value of Object.values(row))
          sum.update(value instanceof Uint8Array ? value : String(value)).update(value === null ? "\0\0" : "\0");
      }
      return [String(name), sum.digest("hex")];
    }),
  );
}
