/** What became of a damaged briefing that was recovered: how much of each kind, and in words what is not as it was. */
import { z } from "zod";

export const recoveredKindSchema = z.object({
  kind: z.enum(["sources", "originals", "excerpts", "sections", "versions", "export-files", "decisions"]),
  kept: z.number().int().min(0),
  /** As far as the file still says what it had. */
  lost: z.number().int().min(0),
});
export type RecoveredKind = z.infer<typeof recoveredKindSchema>;

export const recoveryReportSchema = z.object({
  /** Name of the damaged file, without its folder. */
  fileName: z.string(),
  kinds: z.array(recoveredKindSchema),
  /** Sentences for the user. None where all of it was there. */
  notes: z.array(z.string()),
});
export type RecoveryReport = z.infer<typeof recoveryReportSchema>;

const NAMES: Readonly<Record<RecoveredKind["kind"], readonly [one: string, many: string]>> = {
  sources: ["source", "sources"],
  originals: ["original file", "original files"],
  excerpts: ["excerpt", "excerpts"],
  sections: ["section", "sections"],
  versions: ["earlier version of the brief", "earlier versions of the brief"],
  "export-files": ["file for the export", "files for the export"],
  decisions: ["decision about a finding", "decisions about findings"],
};

/** "12 excerpts", "11 of 12 excerpts". */
export function recoveredCount({ kind, kept, lost }: RecoveredKind): string {
  const [one, many] = NAMES[kind];
  const all = kept + lost;
  return lost === 0 ? `${kept} ${kept === 1 ? one : many}` : `${kept} of ${all} ${all === 1 ? one : many}`;
}

/** What no program can tell. */
export const RECOVERY_CAUTION =
  "Damage can change single letters without leaving a trace: compare what matters with its sources before you send it.";

/** The report as text, to be printed or copied. */
export function recoveryWords({ fileName, kinds, notes }: RecoveryReport): string {
  const counted = kinds.filter(({ kept, lost }) => kept + lost > 0).map((kind) => `- ${recoveredCount(kind)}`);
  const missing = notes.length === 0 ? ["Nothing was found to be missing."] : notes.map((note) => `- ${note}`);
  return [`Recovered from ${fileName}:`, ...counted, "", ...missing, "", RECOVERY_CAUTION].join("\n");
}
