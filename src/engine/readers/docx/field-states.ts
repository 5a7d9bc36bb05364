/**
 * Follows the fields of a document (page numbers, links, cross-references) run by run: which text is the result that
 * the reader of the document sees, and which is the instruction behind it.
 */
import { childElement, childElements, elementAt, type XmlElement } from "../xml/xml-element.ts";
import { switchedOn } from "./run-format.ts";

interface OpenField {
  readonly form: XmlElement | null;
  /** The address of the link around it. */
  readonly outerUrl: string | null;
  instruction: string;
  isResult: boolean;
}

export interface FieldStates {
  /** True outside fields, and in results whose fields are themselves part of results. */
  readonly isVisible: boolean;
  /** The address of the innermost link, or null. */
  readonly linkUrl: string | null;
  instruct(text: string): void;
  /** Takes a `w:fldChar`. Answers the text of a form field that ends here and keeps its value in its properties. */
  step(fieldCharacter: XmlElement): string;
}

/** `isBalanced` is false where fields begin that never end: then nothing is taken for an instruction. */
export function createFieldStates(isBalanced: boolean): FieldStates {
  const open: OpenField[] = [];
  // Kept up to date rather than asked of all open fields: a hostile file opens them by the million.
  let instructions = 0;
  let linkUrl: string | null = null;

  const begin = (fieldCharacter: XmlElement): void => {
    const form = childElement(fieldCharacter, "w:ffData");
    open.push({ form, outerUrl: linkUrl, instruction: "", isResult: false });
    instructions++;
  };
  const separate = (): void => {
    const field = open.at(-1);
    if (field === undefined || field.isResult) return;
    field.isResult = true;
    instructions--;
    linkUrl = linkOf(field.instruction) ?? linkUrl;
  };
  const end = (): string => {
    const field = open.pop();
    if (field === undefined) return "";
    if (!field.isResult) instructions--;
    linkUrl = field.outerUrl;
    return formText(field);
  };

  return {
    get isVisible() {
      return !isBalanced || instructions === 0;
    },
    get linkUrl() {
      return linkUrl;
    },
    instruct(text) {
      const field = open.at(-1);
      if (field !== undefined && !field.isResult) field.instruction += text;
    },
    step(fieldCharacter) {
      const type = fieldCharacter.attributes["w:fldCharType"];
      if (type === "begin") begin(fieldCharacter);
      else if (type === "separate") separate();
      return type === "end" ? end() : "";
    },
  };
}

/** The address in an instruction such as `HYPERLINK "https://..."`; null for places inside the document. */
export function linkOf(instruction: string): string | null {
  const found = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))/i.exec(instruction);
  return found?.[1] ?? found?.[2] ?? null;
}

function formText({ instruction, form }: OpenField): string {
  if (form === null) return "";
  if (/^\s*FORMCHECKBOX/i.test(instruction)) {
    const box = childElement(form, "w:checkBox");
    return (switchedOn(box, "w:checked") ?? switchedOn(box, "w:default") ?? false) ? "\u2612" : "\u2610";
  }
  if (!/^\s*FORMDROPDOWN/i.test(instruction)) return "";
  const list = childElement(form, "w:ddList");
  const chosen = childElement(list, "w:result") ?? elementAt(list, "w:default");
  const entries = list === null ? [] : childElements(list, "w:listEntry");
  return entries[Number(chosen?.attributes["w:val"] ?? 0)]?.attributes["w:val"] ?? "";
}
