/**
 * XML as the parts of a Word document are written: elements made of strings, with everything escaped on the way in.
 * Word calls a whole document damaged for one character that XML cannot hold; those are shown as U+FFFD.
 */

declare const isXml: unique symbol;
/** Well-formed content of an element. Only this module makes it of text, so that nothing goes in unescaped. */
export type Xml = string & { readonly [isXml]: true };

/** Attributes by their qualified names. Those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

// Everything but https://www.w3.org/TR/xml/#charsets; lone surrogates are dealt with apart.
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

export const NOTHING = xml("");

/** An element with what is in it. */
export function element(name: string, attributes: Attributes, ...children: readonly Xml[]): Xml {
  let start = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) start += ` ${key}="${typeof value === "number" ? value : escapedAttribute(value)}"`;
  }
  const inner = children.join("");
  return xml(inner === "" ? `${start}/>` : `${start}>${inner}</${name}>`);
}

/** An element that only says a value, as most of Word's do: `<w:jc w:val="center"/>`. */
export function valued(name: string, value: string | number): Xml {
  return element(name, { "w:val": value });
}

/** Several pieces as one. */
export function joined(pieces: readonly Xml[]): Xml {
  return xml(pieces.join(""));
}

/** A text as the content of an element. */
export function textXml(text: string): Xml {
  return xml(xmlCharacters(text).replace(/[&<>]/g, escapeOf));
}

/** A whole part: the declaration and its root element. */
export function xmlPart(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** The text with every character that XML cannot hold shown as U+FFFD, so that its place is still seen. */
export function xmlCharacters(text: string): string {
  return text.toWellFormed().replace(ILLEGAL, "\uFFFD");
}

function escapedAttribute(value: string): string {
  return xmlCharacters(value).replace(/[&<>"\t\n\r]/g, escapeOf);
}

function escapeOf(character: string): string {
  return ESCAPES[character] ?? character;
}

/** The brand has no value at run time: it is put on what was escaped here. */
function xml(content: string): Xml {
  return content as Xml;
}
