/** What the user is told once of a project that was brought up to date: the same in the window and in the terminal. */
import type { Upgrade } from "./upgrade.ts";

export function whatWasUpgraded({ copyName }: Upgrade, what: string): string {
  return `${what} was made by an earlier Attaché and has been brought up to date. A copy as it was lies beside it: “${copyName}”.`;
}
