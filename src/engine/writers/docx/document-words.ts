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
  readonly traceability: string;
  /** What the table of Annex C says of itself, and what stands over its columns. */
  readonly traceabilityNote: string;
  readonly traced: Readonly<Record<"paragraph" | "statement" | "notes" | "sources" | "origins", string>>;
  readonly assessment: string;
  readonly question: string;
  readonly repeated: string;
  readonly noSource: string;
  /** Before the letter that a source was graded with, and before letter and digit of a passage. */
  readonly reliability: string;
  readonly grade: string;
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
  traceability: "Traceability",
  traceabilityNote:
    "Each statement with what it rests on. Origins are those that the texts themselves show, by whom they credit and by the words they share: there are at least so many, and that two differ does not rule out that one rests on the other. In brackets, where they were graded: reliability of the source (A–F) and credibility of what is cited (1–6).",
  traced: {
    paragraph: "Paragraph",
    statement: "Statement",
    notes: "Notes",
    sources: "Sources",
    origins: "Origins, at least",
  },
  assessment: "Assessment",
  question: "Question",
  repeated: "Repeats what is supported elsewhere",
  noSource: "No source",
  reliability: "Reliability",
  grade: "Grade",
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
    traceability: "Traçabilité",
    traceabilityNote:
      "Chaque énoncé et ce sur quoi il repose. Les origines sont celles que les textes eux-mêmes indiquent, par ceux qu’ils créditent et par les mots qu’ils partagent\u00A0: il y en a au moins autant, et que deux diffèrent n’exclut pas que l’une repose sur l’autre. Entre parenthèses, si une cote a été donnée\u00A0: fiabilité de la source (A–F) et crédibilité du passage cité (1–6).",
    traced: {
      paragraph: "Paragraphe",
      statement: "Énoncé",
      notes: "Notes",
      sources: "Sources",
      origins: "Origines, au moins",
    },
    assessment: "Appréciation",
    question: "Question",
    repeated: "Reprend ce qui est étayé ailleurs",
    noSource: "Sans source",
    reliability: "Fiabilité",
    grade: "Cote",
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
    traceability: "Rückverfolgbarkeit",
    traceabilityNote:
      "Jede Aussage mit dem, worauf sie beruht. Ursprünge sind die, die die Texte selbst erkennen lassen: wen sie nennen und welche Wörter sie teilen. Es sind mindestens so viele; dass zwei sich unterscheiden, schließt nicht aus, dass der eine auf den anderen zurückgeht. In Klammern, wo bewertet wurde: Zuverlässigkeit der Quelle (A–F) und Glaubwürdigkeit des Zitierten (1–6).",
    traced: {
      paragraph: "Absatz",
      statement: "Aussage",
      notes: "Anm.",
      sources: "Quellen",
      origins: "Ursprünge, mindestens",
    },
    assessment: "Einschätzung",
    question: "Frage",
    repeated: "Wiederholt anderswo Belegtes",
    noSource: "Keine Quelle",
    reliability: "Zuverlässigkeit",
    grade: "Bewertung",
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
    traceability: "Trazabilidad",
    traceabilityNote:
      "Cada afirmación y aquello en que se basa. Los orígenes son los que muestran los propios textos, por quienes citan y por las palabras que comparten: hay al menos esos, y que dos difieran no excluye que uno se base en el otro. Entre paréntesis, si se calificaron: fiabilidad de la fuente (A–F) y credibilidad de lo citado (1–6).",
    traced: {
      paragraph: "Párrafo",
      statement: "Afirmación",
      notes: "Notas",
      sources: "Fuentes",
      origins: "Orígenes, al menos",
    },
    assessment: "Valoración",
    question: "Pregunta",
    repeated: "Repite lo respaldado en otra parte",
    noSource: "Sin fuente",
    reliability: "Fiabilidad",
    grade: "Calificación",
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
    traceability: "Herleidbaarheid",
    traceabilityNote:
      "Elke bewering met waar zij op rust. Herkomsten zijn die welke de teksten zelf laten zien, door wie zij noemen en door de woorden die zij delen: er zijn er ten minste zoveel, en dat twee verschillen sluit niet uit dat de ene op de andere berust. Tussen haakjes, waar beoordeeld: betrouwbaarheid van de bron (A–F) en geloofwaardigheid van het aangehaalde (1–6).",
    traced: {
      paragraph: "Alinea",
      statement: "Bewering",
      notes: "Noten",
      sources: "Bronnen",
      origins: "Herkomsten, ten minste",
    },
    assessment: "Inschatting",
    question: "Vraag",
    repeated: "Herhaalt wat elders gestaafd is",
    noSource: "Geen bron",
    reliability: "Betrouwbaarheid",
    grade: "Beoordeling",
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
