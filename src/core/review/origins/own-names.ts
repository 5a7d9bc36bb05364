/** What a source's own outlet is called: by its publisher, or by whose site its address is at. */
import { hostOf, isOutletName } from "../../source/detect-publisher.ts";
import type { ReviewedText } from "../reviewed-text.ts";
import type { KnownName, NameMention, OutletNames } from "./outlet-names.ts";

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

const LAST_WORD = /\s(Times|Herald|Post|Tribune|Gazette|Chronicle|Telegraph|Journal|Mail|Star|Sun|Globe|Citizen)$/u;

/** Where a text calls its own outlet by its name, or by what it calls itself: "the Star", of the Fooland Star. */
export function ownMentions(words: string, publisher: KnownName): NameMention[] {
  // A ministry that publishes is no outlet, and what it says is no report.
  if (!/^The\s/u.test(publisher.name) && !isOutletName(publisher.name)) return [];
  const name = publisher.name.replace(/^The\s+/u, "");
  const last = LAST_WORD.exec(name)?.[1];
  const first = /^The\s/u.test(publisher.name) ? name.replace(/\s\p{Lu}\p{L}+$/u, "") : null;
  const forms: [string, RegExp][] = [[name, /(?:^|[^\p{L}\p{N}])(?:The\s)?$/u]];
  if (last !== undefined) forms.push([last, /(?:^|[^\p{L}\p{N}])[Tt]he\s$|\/\s?$/u]);
  if (first !== null) forms.push([first, /(?:^|[^\p{L}\p{N}])The\s$/u]);
  const mentions: NameMention[] = [];
  for (const [form, before] of forms) {
    if (form === "") continue;
    // One common word is the outlet only with its article.
    const isWord = form !== last && !/[\s.]/u.test(form) && publisher.name !== name;
    for (let at = words.indexOf(form); at >= 0; at = words.indexOf(form, at + form.length)) {
      const toUtf16 = at + form.length;
      const behind = words.slice(toUtf16, toUtf16 + 2);
      const isFree = mentions.every((other) => other.toUtf16 <= at || other.fromUtf16 >= toUtf16);
      const lead = words.slice(Math.max(0, at - 5), at);
      if (!isFree || !before.test(lead) || (isWord && !/The\s$/u.test(lead))) continue;
      if (/^[\p{L}\p{N}]|^\s\p{Lu}/u.test(behind) && (isWord || form !== name)) continue;
      if (/^[\p{L}\p{N}]/u.test(behind)) continue;
      mentions.push({ ...publisher, fromUtf16: at, toUtf16 });
    }
  }
  return mentions;
}
