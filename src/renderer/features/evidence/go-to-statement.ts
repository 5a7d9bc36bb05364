/** From a statement of the evidence to its words in the brief. */
import type { SupportedStatement } from "../../../core/review/statements/statement.ts";
import type { Workspace } from "../../state/workspace.ts";

export function goToStatement({ findings }: Workspace, { place }: SupportedStatement): void {
  void findings.goTo(place);
}
