// Proves that files arrive whole and are told apart by their bytes, that each file which cannot be imported is named
// with what is wrong with it, and that it stops none of the others.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { isInForce } from "../../src/core/source/source.ts";
import { startEngineProcess } from "../support/engine-process.ts";
import { sumOf, temporaryFolder } from "../support/temporary-folder.ts";
import { importOne, keepQuote, startEngine, type TestEngine } from "../support/test-engine.ts";
import { openNewProject, writeTo } from "../support/written-project.ts";

const samples = new URL("../../resources/samples/", import.meta.url);

async function fileNames(engine: TestEngine): Promise<string[]> {
  return (await engine.call("getProject", {})).sources.map((source) => source.fileName);
}

describe("one import with everything that can be wrong in it", () => {
  test("names each bad file with its own trouble and brings in all the others", async () => {
    const { engine, folder, path } = await openNewProject();
    const large = writeTo(folder, "large.txt", "");
    truncateSync(large, 60 * 1024 * 1024);
    mkdirSync(join(folder, "a folder.txt"));
    execFileSync("mkfifo", [join(folder, "pipe.txt")]);
    symlinkSync(join(folder, "nowhere"), join(folder, "dangling.txt"));
    const longName = `“Quotes” 'n' "more" 📄🇰🇷 ${"n".repeat(170)}.txt`;
    const paths = [
      writeTo(folder, "first.txt", "The first of the good files."),
      writeTo(folder, "empty.txt", ""),
      writeTo(folder, "blank.txt", "\ufeff \r\n\t\n"),
      large,
      writeTo(folder, "picture.txt", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")),
      writeTo(
        folder,
        "noise.txt",
        Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
      ),
      join(folder, "a folder.txt"),
      join(folder, "pipe.txt"),
      join(folder, "dangling.txt"),
      join(folder, "never there.txt"),
      path,
      writeTo(folder, longName, "The name is long, and this is what the file says."),
      writeTo(folder, "last.md", "# A heading\n\nThe last of the good files."),
    ];
    const results = await engine.call("importFiles", { paths });
    expect(results.map((result) => [basename(result.path), result.status, result.error?.code ?? null])).toEqual([
      ["first.txt", "imported", null],
      ["empty.txt", "failed", "file-empty"],
      ["blank.txt", "failed", "file-empty"],
      ["large.txt", "failed", "file-too-large"],
      ["picture.txt", "failed", "file-unsupported"],
      ["noise.txt", "failed", "file-not-text"],
      ["a folder.txt", "failed", "file-empty"],
      ["pipe.txt", "failed", "file-unreadable"],
      ["dangling.txt", "failed", "file-not-found"],
      ["never there.txt", "failed", "file-not-found"],
      ["Project.brief", "failed", "file-unsupported"],
      [longName, "imported", null],
      ["last.md", "imported", null],
    ]);
    for (const { path: tried, fileName, error, sourceId } of results) {
      expect(fileName).toBe(basename(tried));
      if (error === null) expect(sourceId).not.toBeNull();
      else expect(error.message).toContain(fileName);
    }
    expect(await fileNames(engine)).toEqual(["first.txt", longName, "last.md"]);
    expect((await engine.call("verify", {})).problems).toEqual([]);
  });

  test("names a file that vanishes after the import began", async () => {
    const { engine, folder } = await openNewProject();
    const paths = ["one.txt", "two.txt", "three.txt"].map((name) => writeTo(folder, name, `This is file ${name}.`));
    engine.onEvent((event) => {
      if (event.type === "import-progress" && event.fileName === "one.txt") rmSync(join(folder, "two.txt"));
    });
    const results = await engine.call("importFiles", { paths });
    expect(results.map(({ status }) => status)).toEqual(["imported", "failed", "imported"]);
    expect(results[1]?.error).toMatchObject({
      code: "file-not-found",
      message: expect.stringContaining("two.txt is no longer there"),
    });
  });

  test.skipIf(process.getuid?.() !== 0)(
    "names a file that the user may not read (needs root to become another user)",
    async () => {
      const folder = temporaryFolder();
      chmodSync(folder, 0o777);
      const user = startEngineProcess(65534);
      await user.call("createProject", { path: join(folder, "Project.brief") });
      const secret = writeTo(folder, "secret.txt", "Not for everybody.");
      chmodSync(secret, 0o600);
      const open = writeTo(folder, "open.txt", "For everybody who asks.");
      expect(await user.call("importFiles", { paths: [secret, open] })).toMatchObject({
        result: [
          {
            status: "failed",
            error: { code: "file-unreadable", message: expect.stringContaining("no permission to read secret.txt") },
          },
          { status: "imported" },
        ],
      });
    },
  );
});

describe("what was imported", () => {
  test("keeps its original bytes exactly, and says what they are", async () => {
    const { engine, folder, path } = await openNewProject();
    const originals = [
      Buffer.from("\ufeffWindows line ends\r\nand a last line without one", "utf8"),
      Buffer.from("Trailing blanks  \n\n\n\tand tabs\t\r\r\n", "utf8"),
      Buffer.from("\ufeffSixteen bits to a letter, as Notepad once saved it.", "utf16le"),
    ];
    const sources = [];
    for (const [index, bytes] of originals.entries()) {
      sources.push(await importOne(engine, writeTo(folder, `${index}.txt`, bytes)));
    }
    expect(sources.map(({ encoding, byteOrderMark, sizeBytes }) => [encoding, byteOrderMark, sizeBytes])).toEqual([
      ["utf-8", true, originals[0]?.length],
      ["utf-8", false, originals[1]?.length],
      ["utf-16le", true, originals[2]?.length],
    ]);
    engine.close();
    const database = new DatabaseSync(path, { readOnly: true });
    for (const [index, { sha256 }] of sources.entries()) {
      const row = database.prepare("SELECT bytes FROM source_blob WHERE sha256 = ?").get(sha256);
      expect(sha256).toBe(sumOf(originals[index] ?? Buffer.of()));
      expect(row?.["bytes"]).toEqual(new Uint8Array(originals[index] ?? []));
    }
    database.close();
  });

  test("survives closing and opening with its text and its place in the list", async () => {
    const { engine, path } = await openNewProject();
    const names = ["03-ilvane-compact-news.txt", "01-compact-signed.txt", "02-a-working-river.txt"];
    await engine.call("importFiles", { paths: names.map((name) => new URL(name, samples).pathname) });
    const before = await engine.call("getProject", {});
    const [first] = before.sources;
    const textBefore = first ? await engine.call("getSourceText", { sourceId: first.id }) : [];
    await engine.call("closeProject", {});
    await engine.call("openProject", { path });
    const after = await engine.call("getProject", {});
    expect(after.sources).toEqual(before.sources);
    expect(after.sources.map((source) => source.fileName)).toEqual(names);
    expect(textBefore.length).toBe(first?.blockCount);
    expect(first ? await engine.call("getSourceText", { sourceId: first.id }) : null).toEqual(textBefore);
  });

  test("is recognised by its bytes, whatever the file is called, in the same import or a later one", async () => {
    const { engine, folder } = await openNewProject();
    const paths = [
      writeTo(folder, "a.txt", "Word for word the same."),
      writeTo(folder, "copy of a.txt", "Word for word the same."),
      writeTo(folder, "b.txt", "Word for word the same. Nearly."),
    ];
    const first = await engine.call("importFiles", { paths });
    const again = await engine.call("importFiles", { paths: paths.slice(0, 1) });
    expect(first.map(({ status }) => status)).toEqual(["imported", "duplicate", "imported"]);
    expect(again.map(({ status }) => status)).toEqual(["duplicate"]);
    expect(first[1]?.sourceId).toBe(first[0]?.sourceId);
    expect(again[0]?.sourceId).toBe(first[0]?.sourceId);
    expect(first[1]?.warnings.join()).toContain("copy of a.txt is already in this project, as a.txt");
    expect(await fileNames(engine)).toEqual(["a.txt", "b.txt"]);
  });

  test("is announced, file by file and as a whole", async () => {
    const { engine, folder } = await openNewProject();
    await engine.call("importFiles", {
      paths: [writeTo(folder, "a.txt", "The text of a."), writeTo(folder, "b.txt", "The text of b.")],
    });
    expect(engine.events).toMatchObject([
      { type: "import-progress", done: 0, total: 2, fileName: "a.txt" },
      { type: "import-progress", done: 1, total: 2, fileName: "b.txt" },
      { type: "import-result", result: { fileName: "a.txt", status: "imported" } },
      { type: "import-result", result: { fileName: "b.txt", status: "imported" } },
      { type: "import-progress", done: 2, total: 2 },
      { type: "project-changed", sources: [{ fileName: "a.txt" }, { fileName: "b.txt" }] },
    ]);
  });

  test("holds characters of every kind as they are, also beside half of an emoji's place", async () => {
    const { engine, folder, path } = await openNewProject();
    const text = "Zero\u0000width: nul in sixteen bits, 𝒜 mathematical A, 👩‍👩‍👧 family, ﬁ ligature, e\u0301 accent.";
    const source = await importOne(engine, writeTo(folder, "odd.txt", Buffer.from(`\ufeff${text}`, "utf16le")));
    await keepQuote(engine, source.id, "mathematical A");
    await engine.call("closeProject", {});
    await engine.call("openProject", { path });
    const blocks = await engine.call("getSourceText", { sourceId: source.id });
    expect(blocks.map((block) => block.text).join("\n")).toBe(text);
    expect((await engine.call("verify", {})).problems).toEqual([]);
  });
});

describe("an import that is cancelled", () => {
  test("keeps what is done, and says of each of the rest that it was cancelled", async () => {
    const { engine, folder } = await openNewProject();
    const names = ["1.txt", "2.txt", "3.txt", "4.txt", "5.txt"];
    const paths = names.map((name) => writeTo(folder, name, `This is the text of file ${name}.`));
    engine.onEvent((event) => {
      if (event.type === "import-progress" && event.fileName === "3.txt") void engine.call("cancelImport", {});
    });
    const results = await engine.call("importFiles", { paths });
    expect(results.map(({ status }) => status)).toEqual(["imported", "imported", "failed", "failed", "failed"]);
    for (const { fileName, error } of results.slice(2)) {
      expect(error).toMatchObject({ code: "cancelled", message: expect.stringContaining(fileName) });
    }
    expect(await fileNames(engine)).toEqual(["1.txt", "2.txt"]);
    const [retried] = await engine.call("importFiles", { paths: paths.slice(4) });
    expect(retried?.status).toBe("imported");
  });
});

describe("several things at once", () => {
  test("imports, and a change of encoding among them, get each file its own text", async () => {
    const { engine, folder } = await openNewProject();
    const fileOf = (name: string) => writeTo(folder, `${name}.txt`, `Only ${name} says café ${name}.`);
    const source = await importOne(engine, fileOf("zero"));
    const batches = [
      ["one", "two", "three"],
      ["four", "five"],
      ["six", "one"],
    ];
    const imports = batches.map((names) => engine.call("importFiles", { paths: names.map(fileOf) }));
    const reread = engine.call("setReading", { sourceId: source.id, encoding: "windows-1252" });
    const statuses = (await Promise.all(imports)).flat().map(({ status }) => status);
    await reread;
    expect(statuses).toEqual(["imported", "imported", "imported", "imported", "imported", "imported", "duplicate"]);
    const { sources } = await engine.call("getProject", {});
    for (const { id, fileName } of sources.filter(isInForce)) {
      const [block] = await engine.call("getSourceText", { sourceId: id });
      const name = fileName.replace(".txt", "");
      expect(block?.text).toBe(`Only ${name} says ${name === "zero" ? "cafÃ©" : "café"} ${name}.`);
    }
  });

  test("saving the project elsewhere in the middle of an import loses none of its files", async () => {
    const { engine, folder } = await openNewProject();
    const paths = ["1.txt", "2.txt", "3.txt"].map((name) => writeTo(folder, name, `This is the text of file ${name}.`));
    const importing = engine.call("importFiles", { paths });
    const copy = join(folder, "Elsewhere.brief");
    await engine.call("saveProjectAs", { path: copy });
    expect((await importing).map(({ status }) => status)).toEqual(["imported", "imported", "imported"]);
    expect(await fileNames(engine)).toEqual(["1.txt", "2.txt", "3.txt"]);
    engine.close();
    const another = startEngine();
    await another.call("openProject", { path: copy });
    expect(await fileNames(another)).toEqual(["1.txt", "2.txt", "3.txt"]);
  });

  test("closing the project ends an import, and what was done is kept", async () => {
    const { engine, folder, path } = await openNewProject();
    const paths = ["1.txt", "2.txt"].map((name) => writeTo(folder, name, `This is the text of file ${name}.`));
    const importing = engine.call("importFiles", { paths });
    await engine.call("closeProject", {});
    const done = (await importing).filter(({ status }) => status === "imported").map(({ fileName }) => fileName);
    await engine.call("openProject", { path });
    expect(await fileNames(engine)).toEqual(done);
  });
});

test("a project that is open does not change by being read", async () => {
  const { engine, folder, path } = await openNewProject();
  const source = await importOne(engine, writeTo(folder, "a.txt", "The text of a."));
  const before = sumOf(readFileSync(path));
  await engine.call("getProject", {});
  await engine.call("getSourceText", { sourceId: source.id });
  await engine.call("verify", {});
  expect(sumOf(readFileSync(path))).toBe(before);
});
