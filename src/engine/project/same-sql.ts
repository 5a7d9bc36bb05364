/** Compares statements of a schema: two versions of SQLite may write one table down with other spaces and quotes. */

const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_]*|\s+|[\s\S]/gu;

/** True where both are the same words, comments, white space and the quotes around names aside. */
export function sameSql(sql: string | null, other: string | null): boolean {
  if (sql === other) return true;
  return sql !== null && other !== null && wordsOf(sql) === wordsOf(other);
}

function wordsOf(sql: string): string {
  return [...sql.matchAll(TOKEN)]
    .map(([token]) => token)
    .filter((token) => !/^(?:\s|--|\/\*)/u.test(token))
    .map((token) => (/^"\w+"$/u.test(token) ? token.slice(1, -1) : token))
    .map((token) => (token.startsWith("'") ? token : token.toLowerCase()))
    .join("\u0000");
}
