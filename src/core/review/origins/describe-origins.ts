/** What sources come to, in words: "3 outlets, at least 1 origin: Xinhua". */
import type { Origin } from "./origin.ts";

const NAMED = 3;

/** "at least", since that two are apart does not prove that neither has its words from the other. */
export function describeOrigins(outlets: number, origins: readonly Origin[]): string {
  if (origins.length === 0) return "No source";
  const names = [...new Set(origins.map(({ name }) => name))];
  const more = names.length - NAMED;
  const named = more > 0 ? `${names.slice(0, NAMED).join(", ")} and ${more} more` : names.join(", ");
  const count = `${origins.length} ${origins.length === 1 ? "origin" : "origins"}`;
  const atLeast = outlets === 1 && origins.length === 1 ? count : `at least ${count}`;
  return `${outlets} ${outlets === 1 ? "outlet" : "outlets"}, ${atLeast}: ${named}`;
}
