/** Stub: see the issue "Find" and the contract. */
import type { ResultOf } from "../../ipc/engine-contract.ts";
import type { Parsed } from "../parsed.ts";
import type { Session } from "../session.ts";

export function search(_session: Session, _params: Parsed<"search">): ResultOf<"search"> {
  throw new Error("stub");
}
