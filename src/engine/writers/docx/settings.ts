/** The settings of the document, as Word keeps them, and the typefaces it names. */
import type { BriefLanguage } from "../../../core/brief/document.ts";
import { WORD_NAMESPACES, wordContentType } from "./namespaces.ts";
import type { NoteKind } from "./notes.ts";
import type { Part } from "./package/zip-package.ts";
import { element, valued, type Xml, xmlPart } from "./xml.ts";

/** Word 2013 and later: without it Word opens the document in compatibility mode. */
const COMPATIBILITY_MODE = 15;
const DEFAULT_TAB_TWIPS = 709;
/** Ids of the lines above notes: see notes.ts. */
const SEPARATOR_IDS = [-1, 0] as const;

/** The part word/settings.xml. `noteKind` is null where the document has no notes. */
export function settingsPart(language: BriefLanguage, noteKind: NoteKind | null): Part {
  return {
    path: "word/settings.xml",
    contentType: wordContentType("settings"),
    data: xmlPart(
      element(
        "w:settings",
        WORD_NAMESPACES,
        valued("w:defaultTabStop", DEFAULT_TAB_TWIPS),
        valued("w:characterSpacingControl", "doNotCompress"),
        ...(noteKind ? [noteProperties(noteKind)] : []),
        element(
          "w:compat",
          {},
          element("w:compatSetting", {
            "w:name": "compatibilityMode",
            "w:uri": "http://schemas.microsoft.com/office/word",
            "w:val": COMPATIBILITY_MODE,
          }),
        ),
        element("w:themeFontLang", { "w:val": language }),
        valued("w:decimalSymbol", language.startsWith("en") ? "." : ","),
        valued("w:listSeparator", language.startsWith("en") ? "," : ";"),
      ),
    ),
  };
}

/** Endnotes stand at the end of their section, so that the annexes come after them, and are numbered as footnotes are. */
function noteProperties(kind: NoteKind): Xml {
  const separators = SEPARATOR_IDS.map((id) => element(`w:${kind}`, { "w:id": id }));
  const own = kind === "endnote" ? [valued("w:pos", "sectEnd"), valued("w:numFmt", "decimal")] : [];
  return element(`w:${kind}Pr`, {}, ...own, ...separators);
}
