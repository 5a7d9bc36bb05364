// Proves that what comes with the newer version of a mail becomes sources of the project too, none of them twice, and
// that the answer says what came.
import { describe, expect, test } from "vitest";
import { isInForce } from "../../src/core/source/source.ts";
import { HEADERS, madeMail, madeParts } from "../support/made-mail.ts";
import { openNewProject, writeTo } from "../support/written-project.ts";

function attached(fileName: string, text: string): string {
  return `Content-Type: text/plain; name="${fileName}"\nContent-Disposition: attachment; filename="${fileName}"\n\n${text}`;
}

function mail(text: string, ...attachments: readonly string[]): Uint8Array {
  return madeMail(
    [...HEADERS, "Content-Type: multipart/mixed; boundary=b"],
    madeParts("b", [`\n${text}`, ...attachments]),
  );
}

const TABLE = attached("table.txt", "Quay one, quay two.");
const MAP = attached("map.txt", "North of the weir.");

async function replaced(before: Uint8Array, after: Uint8Array) {
  const project = await openNewProject();
  const { engine, folder } = project;
  const [first] = await engine.call("importFiles", { paths: [writeTo(folder, "first.eml", before)] });
  if (!first?.sourceId) throw new Error("The mail was not imported.");
  const path = writeTo(folder, "second.eml", after);
  const replacement = await engine.call("replaceSource", { sourceId: first.sourceId, path });
  return { ...project, sourceId: first.sourceId, path, replacement };
}

describe("the newer version of a mail", () => {
  test("brings its new attachments, ties those that are here already, and says so", async () => {
    const { replacement, sourceId, path } = await replaced(mail("As promised.", TABLE), mail("Corrected.", TABLE, MAP));
    const { attachments, sources } = replacement;
    expect(attachments.map(({ fileName, status, attachedTo }) => [fileName, status, attachedTo])).toEqual([
      ["table.txt", "duplicate", sourceId],
      ["map.txt", "imported", sourceId],
    ]);
    expect(JSON.stringify(replacement)).not.toContain(path);
    const inForce = sources.filter(isInForce);
    expect(inForce.map(({ fileName, attachedTo }) => [fileName, attachedTo])).toEqual([
      ["second.eml", []],
      ["table.txt", [sourceId]],
      ["map.txt", [sourceId]],
    ]);
  });

  test("ties a file of the project that had come by itself", async () => {
    const project = await openNewProject();
    const { engine, folder } = project;
    const paths = [
      writeTo(folder, "map.txt", "North of the weir."),
      writeTo(folder, "first.eml", mail("As promised.")),
    ];
    const [map, first] = await engine.call("importFiles", { paths });
    if (!first?.sourceId) throw new Error("The mail was not imported.");
    const path = writeTo(folder, "second.eml", mail("Corrected.", MAP));
    const { sources } = await engine.call("replaceSource", { sourceId: first.sourceId, path });
    expect(sources.filter(isInForce)).toHaveLength(2);
    expect(sources.find(({ id }) => id === map?.sourceId)?.attachedTo).toEqual([first.sourceId]);
  });

  test("is in force where an attachment of it cannot be read, which is said", async () => {
    const blank = attached("blank.txt", " ");
    const { replacement } = await replaced(mail("As promised."), mail("Corrected.", blank, MAP));
    expect(replacement.attachments.map(({ fileName, status }) => [fileName, status])).toEqual([
      ["blank.txt", "failed"],
      ["map.txt", "imported"],
    ]);
    expect(replacement.attachments[0]?.error?.message).toContain("blank.txt");
  });

  test("keeps them in the file, and a version before that is taken back leaves them where they are", async () => {
    const { engine, replacement, path: _, ...project } = await replaced(mail("As promised."), mail("Corrected.", MAP));
    const { sources } = await engine.call("restoreVersion", { versionId: replacement.versionId });
    expect(sources.filter(isInForce).map(({ fileName }) => fileName)).toEqual(["first.eml", "map.txt"]);
    expect((await engine.call("verify", {})).problems).toEqual([]);
    expect(project.sourceId).toBe(replacement.sourceId);
  });
});

test("another reading of the same bytes brings nothing", async () => {
  const { engine, folder } = await openNewProject();
  const [page] = await engine.call("importFiles", {
    paths: [writeTo(folder, "page.txt", Buffer.from("Caf\u00e9 by the weir.", "latin1"))],
  });
  if (!page?.sourceId) throw new Error("The page was not imported.");
  const { attachments } = await engine.call("setReading", { sourceId: page.sourceId, encoding: "shift_jis" });
  expect(attachments).toEqual([]);
});
