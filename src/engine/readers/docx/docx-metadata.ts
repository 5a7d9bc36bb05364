/** What the properties of a Word document say of it. What a program filled in by itself is not taken for a statement. */
import type { DeclaredMetadata } from "../../../core/source/declared-metadata.ts";
import { isoDateSchema, type MetadataSuggestion } from "../../../core/source/metadata.ts";
import { childElement, propertyText } from "../xml/xml-element.ts";
import type { DocxPackage } from "./docx-package.ts";

export interface DocxProperties {
  readonly declared: DeclaredMetadata;
  readonly suggestions: readonly MetadataSuggestion[];
}

/** What Word and other programs write where nobody wrote a title. */
const NO_TITLE =
  /^(?:microsoft (?:office )?word\b.*|word document|untitled|document ?\d*|title|(?:powerpoint )?presentation)$/i;
/** What programs write where nobody gave a name. */
const NO_NAME =
  /^(?:python-docx|apache poi|docx4j|aspose.*|un-?named|unknown|author|user|owner|admin(?:istrator)?|(?:microsoft office|windows) user|microsoft)$/i;
const HAS_WORDS = /[\p{L}\p{N}]/u;

export async function readDocxProperties(docx: DocxPackage): Promise<DocxProperties> {
  const [coreName] = await docx.related("", "core-properties");
  const core = await docx.xml(coreName ?? "docProps/core.xml");
  const appNames = [
    ...(await docx.related("", "extended-properties")),
    ...(await docx.related("", "extendedProperties")),
  ];
  const app = await docx.xml(appNames[0] ?? "docProps/app.xml");
  const title = propertyText(childElement(core, "dc:title"));
  const creator = propertyText(childElement(core, "dc:creator"));
  const language = /^[a-z]{2}(?=[-_]|$)/i.exec(propertyText(childElement(core, "dc:language")) ?? "")?.[0];
  const created = propertyText(childElement(core, "dcterms:created"))?.slice(0, 10);
  const company = propertyText(childElement(app, "Company"));

  const suggestions: MetadataSuggestion[] = [];
  if (isoDateSchema.safeParse(created).success && created !== undefined) {
    suggestions.push({ field: "published", value: created, reason: "The document was created on that day" });
  }
  if (company !== null && !NO_NAME.test(company)) {
    suggestions.push({
      field: "publisher",
      value: company,
      reason: "The document's properties name it as the company",
    });
  }
  return {
    declared: {
      title: title === null || NO_TITLE.test(title) || !HAS_WORDS.test(title) ? null : title,
      authors: namesIn(creator),
      language: language?.toLowerCase() ?? null,
    },
    suggestions,
  };
}

/** Word separates names by semicolons. */
function namesIn(creator: string | null): string[] {
  const names = (creator ?? "").split(";").map((name) => name.trim());
  return [...new Set(names)].filter((name) => HAS_WORDS.test(name) && !NO_NAME.test(name));
}
