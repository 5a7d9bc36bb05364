// Proves that a mailbox file becomes one source for each of its mails, in order, and that what is no mailbox of several
// mails stays one source.
import { describe, expect, test } from "vitest";
import { canonicalText } from "../../src/core/source/block.ts";
import { HEADERS, madeMail, madeParts } from "../support/made-mail.ts";
import { refusalOf } from "../support/test-engine.ts";
import { openNewProject, writeTo } from "../support/written-project.ts";

const MARK = "From m@example.org Mon May  4 09:15:00 2026";

function headers(subject: string): string[] {
  return HEADERS.map((line) => (line.startsWith("Subject:") ? `Subject: ${subject}` : line));
}

function mailbox(mails: readonly Uint8Array[], mark = MARK): Buffer {
  return Buffer.concat(mails.flatMap((mail) => [Buffer.from(`${mark}\r\n`), mail, Buffer.from("\r\n")]));
}

const FIRST = madeMail(headers("The first"), "The gauge stood at two metres.\n");
const SECOND = madeMail(
  headers("The second"),
  "It asks:\n\n>From here on, who reads it?\n\nFrom Monday on at 9:30, in 2026, we do.\n",
);

async function importing(name: string, bytes: Uint8Array) {
  const project = await openNewProject();
  const results = await project.engine.call("importFiles", { paths: [writeTo(project.folder, name, bytes)] });
  const { sources } = await project.engine.call("getProject", {});
  return { ...project, results, sources };
}

describe("a mailbox", () => {
  test("becomes a source for each mail, in order, each naming the file that it came with", async () => {
    const { results, sources, engine } = await importing("inbox.mbox", mailbox([FIRST, SECOND]));
    expect(results.map(({ fileName, status, title }) => [fileName, status, title])).toEqual([
      ["inbox.mbox, mail 1.eml", "imported", "The first"],
      ["inbox.mbox, mail 2.eml", "imported", "The second"],
    ]);
    expect(sources.map(({ fileName, format }) => [fileName, format])).toEqual([
      ["inbox.mbox, mail 1.eml", "eml"],
      ["inbox.mbox, mail 2.eml", "eml"],
    ]);
    const [, second] = sources;
    if (!second) throw new Error("The second mail is missing.");
    const text = canonicalText(await engine.call("getSourceText", { sourceId: second.id }));
    expect(text).toContain("From here on, who reads it?");
    expect(text).toContain("From Monday on at 9:30, in 2026, we do.");
  });

  test("brings what is attached to its mails, and a mail in it that cannot be read stops none of the others", async () => {
    const withFile = madeMail(
      [...headers("With a table"), "Content-Type: multipart/mixed; boundary=b"],
      madeParts("b", [
        "\nThe table is attached.",
        'Content-Type: text/plain; name="table.txt"\nContent-Disposition: attachment; filename="table.txt"\n\nQuay one, quay two.',
      ]),
    );
    const sealed = madeMail(
      [...headers("Sealed"), "Content-Type: text/plain"],
      "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n",
    );
    const { results } = await importing("inbox", mailbox([withFile, sealed, FIRST]));
    expect(results.map(({ fileName, status }) => [fileName, status])).toEqual([
      ["inbox, mail 1.eml", "imported"],
      ["table.txt", "imported"],
      ["inbox, mail 2.eml", "failed"],
      ["inbox, mail 3.eml", "imported"],
    ]);
    expect(results[1]?.attachedTo).toBe(results[0]?.sourceId);
  });

  test("knows the mails again that are in the project, from a mailbox or by themselves", async () => {
    const { engine, folder } = await importing("inbox.mbox", mailbox([FIRST, SECOND]));
    const paths = [
      writeTo(folder, "later.mbox", mailbox([SECOND, FIRST], "From - Tue May  5 10:00:00 2026")),
      writeTo(folder, "first.eml", FIRST),
    ];
    const results = await engine.call("importFiles", { paths });
    expect(results.map(({ status }) => status)).toEqual(["duplicate", "duplicate", "duplicate"]);
  });

  test("may begin with a byte order mark", async () => {
    const bytes = Buffer.concat([Buffer.from("\ufeff"), mailbox([FIRST, SECOND])]);
    const { results } = await importing("marked.mbox", bytes);
    expect(results.map(({ title }) => title)).toEqual(["The first", "The second"]);
  });

  test("of one mail is one source under its own name", async () => {
    const { results } = await importing("one.mbox", mailbox([FIRST]));
    expect(results.map(({ fileName, title }) => [fileName, title])).toEqual([["one.mbox", "The first"]]);
  });

  test("of 1,000 mails is read, of more it is refused in words", async () => {
    const mails = Array.from({ length: 1_001 }, (_, index) => madeMail(headers(`Mail ${index}`), `Text ${index}.\n`));
    const { engine, folder, results } = await importing("all.mbox", mailbox(mails.slice(0, 1_000)));
    expect(results.filter(({ status }) => status === "imported")).toHaveLength(1_000);
    const [refused, ...others] = await engine.call("importFiles", {
      paths: [writeTo(folder, "more.mbox", mailbox(mails))],
    });
    expect(others).toEqual([]);
    expect(refused?.error).toMatchObject({ code: "file-too-complex" });
    expect(refused?.error?.message).toMatch(/more\.mbox.*1,001 mails.*1,000/u);
  });

  test("stops where the import is cancelled, and says how many mails are left", async () => {
    const project = await openNewProject();
    const { engine } = project;
    const mails = Array.from({ length: 300 }, (_, index) => madeMail(headers(`Mail ${index}`), `Text ${index}.\n`));
    engine.onEvent(({ type }) => {
      if (type === "import-result") void engine.call("cancelImport", {});
    });
    const results = await engine.call("importFiles", { paths: [writeTo(project.folder, "long.mbox", mailbox(mails))] });
    const imported = results.filter(({ status }) => status === "imported").length;
    expect(imported).toBeGreaterThan(0);
    expect(imported).toBeLessThan(300);
    expect(results.at(-1)?.error?.code).toBe("cancelled");
    expect(results.at(-1)?.error?.message).toMatch(/\d+ mails of long\.mbox/u);
  });

  test("cannot take the place of one source", async () => {
    const { engine, folder, sources } = await importing("first.eml", FIRST);
    const path = writeTo(folder, "inbox.mbox", mailbox([FIRST, SECOND]));
    const [source] = sources;
    if (!source) throw new Error("The mail is missing.");
    const refusal = await refusalOf(engine.call("replaceSource", { sourceId: source.id, path }));
    expect(refusal.message).toMatch(/2 mails.*Import it/u);
  });
});

test("a text in which a line looks like the beginning of a mail stays one source", async () => {
  const text = "From Ana Mon May  4 it was known.\n\nFrom then at 9:30 on, in 2026, all was well.\n";
  const { results } = await importing("notes.txt", Buffer.from(text));
  expect(results.map(({ fileName, status }) => [fileName, status])).toEqual([["notes.txt", "imported"]]);
});
