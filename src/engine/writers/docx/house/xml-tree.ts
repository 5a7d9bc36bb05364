/**
 * XML that is read to be changed and written again: a tree with the prefixes of namespaces.ts, every namespace declared
 * at its root. Comments and processing instructions are not kept. Must not know what the elements mean.
 */
import { AttacheError } from "../../../../ipc/errors.ts";
import { parseXml } from "../../../readers/xml/parse-xml.ts";
import type { XmlElement } from "../../../readers/xml/xml-element.ts";
import type { Prefixes } from "./namespaces.ts";

/** An element that may be changed in place. The questions of xml-element.ts can be asked of it. */
export interface XmlNode extends XmlElement {
  name: string;
  readonly attributes: Record<string, string>;
  children: (XmlNode | string)[];
}

type Scope = ReadonlyMap<string, string>;

const NO_SCOPE: Scope = new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]);
/** Attributes of ISO/IEC 29500-3 whose values are prefixes, or names with a prefix. */
const PREFIX_LISTS = new Set(["mc:Ignorable", "mc:MustUnderstand", "mc:ProcessContent", "mc:PreserveElements"]);
/** Styles of the largest house document that was met take a tenth of it. */
const MAX_PART_UTF16 = 16 * 1024 * 1024;

/** The root of a part. Throws AttacheError where it is not well formed, or larger than such a part ever is. */
export function readTree(text: string, fileName: string, prefixes: Prefixes): XmlNode {
  if (text.length > MAX_PART_UTF16) throw new AttacheError("file-too-complex", `${fileName} has an overlong part.`);
  return withPrefixes(parseXml(text, fileName), NO_SCOPE, prefixes, fileName);
}

/** The root of a part whose names are all in one namespace and are kept as they are written. */
export function readPlain(text: string, fileName: string): XmlNode {
  return structuredClone(parseXml(text, fileName)) as XmlNode; // A copy is nobody else's to read only.
}

function withPrefixes(element: XmlElement, outer: Scope, prefixes: Prefixes, fileName: string): XmlNode {
  const scope = scopeOf(element, outer);
  const renamed = (name: string): string => {
    const colon = name.indexOf(":");
    const written = colon < 0 ? "" : name.slice(0, colon);
    if (written === "xml") return name;
    const uri = scope.get(written);
    if (uri !== undefined && uri !== "") return `${prefixes.prefixOf(uri, written)}:${name.slice(colon + 1)}`;
    if (colon < 0) return name;
    throw new AttacheError("file-damaged", `${fileName} uses the prefix ${written}, which nothing declares.`);
  };
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name === "xmlns" || name.startsWith("xmlns:")) continue;
    // An attribute without a prefix is in no namespace, whatever the default is.
    attributes[name.includes(":") ? renamed(name) : name] = value;
  }
  const name = renamed(element.name);
  for (const list of prefixLists(name, attributes)) {
    attributes[list] = renamedList(attributes[list] ?? "", scope, prefixes);
  }
  const children = element.children.map((child) =>
    typeof child === "string" ? child : withPrefixes(child, scope, prefixes, fileName),
  );
  return { name, attributes, children };
}

function scopeOf({ attributes }: XmlElement, outer: Scope): Scope {
  const declared = Object.entries(attributes).filter(([name]) => name === "xmlns" || name.startsWith("xmlns:"));
  if (declared.length === 0) return outer;
  return new Map([...outer, ...declared.map(([name, uri]) => [name.slice("xmlns:".length), uri] as const)]);
}

function prefixLists(name: string, attributes: XmlElement["attributes"]): string[] {
  return Object.keys(attributes).filter((key) => PREFIX_LISTS.has(key) || (key === "Requires" && name === "mc:Choice"));
}

/** Prefixes that stand for nothing are left out of the list: Word calls a document damaged for one. */
function renamedList(list: string, scope: Scope, prefixes: Prefixes): string {
  const words = list.split(/\s+/u).flatMap((word) => {
    const [written = "", ...rest] = word.split(":");
    const uri = scope.get(written);
    return written === "" || uri === undefined ? [] : [[prefixes.prefixOf(uri, written), ...rest].join(":")];
  });
  return words.join(" ");
}

