/** What the Word export is given. */
import type { Brief } from "../../../core/brief/document.ts";
import type { Template } from "../../../core/brief/template.ts";
import type { Evidence } from "../../../core/citation/evidence.ts";
import type { FormattedCitations } from "../../../core/citation/formatted-citations.ts";
import type { Excerpt } from "../../../core/excerpt/excerpt.ts";
import type { ExportOptions } from "../../../core/export/export-options.ts";
import type { SupportedStatement } from "../../../core/review/statements/statement.ts";
import type { Source } from "../../../core/source/source.ts";

export interface DocxInput {
  readonly brief: Brief;
  readonly template: Template;
  /** Every excerpt that a citation may name, removed ones among them. */
  readonly excerpts: readonly Excerpt[];
  readonly sources: readonly Source[];
  readonly options: ExportOptions;
  readonly citations: FormattedCitations;
  /** For Annex B; empty where it is not wanted. */
  readonly evidence: readonly Evidence[];
  /** For Annex C; empty where it is not wanted. */
  readonly statements: readonly SupportedStatement[];
  /** The bytes of the Word document whose styles, page, header and footer are used; null for Attaché's own. */
  readonly houseDocument: Uint8Array | null;
  readonly projectId: string;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
}
