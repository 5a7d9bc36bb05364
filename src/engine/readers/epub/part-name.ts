/** From the addresses that parts of an EPUB use for each other to the names of parts. Never leads out of the file. */

/** Characters are percent-encoded or not, as the maker of the book liked it. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The name of the part that an address in another part means, or null where it leads out of the file. */
export function resolvePart(href: string, fromPart: string): string | null {
  const path = href.replace(/[?#].*$/su, "").trim();
  if (path === "" || /^[a-z][a-z0-9+.-]*:|^\/\//iu.test(path)) return null;
  const folder = path.startsWith("/") ? [] : fromPart.split("/").slice(0, -1);
  const segments = [...folder];
  for (const segment of decoded(path).replaceAll("\\", "/").split("/")) {
    if (segment === "..") {
      if (segments.pop() === undefined) return null;
    } else if (segment !== "" && segment !== ".") {
      segments.push(segment);
    }
  }
  return segments.length === 0 ? null : segments.join("/");
}

/** Finds parts by name, and where there is none of just that name, by one that differs in case or composition only. */
export function createPartFinder(names: readonly string[]): (name: string) => string | null {
  const exact = new Set(names);
  const folded = new Map<string, string>();
  const fold = (name: string): string => name.normalize("NFC").toLowerCase();
  for (const name of names) if (!folded.has(fold(name))) folded.set(fold(name), name);
  return (name) => (exact.has(name) ? name : (folded.get(fold(name)) ?? null));
}
