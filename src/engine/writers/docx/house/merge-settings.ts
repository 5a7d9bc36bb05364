/**
 * Settings of the house document that belong to its looks. Of all others (protection, templates, mail merge, tracking)
 * none is carried.
 */
import { childElement, type XmlElement } from "../../../readers/xml/xml-element.ts";
import { childNodes, type XmlNode } from "./xml-tree.ts";

/** In the order that the format wants (ISO/IEC 29500-1, 17.15.1.78), with what stands between and after them. */
const ORDER = `writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
  displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
  embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
  bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState
  formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView
  trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme
  styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope
  summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting
  bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing
  displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin
  drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning
  characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore
  savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText
  doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace
  updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang
  clrSchemeMapping`
  .split(/\s+/u)
  .map((name) => (name === "mathPr" ? "m:mathPr" : `w:${name}`));

const CARRIED = `embedTrueTypeFonts saveSubsetFonts mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
  bordersDoNotSurroundFooter gutterAtTop defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
  doNotHyphenateCaps evenAndOddHeaders noPunctuationKerning characterSpacingControl noLineBreaksAfter
  noLineBreaksBefore themeFontLang clrSchemeMapping`
  .split(/\s+/u)
  .map((name) => `w:${name}`);

/** Has our settings say what the house's say of its looks; what the house leaves open is left open. */
export function mergeSettings(ours: XmlNode, house: XmlNode | null): void {
  ours.children = ours.children.filter((child) => typeof child === "string" || !CARRIED.includes(child.name));
  for (const name of CARRIED) {
    const [setting] = childNodes(house ?? undefined, name);
    if (setting !== undefined) insert(ours, setting);
  }
}

function insert(ours: XmlNode, setting: XmlNode): void {
  const later = new Set(ORDER.slice(ORDER.indexOf(setting.name) + 1));
  const at = ours.children.findIndex(
    (child) => typeof child !== "string" && (later.has(child.name) || isLast(child.name)),
  );
  ours.children.splice(at < 0 ? ours.children.length : at, 0, setting);
}

/** All that the list does not name follows what it names. */
function isLast(name: string): boolean {
  return !ORDER.includes(name);
}

/** Whether an element of yes or no says yes (ISO/IEC 29500-1, 17.17.4). */
export function isOn(parent: XmlElement | null, name: string): boolean {
  const found = childElement(parent, name);
  return found !== null && !["0", "false", "off"].includes(found.attributes["w:val"] ?? "true");
}
