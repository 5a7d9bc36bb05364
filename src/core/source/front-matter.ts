/**
 * The YAML front matter that Markdown files begin with, as far as a bibliography needs it: plain keys, quoted values,
 * lists. Not a YAML parser.
 */

export const MAX_FRONT_MATTER_LINES = 60;

const KEY_VALUE = /^([A-Za-z][\w -]{0,30}?)\s*:\s*(.*)$/u;

/** The index of the first line after the front matter; 0 where there is none. */
export function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0] !== "---") return 0;
  const end = lines.findIndex((line, index) => index > 0 && (line === "---" || line === "..."));
  const isFrontMatter = end > 1 && lines.slice(1, end).some((line) => KEY_VALUE.test(line.slice(0, 300)));
  return isFrontMatter ? end + 1 : 0;
}

function unquote(value: string): string {
  const trimmed = value.trim();
  return /^(["'])(?:.*)\1$/u.test(trimmed) ? trimmed.slice(1, -1).trim() : trimmed;
}

/** The values of each key, in lower case and in order; none where there is no front matter. */
export function readFrontMatter(lines: readonly string[]): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const line of lines.slice(1, Math.max(1, frontMatterEnd(lines) - 1))) {
    const item = /^-\s+(.+)$/u.exec(line)?.[1];
    if (item !== undefined && current !== undefined) {
      current.push(unquote(item.replace(/^name\s*:/u, "")));
      continue;
    }
    const pair = KEY_VALUE.exec(line);
    if (!pair) continue;
    const value = pair[2] ?? "";
    const list = /^\[(.*)\]$/u.exec(value)?.[1];
    current = (list === undefined ? [value] : list.split(",")).map(unquote).filter((entry) => entry !== "");
    fields.set((pair[1] ?? "").toLowerCase(), current);
  }
  return fields;
}
