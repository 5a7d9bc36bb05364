/**
 * The documents whose every element is kept and compared (tests/golden), and how their XML is made comparable: an
 * element a line, in the order of the file.
 *
 * After a change of the output that is meant: `WRITE_GOLDENS=FOLDER npx vitest run tests/engine/golden-documents.test.ts`
 * writes them anew, and the documents themselves into FOLDER. Read the difference and look at the pages before it is
 * committed.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import JSZip from "jszip";
import { citationStyleIdSchema } from "../../src/core/export/export-options.ts";
import { writeDocx } from "../../src/engine/writers/docx/write-docx.ts";
import { docxInput } from "./docx-input.ts";
import { FULL_BRIEF } from "./full-brief.ts";
import { exportPlanned } from "./planned-brief.ts";
import { tracedStatements } from "./traced-statements.ts";
import { parseXml, type XmlNode } from "./xml-tree.ts";

const repository = join(import.meta.dirname, "../..");
export const GOLDEN_FOLDER = join(repository, "tests/golden");
export const SHARED_STRUCTURE = join(GOLDEN_FOLDER, "shared-structure.txt");
const SAMPLES = join(repository, "resources/samples");
const SHARED = join(repository, "../shared");

/** Parts by their paths, as they are compared. */
export type Golden = ReadonlyMap<string, string>;

/** By the name of the folder that holds each. */
export const GOLDEN_DOCUMENTS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  samples: async () =>
    (await exportPlanned(join(SAMPLES, "briefs/ilvane-compact.json"), SAMPLES, { evidenceAnnex: true })).bytes,
  everything: () => {
    const options = { evidenceAnnex: true, traceabilityAnnex: true };
    return writeDocx(docxInput({ ...FULL_BRIEF, options, statements: tracedStatements(FULL_BRIEF) }));
  },
  "everything-endnotes": () => writeDocx(docxInput({ ...FULL_BRIEF, options: { notes: "endnotes" } })),
  "everything-word-sources": () => {
    const options = { wordSources: true, citationStyleId: citationStyleIdSchema.parse("apa") };
    return writeDocx(docxInput({ ...FULL_BRIEF, options }));
  },
};

/** The brief of the shared articles, whose words are not ours to keep; null where they are not at hand. */
export function sharedDocument(): (() => Promise<Uint8Array>) | null {
  const plan = join(SHARED, "briefs/china-rok-summit.json");
  return existsSync(plan)
    ? async () => (await exportPlanned(plan, join(SHARED, "sources"), { evidenceAnnex: true })).bytes
    : null;
}

/** Every part of a document as lines; ids that differ from run to run are taken out. */
export async function goldenOf(bytes: Uint8Array): Promise<Golden> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.keys(zip.files).map(async (path) => {
    const xml = (await zip.file(path)?.async("string")) ?? "";
    return [goldenName(path), linesOf(parseXml(xml)).replace(/project-[2-9a-z]{12}/g, "project-…")] as const;
  });
  return new Map(await Promise.all(parts));
}

/** What a document consists of without what it says: a paragraph a line, its style, how many notes and links it has. */
export async function structureOf(bytes: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(bytes);
  const body = parseXml((await zip.file("word/document.xml")?.async("string")) ?? "");
  const lines: string[] = [];
  const count = (node: XmlNode, name: string): number =>
    node.children.reduce((sum, inner) => sum + (inner.name === name ? 1 : 0) + count(inner, name), 0);
  const walk = (node: XmlNode): void => {
    if (node.name !== "w:p") {
      for (const inner of node.children) walk(inner);
      return;
    }
    const style = node.children[0]?.children.find(({ name }) => name === "w:pStyle")?.attributes["w:val"] ?? "Normal";
    lines.push(`${style} notes=${count(node, "w:footnoteReference")} links=${count(node, "w:hyperlink")}`);
  };
  walk(body);
  return `${lines.join("\n")}\n`;
}

/** "word_document.xml" for "word/document.xml": one folder for each document, without folders in it. */
function goldenName(path: string): string {
  return path.replaceAll("/", "_").replace(/(?:\.rels)$/, ".rels.xml");
}

function linesOf(node: XmlNode, depth = 0): string {
  if (node.name === "") return node.children.map((inner) => linesOf(inner)).join("");
  if (node.name.startsWith("?")) return "";
  const indent = "  ".repeat(depth);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const start = `${indent}<${node.name}${attributes.join("")}`;
  const elements = node.children.map((inner) => linesOf(inner, depth + 1)).join("");
  if (elements !== "") return `${start}>\n${elements}${indent}</${node.name}>\n`;
  return node.text === "" ? `${start}/>\n` : `${start}>${escaped(node.text)}</${node.name}>\n`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("\n", "&#10;");
}
