/**
 * Fields in headers and footers of a house document. Those that say something of the page or the document stay; of all
 * others (which may fetch a picture from a server or start a program) only the words they show last are left.
 */
import { changeNodes, visitNodes, type XmlNode } from "./xml-tree.ts";

const KEPT = new Set(
  "PAGE NUMPAGES SECTION SECTIONPAGES TITLE SUBJECT AUTHOR FILENAME DATE TIME CREATEDATE SAVEDATE PRINTDATE STYLEREF IF =".split(
    " ",
  ),
);

/** True where a field that shows the page's number stands in it. */
export function hasPageNumber(root: XmlNode): boolean {
  let code = "";
  let found = false;
  visitNodes(root, (node) => {
    if (node.name === "w:pgNum") found = true;
    if (node.name === "w:fldSimple") code += ` ${node.attributes["w:instr"] ?? ""} `;
    // A code may be cut into several runs anywhere; a field begins where another word cannot go on.
    if (node.name === "w:fldChar") code += " ";
    if (node.name === "w:instrText") code += node.children.join("");
  });
  return found || /(?:^|\s)PAGE(?:\s|\\|$)/iu.test(code);
}

/** Takes away the fields that are not kept, in place. Their last result stays. */
export function flattenFields(root: XmlNode): void {
  changeFields(root, (code) => (KEPT.has(keywordOf(code)) ? "keep" : "result"));
}

/**
 * Takes away the fields that repeat words of a style which `isUsed` (given its name as the field says it) denies, with
 * what they show: Word would show an error in their place.
 */
export function dropStyleReferences(root: XmlNode, isUsed: (styleName: string) => boolean): void {
  changeFields(root, (code) => {
    const [, quoted, plain] = /^\s*STYLEREF\s+(?:"([^"]*)"|([^\s\\]+))/iu.exec(code) ?? [];
    const name = quoted ?? plain;
    return name === undefined || isUsed(name) ? "keep" : "drop";
  });
}

function keywordOf(code: string): string {
  return (/^\s*(=|[A-Za-z]+)/u.exec(code)?.[1] ?? "").toUpperCase();
}

/** What becomes of a field: all of it stays, or what it shows, or nothing. */
type Fate = "keep" | "result" | "drop";

function changeFields(root: XmlNode, fateOf: (code: string) => Fate): void {
  const gone = partsToRemove(root, fateOf);
  changeNodes(root, (node) => {
    if (gone.has(node)) return [];
    const fate = node.name === "w:fldSimple" ? fateOf(node.attributes["w:instr"] ?? "") : "keep";
    if (fate === "drop") return [];
    return fate === "result" ? "unwrap" : "keep";
  });
}

/** A field between its marks: begin, code, separate, result, end (ISO/IEC 29500-1, 17.16.18). */
interface OpenField {
  code: string;
  isInCode: boolean;
  /** Its marks, and all that stands in its code. */
  readonly parts: XmlNode[];
  readonly result: XmlNode[];
}

function partsToRemove(root: XmlNode, fateOf: (code: string) => Fate): Set<XmlNode> {
  const gone = new Set<XmlNode>();
  const open: OpenField[] = [];
  const close = ({ code, parts, result }: OpenField): void => {
    const fate = fateOf(code);
    for (const node of fate === "keep" ? [] : parts) gone.add(node);
    for (const node of fate === "drop" ? result : []) gone.add(node);
  };
  visitNodes(root, (run) => {
    if (run.name !== "w:r") return;
    for (const node of run.children) {
      if (typeof node === "string" || node.name === "w:rPr") continue;
      const mark = node.name === "w:fldChar" ? node.attributes["w:fldCharType"] : undefined;
      if (mark === "begin") open.push({ code: "", isInCode: true, parts: [], result: [] });
      const innermost = open.at(-1);
      if (innermost === undefined) {
        if (mark !== undefined) gone.add(node);
        continue;
      }
      if (mark !== undefined) innermost.parts.push(node);
      for (const field of open) (field.isInCode ? field.parts : field.result).push(node);
      if (mark === "separate") innermost.isInCode = false;
      if (node.name === "w:instrText") innermost.code += node.children.join("");
      if (mark === "end") {
        open.pop();
        close(innermost);
      }
    }
  });
  // What never ends is no field.
  for (const { parts } of open) for (const part of parts) gone.add(part);
  return gone;
}
