// Proves that no file, however hostile or broken, does more than fail by itself: it is named with what is wrong and what
// to do, or read with the harm left out; the files before and after it arrive, and the engine goes on as it was.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { ErrorData } from "../../src/ipc/errors.ts";
import type { ImportResult } from "../../src/ipc/import-result.ts";
import { makeDocx, paragraph } from "../support/docx-making.ts";
import { startEngineProcess } from "../support/engine-process.ts";
import { HOSTILE_ARCHIVES } from "../support/hostile/hostile-archives.ts";
import { type HostileFile, utf8, WORDS } from "../support/hostile/hostile-file.ts";
import { HOSTILE_GROWTH, makeDocxBomb } from "../support/hostile/hostile-growth.ts";
import { HOSTILE_PDFS } from "../support/hostile/hostile-pdfs.ts";
import { HOSTILE_TEXTS, mailBody, mailInMail, mailOf } from "../support/hostile/hostile-texts.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { startEngine, type TestEngine } from "../support/test-engine.ts";
import { openNewProject, writeTo } from "../support/written-project.ts";

const GIBIBYTE = 1024 ** 3;

/** Counts whoever asks it for something: nothing that is read may reach out of the file. */
let asked = 0;
const server = createServer((_request, response) => {
  asked += 1;
  response.end();
});
let address = "";
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  // A server that listens on a port answers its address as an object.
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** One engine for all files of a group: each proves that the one before it left the engine whole. */
function sharedProject() {
  const folder = temporaryFolder(afterAll);
  const engine = startEngine(afterAll);
  beforeAll(() => engine.call("createProject", { path: join(folder, "Project.brief") }));
  let imports = 0;
  /** Imports the file between two good ones, and answers what became of it and of what came with it. */
  const importBetween = async (path: string): Promise<ImportResult[]> => {
    imports += 1;
    const [before, after] = ["before", "after"].map((place) =>
      writeTo(folder, `${place}-${imports}.txt`, `A good file, number ${imports}, stands ${place} a bad one.`),
    );
    const results = await engine.call("importFiles", { paths: [before ?? "", path, after ?? ""] });
    expect(results.at(0)).toMatchObject({ status: "imported", error: null });
    expect(results.at(-1)).toMatchObject({ status: "imported", error: null });
    const { problems } = await engine.call("verify", {});
    expect(problems).toEqual([]);
    return results.slice(1, -1);
  };
  return { engine, folder, importBetween };
}

