/**
 * Reads the HTML that citeproc writes, a handful of tags of its own, into runs. Unseals the text of sources on the way.
 */
import type { NoteRun } from "../../core/citation/formatted-citations.ts";
import { unseal } from "./seal-text.ts";

type Format = Omit<NoteRun, "text">;

const PART = /<(\/?)(\w+)([^>]*)>|&#(\d+);|[^<&]+|[<&]/g;

/** The runs of a note or reference, without white space at its ends; neighbours of one format are one run. */
export function runsOfHtml(html: string): NoteRun[] {
  const formats: Format[] = [{}];
  const runs: NoteRun[] = [];
  const write = (text: string) => runs.push({ text, ...formats.at(-1) });
  for (const [part, closing, tag, attributes = "", code] of html.matchAll(PART)) {
    if (code !== undefined) write(String.fromCodePoint(Number(code)));
    else if (tag === undefined) write(part);
    else if (closing) formats.length = Math.max(1, formats.length - 1);
    else {
      // Parts of a reference that a style sets apart, such as its number, stand in a row here.
      if (tag === "div") write(" ");
      formats.push(changed(formats.at(-1) ?? {}, tag, attributes));
    }
  }
  return trimmed(joined(runs)).map((run) => ({ ...run, text: unseal(run.text) }));
}

function changed(format: Format, tag: string, attributes: string): Format {
  switch (tag) {
    case "i":
    case "em":
      return { ...format, italic: true };
    case "b":
      return { ...format, bold: true };
    case "sup":
      return { ...format, position: "superscript" };
    case "sub":
      return { ...format, position: "subscript" };
    default:
      return styled(format, attributes);
  }
}

function styled(format: Format, attributes: string): Format {
  if (attributes.includes("small-caps")) return { ...format, smallCaps: true };
  const { italic, bold, smallCaps, position } = format;
  const upright = attributes.includes("font-style:normal");
  const light = attributes.includes("font-weight:normal");
  const plain = attributes.includes("font-variant:normal");
  const level = attributes.includes("baseline");
  return {
    ...(italic && !upright && { italic }),
    ...(bold && !light && { bold }),
    ...(smallCaps && !plain && { smallCaps }),
    ...(position && !level && { position }),
  };
}

function joined(runs: readonly NoteRun[]): NoteRun[] {
  const result: NoteRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && isSameFormat(last, run)) result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  // Two blank ends that meet are one; a sealed space is the source's own and stays.
  return result.map((run) => ({ ...run, text: run.text.replace(/[ \n\t]{2,}|[\n\t]/g, " ") }));
}

function isSameFormat(one: NoteRun, other: NoteRun): boolean {
  return (
    one.italic === other.italic &&
    one.bold === other.bold &&
    one.smallCaps === other.smallCaps &&
    one.position === other.position
  );
}

function trimmed(runs: readonly NoteRun[]): NoteRun[] {
  const [first = -1, last = -1] = [
    runs.findIndex(({ text }) => text.trim() !== ""),
    runs.findLastIndex(({ text }) => text.trim() !== ""),
  ];
  if (first < 0) return [];
  return runs.slice(first, last + 1).map((run, index, { length }) => {
    const start = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === length - 1 ? start.trimEnd() : start };
  });
}
