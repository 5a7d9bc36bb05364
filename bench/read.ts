/**
 * The text of long PDFs and of a long Word document: `attache read` against pdftotext and pandoc, whole processes in
 * turn. PDFs that others made are measured where `npm run corpus` brought them. Says where a rival is missing.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { makeLongDocx } from "../tests/support/long-docx.ts";
import { inFolder } from "./in-folder.ts";
import { longParagraphs } from "./long-brief.ts";
import { median, round } from "./statistics.ts";

const ROUNDS = 5;
const PAGES = 100;
const LINES = 44;
const FONT_POINTS = 11;
const attache = join(import.meta.dirname, "../out/main/attache.js");

/** A hundred pages of prose with a running head and page numbers. */
async function writePdf(path: string): Promise<void> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const words = longParagraphs().join(" ").split(" ");
  let at = 0;
  for (let number = 1; number <= PAGES; number += 1) {
    const page = pdf.addPage([595, 842]);
    page.drawText("Basin council, annual report", { x: 72, y: 800, size: 9, font });
    for (let line = 0; line < LINES; line += 1) {
      const text: string[] = [];
      while (text.join(" ").length < 78) text.push(words[at++ % words.length] ?? "");
      page.drawText(text.join(" "), { x: 72, y: 760 - line * 15, size: FONT_POINTS, font });
    }
    page.drawText(String(number), { x: 290, y: 40, size: 9, font });
  }
  writeFileSync(path, await pdf.save());
}

function time(command: string, args: readonly string[]): number {
  const startedAt = performance.now();
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (error || status !== 0) throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? stderr}`);
  return performance.now() - startedAt;
}

function readOnce(path: string): number {
  return time(process.execPath, [attache, "read", path]);
}

const corpus = join(import.meta.dirname, "../.cache/corpus");
const FEWEST_PAGES = 80;
const MOST_PAGES = 250;
const MOST_FILES = 3;

/** Some PDFs of about that length that others made, the same at every run. */
function realPdfs(): string[] {
  if (!existsSync(corpus) || !isThere("pdfinfo")) return [];
  return readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".pdf"))
    .sort()
    .map((name) => join(corpus, name))
    .filter((path) => {
      const pages = Number(
        /^Pages:\s+(\d+)/mu.exec(spawnSync("pdfinfo", [path], { encoding: "utf8" }).stdout)?.[1] ?? 0,
      );
      return pages >= FEWEST_PAGES && pages <= MOST_PAGES;
    })
    .slice(0, MOST_FILES);
}

function isThere(command: string): boolean {
  return !spawnSync(command, ["--version"]).error;
}

interface Rival {
  readonly command: string;
  readonly args: readonly string[];
}

function compare(name: string, path: string, { command, args }: Rival, aim: number) {
  if (!isThere(command)) {
    console.log(`${command} is not on this machine: ${name} is measured without it`);
    return { [`read: ${name}, ms`]: round(median(Array.from({ length: ROUNDS }, () => readOnce(path)))) };
  }
  const own: number[] = [];
  const theirs: number[] = [];
  readOnce(path);
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    theirs.push(time(command, args));
    own.push(readOnce(path));
  }
  return {
    [`read: ${name}, ms`]: round(median(own)),
    [`read: ${name}, ${command}, ms`]: round(median(theirs)),
    [`read: ${name}, ratio (at most ${aim})`]: round(median(own) / median(theirs), 2),
  };
}

export function measureRead(): Promise<Record<string, number>> {
  return inFolder(async (folder) => {
    const [pdf, docx] = [join(folder, "report.pdf"), join(folder, "report.docx")];
    await writePdf(pdf);
    writeFileSync(docx, await makeLongDocx(PAGES));
    const real = realPdfs().map((path) =>
      compare(basename(path), path, { command: "pdftotext", args: [path, join(folder, "real.txt")] }, 4),
    );
    return {
      ...Object.assign({}, ...real),
      ...compare("PDF of 100 pages", pdf, { command: "pdftotext", args: [pdf, join(folder, "pdf.txt")] }, 4),
      ...compare(
        "DOCX of 100 pages",
        docx,
        { command: "pandoc", args: ["-t", "plain", docx, "-o", join(folder, "docx.txt")] },
        0.6,
      ),
    };
  });
}
