/**
 * The words that the document itself says, beside those of the brief and of its template, in the brief's language.
 */
import type { BriefLanguage } from "../../../core/brief/document.ts";
import type { SourceFormat } from "../../../core/source/format.ts";

export interface DocumentWords {
  readonly page: string;
  readonly of: string;
  readonly annex: string;
  readonly sources: string;
  readonly evidence: string;
  readonly imported: string;
  /** Between a label and what it labels: French sets a no-break space before the colon. */
  readonly colon: string;
  /** What stands before the number of one paragraph of a source, and of several. */
  readonly paragraph: string;
  readonly paragraphs: string;
  readonly kinds: Readonly<Record<SourceFormat, string>>;
}

const ENGLISH: DocumentWords = {
  page: "Page",
  of: "of",
  annex: "Annex",
  sources: "Sources",
  evidence: "Evidence",
  imported: "imported on",
  colon: ": ",
  paragraph: "para.",
  paragraphs: "paras.",
  kinds: {
    text: "Plain text",
    markdown: "Plain text (Markdown)",
    html: "Web page",
    mhtml: "Saved web page",
    docx: "Word document",
    odt: "OpenDocument text",
    rtf: "Rich text document",
    epub: "E-book",
    pdf: "PDF document",
    eml: "E-mail",
    msg: "E-mail",
  },
};

const WORDS: Readonly<Record<string, DocumentWords>> = {
  en: ENGLISH,
  fr: {
    page: "Page",
    of: "sur",
    annex: "Annexe",
    sources: "Sources",
    evidence: "Passages cités",
    imported: "importé le",
    colon: "\u00A0: ",
    paragraph: "par.",
    paragraphs: "par.",
    kinds: {
      text: "Texte brut",
      markdown: "Texte brut (Markdown)",
      html: "Page web",
      mhtml: "Page web enregistrée",
      docx: "Document Word",
      odt: "Texte OpenDocument",
      rtf: "Document RTF",
      epub: "Livre numérique",
      pdf: "Document PDF",
      eml: "Courriel",
      msg: "Courriel",
    },
  },
  de: {
    page: "Seite",
    of: "von",
    annex: "Anhang",
    sources: "Quellen",
    evidence: "Belegstellen",
    imported: "importiert am",
    colon: ": ",
    paragraph: "Abs.",
    paragraphs: "Abs.",
    kinds: {
      text: "Textdatei",
      markdown: "Textdatei (Markdown)",
      html: "Webseite",
      mhtml: "Gespeicherte Webseite",
      docx: "Word-Dokument",
      odt: "OpenDocument-Text",
      rtf: "RTF-Dokument",
      epub: "E-Book",
      pdf: "PDF-Dokument",
      eml: "E-Mail",
      msg: "E-Mail",
    },
  },
  es: {
    page: "Página",
    of: "de",
    annex: "Anexo",
    sources: "Fuentes",
    evidence: "Pasajes citados",
    imported: "importado el",
    colon: ": ",
    paragraph: "párr.",
    paragraphs: "párrs.",
    kinds: {
      text: "Texto sin formato",
      markdown: "Texto sin formato (Markdown)",
      html: "Página web",
      mhtml: "Página web guardada",
      docx: "Documento de Word",
      odt: "Texto de OpenDocument",
      rtf: "Documento RTF",
      epub: "Libro electrónico",
      pdf: "Documento PDF",
      eml: "Correo electrónico",
      msg: "Correo electrónico",
    },
  },
  nl: {
    page: "Pagina",
    of: "van",
    annex: "Bijlage",
    sources: "Bronnen",
    evidence: "Bewijsplaatsen",
    imported: "geïmporteerd op",
    colon: ": ",
    paragraph: "al.",
    paragraphs: "al.",
    kinds: {
      text: "Platte tekst",
      markdown: "Platte tekst (Markdown)",
      html: "Webpagina",
      mhtml: "Opgeslagen webpagina",
      docx: "Word-document",
      odt: "OpenDocument-tekst",
      rtf: "RTF-document",
      epub: "E-boek",
      pdf: "PDF-document",
      eml: "E-mail",
      msg: "E-mail",
    },
  },
};

export function documentWords(language: BriefLanguage): DocumentWords {
  return WORDS[language.slice(0, 2)] ?? ENGLISH;
}
