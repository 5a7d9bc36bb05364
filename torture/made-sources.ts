/** Files to import, made from a seed: text whose words are known, Word documents and PDFs of several megabytes. */
import { createCipheriv, createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../fuzz/random.ts";
import { makeDocx, paragraph } from "../tests/support/docx-making.ts";
import { contentStream, onePage, textAt } from "../tests/support/raw-pdf.ts";

export interface MadeSource {
  readonly path: string;
  readonly fileName: string;
  readonly sha256: string;
  /** Its canonical text; null where that is for the reader to say. */
  readonly text: string | null;
}

const WORDS =
  "council river town ferry island plan winter school farmer bridge budget harbour minister promise audit crossing lantern survey quarry timber".split(
    " ",
  );
const MEGABYTE = 1024 * 1024;

export function sentence(random: Random, words = 12): string {
  const chosen = Array.from({ length: words }, () => random.pick(WORDS)).join(" ");
  return `${chosen.charAt(0).toUpperCase()}${chosen.slice(1)} ${random.below(1_000_000)}.`;
}

/** Writes a file with paragraphs that no other one has. */
export function makeSource(random: Random, folder: string, name: string): MadeSource {
  const paragraphs = Array.from({ length: 20 + random.below(60) }, () => sentence(random, 10 + random.below(40)));
  const kind = random.below(6);
  if (kind === 0) return write(folder, `${name}.docx`, docxOf(paragraphs, random), paragraphs.join("\n"));
  if (kind === 1) return write(folder, `${name}.pdf`, pdfOf(paragraphs, random), null);
  if (kind === 2) {
    const many = Array.from({ length: 12_000 }, () => sentence(random, 20));
    return write(folder, `${name}.txt`, Buffer.from(many.join("\n\n")), many.join("\n"));
  }
  return write(folder, `${name}.txt`, Buffer.from(paragraphs.join("\n\n")), paragraphs.join("\n"));
}

/** A newer version of a text: some paragraphs gone, some new, some changed. */
export function makeNewer(random: Random, folder: string, name: string, text: string): MadeSource {
  const paragraphs = text.split("\n").flatMap((line) => {
    const chance = random.below(12);
    if (chance === 0) return [];
    if (chance === 1) return [line, sentence(random, 18)];
    return chance === 2 ? [line.replace(/\w+/u, "Nobody")] : [line];
  });
  paragraphs.push(sentence(random, 9));
  return write(folder, `${name}.txt`, Buffer.from(paragraphs.join("\n\n")), paragraphs.join("\n"));
}

function write(folder: string, fileName: string, bytes: Uint8Array, text: string | null): MadeSource {
  const path = join(folder, fileName);
  writeFileSync(path, bytes);
  return { path, fileName, sha256: createHash("sha256").update(bytes).digest("hex"), text };
}

/** With a picture's worth of bytes that cannot be packed. */
function docxOf(paragraphs: readonly string[], random: Random): Uint8Array {
  const others = [{ name: "word/media/picture.bin", content: noise(random, 1 + random.below(3)) }];
  return makeDocx({ body: paragraphs.map((each) => paragraph(each)).join(""), others });
}

function pdfOf(paragraphs: readonly string[], random: Random): Uint8Array {
  const lines = paragraphs.map((each) => each.slice(0, 80)).slice(0, 50);
  const content = lines.map((line, index) => textAt(line, 60, 760 - index * 14, 10)).join("");
  return onePage(contentStream(content), [{ dictionary: "/Type/Noise", data: noise(random, 1 + random.below(4)) }]);
}

function noise(random: Random, megabytes: number): Uint8Array {
  const key = createHash("sha256").update(String(random.next())).digest();
  return createCipheriv("aes-256-ctr", key, Buffer.alloc(16)).update(Buffer.alloc(megabytes * MEGABYTE));
}
