/**
 * The files that came with a mail, under names that a file can have. Pictures that stand in the text are no files.
 */
import type { Attachment } from "../reader.ts";
import { declaredFileName, isMessage } from "./choose-parts.ts";
import { decodeHeader } from "./encoded-words.ts";
import { fieldOf, parseHeaders } from "./mime-header.ts";
import { contentOf, type MimePart } from "./mime-parts.ts";

const MAX_NAME_UTF16 = 150;

/** Endings for parts that give no name. Only what a reader could make something of, or name. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ["text/plain", "txt"],
  ["text/html", "html"],
  ["text/markdown", "md"],
  ["text/rtf", "rtf"],
  ["application/rtf", "rtf"],
  ["text/csv", "csv"],
  ["text/calendar", "ics"],
  ["application/ics", "ics"],
  ["text/vcard", "vcf"],
  ["text/x-vcard", "vcf"],
  ["application/pdf", "pdf"],
  ["application/zip", "zip"],
  ["application/msword", "doc"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"],
  ["application/vnd.oasis.opendocument.text", "odt"],
  ["application/epub+zip", "epub"],
  ["application/vnd.ms-outlook", "msg"],
  ["application/ms-tnef", "winmail.dat"],
  ["message/rfc822", "eml"],
  ["message/global", "eml"],
  ["image/jpeg", "jpg"],
  ["image/png", "png"],
  ["image/gif", "gif"],
]);

/** A name without folders or signs that a file name cannot have; empty where nothing is left. */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/u).findLast((part) => part.trim() !== "") ?? "";
  const clean = last
    .replace(/[\u0000-\u001f\u007f<>:"|?*\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^\.+/u, "");
  if (clean.length <= MAX_NAME_UTF16) return clean;
  const ending = /\.[^.\s]{1,10}$/u.exec(clean)?.[0] ?? "";
  return (clean.slice(0, MAX_NAME_UTF16 - ending.length).trimEnd() + ending).toWellFormed();
}

function subjectOf(bytes: Uint8Array): string {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return decodeHeader(fieldOf(parseHeaders(mail, 0, mail.length), "subject"));
}

/** The name of an attachment: its own, or one that says what it is. */
function nameOf(part: MimePart, bytes: Uint8Array, number: number): string {
  const declared = safeFileName(declaredFileName(part));
  if (isMessage(part)) {
    const subject = declared === "" ? safeFileName(subjectOf(bytes).replaceAll("/", "-")) : declared;
    if (subject !== "") return /\.(?:eml|msg)$/iu.test(subject) ? subject : `${subject}.eml`;
  }
  if (declared !== "") return declared;
  const ending = ENDINGS.get(part.type.value) ?? (/^(?:text|message)\//u.test(part.type.value) ? "txt" : "bin");
  return ending.includes(".") ? ending : `Attachment ${number}.${ending}`;
}

function contentId(part: MimePart): string {
  return fieldOf(part.headers, "content-id").replace(/^<|>$/gu, "").trim();
}

/** True for a picture that stands in the text, as a logo does. */
function isPictureOfText(part: MimePart, html: string): boolean {
  if (!part.type.value.startsWith("image/")) return false;
  const id = contentId(part);
  return id !== "" && (html.includes(`cid:${id}`) || html.includes(`cid:${encodeURIComponent(id)}`));
}

/** Name them apart: two files of one name are two files. */
export function withDistinctNames(attachments: readonly Attachment[]): Attachment[] {
  const taken = new Set<string>();
  return attachments.map((attachment) => {
    const [, stem = "", ending = ""] = /^(.*?)(\.[^.]*)?$/su.exec(attachment.fileName) ?? [];
    let fileName = attachment.fileName;
    for (let count = 2; taken.has(fileName.toLowerCase()); count += 1) fileName = `${stem} (${count})${ending}`;
    taken.add(fileName.toLowerCase());
    return { ...attachment, fileName };
  });
}

/** The attachments, decoded. `html` is the text of the mail, which tells the pictures that belong to it. */
export function attachmentsOf(parts: readonly MimePart[], html: string): Attachment[] {
  const kept = parts.filter((part) => !isPictureOfText(part, html));
  const attachments = kept.map((part, index) => {
    const bytes = contentOf(part);
    return { fileName: nameOf(part, bytes, index + 1), bytes: new Uint8Array(bytes) };
  });
  return withDistinctNames(attachments.filter(({ bytes }) => bytes.length > 0));
}
