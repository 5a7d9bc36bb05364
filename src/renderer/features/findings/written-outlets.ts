/** Agencies and outlets as they are typed into the settings of the review: other names in one field. Pure. */
import type { Outlet } from "../../../core/review/origins/credit.ts";

export interface WrittenOutlet {
  /** Stays while it is typed in. */
  readonly key: number;
  readonly name: string;
  /** Between commas. */
  readonly otherNames: string;
  readonly kind: Outlet["kind"];
}

export const EMPTY_OUTLET: WrittenOutlet = { key: 0, name: "", otherNames: "", kind: "agency" };

export function asWritten({ name, aliases, kind }: Outlet, index: number): WrittenOutlet {
  return { key: index, name, otherNames: aliases.join(", "), kind };
}

/** Without the rows in which nothing is named. A row with other names alone is called by the first of them. */
export function outletsOf(rows: readonly WrittenOutlet[]): Outlet[] {
  return rows.flatMap(({ name, otherNames, kind }) => {
    const names = [name, ...otherNames.split(/[,;]/u)].map((each) => each.trim()).filter((each) => each !== "");
    const [first, ...aliases] = new Set(names);
    return first === undefined ? [] : [{ name: first, aliases, kind }];
  });
}
