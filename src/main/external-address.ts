/**
 * What leads out of Attaché: which addresses may be opened in the user's browser or mail program, and how each is shown
 * before, so that where it leads cannot be hidden. Pure: opens nothing.
 */
import { domainToASCII } from "node:url";
import { AttacheError } from "../ipc/errors.ts";

export interface ExternalAddress {
  /** As it is handed on: ASCII alone, so that nothing in it can look like something else or turn the text around. */
  readonly url: string;
  /** Where it leads: a host, or the addresses that a mail goes to. In full, however long. */
  readonly leadsTo: string;
  /** The address for reading, cut in the middle where it is long. */
  readonly shown: string;
  readonly opens: "browser" | "mail";
  /** The name has letters of other alphabets, which can look like Latin ones. */
  readonly isDisguisable: boolean;
}

/** More would not be read, and would push the buttons of the message box off the screen. */
const LONGEST_SHOWN = 300;
/** Of these, so many show how the address ends. */
const SHOWN_END = 90;
/** Mail programs also know fields that attach files or set headers: none but these, and the recipients, go on. */
const MAIL_WORDS = new Set(["subject", "body"]);
/** A name of plain signs, none of which means something in an address of a web page, and a host. */
const MAIL_ADDRESS = /^([A-Za-z0-9._+'~-]{1,64})@([^\s@/?#:]{1,253})$/u;

/** Throws `bad-arguments` for what is not opened: other schemes, and addresses that hide where they lead. */
export function externalAddress(text: string): ExternalAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === "mailto:") return mailAddress(url);
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    throw new AttacheError(
      "bad-arguments",
      "Attaché opens web addresses (https:// or http://) and mail addresses only.",
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new AttacheError(
      "bad-arguments",
      `This link was not opened: it hides behind another name that it leads to ${url.hostname}.`,
    );
  }
  return {
    url: url.href,
    leadsTo: url.host,
    shown: cutInTheMiddle(url.href, url.origin.length + 1),
    opens: "browser",
    isDisguisable: hasEncodedLabel(url.hostname),
  };
}

/** Written anew from what was understood: to, copies, subject and text. */
function mailAddress(url: URL): ExternalAddress {
  const fields = [...url.searchParams].map(([name, value]) => [name.toLowerCase(), value] as const);
  const listOf = (name: string) => fields.flatMap((field) => (field[0] === name ? addressesOf(field[1]) : []));
  const recipients = {
    to: [...addressesOf(decoded(url.pathname)), ...listOf("to")],
    cc: listOf("cc"),
    bcc: listOf("bcc"),
  };
  if (recipients.to.length === 0) throw unreadableMail();
  const copies = (["cc", "bcc"] as const).flatMap((name) =>
    recipients[name].length > 0 ? [`${name}=${recipients[name].join(",")}`] : [],
  );
  const words = fields.flatMap(([name, value]) =>
    MAIL_WORDS.has(name) ? [`${name}=${encodeURIComponent(value.toWellFormed())}`] : [],
  );
  const query = [...copies, ...words].join("&");
  const href = `mailto:${recipients.to.join(",")}${query === "" ? "" : `?${query}`}`;
  const all = [...recipients.to, ...recipients.cc, ...recipients.bcc];
  return {
    url: href,
    leadsTo: all.join(", "),
    shown: cutInTheMiddle(href, 0),
    opens: "mail",
    isDisguisable: all.some((address) => hasEncodedLabel(address.slice(address.lastIndexOf("@") + 1))),
  };
}

/** The mail addresses of a list, their hosts in ASCII. Throws where one is none. */
function addressesOf(list: string): string[] {
  const parts = list.split(",").map((part) => part.trim());
  return parts.filter((part) => part !== "").map(asciiAddress);
}

function asciiAddress(address: string): string {
  const [, name, domain] = MAIL_ADDRESS.exec(address) ?? [];
  const host = domainToASCII(domain ?? "");
  if (name === undefined || host === "") throw unreadableMail();
  return `${name}@${host}`;
}

function unreadableMail(): AttacheError {
  return new AttacheError("bad-arguments", "This link was not opened: it holds no mail address that can be read.");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw unreadableMail();
  }
}

function hasEncodedLabel(host: string): boolean {
  return host.split(".").some((label) => label.startsWith("xn--"));
}

/** Never within the first `keptUtf16`, where the host is. */
function cutInTheMiddle(text: string, keptUtf16: number): string {
  const head = Math.max(LONGEST_SHOWN - SHOWN_END, keptUtf16);
  return text.length <= head + SHOWN_END ? text : `${text.slice(0, head)} … ${text.slice(-SHOWN_END)}`;
}
