/**
 * Puts a document of ours and a house document together, part by part. What is carried of the house was cleaned when it
 * was read.
 */
import { dropStyleReferences, hasPageNumber } from "./fields.ts";
import { mergeEdge, type OurLines, ourLines } from "./merge-edges.ts";
import { mergeNumbering } from "./merge-numbering.ts";
import { mergeSection } from "./merge-section.ts";
import { isOn, mergeSettings } from "./merge-settings.ts";
import { findStyleId, findTwins, idOf, mergeStyles, nameOf, stylesOf } from "./merge-styles.ts";
import type { Prefixes } from "./namespaces.ts";
import {
  type EdgeName,
  type EdgeReference,
  edgeReference,
  type House,
  type HousePart,
  PAGE_KINDS,
  type PageKind,
} from "./read-house.ts";
import { type NumberedByHand, settleNumbering } from "./settle-numbering.ts";
import { MAIN_PART, openWordPackage, type WordPackage } from "./word-package.ts";
import { childNode, childNodes, readPlain, writeElement, type XmlNode, xmlNode } from "./xml-tree.ts";

const NO_FILES: HousePart["files"] = new Map();
const NO_LINES: OurLines = { marking: [], pageNumber: [] };
const MARKING_STYLE_NAME = "marking";
/** Parts of ours that name styles. Our own writer wrote them, so that expressions can be used on their XML. */
const STYLED_PART = /^word\/(?!styles|settings|fontTable|numbering)[^/]+\.xml$/u;
const STYLE_REFERENCE = /(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)(")/gu;
const NUMBERED_BY_HAND =
  /<w:pStyle w:val="([^"]*)"\/>(?:(?!<\/w:pPr>).)*?<w:numPr>(?:<w:ilvl w:val="(\d+)"\/>)?<w:numId w:val="(\d+)"\/>/gsu;
const SECTION = /<w:sectPr\b[^>]*?(?:\/>|>.*?<\/w:sectPr>)/gsu;

/** The bytes of the document with the looks of the house. */
export function takeOnHouse(docx: Uint8Array, house: House, prefixes: Prefixes): Uint8Array {
  const ours = openWordPackage(docx, prefixes);
  const markingStyleId = takeStyles(ours, house);
  for (const type of ["fontTable", "theme"] as const) {
    const part = house[type];
    if (part !== null) ours.setPart(type, part);
  }
  const settings = ours.part("settings") ?? xmlNode("w:settings");
  mergeSettings(settings, house.settings?.root ?? null);
  ours.setPart("settings", { root: settings, files: NO_FILES });
  for (const { root } of house.edges.values()) dropStyleReferences(root, usedStyleNames(ours, house));
  takePages(ours, house, markingStyleId);
  return ours.pack();
}

/** Answers the id that the style of our markings has afterwards; empty where the house has no styles. */
function takeStyles(ours: WordPackage, house: House): string {
  const ourStyles = ours.part("styles");
  if (house.styles === null || ourStyles === null) return "";
  const marking = findStyleId(ourStyles, MARKING_STYLE_NAME);
  const lists = ours.part("numbering") ?? xmlNode("w:numbering");
  const ourDefinitions = childNodes(lists, "w:abstractNum");
  const houseStyles = house.styles.root;
  const users = [houseStyles, ...[...house.edges.values()].map(({ root }) => root)];
  mergeNumbering(lists, house.numbering?.root ?? null, users);
  const twins = findTwins(ourStyles, houseStyles);
  settleNumbering({
    ourStyles: stylesOf(ourStyles),
    houseStyles: stylesOf(houseStyles),
    twins,
    lists,
    ourDefinitions,
    numberedByHand: numberedByHand(ours.text(MAIN_PART) ?? ""),
  });
  const ids = mergeStyles(ourStyles, houseStyles, twins);
  for (const level of ourDefinitions.flatMap((definition) => childNodes(definition, "w:lvl"))) {
    const style = childNode(level, "w:pStyle")?.attributes;
    if (style !== undefined) style["w:val"] = ids.get(style["w:val"] ?? "") ?? "";
  }
  ours.setPart("numbering", { root: lists, files: NO_FILES });
  ours.setPart("styles", { root: houseStyles, files: NO_FILES });
  const styledParts = ours.names().filter((name) => STYLED_PART.test(name));
  for (const name of styledParts) {
    ours.setText(
      name,
      (ours.text(name) ?? "").replace(
        STYLE_REFERENCE,
        (_, before: string, id: string, after: string) => before + (ids.get(id) ?? id) + after,
      ),
    );
  }
  return ids.get(marking) ?? "";
}

