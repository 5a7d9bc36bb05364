/**
 * The licences of all that is shipped and not ours, as one text: each package's own words, the same words once. Fails for
 * a package about which nothing can be said.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What packages hold under other licences than their own, in these folders of theirs. */
const FURTHER: Readonly<Record<string, readonly string[]>> = { "pdfjs-dist": ["cmaps", "standard_fonts", "wasm"] };
const LICENCE_FILE = /^(licen[cs]e|copying|copyright|notice)/i;
/** For packages that name a licence and carry no text of it. */
const STANDARD: Readonly<Record<string, string>> = {
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF
CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS
SOFTWARE.`,
};
const RULE = "=".repeat(80);

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

interface Licensed {
  /** Name, version and what the package says it is licensed under. */
  readonly title: string;
  readonly text: string;
}

/** `folders` are those of the packages, in any order and more than once. */
export function licenceTexts(folders: readonly string[]): string {
  const byText = new Map<string, Set<string>>();
  for (const { title, text } of [...new Set(folders)].flatMap(licensesOf)) {
    byText.set(text, (byText.get(text) ?? new Set()).add(title));
  }
  const entries = [...byText]
    .map(([text, titles]) => ({ head: [...titles].sort().join("\n"), text }))
    .sort((a, b) => (a.head < b.head ? -1 : 1));
  return `${[HEAD, ...entries.map(({ head, text }) => `${RULE}\n${head}\n\n${text}`)].join("\n\n")}\n`;
}

const HEAD = `Attaché: licences of what it is made of

Attaché itself is under the Apache License 2.0 (LICENSE). Who wrote what, and what it is used
for, is in NOTICE. Below are the packages of others that are part of the app, with their
licences as the packages carry them. Electron, Chromium and Node.js are under licences of
their own: see LICENSE.electron.txt and LICENSES.chromium.html beside the app's program.

Citations are set by citeproc-js, Copyright (c) 2009-2019 Frank Bennett, used unmodified under
the Common Public Attribution License 1.0 (https://opensource.org/license/cpal-1-0). Its
source, under the same licence: https://github.com/Juris-M/citeproc-js. The APA style and the
CSL locales are under Creative Commons Attribution-ShareAlike 3.0, unchanged
(https://creativecommons.org/licenses/by-sa/3.0/legalcode); the files name their authors.`;

function licensesOf(folder: string): Licensed[] {
  // npm's own file, of which only these fields are read.
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const title = `${manifest.name} ${manifest.version} (${manifest.license ?? "no licence named"})`;
  const own = textsIn(folder);
  const further = (FURTHER[manifest.name] ?? []).flatMap((part) =>
    textsIn(join(folder, part)).map(({ name, text }) => ({ title: `${title}, ${part}/${name}`, text })),
  );
  if (own.length === 0) return [{ title, text: withoutText(manifest) }, ...further];
  return [...own.map(({ text }) => ({ title, text })), ...further];
}

function textsIn(folder: string): { readonly name: string; readonly text: string }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name) && existsSync(join(folder, entry.name)))
    .map(({ name }) => ({ name, text: tidy(readFileSync(join(folder, name), "utf8")) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function withoutText({ name, license = "", author = "" }: Manifest): string {
  const text = STANDARD[license];
  const person = typeof author === "string" ? author : author.name;
  if (text === undefined || person === "")
    throw new Error(`${name} says not under which licence it is, or not whose it is`);
  return `Copyright (c) ${person}\n\n${text}`;
}

/** Line ends and spaces that nobody sees must not make two texts of one. */
function tidy(text: string): string {
  return text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t\f]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}
