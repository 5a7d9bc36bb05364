/** What a source's own outlet is called: by its publisher, or by whose site its address is at. */
import { hostOf } from "../../source/detect-publisher.ts";
import type { ReviewedText } from "../reviewed-text.ts";
import type { KnownName, OutletNames } from "./outlet-names.ts";

/** Who publishes a source as far as is known: its publisher, else the site of its address, else null. */
export function publisherOf({ metadata }: ReviewedText, names: OutletNames): KnownName | null {
  const publisher = metadata.publisher?.trim() ?? "";
  if (publisher !== "") return names.find(publisher) ?? { name: publisher, kind: "outlet" };
  const host = metadata.url === null ? "" : hostOf(metadata.url);
  if (host === "") return null;
  return names.ofHost(host) ?? { name: host, kind: "outlet" };
}

/** What lists of outlets call it: the publisher, else the site, else the source's own title. */
export function outletOf(text: ReviewedText, names: OutletNames): string {
  return publisherOf(text, names)?.name ?? text.name;
}

/** The names of a source's own outlet, in lower case, to compare. */
export function ownNames(text: ReviewedText, names: OutletNames): Set<string> {
  const own = new Set<string>();
  const publisher = publisherOf(text, names);
  if (publisher) own.add(publisher.name.toLowerCase());
  if (text.metadata.publisher) own.add(text.metadata.publisher.trim().toLowerCase());
  const host = text.metadata.url === null ? "" : hostOf(text.metadata.url);
  const known = host === "" ? null : names.ofHost(host);
  if (known) own.add(known.name.toLowerCase());
  return own;
}
