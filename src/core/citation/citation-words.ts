/**
 * The words of notes and references that no citation style has, in the languages that a brief can be written in.
 */
import type { BriefLanguage } from "../brief/document.ts";
import { formatDate } from "./format-date.ts";
import { inWords, onOneLine } from "./source-words.ts";

export interface CitationWords {
  /** "A, B and C". */
  listed(names: readonly (string | number)[]): string;
  /** Behind the name of who says something: "citing Coastal Wire". */
  citing(agencies: readonly string[]): string;
  readonly earlierVersion: string;
  /** What stands for an unknown title. */
  file(fileName: string): string;
  readonly unnamedFile: string;
  readonly notFound: string;
  accessed(isoDate: string): string;
  sentTo(names: readonly string[]): string;
  agenciesCredited(agencies: readonly string[]): string;
  replacedOn(isoDate: string): string;
  fileWithSum(fileName: string, digits: string): string;
  citedIn(numbers: readonly number[]): string;
}

type Sayings = Omit<CitationWords, "listed" | "accessed" | "replacedOn"> & {
  readonly and: string;
  /** With the date in words. */
  accessed(date: string): string;
  replacedOn(date: string): string;
};

/** How one language joins names: "A, B and C". */
function listing(and: string): (names: readonly (string | number)[]) => string {
  return (names) => inWords(names, and);
}

const english = listing("and");
const french = listing("et");
const german = listing("und");
const spanish = listing("y");
const dutch = listing("en");

const ENGLISH: Sayings = {
  and: "and",
  citing: (agencies) => `citing ${english(agencies)}`,
  earlierVersion: "earlier version",
  file: (fileName) => `file ${fileName}`,
  unnamedFile: "unnamed file",
  notFound: "Source not found in this project",
  accessed: (date) => `Accessed ${date}`,
  sentTo: (names) => `Sent to ${english(names)}`,
  agenciesCredited: (agencies) => `Agencies credited: ${english(agencies)}`,
  replacedOn: (date) => `Earlier version, in place of which a newer one was taken on ${date}`,
  fileWithSum: (fileName, digits) => `File: ${fileName} (SHA-256 begins ${digits})`,
  citedIn: (numbers) => `Cited in ${numbers.length === 1 ? "note" : "notes"} ${english(numbers)}`,
};

const SAYINGS: Readonly<Record<BriefLanguage, Sayings>> = {
  "en-GB": ENGLISH,
  "en-US": ENGLISH,
  "fr-FR": {
    and: "et",
    citing: (agencies) => `citant ${french(agencies)}`,
    earlierVersion: "version antérieure",
    file: (fileName) => `fichier ${fileName}`,
    unnamedFile: "fichier sans nom",
    notFound: "Source introuvable dans ce projet",
    accessed: (date) => `Consulté le ${date}`,
    sentTo: (names) => `Envoyé à ${french(names)}`,
    agenciesCredited: (agencies) => `Agences citées : ${french(agencies)}`,
    replacedOn: (date) => `Version antérieure, remplacée par une plus récente le ${date}`,
    fileWithSum: (fileName, digits) => `Fichier : ${fileName} (le SHA-256 commence par ${digits})`,
    citedIn: (numbers) => `Cité ${numbers.length === 1 ? "à la note" : "aux notes"} ${french(numbers)}`,
  },
  "de-DE": {
    and: "und",
    citing: (agencies) => `unter Berufung auf ${german(agencies)}`,
    earlierVersion: "frühere Fassung",
    file: (fileName) => `Datei ${fileName}`,
    unnamedFile: "unbenannte Datei",
    notFound: "Quelle in diesem Projekt nicht gefunden",
    accessed: (date) => `Abgerufen am ${date}`,
    sentTo: (names) => `Gesendet an ${german(names)}`,
    agenciesCredited: (agencies) => `Genannte Agenturen: ${german(agencies)}`,
    replacedOn: (date) => `Frühere Fassung, am ${date} durch eine neuere ersetzt`,
    fileWithSum: (fileName, digits) => `Datei: ${fileName} (SHA-256 beginnt mit ${digits})`,
    citedIn: (numbers) => `Zitiert in ${numbers.length === 1 ? "Anmerkung" : "den Anmerkungen"} ${german(numbers)}`,
  },
  "es-ES": {
    and: "y",
    citing: (agencies) => `citando a ${spanish(agencies)}`,
    earlierVersion: "versión anterior",
    file: (fileName) => `archivo ${fileName}`,
    unnamedFile: "archivo sin nombre",
    notFound: "Fuente no encontrada en este proyecto",
    accessed: (date) => `Consultado el ${date}`,
    sentTo: (names) => `Enviado a ${spanish(names)}`,
    agenciesCredited: (agencies) => `Agencias citadas: ${spanish(agencies)}`,
    replacedOn: (date) => `Versión anterior, sustituida por una más reciente el ${date}`,
    fileWithSum: (fileName, digits) => `Archivo: ${fileName} (el SHA-256 empieza por ${digits})`,
    citedIn: (numbers) => `Citado en ${numbers.length === 1 ? "la nota" : "las notas"} ${spanish(numbers)}`,
  },
  "nl-NL": {
    and: "en",
    citing: (agencies) => `onder verwijzing naar ${dutch(agencies)}`,
    earlierVersion: "eerdere versie",
    file: (fileName) => `bestand ${fileName}`,
    unnamedFile: "naamloos bestand",
    notFound: "Bron niet gevonden in dit project",
    accessed: (date) => `Geraadpleegd op ${date}`,
    sentTo: (names) => `Verzonden aan ${dutch(names)}`,
    agenciesCredited: (agencies) => `Genoemde persbureaus: ${dutch(agencies)}`,
    replacedOn: (date) => `Eerdere versie, op ${date} vervangen door een nieuwere`,
    fileWithSum: (fileName, digits) => `Bestand: ${fileName} (SHA-256 begint met ${digits})`,
    citedIn: (numbers) => `Geciteerd in ${numbers.length === 1 ? "noot" : "noten"} ${dutch(numbers)}`,
  },
};

/** The words in the language of a brief. */
export function citationWords(language: BriefLanguage): CitationWords {
  const { and, accessed, replacedOn, ...sayings } = SAYINGS[language];
  return {
    ...sayings,
    listed: listing(and),
    accessed: (isoDate) => accessed(formatDate(isoDate, language)),
    replacedOn: (isoDate) => replacedOn(formatDate(isoDate, language)),
  };
}

/** What stands for an unknown title, so that a note is never just a place. */
export function titleFromFile(fileName: string, words: CitationWords): string {
  const name = onOneLine(fileName);
  return name === "" ? words.unnamedFile : words.file(name);
}
