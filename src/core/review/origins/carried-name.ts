/** Whose words a source carries throughout: the one who signs it, or who is credited for most of what it says. */
import type { ReviewedText } from "../reviewed-text.ts";
import type { Credit } from "./credit.ts";
import type { KnownName } from "./outlet-names.ts";

/** From this share of its paragraphs on, words that are credited to one agency make the text that agency's. */
const MOST = 0.5;

/**
 * The agency (else the other outlet) that a text as a whole is credited to. Null where it is its publisher's own, and
 * where several are credited, since nothing says who of them is whose.
 */
export function carriedBy(
  text: ReviewedText,
  credits: readonly Credit[],
  publisher: KnownName | null,
  own: ReadonlySet<string>,
): KnownName | null {
  const others = credits.filter(({ name }) => !own.has(name.toLowerCase()));
  const whole = others.filter(({ scope }) => scope.fromUtf16 === 0 && scope.toUtf16 >= text.text.length);
  for (const kind of ["agency", "outlet"] as const) {
    const names = [...new Set(whole.filter((credit) => credit.kind === kind).map(({ name }) => name))];
    if (names.length > 1) return null;
    if (names[0] !== undefined) return { name: names[0], kind };
  }
  if (publisher?.kind === "agency") return publisher;
  // An agency's own portal may have another name than the agency.
  const house = credits.find(
    ({ kind, how, name }) => kind === "agency" && how === "dateline" && own.has(name.toLowerCase()),
  );
  if (house) return { name: house.name, kind: "agency" };
  return creditedMostly(text, others);
}

function creditedMostly(text: ReviewedText, credits: readonly Credit[]): KnownName | null {
  const body = text.blocks.filter(({ kind }) => kind === "paragraph" || kind === "quote" || kind === "list-item");
  const size = body.reduce((sum, { fromUtf16, toUtf16 }) => sum + toUtf16 - fromUtf16, 0);
  const covered = new Map<string, number>();
  const readTo = new Map<string, number>();
  for (const { name, kind, how, scope } of credits) {
    if (kind !== "agency" || how !== "attribution") continue;
    const from = Math.max(scope.fromUtf16, readTo.get(name) ?? 0);
    covered.set(name, (covered.get(name) ?? 0) + Math.max(0, scope.toUtf16 - from));
    readTo.set(name, Math.max(scope.toUtf16, readTo.get(name) ?? 0));
  }
  const most = [...covered].find(([, utf16]) => size > 0 && utf16 / size > MOST);
  return most ? { name: most[0], kind: "agency" } : null;
}
