/**
 * The schemes of protective markings that a brief can follow: their levels, lowest first, and what may stand behind one.
 * What a marking means for a document is in marking.ts.
 */
import { z } from "zod";

export const markingSchemeIdSchema = z.enum(["none", "uk", "us", "own"]);
export type MarkingSchemeId = z.infer<typeof markingSchemeIdSchema>;

export interface MarkingScheme {
  readonly id: MarkingSchemeId;
  readonly name: string;
  /** From the lowest to the highest. Empty where the user writes the marking. */
  readonly levels: readonly string[];
  /** What may be added to a level, offered in the form; others can be typed. */
  readonly handling: readonly string[];
  /** What stands between a level and its handling. */
  readonly separator: string;
  /** What stands between two handlings. */
  readonly handlingSeparator: string;
  /** How handlings begin that stand behind the others, in a group of their own with `separator` before it. */
  readonly lastHandling: readonly string[];
}

const SPACED = { separator: " ", handlingSeparator: " ", lastHandling: [] } as const;

export const MARKING_SCHEMES: readonly MarkingScheme[] = [
  { id: "none", name: "No marking", levels: [], handling: [], ...SPACED },
  {
    // Government Security Classifications Policy (Cabinet Office, 2023): the levels and handling of HM Government.
    id: "uk",
    name: "United Kingdom",
    levels: ["OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET"],
    handling: ["COMMERCIAL", "PERSONAL", "LOCSEN", "UK EYES ONLY"],
    ...SPACED,
  },
  {
    // 32 CFR 2002.20 and the CUI Marking Handbook: the banner is the control marking, then the categories, then the
    // limits on dissemination of the CUI Registry.
    id: "us",
    name: "United States (CUI)",
    levels: ["CUI"],
    handling: ["SP-PRVCY", "SP-PROPIN", "NOFORN", "FEDCON", "DL ONLY"],
    separator: "//",
    handlingSeparator: "/",
    lastHandling: ["NOFORN", "FED ONLY", "FEDCON", "NOCON", "DL ONLY", "REL TO", "DISPLAY ONLY"],
  },
  { id: "own", name: "Own marking", levels: [], handling: [], ...SPACED },
];

/** The scheme of an id. */
export function markingScheme(id: MarkingSchemeId): MarkingScheme {
  const found = MARKING_SCHEMES.find((scheme) => scheme.id === id);
  if (!found) throw new Error(`There is no marking scheme “${id}”`);
  return found;
}