/** The text of a part with this root. */
export function writeTree(root: XmlNode, prefixes: Prefixes): string {
  const used = new Set<string>();
  collectPrefixes(root, used);
  const declarations: Record<string, string> = {};
  for (const prefix of used) {
    const uri = prefixes.uriOf(prefix);
    if (uri !== undefined) declarations[`xmlns:${prefix}`] = uri;
  }
  return writePlain({ ...root, attributes: { ...declarations, ...root.attributes } });
}

/** The text of a part whose root declares its namespaces itself. */
export function writePlain(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${writeElement(root)}`;
}

function collectPrefixes(node: XmlNode, used: Set<string>): void {
  const collect = (name: string): void => {
    const colon = name.indexOf(":");
    if (colon > 0) used.add(name.slice(0, colon));
  };
  collect(node.name);
  for (const name of Object.keys(node.attributes)) collect(name);
  for (const list of prefixLists(node.name, node.attributes)) {
    for (const word of (node.attributes[list] ?? "").split(/\s+/u)) used.add(word.split(":")[0] ?? "");
  }
  for (const child of node.children) if (typeof child !== "string") collectPrefixes(child, used);
}

/** An element as it stands within a part that declares its prefixes. */
export function writeElement({ name, attributes, children }: XmlElement): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapedAttribute(value)}"`);
  if (children.length === 0) return `<${name}${written.join("")}/>`;
  const inner = children.map((child) => (typeof child === "string" ? escapedText(child) : writeElement(child)));
  return `<${name}${written.join("")}>${inner.join("")}</${name}>`;
}

function escapedText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
}

function escapedAttribute(value: string): string {
  const escaped = escapedText(value).replaceAll('"', "&quot;");
  return escaped.replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

/** Attributes that name relationships of the part. */
export function referenceNames({ attributes }: XmlElement): string[] {
  return Object.keys(attributes).filter((name) => name.startsWith("r:") || name === "o:relid");
}

/** All ids of relationships that are named at any depth. */
export function referredIds(root: XmlNode): Set<string> {
  const ids = new Set<string>();
  visitNodes(root, (node) => {
    for (const name of referenceNames(node)) ids.add(node.attributes[name] ?? "");
  });
  return ids;
}

/** An element made anew. */
export function xmlNode(
  name: string,
  attributes: Record<string, string> = {},
  children: XmlNode["children"] = [],
): XmlNode {
  return { name, attributes, children };
}

/** The child elements; of one name where it is given. */
export function childNodes(node: XmlNode | undefined, name?: string): XmlNode[] {
  return (node?.children ?? []).filter(
    (child): child is XmlNode => typeof child !== "string" && (name === undefined || child.name === name),
  );
}

export function childNode(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return childNodes(node, name)[0];
}

/** The attribute `w:val` of a child. */
export function childValue(node: XmlNode | undefined, name: string): string | undefined {
  return childNode(node, name)?.attributes["w:val"];
}

/** Calls `visit` for each element at any depth, the node itself among them, outer ones first. */
export function visitNodes(node: XmlNode, visit: (each: XmlNode) => void): void {
  visit(node);
  for (const child of node.children) if (typeof child !== "string") visitNodes(child, visit);
}

/**
 * Puts in the place of each element below the node what `change` answers for it: itself, something else, its children,
 * or nothing. What it answers is not looked at again; elements are looked at before those within them.
 */
export function changeNodes(
  node: XmlNode,
  change: (each: XmlNode) => readonly (XmlNode | string)[] | "keep" | "unwrap",
): void {
  const changed = (child: XmlNode | string): readonly (XmlNode | string)[] => {
    if (typeof child === "string") return [child];
    const answer = change(child);
    if (answer === "unwrap") return child.children.flatMap(changed);
    if (answer !== "keep") return answer;
    child.children = child.children.flatMap(changed);
    return [child];
  };
  node.children = node.children.flatMap(changed);
}
