/**
 * What all kinds of mail become: the subject as the heading, the text below it, the headers as metadata. Must not know
 * how a mail is written.
 */
import type { Block } from "../../../core/source/block.ts";
import { withDeclared } from "../../../core/source/declared-metadata.ts";
import { detectMetadata } from "../../../core/source/detect-metadata.ts";
import { AttacheError } from "../../../ipc/errors.ts";
import { detectLanguage } from "../detect-language.ts";
import type { Attachment, ReadRequest, ReadSource } from "../reader.ts";
import { MAX_PEOPLE, type People } from "./addresses.ts";
import { markQuotedHistory } from "./quoted-history.ts";

export interface Mail {
  readonly format: "eml" | "msg";
  readonly subject: string;
  readonly from: readonly string[];
  readonly recipients: People;
  /** ISO 8601 calendar date, or null. */
  readonly sent: string | null;
  readonly body: readonly Block[];
  readonly attachments: readonly Attachment[];
  readonly warnings: readonly string[];
}

const MEBIBYTE = 1024 * 1024;
/** Mail servers take 25 to 150 MB. */
export const MAX_MAIL_BYTES = 256 * MEBIBYTE;
/** No subject that anyone wrote is as long. */
const MAX_SUBJECT_UTF16 = 10_000;
/** The text of a mail, without its attachments. */
export const MAX_BODY_BYTES = 16 * MEBIBYTE;

export function mailTooLarge(fileName: string): AttacheError {
  return new AttacheError(
    "file-too-large",
    `${fileName} is larger than ${MAX_MAIL_BYTES / MEBIBYTE} MB. Save its attachments by themselves and import those.`,
  );
}

export function bodyTooLarge(fileName: string): AttacheError {
  return new AttacheError(
    "file-too-large",
    `The text of ${fileName} is longer than ${MAX_BODY_BYTES / MEBIBYTE} MB. Import only the part that you need.`,
  );
}

export function tooManyLines(fileName: string, most: number): AttacheError {
  return new AttacheError(
    "file-too-complex",
    `The text of ${fileName} has more than ${most.toLocaleString("en-GB")} lines, which is more than Attaché reads. Import only the part that you need.`,
  );
}

export function encryptedMail(fileName: string, how: string): AttacheError {
  return new AttacheError(
    "file-unsupported",
    `${fileName} is encrypted (${how}), which only your mail program can undo. Open it there and save its text, or print it to PDF, and import that.`,
  );
}

/** The text that stands for the mail: where it has neither subject nor text, whom it is from. */
function blocksOf({ subject, from, body, attachments }: Mail, fileName: string): Block[] {
  const marked = markQuotedHistory(body);
  const title: Block[] = subject === "" ? [] : [{ kind: "heading", text: subject, level: 1 }];
  const blocks = [...title, ...marked];
  if (blocks.length > 0) return blocks;
  const sender = from.join(", ");
  if (attachments.length > 0 && sender !== "") return [{ kind: "paragraph", text: sender, level: null }];
  throw new AttacheError("file-empty", `${fileName} is empty: it has no text to import.`);
}

/** A source of the mail. Throws AttacheError `file-empty` where it says nothing. */
export function sourceOfMail(whole: Mail, { fileName, importedOn }: ReadRequest): ReadSource {
  const mail = { ...whole, subject: whole.subject.slice(0, MAX_SUBJECT_UTF16).trim().toWellFormed() };
  const blocks = blocksOf(mail, fileName);
  const own = blocks.filter((block) => block.isQuotedHistory !== true);
  const textOf = (some: readonly Block[]): string => some.map((block) => block.text).join("\n");
  const language = detectLanguage(textOf(own)) ?? detectLanguage(textOf(blocks));
  const declared = {
    title: mail.subject || null,
    authors: [...mail.from],
    recipients: mail.recipients.names,
    published: mail.sent,
  };
  const { metadata, suggestions } = withDeclared(declared, detectMetadata(own, { fileName, importedOn, language }));
  const cut = mail.recipients.isCut
    ? [`The mail has more than ${MAX_PEOPLE.toLocaleString("en-GB")} recipients: the first of them are kept`]
    : [];
  return {
    format: mail.format,
    blocks,
    metadata,
    suggestions,
    warnings: [...new Set([...mail.warnings, ...cut])],
    encoding: null,
    byteOrderMark: false,
    extraction: null,
    pages: [],
    attachments: [...mail.attachments],
  };
}
