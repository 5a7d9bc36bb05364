/** A project with something of everything that a file can hold, and what was in it, to be found again after damage. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Brief, BriefBlock } from "../../src/core/brief/document.ts";
import { citationIdSchema } from "../../src/core/brief/document.ts";
import type { Decision } from "../../src/core/review/decision.ts";
import type { Block } from "../../src/core/source/block.ts";
import { putDecision } from "../../src/engine/project/decision-table.ts";
import { insertSnapshot } from "../../src/engine/project/snapshot-table.ts";
import type { Project } from "../../src/ipc/engine-contract.ts";
import { snapshotIdSchema } from "../../src/ipc/history.ts";
import { HEADERS, madeMail, madeParts } from "./made-mail.ts";
import { contentStream, onePage, textAt } from "./raw-pdf.ts";
import { seeded } from "./seeded.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { keepQuote, NOW, paragraph, sectionId, startEngine } from "./test-engine.ts";
import { prose } from "./typeset-pdf.ts";
import { writeTo } from "./written-project.ts";

export interface RichProject {
  readonly bytes: Buffer;
  readonly project: Project;
  /** By the id of the source. */
  readonly texts: ReadonlyMap<string, readonly Block[]>;
  readonly originals: ReadonlyMap<string, Uint8Array>;
}

/** Lines that all differ, so that a passage stands in one place. */
function article(name: string, lines: number): string {
  return Array.from(
    { length: lines },
    (_, line) => `In line ${line} of ${name} the delegation said: ${prose(40, line * 31 + name.length)}`,
  ).join("\n\n");
}

let made: Promise<RichProject> | undefined;

/** `whenOver` says when what it is made with goes: `afterAll` where it is made for a group. */
export function richProject(whenOver?: (end: () => void) => void): Promise<RichProject> {
  made ??= makeRichProject(whenOver);
  return made;
}

async function makeRichProject(whenOver?: (end: () => void) => void): Promise<RichProject> {
  const folder = temporaryFolder(whenOver);
  const path = join(folder, "Rich.brief");
  const engine = startEngine(whenOver);
  await engine.call("createProject", { path, title: "The water treaty" });
  const html = `<html><head><title>The dam</title></head><body><article><h1>The dam</h1>${Array.from(
    { length: 60 },
    (_, line) => `<p>Paragraph ${line} on the <b>dam</b> says: ${prose(50, line)}</p>`,
  ).join("")}</article></body></html>`;
  const mail = madeMail(
    [...HEADERS, 'Content-Type: multipart/mixed; boundary="part"'],
    madeParts("part", [
      `Content-Type: text/plain; charset=utf-8\r\n\r\n${article("the mail", 10)}`,
      `Content-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename="annex.txt"\r\n\r\n${article("the annex", 20)}`,
    ]),
  );
  const pdf = onePage(
    contentStream(textAt("The basin was dry in summer and flooded in the winter that came after it.", 60, 700, 9)),
  );
  const files = [
    writeTo(folder, "minutes.txt", article("the minutes", 300)),
    writeTo(folder, "dam.html", html),
    writeTo(folder, "letter.eml", mail),
    writeTo(folder, "basin.pdf", pdf),
    writeTo(folder, "notes.md", `# Notes\n\n${article("the notes", 40)}`),
    writeTo(folder, "long.txt", article("the record", 500)),
  ];
  await engine.call("importFiles", { paths: files });
  const { sources } = await engine.call("getProject", {});
  const citations: string[] = [];
  for (const { id, fileName } of sources) {
    const blocks = await engine.call("getSourceText", { sourceId: id });
    const long = blocks
      .filter(({ text }) => text.length > 60)
      .filter((_, index) => index % (fileName === "long.txt" ? 100 : 15) === 0);
    for (const { text } of long) citations.push((await keepQuote(engine, id, text.slice(0, 120))).id);
  }
  const cited = (n: number): BriefBlock => ({
    type: "paragraph",
    children: [
      { type: "text", text: `Point ${n}: ${prose(60, n)}`, marks: [] },
      {
        type: "citation",
        id: citationIdSchema.parse(`citation-${n}`),
        excerptIds: [citations[n % citations.length] ?? ""] as never,
      },
    ],
  });
  const sections = (["summary", "context", "outcomes", "reactions", "outlook"] as const).map((id, index) => ({
    id: sectionId(id),
    title: id,
    marking: "",
    children: [paragraph(`This is ${id}.`), ...Array.from({ length: 12 }, (_, n) => cited(index * 12 + n))],
  }));
  await engine.call("saveBrief", { sections, recommendations: ["Note the treaty."] });
  await engine.call("setHeader", { header: { to: "The Minister", date: "2026-03-04" } });
  for (const [index, { id }] of sources.entries()) {
    const letter = (["A", "B", "C", "D", "E", "F"] as const)[index];
    if (letter)
      await engine.call("gradeSource", {
        sourceId: id,
        reliability: { letter, reason: `Known since ${1990 + index}.` },
      });
  }
  for (const [index, excerptId] of citations.slice(0, 12).entries()) {
    const digit = ([1, 2, 3, 4, 5, 6] as const)[index % 6] ?? null;
    await engine.call("gradeExcerpt", { excerptId, credibility: { digit, reason: `Heard ${index} times.` } });
  }
  await engine.call("saveReviewSettings", {
    settings: { likelihood: "phia", outlets: [{ name: "Basin Gazette", aliases: ["The Gazette"], kind: "outlet" }] },
  });
  engine.close();
  giveFixedIds(path);
  keepSnapshots(path, (await reopened(path, whenOver)).brief);
  const project = await reopened(path, whenOver);
  return {
    bytes: readFileSync(path),
    project,
    texts: await textsOf(path, project, whenOver),
    originals: originalsOf(path),
  };
}

