/** The formats that are read, by the names that files and programs use for them. */
import { z } from "zod";

export const sourceFormatSchema = z.enum([
  "text",
  "markdown",
  "html",
  "mhtml",
  "docx",
  "odt",
  "rtf",
  "epub",
  "pdf",
  "eml",
  "msg",
]);
export type SourceFormat = z.infer<typeof sourceFormatSchema>;

/** What the user is shown. */
export const FORMAT_NAMES: Readonly<Record<SourceFormat, string>> = {
  text: "Plain text",
  markdown: "Markdown",
  html: "Web page",
  mhtml: "Saved web page",
  docx: "Word document",
  odt: "OpenDocument text",
  rtf: "Rich text (RTF)",
  epub: "E-book (EPUB)",
  pdf: "PDF",
  eml: "E-mail",
  msg: "E-mail (Outlook)",
};

/** How much of a web page was taken: the article that was recognised in it, or everything. */
export const extractionSchema = z.enum(["article", "whole-page"]);
export type Extraction = z.infer<typeof extractionSchema>;
