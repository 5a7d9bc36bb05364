/** The instructions of fields, of which a reader follows two: links and signs. All other fields are their last result. */
import { symbolCharacter } from "./symbol-font.ts";

const MAX_INSTRUCTION_UTF16 = 4000;

/** The parts of an instruction, quotation marks taken off. */
function words(instruction: string): string[] {
  const found = instruction.slice(0, MAX_INSTRUCTION_UTF16).matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/gu);
  return Array.from(found, ([, quoted, bare]) => quoted?.replace(/\\(.)/gu, "$1") ?? bare ?? "");
}

/** The address that a HYPERLINK field leads to, or null where it leads elsewhere than to the web. */
export function linkOf(instruction: string): string | null {
  const [name, ...rest] = words(instruction);
  if (name?.toUpperCase() !== "HYPERLINK") return null;
  let address: string | null = null;
  let bookmark = "";
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? "";
    if (word === "\\l") bookmark = rest[index + 1] ?? "";
    if (/^\\[lot]$/u.test(word)) index += 1;
    else if (!/^\\\w$/u.test(word)) address ??= word;
  }
  if (address === null || !/^(?:https?|mailto):/iu.test(address)) return null;
  return bookmark === "" ? address : `${address}#${bookmark}`;
}

/** The sign that a SYMBOL field stands for, or null where the field is another. */
export function symbolOf(instruction: string): string | null {
  const [name, code, ...rest] = words(instruction);
  if (name?.toUpperCase() !== "SYMBOL" || code === undefined) return null;
  const number = /^0x/iu.test(code) ? Number.parseInt(code.slice(2), 16) : Number.parseInt(code, 10);
  if (!Number.isInteger(number) || number < 0x20 || number > 0xffff) return null;
  const fontAt = rest.indexOf("\\f");
  const font = fontAt < 0 ? "" : (rest[fontAt + 1] ?? "");
  return number <= 0xff && /^(?:symbol|wingdings|webdings)/iu.test(font)
    ? symbolCharacter(number, font)
    : String.fromCharCode(number);
}
