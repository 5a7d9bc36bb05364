/** Word's fields: what it works out itself, with the result that is shown until it does. */
import { run } from "./runs.ts";
import { element, joined, textXml, valued, type Xml } from "./xml.ts";

/** A field whose result lies within one paragraph. */
export function field(instruction: string, result: Xml): Xml {
  return joined([fieldStart(instruction), result, fieldEnd()]);
}

/** What stands before the result of a field that goes over several paragraphs. */
export function fieldStart(instruction: string): Xml {
  return joined([
    run([], character("begin")),
    run([], element("w:instrText", { "xml:space": "preserve" }, textXml(` ${instruction} `))),
    run([], character("separate")),
  ]);
}

/** What stands behind it. */
export function fieldEnd(): Xml {
  return run([], character("end"));
}

/** A word of an instruction, in quotation marks where it needs them. */
export function fieldArgument(words: string): string {
  return /^[\p{L}\p{N}]+$/u.test(words) ? words : `"${words.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** A content control around a field, as Word puts around its citations: `kind` is the element that says what it holds. */
export function contentControl(id: number, kind: Xml, content: Xml): Xml {
  return element("w:sdt", {}, element("w:sdtPr", {}, valued("w:id", id), kind), element("w:sdtContent", {}, content));
}

function character(type: "begin" | "separate" | "end"): Xml {
  return element("w:fldChar", { "w:fldCharType": type });
}
