/**
 * Why a project is open for reading only, in words for the user: the same in the window, in errors and in the terminal.
 */
import type { Holder, ReadAccess } from "./access.ts";

/** A sentence without its full stop: "Anna on DESK-12 has had it open since 09:14". Times are those of this machine. */
export function whoHasIt(holder: Holder | null, what: string): string {
  if (holder === null) return `Somebody else has ${what} open`;
  const { user, machine, since } = holder;
  const who = user === "" ? "Somebody" : user;
  const where = machine === "" ? "" : ` on ${machine}`;
  const time = timeOf(since);
  return time === null ? `${who}${where} has ${what} open` : `${who}${where} has had ${what} open since ${time}`;
}

/** Why nothing can be written, as a whole sentence. */
export function whyReadOnly({ reason, holder }: ReadAccess, what: string): string {
  if (reason === "in-use") return `${whoHasIt(holder, what)}.`;
  return "The file or its folder is write-protected, its disk is full, or you have no permission to change it.";
}

/** The time alone where it was today, else with its day. Null where it is no time. */
function timeOf(iso: string): string | null {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  const time = date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (date.toDateString() === new Date().toDateString()) return time;
  return `${date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })}, ${time}`;
}