function numberedByHand(document: string): NumberedByHand[] {
  const found = new Map<string, NumberedByHand>();
  for (const [, styleId = "", level = "0", listId = ""] of document.matchAll(NUMBERED_BY_HAND)) {
    found.set(`${listId}/${level}`, { listId, level, styleId });
  }
  return [...found.values()];
}

/** Whether the document has words in a style, by the name that a field says: Word's own, or that of its language. */
function usedStyleNames(ours: WordPackage, house: House): (name: string) => boolean {
  const used = new Set([...(ours.text(MAIN_PART) ?? "").matchAll(STYLE_REFERENCE)].map(([, , id = ""]) => id));
  const styles = stylesOf(house.styles?.root ?? xmlNode("w:styles")).filter((style) => used.has(idOf(style)));
  return (name) => {
    const wanted = /^[1-9]$/u.test(name) ? `heading ${name}` : name.toLowerCase();
    // Word makes the id of a style from its name in the language of the program, leaving out all but plain letters.
    const id = name.replace(/[^A-Za-z0-9]/gu, "");
    return styles.some((style) => nameOf(style) === wanted || idOf(style) === id);
  };
}

/** Gives every section of ours the house's page, headers and footers, with our marking in all of them. */
function takePages(ours: WordPackage, house: House, markingStyleId: string): void {
  const text = ours.text(MAIN_PART) ?? "";
  const linesById = new Map<string, OurLines>();
  for (const [section] of text.matchAll(SECTION)) {
    for (const { id } of referencesOf(readSection(section))) linesById.set(id, ourLines(ours.edge(id)));
  }
  ours.dropEdges();

  const written = new Map<string, string | null>();
  const idOf = ({ edge, kind }: WantedEdge, ourId: string): string | null => {
    const key = `${edge}/${kind}/${ourId}`;
    const known = written.get(key);
    if (known !== undefined) return known;
    const part = house.edges.get(`${edge}/${kind}`);
    const root = mergeEdge({
      edge,
      house: part?.root ?? null,
      lines: linesById.get(ourId) ?? NO_LINES,
      withPageNumber: !showsPageNumber(house, kind),
      markingStyleIds: new Set([markingStyleId]),
    });
    const id = root === null ? null : ours.addEdge(edge, { root, files: part?.files ?? NO_FILES });
    written.set(key, id);
    return id;
  };

  // A section without a header of its own has that of the one before it.
  const current = new Map<EdgeName, string>();
  const pages = wantedEdges(house);
  let isFirstSection = true;
  const withPages = text.replace(SECTION, (section) => {
    const properties = readSection(section);
    for (const { edge, kind, id } of referencesOf(properties)) current.set(`${edge}/${kind}`, id);
    const references = pages.flatMap(({ edge, kind }): EdgeReference[] => {
      const id = idOf({ edge, kind }, current.get(`${edge}/${kind}`) ?? current.get(`${edge}/default`) ?? "");
      return id === null ? [] : [{ edge, kind, id }];
    });
    const merged = mergeSection({ ours: properties, house: house.section, references, isFirstSection });
    isFirstSection = false;
    return writeElement(merged);
  });
  ours.setText(MAIN_PART, withPages);
}

function readSection(section: string): XmlNode {
  return readPlain(section, "a section of our own document");
}

function referencesOf(section: XmlNode): EdgeReference[] {
  return childNodes(section).flatMap((child) => edgeReference(child) ?? []);
}

type WantedEdge = Omit<EdgeReference, "id">;

/** All kinds of which the house has one, shown or not, and those that are shown. */
function wantedEdges(house: House): WantedEdge[] {
  const shown = new Set<string>(["default"]);
  if (isOn(house.section, "w:titlePg")) shown.add("first");
  if (isOn(house.settings?.root ?? null, "w:evenAndOddHeaders")) shown.add("even");
  const kinds = PAGE_KINDS.filter(
    (kind) => shown.has(kind) || house.edges.has(`header/${kind}`) || house.edges.has(`footer/${kind}`),
  );
  return kinds.flatMap((kind): WantedEdge[] => [
    { edge: "header", kind },
    { edge: "footer", kind },
  ]);
}

function showsPageNumber(house: House, kind: PageKind): boolean {
  return (["header", "footer"] as const).some((edge) => {
    const part = house.edges.get(`${edge}/${kind}`);
    return part !== undefined && hasPageNumber(part.root);
  });
}
