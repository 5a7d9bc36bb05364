/** Between a source's metadata and the text fields of its form. Empty text is null: nothing is made up. Pure. */
import type { Metadata, MetadataField } from "../../../core/source/metadata.ts";

export type DetailsForm = Record<MetadataField, string>;

export interface DetailsFieldDescription {
  readonly field: MetadataField;
  readonly label: string;
  readonly kind: "text" | "date";
  readonly hint: string | null;
}

export const DETAILS_FIELDS: readonly DetailsFieldDescription[] = [
  { field: "title", label: "Title", kind: "text", hint: null },
  { field: "authors", label: "Authors", kind: "text", hint: "Several are parted by semicolons" },
  { field: "recipients", label: "Sent to", kind: "text", hint: "Of a mail. Several are parted by semicolons" },
  { field: "publisher", label: "Publisher", kind: "text", hint: null },
  { field: "published", label: "Date published", kind: "date", hint: null },
  { field: "accessed", label: "Date accessed", kind: "date", hint: null },
  { field: "url", label: "URL", kind: "text", hint: null },
  { field: "agencies", label: "Agencies credited", kind: "text", hint: "Several are parted by semicolons" },
  { field: "language", label: "Language", kind: "text", hint: "Two letters, such as en, ko or zh" },
];

export function formOf(metadata: Metadata): DetailsForm {
  return {
    title: metadata.title ?? "",
    authors: metadata.authors.join("; "),
    publisher: metadata.publisher ?? "",
    published: metadata.published ?? "",
    accessed: metadata.accessed ?? "",
    url: metadata.url ?? "",
    agencies: metadata.agencies.join("; "),
    language: metadata.language ?? "",
    recipients: metadata.recipients.join("; "),
  };
}

export function metadataOf(form: DetailsForm): Metadata {
  return {
    title: textOrNull(form.title),
    authors: listOf(form.authors),
    publisher: textOrNull(form.publisher),
    published: textOrNull(form.published),
    accessed: textOrNull(form.accessed),
    url: textOrNull(form.url),
    agencies: listOf(form.agencies),
    language: textOrNull(form.language),
    recipients: listOf(form.recipients),
  };
}

function textOrNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

function listOf(text: string): string[] {
  return text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
