/**
 * Text that an XML 1.0 file can hold. Word calls a whole document damaged for one character that it cannot.
 */

// Everything but https://www.w3.org/TR/xml/#charsets; lone surrogates are dealt with apart.
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** The text with every character that XML cannot hold shown as U+FFFD, so that its place is still seen. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(ILLEGAL, "\uFFFD");
}

/** The same, escaped for XML that we write ourselves. */
export function escapedXmlText(text: string): string {
  return xmlText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
