/** Links, out of the document and within it. */
import type { Relationship } from "./package/zip-package.ts";
import { element, type Xml } from "./xml.ts";

/** What .NET and Word take for an address: ASCII, nothing that has a meaning in XML or on a command line. */
const PLAIN_ADDRESS =
  /^(?:https?:\/\/[\w.-]+(?::\d+)?(?:[/?#][\w\-.~:/?#[\]@!$&'()*+,;=%]*)?|mailto:[\w.%+-]+@[\w.-]+(?:\?[\w\-.~:/?@!$&'()*+,;=%]*)?)$/iu;

/** The addresses that the links of a part lead to. Each is kept once. */
export class LinkTargets {
  readonly #ids = new Map<string, string>();

  /** A link around some runs. Without one where the address is none that Word could open: it calls a file damaged for it. */
  around(address: string, content: Xml): Xml {
    const target = wordAddress(address);
    if (target === undefined) return content;
    const id = this.#ids.get(target) ?? `link${this.#ids.size + 1}`;
    this.#ids.set(target, id);
    return element("w:hyperlink", { "r:id": id, "w:history": 1 }, content);
  }

  get relationships(): readonly Relationship[] {
    return [...this.#ids].map(([target, id]) => ({ id, type: "hyperlink", target, isExternal: true }));
  }
}

/** A link to a bookmark of the document. */
export function internalLink(bookmark: string, content: Xml): Xml {
  return element("w:hyperlink", { "w:anchor": bookmark, "w:history": 1 }, content);
}

/** The address with everything encoded that Word wants so; undefined where it is none. */
function wordAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const encoded = new URL(address).href.replace(/[^\x21-\x7E]|["<>\\^`{|}]/gu, encodeURIComponent);
  return PLAIN_ADDRESS.test(encoded) && !/%(?![0-9a-f]{2})/iu.test(encoded) ? encoded : undefined;
}
