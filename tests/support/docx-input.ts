/** What the Word export is given, made of a brief and what it rests on, as the engine makes it of a project. */
import type { Brief } from "../../src/core/brief/document.ts";
import { evidenceOf } from "../../src/core/citation/evidence.ts";
import type { Excerpt } from "../../src/core/excerpt/excerpt.ts";
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions } from "../../src/core/export/export-options.ts";
import type { SupportedStatement } from "../../src/core/review/statements/statement.ts";
import type { Source } from "../../src/core/source/source.ts";
import { apaStyle, houseStyle } from "../../src/engine/citations/citation-styles.ts";
import { formatCitations } from "../../src/engine/citations/format-citations.ts";
import { findTemplate } from "../../src/engine/templates.ts";
import type { DocxInput } from "../../src/engine/writers/docx/write-docx.ts";

export interface BriefToExport {
  readonly brief: Brief;
  readonly excerpts: readonly Excerpt[];
  readonly sources: readonly Source[];
  readonly exportedAt?: string;
  readonly options?: Partial<ExportOptions>;
  readonly houseDocument?: Uint8Array | null;
  readonly statements?: readonly SupportedStatement[];
}

/** In the house style or, where the options name it, in APA, with a context of the same words around every passage. */
export function docxInput({
  brief,
  excerpts,
  sources,
  exportedAt,
  options,
  houseDocument,
  statements,
}: BriefToExport): DocxInput {
  const chosen = { ...DEFAULT_EXPORT_OPTIONS, ...options };
  const isApa = chosen.citationStyleId === "apa";
  const around = () => ({ before: "Words before. ", after: " Words after." });
  return {
    brief,
    template: findTemplate(),
    excerpts,
    sources,
    options: chosen,
    citations: formatCitations({ brief, excerpts, sources, style: isApa ? apaStyle() : houseStyle() }),
    evidence: chosen.evidenceAnnex ? evidenceOf(brief, excerpts, sources, around) : [],
    statements: chosen.traceabilityAnnex ? (statements ?? []) : [],
    houseDocument: houseDocument ?? null,
    projectId: "project-test",
    exportedAt: exportedAt ?? "2026-05-20T09:30:00.000Z",
  };
}
