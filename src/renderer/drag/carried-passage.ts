/**
 * What a drag carries: the id of an excerpt, or a passage that is not yet one. Only ids and offsets travel; what is
 * dropped from elsewhere under the same name is read as data and checked.
 */
import type { ExcerptId } from "../../core/excerpt/excerpt.ts";
import type { Passage } from "../state/actions.ts";

const EXCERPT_TYPE = "application/x-attache-excerpt";
const PASSAGE_TYPE = "application/x-attache-passage";

export type Carried =
  | { readonly kind: "excerpt"; readonly excerptId: ExcerptId }
  | { readonly kind: "passage"; readonly passage: Passage };

export function carryExcerpt(transfer: DataTransfer, excerptId: ExcerptId, text: string): void {
  transfer.setData(EXCERPT_TYPE, excerptId);
  transfer.setData("text/plain", text);
  transfer.effectAllowed = "copyLink";
}

export function carryPassage(transfer: DataTransfer, passage: Passage, text: string): void {
  transfer.setData(PASSAGE_TYPE, JSON.stringify(passage));
  transfer.setData("text/plain", text);
  transfer.effectAllowed = "copyLink";
}

/** Whether a drag is ours. Its data can be read only once it is dropped. */
export function carriesOurs(transfer: DataTransfer | null): boolean {
  return transfer !== null && (transfer.types.includes(EXCERPT_TYPE) || transfer.types.includes(PASSAGE_TYPE));
}

/** What was dropped, or null where it is not of the form that we carry. */
export function takeCarried(transfer: DataTransfer): Carried | null {
  const excerptId = transfer.getData(EXCERPT_TYPE);
  // The ids are looked up before they are used: an unknown one ends in a message.
  if (excerptId) return { kind: "excerpt", excerptId: excerptId as ExcerptId };
  try {
    const value: unknown = JSON.parse(transfer.getData(PASSAGE_TYPE));
    return isPassage(value) ? { kind: "passage", passage: value } : null;
  } catch {
    return null;
  }
}

function isPassage(value: unknown): value is Passage {
  if (typeof value !== "object" || value === null) return false;
  const { sourceId, fromUtf16, toUtf16 } = value as { [K in keyof Passage]?: unknown }; // an object, any field may be anything
  return typeof sourceId === "string" && Number.isInteger(fromUtf16) && Number.isInteger(toUtf16);
}
