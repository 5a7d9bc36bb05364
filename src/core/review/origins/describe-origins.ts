/** What a statement's sources come to, in words. */
import { count } from "../finding-words.ts";

/**
 * "3 outlets, at least 1 origin: Xinhua", of the outlets whose texts are cited. "At least", since that two are apart does
 * not prove that neither has its words from the other.
 */
export function originsInWords(outletCount: number, names: readonly string[]): string {
  return `${count(outletCount, "outlet")}, at least ${count(names.length, "origin")}: ${names.join(", ")}`;
}
