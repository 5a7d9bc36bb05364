/**
 * Tells which parts of a mail are its text and which are attachments. Must not read either.
 */
import { fieldOf } from "./mime-header.ts";
import type { MimePart } from "./mime-parts.ts";

export interface ChosenParts {
  /** In order: all of them together are what a mail program shows. */
  readonly bodies: readonly MimePart[];
  readonly attachments: readonly MimePart[];
}

const TEXT_TYPES: ReadonlySet<string> = new Set(["text/plain", "text/html"]);
/** What signs a mail says nothing to its reader. */
const SIGNATURES: ReadonlySet<string> = new Set([
  "application/pkcs7-signature",
  "application/x-pkcs7-signature",
  "application/pgp-signature",
]);

const ENCRYPTED = "multipart/encrypted";

/** True where some part of the mail is encrypted. */
export function holdsEncrypted(part: MimePart): boolean {
  return part.type.value === ENCRYPTED || part.children.some(holdsEncrypted);
}

/** Further renderings of the text, beside its plain and its HTML one. */
const RENDERINGS = /^(?:(?:text|application)\/(?:rtf|richtext|enriched)|text\/(?:x-amp-html|watch-html))$/u;

function isMultipart(part: MimePart): boolean {
  return part.type.value.startsWith("multipart/") && part.children.length > 0;
}

export function isMessage(part: MimePart): boolean {
  return part.type.value === "message/rfc822" || part.type.value === "message/global";
}

/** The file name that the part gives, as it stands there; empty where it gives none. */
export function declaredFileName(part: MimePart): string {
  return part.disposition.parameters.get("filename") ?? part.type.parameters.get("name") ?? "";
}

function isBody(part: MimePart): boolean {
  // A part of a type that is no type is text, and so is a multipart that cannot be taken apart.
  const { value } = part.type;
  const isText = TEXT_TYPES.has(value) || value.startsWith("multipart/") || !/^[\w.+-]+\/[\w.+-]+$/u.test(value);
  if (!isText || part.disposition.value === "attachment") return false;
  return part.disposition.value === "inline" || declaredFileName(part) === "";
}

function holdsHtml(part: MimePart): boolean {
  if (isMultipart(part)) return part.children.some(holdsHtml);
  return isBody(part) && part.type.value === "text/html" && part.raw.length > 0;
}

function holdsText(part: MimePart): boolean {
  return isMultipart(part) ? part.children.some(holdsText) : isBody(part) && part.raw.length > 0;
}

class PartChooser {
  readonly bodies: MimePart[] = [];
  readonly attachments: MimePart[] = [];
  private readonly mayBeHtml: boolean;

  constructor(mayBeHtml: boolean) {
    this.mayBeHtml = mayBeHtml;
  }

  take(part: MimePart): void {
    if (!isMultipart(part) || part.type.value === ENCRYPTED) this.takeLeaf(part);
    else if (part.type.value === "multipart/alternative") this.takeAlternative(part);
    else if (part.type.value === "multipart/related") this.takeRelated(part);
    else for (const child of part.children) this.take(child);
  }

  private takeLeaf(part: MimePart): void {
    if (SIGNATURES.has(part.type.value) || part.type.value === ENCRYPTED) return;
    if (isBody(part)) this.bodies.push(part);
    else this.attachments.push(part);
  }

  /** The same text several times: HTML says it best. What is no text at all, such as an invitation, is attached. */
  private takeAlternative(part: MimePart): void {
    const html = this.mayBeHtml ? part.children.findLast(holdsHtml) : undefined;
    const plain = part.children.findLast((child) => holdsText(child) && !holdsHtml(child));
    const chosen = html ?? plain ?? part.children.findLast(holdsText);
    for (const child of part.children) {
      if (child === chosen) this.take(child);
      else this.takeAttachments(child);
    }
  }

  private takeAttachments(part: MimePart): void {
    if (isMultipart(part)) for (const child of part.children) this.takeAttachments(child);
    else if (!isBody(part) && !(RENDERINGS.test(part.type.value) && declaredFileName(part) === "")) this.takeLeaf(part);
  }

  /** One part is the text, and the others belong to it: pictures, mostly. */
  private takeRelated(part: MimePart): void {
    const start = part.type.parameters.get("start");
    const named = part.children.find((child) => start !== undefined && fieldOf(child.headers, "content-id") === start);
    const root = named ?? part.children[0];
    for (const child of part.children) {
      if (child === root || !isBody(child)) this.take(child);
      else this.attachments.push(child);
    }
  }
}

/** The text and the attachments of a mail. `mayBeHtml` is false where its HTML turned out to say nothing. */
export function chooseParts(mail: MimePart, mayBeHtml = true): ChosenParts {
  const chooser = new PartChooser(mayBeHtml);
  chooser.take(mail);
  return chooser;
}
