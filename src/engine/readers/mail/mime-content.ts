/**
 * The text and the attachments of a parsed mail. Where a mail comes from, a file of its own or the signed wrapping of
 * another, is for the readers.
 */
import type { Block } from "../../../core/source/block.ts";
import type { Attachment } from "../reader.ts";
import { attachmentsOf } from "./attachments.ts";
import { chooseParts, holdsEncrypted } from "./choose-parts.ts";
import { blocksOfHtmlBody } from "./html-body.ts";
import { bodyTooLarge, encryptedMail, MAX_BODY_BYTES } from "./mail-source.ts";
import { textOf } from "./mail-text.ts";
import type { MimePart } from "./mime-parts.ts";
import { blocksOfPlainBody, type TextFlow } from "./plain-body.ts";
import { opened } from "./secured-mail.ts";

export interface MimeContent {
  readonly blocks: Block[];
  readonly attachments: Attachment[];
  readonly warnings: string[];
}

function flowOf(part: MimePart): TextFlow {
  const { parameters } = part.type;
  const yes = (name: string, value: string): boolean => parameters.get(name)?.toLowerCase() === value;
  return { isFlowed: yes("format", "flowed"), deletesSpace: yes("delsp", "yes") };
}

function nextTable(blocks: readonly Block[]): number {
  return blocks.reduce((next, { cell }) => Math.max(next, (cell?.table ?? -1) + 1), 0);
}

const PARTLY_ENCRYPTED = "A part of the mail is encrypted and cannot be read";

interface Bodies {
  readonly blocks: Block[];
  /** The HTML as it stands, which tells the pictures that belong to it. */
  readonly html: string;
  readonly warnings: string[];
}

function readBodies(parts: readonly MimePart[], fileName: string): Bodies {
  const blocks: Block[] = [];
  const html: string[] = [];
  const warnings: string[] = [];
  let length = 0;
  for (const part of parts) {
    length += part.raw.length;
    if (length > MAX_BODY_BYTES) throw bodyTooLarge(fileName);
    const { text, warnings: found } = textOf(part);
    warnings.push(...found);
    if (text.includes("-----BEGIN PGP MESSAGE-----")) warnings.push(PARTLY_ENCRYPTED);
    const isHtml = part.type.value === "text/html";
    if (isHtml) html.push(text);
    const own = isHtml
      ? blocksOfHtmlBody(text, fileName, nextTable(blocks))
      : blocksOfPlainBody(text, flowOf(part), fileName);
    for (const block of own) blocks.push(block);
  }
  return { blocks, html: html.join("\n"), warnings };
}

/**
 * Throws AttacheError: `file-unsupported` where the mail is encrypted, `file-too-large` or `file-too-complex` where it
 * is beyond the limits.
 */
export function contentOfMail(mail: MimePart, fileName: string): MimeContent {
  const part = opened(mail, fileName);
  const chosen = chooseParts(part);
  const rich = readBodies(chosen.bodies, fileName);
  const isEncrypted = holdsEncrypted(part);
  if (isEncrypted && rich.blocks.length === 0) throw encryptedMail(fileName, "PGP");
  const body = rich.blocks.length > 0 ? rich : readBodies(chooseParts(part, false).bodies, fileName);
  return {
    blocks: body.blocks,
    attachments: attachmentsOf(chosen.attachments, rich.html),
    warnings: isEncrypted ? [...body.warnings, PARTLY_ENCRYPTED] : body.warnings,
  };
}
