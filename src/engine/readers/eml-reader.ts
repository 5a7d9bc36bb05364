/**
 * Reads mails as mail programs save them (.eml, RFC 5322 and MIME). Headers become metadata, the best version of the
 * text becomes the text, and attachments are handed on as files of their own.
 */
import { AttacheError } from "../../ipc/errors.ts";
import { peopleOf } from "./mail/addresses.ts";
import { decodeHeader } from "./mail/encoded-words.ts";
import { dateOfHeader } from "./mail/mail-date.ts";
import { MAX_MAIL_BYTES, mailTooLarge, sourceOfMail } from "./mail/mail-source.ts";
import { refuseMailbox, withoutLead } from "./mail/mailbox-file.ts";
import { contentOfMail } from "./mail/mime-content.ts";
import { fieldOf } from "./mail/mime-header.ts";
import { type MimePart, parseMime } from "./mail/mime-parts.ts";
import type { Reader } from "./reader.ts";

/** Bytes of a mail begin with headers; anything else is a file with the wrong ending. */
function refuseOther(mail: MimePart, fileName: string): void {
  const known = /^(?:from|to|subject|date|received|message-id|return-path|mime-version|content-type|sender|cc)$/u;
  if (mail.headers.fields.some(({ name }) => known.test(name))) return;
  throw new AttacheError(
    "file-damaged",
    `${fileName} does not start with the headers of a mail and was not imported. Save it again from your mail program.`,
  );
}

function valuesOf(mail: MimePart, name: string): string[] {
  return mail.headers.fields.filter((field) => field.name === name).map(({ value }) => value);
}

/** Throws AttacheError: `file-too-large`, `file-too-complex`, `file-damaged`, `file-unsupported` or `file-empty`. */
export const readEml: Reader = async (request) => {
  const { fileName } = request;
  if (request.bytes.length > MAX_MAIL_BYTES) throw mailTooLarge(fileName);
  const bytes = withoutLead(request.bytes);
  refuseMailbox(bytes, fileName);
  const mail = parseMime(bytes, fileName);
  refuseOther(mail, fileName);
  const content = contentOfMail(mail, fileName);
  const from = peopleOf(valuesOf(mail, "from").slice(0, 1));
  const sender = from.names.length > 0 ? from : peopleOf(valuesOf(mail, "sender").slice(0, 1));
  return sourceOfMail(
    {
      format: "eml",
      subject: decodeHeader(fieldOf(mail.headers, "subject")),
      from: sender.names,
      recipients: peopleOf([...valuesOf(mail, "to"), ...valuesOf(mail, "cc"), ...valuesOf(mail, "bcc")]),
      sent: dateOfHeader(fieldOf(mail.headers, "date")),
      body: content.blocks,
      attachments: content.attachments,
      warnings: content.warnings,
    },
    request,
  );
};
