/**
 * How a run of text is emphasised: by itself and by its character style. Only what a span can say is kept; fonts,
 * sizes and colours are not.
 */
import type { Emphasis } from "../../../core/source/span.ts";
import { childElement, type XmlElement } from "../xml/xml-element.ts";

/** Undefined where nothing is said, so that what is said elsewhere holds. */
export interface RunFormat {
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly vertical?: "superscript" | "subscript" | "baseline";
  readonly code?: boolean;
  readonly hidden?: boolean;
  readonly font?: string;
}

const OFF = new Set(["0", "false", "off", "none"]);

/** Whether a property is switched on, off, or not mentioned. */
export function switchedOn(properties: XmlElement | null, name: string): boolean | undefined {
  const element = childElement(properties, name);
  return element === null ? undefined : !OFF.has(element.attributes["w:val"] ?? "1");
}

/** What the properties of a run (`w:rPr`) say themselves. */
export function runFormatOf(properties: XmlElement | null): RunFormat {
  if (properties === null) return {};
  const vertical = childElement(properties, "w:vertAlign")?.attributes["w:val"];
  return said({
    strong: switchedOn(properties, "w:b"),
    emphasis: switchedOn(properties, "w:i"),
    underline: switchedOn(properties, "w:u"),
    strike: switchedOn(properties, "w:strike") ?? switchedOn(properties, "w:dstrike"),
    vertical: vertical === "superscript" || vertical === "subscript" || vertical === "baseline" ? vertical : undefined,
    hidden: switchedOn(properties, "w:vanish"),
    font: childElement(properties, "w:rFonts")?.attributes["w:ascii"],
  });
}

type Loose<Value> = { readonly [Key in keyof Value]: Value[Key] | undefined };

function said(format: Loose<RunFormat>): RunFormat {
  return Object.fromEntries(Object.entries(format).filter(([, value]) => value !== undefined));
}

/** The emphases of a format, in a fixed order. */
export function emphasesOf(format: RunFormat): Emphasis[] {
  const emphases: Emphasis[] = [];
  if (format.strong === true) emphases.push("strong");
  if (format.emphasis === true) emphases.push("emphasis");
  if (format.underline === true) emphases.push("underline");
  if (format.strike === true) emphases.push("strike");
  if (format.vertical === "superscript" || format.vertical === "subscript") emphases.push(format.vertical);
  if (format.code === true) emphases.push("code");
  return emphases;
}
