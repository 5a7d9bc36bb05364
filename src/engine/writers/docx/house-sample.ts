/**
 * A Word document to make a house document of: every style that Attaché uses, each in a line that names it and says what
 * it is for. Made of the same parts as an export, so that what is changed in it fits one.
 */
import { documentWords } from "./document-words.ts";
import { sampleBlocks } from "./house/sample-blocks.ts";
import { WORD_NAMESPACES, wordContentType } from "./namespaces.ts";
import { Notes } from "./notes.ts";
import { numberingPart, OrderedLists } from "./numbering.ts";
import { type Part, zipPackage } from "./package/zip-package.ts";
import { pageEdges, sectionProperties } from "./page.ts";
import { bodyXml } from "./paragraphs.ts";
import { settingsPart } from "./settings.ts";
import { type StyleChoices, stylesPart } from "./styles.ts";
import { element, xmlPart } from "./xml.ts";

const MARKING = "MARKING";
const DEFAULT_CHOICES: StyleChoices = { language: "en-GB", numbering: "none" };

/** The bytes of the sample; `choices` are those of the brief that the house document will be for. */
export async function makeHouseSample(choices: StyleChoices = DEFAULT_CHOICES): Promise<Uint8Array> {
  const notes = new Notes("footnote");
  const edges = pageEdges(MARKING, documentWords(choices.language));
  const body = [...bodyXml(sampleBlocks(notes)), sectionProperties(edges.ids, "footnote")];
  const others: Part[] = [
    stylesPart(choices),
    settingsPart(choices.language, "footnote"),
    numberingPart(choices.numbering, new OrderedLists()),
    notes.part(),
  ];
  const names = ["styles", "settings", "numbering", "footnotes"];
  const document: Part = {
    path: "word/document.xml",
    contentType: wordContentType("document.main"),
    data: xmlPart(element("w:document", WORD_NAMESPACES, element("w:body", {}, ...body))),
    relationships: [
      ...names.map((name) => ({ id: name, type: name, target: `${name}.xml` })),
      ...edges.ids.map((id) => ({ id, type: id, target: `${id}1.xml` })),
    ],
  };
  return zipPackage(
    [document, ...others, ...edges.parts],
    [{ id: "document", type: "officeDocument", target: document.path }],
  );
}
