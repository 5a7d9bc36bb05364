/**
 * Reads mails as Outlook saves them (.msg, MS-OXMSG). As with other mails, headers become metadata, and attachments
 * are handed on as files of their own.
 */
import { AttacheError } from "../../ipc/errors.ts";
import { withDistinctNames } from "./mail/attachments.ts";
import { CompoundFile } from "./mail/compound-file.ts";
import { encryptedMail, MAX_MAIL_BYTES, mailTooLarge, sourceOfMail } from "./mail/mail-source.ts";
import { MapiProperties } from "./mail/mapi-properties.ts";
import { contentOfMail, type MimeContent } from "./mail/mime-content.ts";
import { parseMime } from "./mail/mime-parts.ts";
import { attachmentsOfMessage, type MsgAttachment } from "./mail/msg-attachments.ts";
import { bodyOf, recipientsOf, senderOf, sentOn, subjectOf } from "./mail/msg-message.ts";
import type { Reader } from "./reader.ts";

const FILE_HEADER_BYTES = 32;
const MESSAGE_CLASS = 0x001a;

/** A signed or encrypted mail carries the mail itself as its only attachment. */
function securedContent(
  messageClass: string,
  attachments: readonly MsgAttachment[],
  fileName: string,
): MimeContent | null {
  if (/^IPM\.Note\.rpmsg/iu.test(messageClass) || attachments.some((each) => /\.rpmsg$/iu.test(each.fileName))) {
    throw encryptedMail(fileName, "Microsoft rights management");
  }
  if (!/\.SMIME\b/iu.test(messageClass)) return null;
  const [wrapped] = attachments;
  if (wrapped === undefined) return null;
  const hasHeaders = /^[\w-]+:/u.test(Buffer.from(wrapped.bytes.subarray(0, 100)).toString("latin1"));
  const type = hasHeaders ? "" : `Content-Type: ${wrapped.mimeType || "application/pkcs7-mime"}\r\n\r\n`;
  return contentOfMail(parseMime(Buffer.concat([Buffer.from(type), wrapped.bytes]), fileName), fileName);
}

/** Throws AttacheError: `file-too-large`, `file-too-complex`, `file-damaged`, `file-unsupported` or `file-empty`. */
export const readMsg: Reader = async (request) => {
  const { fileName, bytes } = request;
  if (bytes.length > MAX_MAIL_BYTES) throw mailTooLarge(fileName);
  const root = new CompoundFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName).root();
  if (!root.streams.has("__properties_version1.0")) {
    throw new AttacheError("file-unsupported", `${fileName} is no mail of Outlook and was not imported.`);
  }
  const message = new MapiProperties(root, FILE_HEADER_BYTES);
  const body = bodyOf(message, fileName);
  const attachments = attachmentsOfMessage(root, body.html, message.eightBitCodePage);
  const content = securedContent(message.text(MESSAGE_CLASS), attachments, fileName) ?? {
    blocks: body.blocks,
    attachments: withDistinctNames(attachments.map((each) => ({ fileName: each.fileName, bytes: each.bytes }))),
    warnings: [...body.warnings],
  };
  return sourceOfMail(
    {
      format: "msg",
      subject: subjectOf(message),
      from: senderOf(message),
      recipients: recipientsOf(root, message),
      sent: sentOn(message),
      body: content.blocks,
      attachments: content.attachments,
      warnings: content.warnings,
    },
    request,
  );
};
