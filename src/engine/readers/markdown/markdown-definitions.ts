/**
 * Finds the definitions of links and notes of a Markdown text line by line, before it is parsed: pieces of a long text
 * need those that stand in other pieces, and the marks of notes depend on all of them.
 */

export interface MarkdownDefinitions {
  /** The source of each definition of a link, by its normalised label. */
  readonly links: ReadonlyMap<string, string>;
  /** The normalised labels of the notes that are defined. */
  readonly notes: ReadonlySet<string>;
}

const LINK_DEFINITION = /^ {0,3}\[(?!\^)((?:[^[\]\\]|\\.){1,999})\]:/u;
const NOTE_DEFINITION = /^ {0,3}\[\^((?:[^[\]\\\s]|\\.){1,999})\]:/u;
const LABEL = /\[(\^?)((?:[^[\]\\]|\\.){1,999})\]/gu;

/** As CommonMark compares labels: case and white space do not count. */
export function normalisedLabel(label: string): string {
  return label.replace(/\s+/gu, " ").trim().toLowerCase().toUpperCase();
}

export function findDefinitions(lines: readonly string[]): MarkdownDefinitions {
  const links = new Map<string, string>();
  const notes = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (!line.includes("]:")) continue;
    const note = NOTE_DEFINITION.exec(line)?.[1];
    if (note !== undefined) notes.add(normalisedLabel(note));
    const link = LINK_DEFINITION.exec(line);
    if (!link) continue;
    const label = normalisedLabel(link[1] ?? "");
    // The address may stand on the next line.
    const isBare = line.slice(link[0].length).trim() === "";
    if (!links.has(label)) links.set(label, isBare ? `${line}\n${lines[index + 1] ?? ""}` : line);
  }
  return { links, notes };
}

/** What a piece needs appended so that its labels mean what they mean in the whole text. */
export function borrowedDefinitions(piece: string, { links, notes }: MarkdownDefinitions): string {
  if (links.size === 0 && notes.size === 0) return "";
  const borrowed = new Map<string, string>();
  for (const [, caret, label = ""] of piece.matchAll(LABEL)) {
    const key = normalisedLabel(label);
    if (caret === "^" && notes.has(key)) borrowed.set(`^${key}`, `[^${label}]: x`);
    const link = caret === "" ? links.get(key) : undefined;
    if (link !== undefined) borrowed.set(key, link);
  }
  return [...borrowed.values()].map((definition) => `\n\n${definition}`).join("");
}
