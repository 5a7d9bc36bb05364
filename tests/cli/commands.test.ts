// Proves what each command says, in words and in JSON, and that one which fails exits 1 with one line on standard error.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { briefSchema } from "../../src/core/brief/document.ts";
import { recoveryReportSchema } from "../../src/ipc/recovery.ts";
import {
  buildIfMissing,
  excerptSchema,
  excerptsSchema,
  importsSchema,
  json,
  program,
  replacementSchema,
  root,
  run,
  searchSchema,
} from "../support/run-attache.ts";
import { contentsOf, temporaryFolder } from "../support/temporary-folder.ts";

beforeAll(buildIfMissing, 180_000);

async function smallProject(): Promise<{ folder: string; file: string; source: string }> {
  const folder = temporaryFolder();
  const file = join(folder, "small.brief");
  const article = join(folder, "article.txt");
  writeFileSync(article, "The gauge was read at noon. Nothing moved.\n\nThe gauge was read at dusk. Nothing moved.\n");
  await run("new", file);
  const [imported] = await json(importsSchema, "import", file, article, "--json");
  return { folder, file, source: imported?.sourceId ?? "" };
}

describe("a command that works", () => {
  test("recovers a damaged project into a new one, and says in words or as JSON what came over", async () => {
    const { folder, file } = await smallProject();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0, 0, 4096));
    expect((await run("info", file)).exitCode).toBe(1);
    const recovered = await run("recover", file, join(folder, "new.brief"));
    expect(recovered).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining("- 1 source\n- 1 original file\n"),
    });
    expect((await run("verify", join(folder, "new.brief"))).output).toContain("Sound: 1 source");
    const report = await json(recoveryReportSchema, "recover", file, join(folder, "again.brief"), "--json");
    expect(report).toMatchObject({ fileName: "small.brief" });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect((await run("recover", file, join(folder, "new.brief"))).errors).toContain("new.brief already exists");
  });

  test("says in words for people what it did", async () => {
    const { folder, file, source } = await smallProject();
    expect((await run("new", join(folder, "other.brief"))).output).toContain("other.brief");
    expect((await run("info", file)).output).toMatch(/^sources: 1$/mu);
    expect((await run("sources", file)).output).toContain(source);
    expect((await run("text", file, source)).output).toContain("[para. 2] The gauge was read at dusk.");
    const kept = await run("excerpt", file, "--source", source, "--quote", "at dusk", "--section", "context");
    expect(kept.output).toMatch(/^excerpt-\w+ exact\n$/u);
    expect((await run("excerpts", file)).output).toContain("context · para. 2 · exact · “at dusk”");
    expect((await run("verify", file)).output).toBe("Sound: 1 source, 1 excerpt, 0 citations\n");
    expect((await run("--version")).output).toMatch(/^\d+\.\d+\.\d+\n$/u);
    expect((await run("--help")).output).toContain("Usage: attache");
  });

  test("takes one of several places where it is told which", async () => {
    const { file, source } = await smallProject();
    const words = ["excerpt", file, "--source", source, "--quote", "Nothing moved.", "--occurrence", "2", "--json"];
    await json(excerptSchema, ...words);
    const [kept] = await json(excerptsSchema, "excerpts", file, "--json");
    expect(kept?.locator).toBe("para. 2");
  });

  test("sets any field of the header, and shows the brief in words or as JSON", async () => {
    const { file } = await smallProject();
    const fields = { purpose: "For decision", deadline: "noon on 6 March", contact: "ext. 4021", marking: "Official" };
    const words = Object.entries(fields).map(([key, value]) => `${key}=${value}`);
    expect(await run("header", file, ...words)).toMatchObject({ exitCode: 0, output: "Set 4 fields\n" });
    expect((await json(briefSchema, "show", file, "--json")).header).toMatchObject(fields);
    const { output } = await run("show", file);
    expect(output).toMatch(/^OFFICIAL\n/u);
    expect(output).toContain("Purpose: For decision\nDeadline: noon on 6 March\nContact: ext. 4021\n");
    expect((await run("header", "--help")).output).toMatch(/purpose, deadline, contact/u);
  });

  test("replaces a source, and says what became of its excerpts", async () => {
    const { folder, file } = await smallProject();
    const [older, newer] = [join(folder, "council.txt"), join(folder, "council-2.txt")];
    const text =
      "The council met in the old hall on Monday.\n\nIt agreed to dredge the northern basin by summer, it said.\n";
    writeFileSync(older, text);
    writeFileSync(newer, `Corrected.\n\n${text.replace("summer", "autumn")}`);
    const [imported] = await json(importsSchema, "import", file, older, "--json");
    const source = imported?.sourceId ?? "";
    for (const quote of ["in the old hall", "dredge the northern basin by summer"])
      await json(excerptSchema, "excerpt", file, "--source", source, "--quote", quote, "--json");
    const replaced = await json(replacementSchema, "replace", file, "--source", source, newer, "--json");
    expect(replaced.sourceId).toBe(source);
    expect(replaced.excerpts).toMatchObject([
      { state: "moved", was: { locator: "para. 1" }, now: [{ words: "in the old hall", locator: "para. 2" }] },
      { state: "changed", was: { locator: "para. 2" }, now: [{ words: "dredge the northern basin by autumn" }] },
    ]);
    const kept = await json(excerptsSchema, "excerpts", file, "--json");
    expect(kept.map(({ state, quote }) => [state, quote])).toEqual([
      ["moved", "in the old hall"],
      ["changed", "dredge the northern basin by summer"],
    ]);
    const refused = await run("replace", file, "--source", source, newer);
    expect(refused).toMatchObject({ exitCode: 1, output: "" });
    expect(refused.errors).toMatch(/^attache: council-2\.txt is the very file .*\n$/u);
  });

  test("replaces a mail, and says what became of its attachments", async () => {
    const { folder, file } = await smallProject();
    const head =
      "From: Ana <ana@example.org>\nDate: Mon, 4 May 2026 09:15:00 +0200\nSubject: The weir\nMIME-Version: 1.0\n";
    const part = (name: string, text: string) =>
      `--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=${name}\n\n${text}\n`;
    const mail = (name: string, ...parts: readonly string[]) => {
      const body = `Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee below.\n${parts.join("")}--b--\n`;
      writeFileSync(join(folder, name), head + body);
      return join(folder, name);
    };
    const [imported] = await json(importsSchema, "import", file, mail("first.eml"), "--json");
    const source = imported?.sourceId ?? "";
    const second = mail("second.eml", part("map.txt", "North of the weir."), part("blank.txt", " "));
    const { attachments } = await json(replacementSchema, "replace", file, "--source", source, second, "--json");
    expect(attachments).toMatchObject([
      { path: second, fileName: "map.txt", status: "imported", attachedTo: source },
      { path: second, fileName: "blank.txt", status: "failed", attachedTo: source },
    ]);
    const third = await run(
      "replace",
      file,
      "--source",
      source,
      mail("third.eml", part("map.txt", "North of the weir.")),
    );
    expect(third.output).toContain("duplicate: map.txt");
  });

  test("refuses to print a mailbox as one text, and imports its mails", async () => {
    const { folder, file } = await smallProject();
    const mail = (subject: string) =>
      `From - Mon May  4 09:15:00 2026\nFrom: Ana <ana@example.org>\nDate: Mon, 4 May 2026 09:15:00 +0200\nSubject: ${subject}\n\nIt holds.\n\n`;
    const mailbox = join(folder, "inbox.mbox");
    writeFileSync(mailbox, mail("The weir") + mail("The gate"));
    const refused = await run("read", mailbox);
    expect(refused).toMatchObject({ exitCode: 1, output: "" });
    expect(refused.errors).toMatch(/^attache: inbox\.mbox is a mailbox that holds 2 mails.*Import it.*\n$/u);
    const imported = await json(importsSchema, "import", file, mailbox, "--json");
    expect(imported.map(({ path, fileName, title }) => [path, fileName, title])).toEqual([
      [mailbox, "inbox.mbox, mail 1.eml", "The weir"],
      [mailbox, "inbox.mbox, mail 2.eml", "The gate"],
    ]);
  });

  test("prints the text of a file of any format without a project, or says why it cannot", async () => {
    const folder = temporaryFolder();
    const fixture = (path: string) => join(root, "tests/fixtures", path);
    const word = await run("read", fixture("docx/mammoth-simple-list.docx"));
    expect(word).toMatchObject({ exitCode: 0, output: "Apple\nBanana\n", errors: "" });
    const pdf = await run("read", fixture("pdf/two-columns.pdf"));
    expect(pdf.output).toMatch(/^Ferries for the outer islands\nCosts a farmers judge /u);
    writeFileSync(join(folder, "picture.txt"), Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
    const refused = await run("read", join(folder, "picture.txt"));
    expect(refused).toMatchObject({ exitCode: 1, output: "" });
    expect(refused.errors).toMatch(/^attache: picture\.txt is a PNG picture\. [^\n]*\n$/u);
  });

  test("finds words, in all sources or in one, and says where they stand", async () => {
    const { file, source } = await smallProject();
    const { sources, total } = await json(searchSchema, "search", file, "gauge -dusk", "--json");
    expect(total).toBe(1);
    expect(sources).toMatchObject([
      { sourceId: source, total: 1, hits: [{ fromUtf16: 4, toUtf16: 9, locator: "para. 1" }] },
    ]);
    const [hit] = sources[0]?.hits ?? [];
    expect(hit?.snippet).toBe("The gauge was read at noon.");
    expect(hit?.marks).toEqual([{ fromUtf16: 4, toUtf16: 9 }]);
    const words = await run("search", file, '"at dusk"', "--source", source);
    expect(words.output).toContain("[para. 2] The gauge was read at dusk.");
    expect(await json(searchSchema, "search", file, "lantern", "--json")).toEqual({ sources: [], total: 0 });
    const refused = await run("search", file, "--", "-dusk");
    expect(refused).toMatchObject({ exitCode: 1, output: "" });
    expect(refused.errors).toMatch(/^attache: Add a word to look for.*\n$/u);
  });

  test("imports what it can, and names in the answer and on standard error what it cannot", async () => {
    const { folder, file } = await smallProject();
    writeFileSync(join(folder, "good.txt"), "Something that can be read.");
    mkdirSync(join(folder, "annexes"));
    writeFileSync(join(folder, "annexes", "table.txt"), "The table of the annex.");
    const paths = [
      join(folder, "gone.txt"),
      join(folder, "good.txt"),
      join(folder, "article.txt"),
      join(folder, "annexes"),
    ];
    const { exitCode, output, errors } = await run("import", file, ...paths, "--json");
    expect(exitCode).toBe(1);
    expect(importsSchema.parse(JSON.parse(output))).toMatchObject([
      { path: paths[0], status: "failed", sourceId: null, error: expect.stringContaining("gone.txt") },
      { path: paths[1], status: "imported", error: null },
      { path: paths[2], status: "duplicate", warnings: [expect.stringContaining("article.txt")], error: null },
      { path: join(folder, "annexes", "table.txt"), fileName: "table.txt", status: "imported", error: null },
    ]);
    expect(errors).toMatch(/^attache: gone\.txt [^\n]*\n$/u);
  });

  test("takes paths as they are given, relative to where it runs", async () => {
    const { file } = await smallProject();
    const relative = "resources/samples/01-compact-signed.txt";
    const output = execFileSync(process.execPath, [program, "import", file, relative, "--json"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(importsSchema.parse(JSON.parse(output))).toMatchObject([{ path: relative, status: "imported" }]);
  });

  test("writes text with line ends, dashes and quotation marks as it was given", async () => {
    const { file } = await smallProject();
    await run("add", file, "--section", "outlook", "--text", "--- “A” 'b' \"c\"\nsecond line 🌊");
    const { sections } = await json(briefSchema, "show", file, "--json");
    expect(sections.find(({ id }) => id === "outlook")?.children).toEqual([
      {
        type: "paragraph",
        children: [
          { type: "text", text: "--- “A” 'b' \"c\"", marks: [] },
          { type: "line-break" },
          { type: "text", text: "second line 🌊", marks: [] },
        ],
      },
    ]);
  });
});

describe("a command that fails", () => {
  test("exits 1 with one line on standard error, nothing on standard output, and changes nothing", async () => {
    const { folder, file, source } = await smallProject();
    const text = join(folder, "article.txt");
    const failures: readonly (readonly [words: readonly string[], said: RegExp])[] = [
      [[], /Name a command/u],
      [["frobnicate"], /unknown command 'frobnicate'/u],
      [["inf", file], /unknown command 'inf'.*info/u],
      [["info"], /missing required argument 'file'/u],
      [["info", file, "extra"], /too many arguments/u],
      [["info", file, "--jsno"], /unknown option '--jsno'/u],
      [["info", join(folder, "gone.brief")], /gone\.brief is no longer there/u],
      [["info", text], /article\.txt is not an Attaché project/u],
      [["info", folder], /is a folder/u],
      [["new", file], /small\.brief already exists/u],
      [["new", join(folder, "x.brief"), "--template", "none"], /no template “none”.*briefing-note/u],
      [["new", join(folder, "no", "x.brief")], /x\.brief could not be created/u],
      [["import", file], /missing required argument 'paths'/u],
      [["text", file, "source-none"], /no source source-none/u],
      [["excerpt", file, "--quote", "noon"], /required option '--source <id>' not specified/u],
      [["excerpt", file, "--source", source], /required option '--quote <text>' not specified/u],
      [["excerpt", file, "--source", "source-none", "--quote", "noon"], /no source source-none/u],
      [["excerpt", file, "--source", source, "--quote", "midnight"], /not in “article\.txt”/u],
      [["excerpt", file, "--source", source, "--quote", "Nothing moved."], /occur 2 times.*--occurrence/u],
      [["excerpt", file, "--source", source, "--quote", "noon", "--occurrence", "2"], /occur only once/u],
      [["excerpt", file, "--source", source, "--quote", "noon", "--occurrence", "two"], /occurrence/u],
      [["excerpt", file, "--source", source, "--quote", "noon", "--section", "summary"], /summary.*context, outcomes/u],
      [["excerpt", file, "--source", source, "--quote", "noon", "--section", "NO SUCH"], /sectionId/u],
      [["add", file, "--section", "context"], /required option '--text <text>' not specified/u],
      [["add", file, "--section", "annex", "--text", "Words"], /no section “annex”/u],
      [["add", file, "--section", "context", "--text", "Words", "--cite", "excerpt-none"], /no excerpt excerpt-none/u],
      [["header", file, "colour=red"], /“colour=red” is not KEY=VALUE.*to, from/u],
      [["header", file, "to"], /“to” is not KEY=VALUE/u],
      [["header", file, "date=tomorrow"], /“tomorrow” is not a date/u],
      [["export", file, join(folder, "no", "x.docx")], /folder “no” is no longer there/u],
      [["export", file, folder], /is a folder/u],
      [["export", file, file], /is this project itself/u],
    ];
    const before = contentsOf(folder);
    for (const [words, said] of failures) {
      const { exitCode, output, errors } = await run(...words);
      const command = words.slice(0, 1).concat(words.slice(2)).join(" ");
      expect(errors, command).toMatch(/^attache: [^\n]+\n$/u);
      expect(errors, command).toMatch(said);
      expect(output, command).toBe("");
      expect(exitCode, command).toBe(1);
    }
    expect(contentsOf(folder)).toEqual(before);
  });
});

describe("the history of a brief", () => {
  const snapshot = z.strictObject({
    id: z.string(),
    takenAt: z.iso.datetime(),
    reason: z.string(),
    act: z.string().nullable(),
    name: z.string().nullable(),
    words: z.number(),
    wordsAdded: z.number(),
    wordsRemoved: z.number(),
  });
  const now = z.strictObject({ words: z.number(), wordsAdded: z.number(), wordsRemoved: z.number() });
  const history = z.strictObject({ snapshots: z.array(snapshot), now });

  test("is listed, named, compared and restored, which is taken back the same way", async () => {
    const { file } = await smallProject();
    expect((await run("history", file)).output).toContain("No earlier version is kept yet");
    await run("add", file, "--section", "context", "--text", "The gauge stood at four metres.");
    const named = await json(snapshot, "name", file, "sent to DG 14:00", "--json");
    await run("add", file, "--section", "context", "--text", "It fell by one.");
    const listed = await run("history", file);
    expect(listed.output).toContain(`${named.id} · ${named.takenAt} · “sent to DG 14:00” · Named version · 6 words`);
    expect(listed.output).toContain("now · 10 words · +4 words");
    const shown = await run("history", file, "--show", named.id);
    expect(shown.output).toContain("Context\n  (1 paragraph the same)\n+ It fell by one.\n");
    const done = await run("history", file, "--show", named.id, "--with", "before");
    expect(done.output).toContain("version before: +6 words\n\nContext\n+ The gauge stood at four metres.\n");
    const restored = await json(
      z.strictObject({ restored: z.string(), beforeId: z.string(), brief: briefSchema }),
      "restore",
      file,
      named.id,
      "--json",
    );
    expect(await json(briefSchema, "show", file, "--json")).toEqual(restored.brief);
    expect((await run("show", file)).output).not.toContain("It fell by one.");
    expect((await run("restore", file, restored.beforeId)).output).toMatch(/^Restored snapshot-\w+: \+4 words\./u);
    expect((await run("show", file)).output).toContain("It fell by one.");
    const { snapshots } = await json(history, "history", file, "--json");
    expect(snapshots.filter(({ name }) => name !== null)).toHaveLength(1);
    const nowhere = await run("restore", file, "snapshot-none");
    expect(nowhere).toMatchObject({ exitCode: 1, errors: expect.stringContaining("history") });
  });
});

describe("what was deleted", () => {
  test("is listed, brought back, and deleted for good", async () => {
    const { file, source } = await smallProject();
    const kept = await json(excerptSchema, "excerpt", file, "--source", source, "--quote", "at dusk", "--json");
    expect((await run("removed", file)).output).toBe("Nothing that was deleted is kept.\n");
    expect((await run("delete", file, kept.id)).output).toBe("Deleted “at dusk”\n");
    const removedExcerpt = z.strictObject({
      kind: z.literal("excerpt"),
      id: z.literal(kept.id),
      sourceId: z.literal(source),
      sectionId: z.null(),
      quote: z.literal("at dusk"),
      removedAt: z.iso.datetime(),
      citations: z.array(z.number()),
    });
    await json(z.tuple([removedExcerpt]), "removed", file, "--json");
    await run("bring-back", file, kept.id);
    expect((await run("excerpts", file)).output).toContain("at dusk");
    await run("delete", file, source);
    expect((await run("sources", file)).output).toBe("\n");
    expect((await run("removed", file)).output).toMatch(
      new RegExp(`^${source} · article\\.txt · with its excerpt · deleted \\S+\\n$`, "u"),
    );
    expect((await run("bring-back", file, source)).output).toBe("Brought back “article.txt”\n");
    const early = await run("delete-for-good", file, source);
    expect(early).toMatchObject({ exitCode: 1, errors: expect.stringContaining("is not deleted") });
    await run("delete", file, source);
    expect((await run("delete-for-good", file, source)).output).toBe("Deleted for good: article.txt\n");
    expect((await run("removed", file)).output).toBe("Nothing that was deleted is kept.\n");
    expect(await run("bring-back", file, source)).toMatchObject({ exitCode: 1 });
  });
});