/** What a user can understand and act upon, and nothing that only a programmer can. */
function expectClear(error: ErrorData | null | undefined, fileName: string): void {
  expect(["reader-failed", "unexpected"]).not.toContain(error?.code);
  const message = error?.message ?? "";
  expect(message).toContain(fileName);
  expect(message).toMatch(/\.$/u);
  expect(message.length - fileName.length).toBeLessThan(300);
  expect(message).toMatch(
    /\b(?:ask|choose|close|copy|download|import|let|open|print|remove|save|split|unpack|use|wait)\b/iu,
  );
  const rest = message.replaceAll(fileName, "");
  expect(rest).not.toMatch(
    /\bat \S+:\d|Error\b|undefined|null\b(?! bytes)|NaN|\[object|=>|\.[jt]s\b|\bE[A-Z]{4,}\b|not a function/u,
  );
}

async function textOf(engine: TestEngine, result: ImportResult | undefined): Promise<string> {
  const { sources } = await engine.call("getProject", {});
  const source = sources.find(({ id }) => id === result?.sourceId);
  if (!source) throw new Error(`It was not imported: ${JSON.stringify(result)}`);
  return (await engine.call("getSourceText", { sourceId: source.id })).map(({ text }) => text).join("\n");
}

describe.each([
  ["archives", HOSTILE_ARCHIVES],
  ["archives that grow", HOSTILE_GROWTH],
  ["texts", HOSTILE_TEXTS],
  ["PDFs", HOSTILE_PDFS],
] satisfies [string, readonly HostileFile[]][])("among %s,", (_kind, files) => {
  const { engine, folder, importBetween } = sharedProject();

  test.each(files)("$what ($fileName)", async ({ fileName, make, ends }) => {
    const results = await importBetween(writeTo(folder, fileName, await make(address)));
    expect(results).toHaveLength(1);
    const [result] = results;
    if (typeof ends === "string") {
      expect(result).toMatchObject({ status: "failed", sourceId: null, error: { code: ends } });
      expectClear(result?.error, fileName);
    } else {
      expect(result).toMatchObject({ status: "imported", error: null });
      expect(await textOf(engine, result)).toContain(ends.reads);
    }
  });

  test("none of them asked for anything outside of itself, or left anything there", () => {
    expect(asked).toBe(0);
    expect(existsSync("/tmp/attache-was-here")).toBe(false);
  });
});

describe("among files of no bytes,", () => {
  const { folder, importBetween } = sharedProject();
  const endings = ["docx", "eml", "epub", "fodt", "html", "md", "mhtml", "msg", "odt", "pdf", "rtf", "txt", "zip"];

  test.each(endings)("empty.%s is empty", async (ending) => {
    const fileName = `empty.${ending}`;
    const [result, ...others] = await importBetween(writeTo(folder, fileName, ""));
    expect(others).toEqual([]);
    expect(result).toMatchObject({ status: "failed", error: { code: "file-empty" } });
    expect(result?.error?.message).toContain(`${fileName} is empty`);
  });
});

describe("among mails that carry files,", () => {
  const { engine, folder, importBetween } = sharedProject();
  const attached = (fileName: string, bytes: Uint8Array) =>
    `Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="${fileName}"\n\n${Buffer.from(
      bytes,
    )
      .toString("base64")
      .replace(/(.{76})/gu, "$1\n")}`;

  test("a bomb that came with a mail fails alone, beside its mail and a good file", async () => {
    const good = makeDocx({ body: paragraph("The good file that came with it") });
    const mail = mailOf([mailBody, attached("bomb.docx", makeDocxBomb()), attached("good.docx", good)]);
    const [own, bomb, other] = await importBetween(writeTo(folder, "carrying.eml", mail));
    expect(await textOf(engine, own)).toContain(WORDS);
    expect(bomb).toMatchObject({ status: "failed", error: { code: "file-too-complex" } });
    expectClear(bomb?.error, "bomb.docx");
    expect(await textOf(engine, other)).toBe("The good file that came with it");
  });

  test("mails in mails go on to an end, which is said", async () => {
    const results = await importBetween(writeTo(folder, "russian.eml", mailInMail(20)));
    expect(await textOf(engine, results[0])).toContain(WORDS);
    const failed = results.filter(({ status }) => status === "failed");
    expect(failed).toHaveLength(1);
    expect(failed[0]?.error).toMatchObject({ code: "file-too-complex" });
  });
});

describe("among files that are no ordinary ones,", () => {
  const { engine, folder, importBetween } = sharedProject();

  // Sparse: it takes no place on the disk.
  test.each(["large.pdf", "large.docx", "large.txt"])("a file of 2 GB (%s)", async (fileName) => {
    const path = writeTo(folder, fileName, fileName === "large.pdf" ? "%PDF-1.7\n" : "PK\x03\x04");
    truncateSync(path, 2 * GIBIBYTE);
    const [result] = await importBetween(path);
    expect(result).toMatchObject({ status: "failed", error: { code: "file-too-large" } });
    expect(result?.error?.message).toContain("2,048 MB");
    expectClear(result?.error, fileName);
  });

  test("a pipe", async () => {
    const path = join(folder, "pipe.pdf");
    execFileSync("mkfifo", [path]);
    const [result] = await importBetween(path);
    expect(result).toMatchObject({ status: "failed", error: { code: "file-unreadable" } });
    expect(result?.error?.message).toContain("pipe.pdf");
  });

  test("a file that grows while it is read is refused, or is what it once was", async () => {
    const path = join(folder, "growing.txt");
    // Long enough that it is not read at once.
    const descriptor = openSync(path, "w");
    writeSync(descriptor, `${WORDS}\n`.repeat(800_000));
    const grow = `const fs = require("node:fs"); const file = fs.openSync(process.argv[1], "a");
      process.stdout.write("growing"); for (let line = 0; line < 20_000_000; line += 1) fs.writeSync(file, "More words\\n");`;
    const child = spawn(process.execPath, ["--eval", grow, path], { stdio: ["ignore", "pipe", "inherit"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    await once(child.stdout, "data");
    const [result] = await importBetween(path);
    const hasGrown = child.exitCode === null;
    child.kill("SIGKILL");
    expect(hasGrown).toBe(true);
    if (result?.status === "imported") {
      // Read in a moment when the system let the other program wait: then it must be whole.
      const { sources } = await engine.call("getProject", {});
      const source = sources.find(({ id }) => id === result.sourceId);
      const kept = source && (await engine.call("getSourceBytes", { sourceId: source.id }));
      expect(Buffer.from(kept ?? []).equals(readFileSync(path).subarray(0, kept?.length))).toBe(true);
      expect(source?.sizeBytes).toBe(kept?.length);
    } else {
      expect(result?.error?.code).toBe("file-unreadable");
      expect(result?.error?.message).toContain("growing.txt is being written by another program");
      expectClear(result?.error, "growing.txt");
    }
  });

  test.skipIf(process.getuid?.() !== 0)("a file without permission (needs root to become another user)", async () => {
    const shared = temporaryFolder();
    chmodSync(shared, 0o777);
    const user = startEngineProcess(65534);
    await user.call("createProject", { path: join(shared, "Project.brief") });
    const secret = writeTo(shared, "secret.docx", makeDocx({ body: paragraph("Not for everybody.") }));
    chmodSync(secret, 0);
    const paths = [writeTo(shared, "before.txt", "Before."), secret, writeTo(shared, "after.txt", "After.")];
    const answer = await user.call("importFiles", { paths });
    expect(answer).toMatchObject({
      result: [
        { status: "imported" },
        { status: "failed", error: { code: "file-unreadable", message: expect.stringContaining("secret.docx") } },
        { status: "imported" },
      ],
    });
  });
});

test("all of the smallest ones in one import leave only the good ones behind", async () => {
  const { engine, folder } = await openNewProject();
  const bad = HOSTILE_ARCHIVES.filter(({ ends }) => ends === "file-damaged");
  const paths: string[] = [];
  for (const [index, { fileName, make }] of bad.entries()) {
    paths.push(writeTo(folder, `${index}-${fileName}`, await make(address)));
    paths.push(writeTo(folder, `${index}.txt`, utf8(`Good file ${index}.`)));
  }
  const results = await engine.call("importFiles", { paths });
  expect(results.map(({ status }) => status)).toEqual(bad.flatMap(() => ["failed", "imported"]));
  expect((await engine.call("getProject", {})).sources).toHaveLength(bad.length);
  expect((await engine.call("verify", {})).problems).toEqual([]);
});
