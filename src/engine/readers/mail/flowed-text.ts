/**
 * Text of mails that was broken to lines and says how to put it together again: format=flowed (RFC 3676). Must not
 * touch text that does not say so.
 */

interface QuotedLine {
  readonly depth: number;
  readonly text: string;
}

function quotedLine(line: string): QuotedLine {
  const marks = /^>*/u.exec(line)?.[0] ?? "";
  const rest = line.slice(marks.length);
  // A space is put before what would be read as a mark otherwise.
  return { depth: marks.length, text: rest.startsWith(" ") ? rest.slice(1) : rest };
}

/** The text with its paragraphs in one line each. `deletesSpace` is the parameter DelSp. */
export function unflow(text: string, deletesSpace: boolean): string {
  const lines: string[] = [];
  let parts: string[] = [];
  let depth = 0;
  const flush = (): void => {
    if (parts.length > 0) lines.push(depth === 0 ? parts.join("") : `${">".repeat(depth)} ${parts.join("")}`);
    parts = [];
  };
  for (const raw of text.split(/\r\n|\n|\r/u)) {
    const line = quotedLine(raw);
    if (line.depth !== depth) flush();
    depth = line.depth;
    const isFlowed = line.text.endsWith(" ") && line.text !== "-- ";
    if (line.text === "-- ") flush();
    parts.push(isFlowed && deletesSpace ? line.text.slice(0, -1) : line.text);
    if (!isFlowed) flush();
  }
  flush();
  return lines.join("\n");
}
