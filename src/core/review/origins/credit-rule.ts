/**
 * What a rule of crediting is: what stands before a name, and behind it, where a text credits it. The rules themselves
 * are by language; they see one block, with the name, what describes it and its quotation marks taken out.
 */
import type { Credit } from "./credit.ts";

export interface CreditRule {
  readonly how: Exclude<Credit["how"], "picture">;
  /** What ends right before the name; null where anything may. */
  readonly before: RegExp | null;
  /** What begins right behind it; null where anything may. */
  readonly after: RegExp | null;
  /** What must not end before it, or begin behind it. */
  readonly notBefore?: RegExp;
  readonly notAfter?: RegExp;
  /** True where the form alone makes an outlet of a name that we do not know. */
  readonly takesUnknown: boolean;
}

/** The rule by which a name is credited between these, or null. */
export function creditedBy(
  rules: readonly CreditRule[],
  before: string,
  after: string,
  isKnown: boolean,
): CreditRule | null {
  return (
    rules.find(
      (rule) =>
        (isKnown || rule.takesUnknown) &&
        (rule.before?.test(before) ?? true) &&
        (rule.after?.test(after) ?? true) &&
        !(rule.notBefore?.test(before) ?? false) &&
        !(rule.notAfter?.test(after) ?? false),
    ) ?? null
  );
}
