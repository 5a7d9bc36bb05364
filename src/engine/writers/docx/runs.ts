/**
 * Text as Word runs. Line feeds and tabs inside it become Word's own, because Word shows neither in plain text.
 * Bold and italic are `w:b` and `w:i`, as Word's own keys set them, and not the styles Strong and Emphasis: a run can
 * name one style only, and Ctrl+B in Word would not take a style away again.
 */
import type { NoteRun } from "../../../core/citation/formatted-citations.ts";
import { eastAsianTypeface, languageOfWords, scriptOfLanguage } from "./languages.ts";
import { type Script, splitByScript } from "./scripts.ts";
import { element, joined, textXml, valued, type Xml } from "./xml.ts";

export interface RunLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly smallCaps?: boolean;
  readonly position?: "superscript" | "subscript";
  /** Id of a character style. */
  readonly style?: string;
  /** The language of the words, as Word names it; that of the document where it is not given. */
  readonly language?: string | undefined;
  /** Whether the paragraph is written from right to left. */
  readonly isRightToLeft?: boolean;
}

/** The runs of a text: one for each of its scripts. */
export function textRuns(text: string, look: RunLook = {}): Xml {
  const base = look.isRightToLeft ? "right-to-left" : "western";
  return joined(
    splitByScript(text.replace(/\r\n?/g, "\n"), base).map((run) => wordRun(run.text, look, run.script, text)),
  );
}

/** The runs of a note or reference. */
export function noteRuns(runs: readonly NoteRun[], look: RunLook = {}): Xml {
  return joined(runs.map(({ text, ...own }) => textRuns(text, { ...look, ...own })));
}

/** A line break on its own. */
export function lineBreak(): Xml {
  return run([], element("w:br", {}));
}

/** A tab on its own. */
export function tab(): Xml {
  return run([], element("w:tab", {}));
}

/** A run with some content that is no text; `properties` in the order of the schema. */
export function run(properties: readonly Xml[], ...content: readonly Xml[]): Xml {
  return element("w:r", {}, ...(properties.length > 0 ? [element("w:rPr", {}, ...properties)] : []), ...content);
}

function wordRun(text: string, look: RunLook, script: Script, whole: string): Xml {
  const pieces = text.split(/([\n\t])/).map((piece) => {
    if (piece === "\n") return element("w:br", {});
    return piece === "\t" ? element("w:tab", {}) : words(piece);
  });
  return run(properties(look, script, whole), ...pieces);
}

/** Word drops spaces at either end, and shows several as one, where it is not told to keep them. */
function words(text: string): Xml {
  if (text === "") return joined([]);
  return element("w:t", { "xml:space": /^\s|\s$|\s\s/.test(text) ? "preserve" : undefined }, textXml(text));
}

/** In the order of the schema (ECMA-376 part 1, 17.3.2.28). */
function properties(look: RunLook, script: Script, whole: string): Xml[] {
  const { style, bold, italic, smallCaps, position, language } = look;
  const own = script === "western" ? western(language) : languageOfWords(script, whole, language);
  return [
    ...(style === undefined ? [] : [valued("w:rStyle", style)]),
    ...(script === "east-asian" && own !== undefined
      ? [element("w:rFonts", { "w:hint": "eastAsia", "w:eastAsia": eastAsianTypeface(own) })]
      : []),
    ...(bold ? [element("w:b", {}), element("w:bCs", {})] : []),
    ...(italic ? [element("w:i", {}), element("w:iCs", {})] : []),
    ...(smallCaps ? [element("w:smallCaps", {})] : []),
    ...(position ? [valued("w:vertAlign", position)] : []),
    ...(script === "right-to-left" ? [element("w:rtl", {})] : []),
    ...(own === undefined ? [] : [element("w:lang", { [LANGUAGE_ATTRIBUTES[script]]: own })]),
  ];
}

const LANGUAGE_ATTRIBUTES: Readonly<Record<Script, string>> = {
  western: "w:val",
  "east-asian": "w:eastAsia",
  "right-to-left": "w:bidi",
};

/** Latin letters in a Chinese or Arabic text are of no language that is known. */
function western(language: string | undefined): string | undefined {
  return language !== undefined && scriptOfLanguage(language) === "western" ? language : undefined;
}