async function textsOf(path: string, { sources }: Project, whenOver?: (end: () => void) => void) {
  const engine = startEngine(whenOver);
  await engine.call("openProject", { path });
  const texts = new Map<string, readonly Block[]>();
  for (const { id } of sources) texts.set(id, await engine.call("getSourceText", { sourceId: id }));
  engine.close();
  return texts;
}

/** Ids are random, and damage is to be the same for the same seed. */
function giveFixedIds(path: string): void {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  const columns = [
    ["source", "id"],
    ["block", "source_id"],
    ["page", "source_id"],
    ["attachment", "source_id"],
    ["attachment", "mail_id"],
    ["excerpt", "id"],
    ["excerpt", "source_id"],
    ["citation", "excerpt_id"],
    ["section", "content"],
    ["meta", "value"],
  ];
  const rename = (id: string, fixed: string) => {
    for (const [table, column] of columns)
      database.prepare(`UPDATE ${table} SET ${column} = replace(${column}, ?, ?)`).run(id, fixed);
  };
  database.exec("BEGIN");
  for (const table of ["source", "excerpt"]) {
    const rows = database.prepare(`SELECT id FROM ${table} ORDER BY rowid`).all();
    for (const [index, { id }] of rows.entries()) rename(String(id), fixedId(table, index));
  }
  database.exec("UPDATE meta SET value = '\"project-234567892345\"' WHERE key = 'project-id'; COMMIT; VACUUM");
  database.close();
}

/** An id like ours, no two of which are alike. */
function fixedId(prefix: string, index: number): string {
  const random = seeded(index + prefix.length * 1_000);
  const letters = "23456789abcdefghjkmnpqrstuvwxyz";
  return `${prefix}-${Array.from({ length: 12 }, () => letters[random(letters.length)]).join("")}`;
}

async function reopened(path: string, whenOver?: (end: () => void) => void): Promise<Project> {
  const engine = startEngine(whenOver);
  await engine.call("openProject", { path });
  const project = await engine.call("getProject", {});
  engine.close();
  return project;
}

/** What was decided in it about findings; there are five. */
export function richDecision(index: number): Decision {
  return {
    key: `one-origin:${fixedId("key", index)}`,
    answer: "set-aside",
    reason: `It is their own statement ${index}.`,
    decidedAt: NOW,
    finding: `Point ${index} rests on one origin.`,
  };
}

/** Snapshots, an export file and decisions, written as the format has them. */
function keepSnapshots(path: string, brief: Brief): void {
  const database = new DatabaseSync(path);
  // Those that were taken while it was made would be newer.
  database.exec("DELETE FROM snapshot");
  for (let day = 1; day <= 6; day += 1) {
    const title = `Version ${day}`;
    // Every other one has a name, and its whole text; those without rest on the one before.
    const name = day % 2 === 1 ? title : null;
    insertSnapshot(
      database,
      {
        id: snapshotIdSchema.parse(`snapshot-day${day}`),
        takenAt: NOW.replace("05-20", `05-0${day}`),
        reason: name === null ? "writing" : "named",
        act: null,
        name,
        words: 100,
        wordsAdded: 1,
        wordsRemoved: 1,
      },
      { ...brief, title },
    );
  }
  database
    .prepare(
      "INSERT INTO export_file (id, kind, name, added_at, removed, bytes) VALUES ('house-one', 'house-document', 'House.docx', ?, 0, ?)",
    )
    .run(NOW, Buffer.alloc(30_000, "house "));
  for (let index = 0; index < 5; index += 1) putDecision(database, richDecision(index), []);
  database.close();
}

function originalsOf(path: string): Map<string, Uint8Array> {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare("SELECT id, bytes FROM source JOIN source_blob USING (sha256)").all();
  database.close();
  // The schema of the table says so.
  return new Map(rows.map(({ id, bytes }) => [String(id), bytes as Uint8Array]));
}
