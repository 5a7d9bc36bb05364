/** Stub: see the issue "When a source changes" and the contract. */
import type { Excerpt } from "../../core/excerpt/excerpt.ts";
import type { ResultOf } from "../../ipc/engine-contract.ts";
import type { Parsed } from "../parsed.ts";
import type { Session } from "../session.ts";

export async function replaceSource(
  _session: Session,
  _params: Parsed<"replaceSource">,
): Promise<ResultOf<"replaceSource">> {
  throw new Error("stub");
}
export async function setReading(_session: Session, _params: Parsed<"setReading">): Promise<ResultOf<"setReading">> {
  throw new Error("stub");
}
export async function restoreVersion(
  _session: Session,
  _params: Parsed<"restoreVersion">,
): Promise<ResultOf<"restoreVersion">> {
  throw new Error("stub");
}
export function placeExcerpt(_session: Session, _params: Parsed<"placeExcerpt">): Excerpt {
  throw new Error("stub");
}
