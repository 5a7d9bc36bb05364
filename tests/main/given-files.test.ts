import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { givenFiles } from "../../src/main/given-files.ts";

const folder = resolve("/somewhere/of mine");
const program = join(folder, "attache");

describe("the files that the system names on a command line", () => {
  test("are taken from where it was given", () => {
    expect(givenFiles([program, "Harbour.brief"], folder)).toEqual([join(folder, "Harbour.brief")]);
    expect(givenFiles([program, resolve("/elsewhere/NOTE.BRIEF")], folder)).toEqual([resolve("/elsewhere/NOTE.BRIEF")]);
  });

  test("may be addresses, with whatever is written otherwise in one", () => {
    const path = join(folder, "50% more – für Zoë.brief");
    expect(givenFiles([program, pathToFileURL(path).href], folder)).toEqual([path]);
  });

  test("may be several, each once", () => {
    const [one, two] = [join(folder, "one.brief"), join(folder, "two.brief")];
    expect(givenFiles([program, one, two, "one.brief", pathToFileURL(two).href], folder)).toEqual([one, two]);
  });

  test("are neither switches nor the program nor files of another kind", () => {
    const line = [join(folder, "program.brief"), "--user-data-dir=/x.brief", "-y.brief", "notes.docx", "--"];
    expect(givenFiles(line, folder)).toEqual([]);
  });

  test("are not what no path leads to", () => {
    const line = [
      program,
      "https://example.com/a.brief",
      "file://%zz/a.brief",
      "file:///a%2fb.brief",
      "file:a%00b.brief",
    ];
    const paths = givenFiles(line, folder);
    // The first is a path like any other: a folder may be called "https:".
    expect(paths).toEqual([resolve(folder, "https://example.com/a.brief")]);
  });
});
