/**
 * Mails that are signed or encrypted. A signature is taken off and not checked; what is encrypted is refused in words.
 */

import { AttacheError } from "../../../ipc/errors.ts";
import { declaredFileName } from "./choose-parts.ts";
import { isSignedData, unwrapSignedData } from "./cms.ts";
import { encryptedMail } from "./mail-source.ts";
import { contentOf, type MimePart, parseMime } from "./mime-parts.ts";

const PKCS7 = /^application\/(?:x-)?pkcs7-mime$/u;
const MAX_WRAPPINGS = 5;

function isPkcs7(part: MimePart): boolean {
  if (PKCS7.test(part.type.value)) return true;
  return part.type.value === "application/octet-stream" && /\.p7m$/iu.test(declaredFileName(part));
}

function certificatesOnly(fileName: string): AttacheError {
  return new AttacheError("file-empty", `${fileName} has no text to import: it only carries certificates.`);
}

/** A mail whose whole text is the armour of PGP. */
function isPgpArmour(part: MimePart): boolean {
  if (part.children.length > 0 || !part.type.value.startsWith("text/")) return false;
  return /^\s*-----BEGIN PGP MESSAGE-----/u.test(Buffer.from(contentOf(part).subarray(0, 200)).toString("latin1"));
}

/**
 * The part that holds what the mail says: the mail itself, or what is in its signed wrapping. Throws AttacheError
 * `file-unsupported` where the mail is encrypted.
 */
export function opened(mail: MimePart, fileName: string, wrappings = 0): MimePart {
  if (mail.type.value === "multipart/encrypted" || isPgpArmour(mail)) throw encryptedMail(fileName, "PGP");
  if (!isPkcs7(mail) || wrappings >= MAX_WRAPPINGS) return mail;
  const bytes = contentOf(mail);
  const inner = unwrapSignedData(bytes);
  if (inner === null && isSignedData(bytes)) throw certificatesOnly(fileName);
  if (inner === null) throw encryptedMail(fileName, "S/MIME");
  const part = parseMime(Buffer.from(inner), fileName);
  return opened(part, fileName, wrappings + 1);
}
