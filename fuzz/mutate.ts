/**
 * Makes broken files of sound ones, each as its format asks for: a change of packed bytes would hardly ever reach what
 * is packed, and text that is no longer of its language ends at the first sign.
 */
import { mutateArchive } from "./mutate-archive.ts";
import { mutateBytes, mutateNumbers } from "./mutate-bytes.ts";
import { isMail, mutateMail } from "./mutate-mail.ts";
import { isMarkup, mutateMarkup } from "./mutate-markup.ts";
import { mutatePdf } from "./mutate-pdf.ts";
import { mutateTokens } from "./mutate-tokens.ts";
import type { Random } from "./random.ts";

/** Of so many files, one is changed byte by byte, whatever it is. */
const PLAIN_SHARE = 5;

type Kind = "archive" | "compound-file" | "mail" | "markup" | "pdf" | "words";

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(0, text.length)).toString("latin1") === text;
}

function kindOf(bytes: Uint8Array): Kind {
  if (startsWith(bytes, "PK")) return "archive";
  if (startsWith(bytes, "%PDF")) return "pdf";
  if (startsWith(bytes, "\u00d0\u00cf\u0011\u00e0")) return "compound-file";
  if (isMarkup(bytes)) return "markup";
  return isMail(bytes) ? "mail" : "words";
}

async function mutateKind(kind: Kind, bytes: Uint8Array, random: Random, other: Uint8Array): Promise<Uint8Array> {
  switch (kind) {
    case "archive":
      return mutateArchive(bytes, random, other);
    case "pdf":
      return mutatePdf(bytes, random);
    case "compound-file":
      return mutateNumbers(bytes, random, other);
    case "markup":
      return mutateMarkup(bytes, random, other);
    case "mail":
      return mutateMail(bytes, random, other);
    case "words":
      return mutateTokens(bytes, random, other);
  }
}

/** A broken version of a file. `other` is a file of the same format, from which pieces may be taken. */
export async function mutate(bytes: Uint8Array, random: Random, other: Uint8Array): Promise<Uint8Array> {
  if (random.below(PLAIN_SHARE) === 0) return mutateBytes(bytes, random, other);
  // Files that are broken already cannot be taken apart.
  return mutateKind(kindOf(bytes), bytes, random, other).catch(() => mutateBytes(bytes, random, other));
}
