/**
 * When the user deleted a source or an excerpt, of which the file keeps a mark and a time: told from both, since other
 * programs may have set the mark alone.
 */

/** SQL for the time, null of what is not deleted. Without one, the last edit is the latest that it can have been. */
export function whenRemoved(table: "source" | "excerpt"): string {
  const lastEdit = "(SELECT value ->> '$' FROM meta WHERE key = 'modified-at')";
  return `IIF(${table}.removed = 1, COALESCE(${table}.removed_at, ${lastEdit}), NULL)`;
}
