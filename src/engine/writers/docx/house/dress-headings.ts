/**
 * Title and headings that a house document has not used yet and so does not have: they take typeface and colour of the
 * heading nearest to them that it has. Size, weight and distances stay ours.
 */
import { childNode, childNodes, childValue, type XmlNode } from "./xml-tree.ts";

const HEADING = /^heading (\d)$/iu;
const TITLE = /^title$/iu;
/** Styles rest on at most so many others; Word itself allows about ten. */
const MAX_STEPS = 30;
/** What large letters need on white paper (WCAG 2.2, 1.4.3). */
const MIN_CONTRAST = 3;

/** Changes those of `added` that are headings; nothing where the house has none. */
export function dressHeadings(added: readonly XmlNode[], houseStyles: readonly XmlNode[]): void {
  const models = houseStyles.filter((style) => HEADING.test(nameOf(style)));
  for (const style of added) {
    const run = childNode(style, "w:rPr");
    if (run === undefined || !(TITLE.test(nameOf(style)) || HEADING.test(nameOf(style)))) continue;
    const distance = (model: XmlNode): number => Math.abs(levelOf(model) - levelOf(style));
    const [model] = models.toSorted((a, b) => distance(a) - distance(b));
    if (model === undefined) continue;
    const look = (name: string) => inherited(model, "w:rPr", name, houseStyles);
    takeOver(run, "w:rFonts", look("w:rFonts"));
    const isOnColour = look("w:shd") !== undefined || inherited(model, "w:pPr", "w:shd", houseStyles) !== undefined;
    if (!isOnColour && isReadable(look("w:color"))) takeOver(run, "w:color", look("w:color"));
  }
}

function nameOf(style: XmlNode): string {
  return childValue(style, "w:name") ?? "";
}

/** A title stands above the first level. */
function levelOf(style: XmlNode): number {
  return Number(HEADING.exec(nameOf(style))?.[1] ?? 0);
}

/** On white paper. Of colours of a theme, Word states beside them what they were when the style was saved. */
function isReadable(color: XmlNode | undefined): boolean {
  const [, ...channels] = /^(..)(..)(..)$/u.exec(color?.attributes["w:val"] ?? "") ?? [];
  if (channels.length === 0) return true; // the colour of text
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = Number.parseInt(channel, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= MIN_CONTRAST;
}

function takeOver(run: XmlNode, name: string, look: XmlNode | undefined): void {
  const at = run.children.findIndex((child) => typeof child !== "string" && child.name === name);
  const copy = look === undefined ? [] : [structuredClone(look)];
  if (at >= 0) run.children.splice(at, 1, ...copy);
  // The format wants typefaces first; a colour of its own every heading of ours has.
  else if (name === "w:rFonts") run.children.unshift(...copy);
}

/** Of the style, or of the nearest that it is based on. */
function inherited(
  style: XmlNode,
  properties: "w:rPr" | "w:pPr",
  name: string,
  styles: readonly XmlNode[],
): XmlNode | undefined {
  let each: XmlNode | undefined = style;
  for (let step = 0; step < MAX_STEPS && each !== undefined; step++) {
    const [found] = childNodes(childNode(each, properties), name);
    if (found !== undefined) return found;
    const base = childValue(each, "w:basedOn");
    each = styles.find(({ attributes }) => base !== undefined && attributes["w:styleId"] === base);
  }
  return undefined;
}
