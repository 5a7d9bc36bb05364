/** Addresses of links as they are kept: absolute, and of a kind that leads to a page or a mailbox. Follows none. */

const KEPT_SCHEMES = new Set(["http:", "https:", "mailto:"]);
/** Longer ones carry data rather than lead somewhere. */
const MAX_ADDRESS_UTF16 = 4096;

/** An absolute address, or null for what is relative without a base, of another scheme, or malformed. */
export function absoluteAddress(href: string, baseUrl: string | undefined): string | null {
  const trimmed = href.trim();
  if (trimmed === "" || trimmed.startsWith("#") || trimmed.length > MAX_ADDRESS_UTF16) return null;
  const url = URL.parse(trimmed, baseUrl);
  return url !== null && KEPT_SCHEMES.has(url.protocol) ? url.href : null;
}

/** The name of the element of the same page that a link leads to, or null where it leads elsewhere. */
export function fragmentOf(href: string, pageUrl: string | undefined): string | null {
  const at = href.indexOf("#");
  if (at < 0 || at === href.length - 1) return null;
  const page = href.slice(0, at).trim();
  // Browsers make addresses absolute when they save a page.
  if (page !== "" && (pageUrl === undefined || page !== pageUrl.replace(/#.*$/su, ""))) return null;
  const name = href.slice(at + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
