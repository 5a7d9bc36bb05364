/**
 * A Word document with Attaché's own styles and some words in each, to make a house document of.
 */
import { Document, Packer, Paragraph } from "docx";
import { DOCUMENT_STYLES, STYLE_IDS } from "./styles.ts";

/** The bytes of the sample. */
export async function makeHouseSample(): Promise<Uint8Array> {
  const document = new Document({
    styles: DOCUMENT_STYLES,
    sections: [{ children: [new Paragraph({ style: STYLE_IDS.title, text: "Title" })] }],
  });
  return Packer.pack(document, "uint8array");
}
