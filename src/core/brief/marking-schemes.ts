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
  /** What stands between a level and its handling, and between two handlings. */
  readonly separator: string;
}

export const MARKING_SCHEMES: readonly MarkingScheme[] = [
  { id: "none", name: "No marking", levels: [], handling: [], separator: " " },
  {
    // Government Security Classifications Policy (Cabinet Office, 2023): the levels and handling of HM Government.
    id: "uk",
    name: "United Kingdom",
    levels: ["OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET"],
    handling: ["COMMERCIAL", "PERSONAL", "LOCSEN", "UK EYES ONLY"],
    separator: " ",
  },
  {
    // 32 CFR 2002.20 and the CUI Marking Handbook: the banner is the control marking, then categories, then dissemination.
    id: "us",
    name: "United States (CUI)",
    levels: ["CUI"],
    handling: ["SP-PRVCY", "SP-PROPIN", "NOFORN", "FEDCON", "DL ONLY"],
    separator: "//",
  },
  { id: "own", name: "Own marking", levels: [], handling: [], separator: " " },
];
