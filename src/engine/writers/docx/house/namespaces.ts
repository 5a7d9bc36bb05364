/**
 * The prefixes that XML of a house document is written with, whatever prefixes its file uses: Word's usual ones, so
 * that parts of two files can be put together. Knows nothing of what stands in them.
 */

/** Transitional namespaces only: a document in the strict form of ISO/IEC 29500 is refused before. */
const USUAL_PREFIXES: readonly (readonly [prefix: string, uri: string])[] = [
  ["w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
  ["r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"],
  ["mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"],
  ["m", "http://schemas.openxmlformats.org/officeDocument/2006/math"],
  ["a", "http://schemas.openxmlformats.org/drawingml/2006/main"],
  ["pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"],
  ["wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"],
  ["v", "urn:schemas-microsoft-com:vml"],
  ["o", "urn:schemas-microsoft-com:office:office"],
  ["w10", "urn:schemas-microsoft-com:office:word"],
  ["wne", "http://schemas.microsoft.com/office/word/2006/wordml"],
  ["w14", "http://schemas.microsoft.com/office/word/2010/wordml"],
  ["wp14", "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"],
  ["wpc", "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"],
  ["wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"],
  ["wpi", "http://schemas.microsoft.com/office/word/2010/wordprocessingInk"],
  ["wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
  ["w15", "http://schemas.microsoft.com/office/word/2012/wordml"],
  ["w16se", "http://schemas.microsoft.com/office/word/2015/wordml/symex"],
  ["w16cid", "http://schemas.microsoft.com/office/word/2016/wordml/cid"],
  ["w16", "http://schemas.microsoft.com/office/word/2018/wordml"],
  ["w16cex", "http://schemas.microsoft.com/office/word/2018/wordml/cex"],
  ["w16sdtdh", "http://schemas.microsoft.com/office/word/2020/wordml/sdtdatahash"],
];

/** The prefixes of one export: each stands for the same namespace in all of its parts. */
export interface Prefixes {
  /** The prefix of a namespace; where none is usual, the one it was written with, or a new one if that is taken. */
  prefixOf(uri: string, written: string): string;
  /** Undefined for a prefix that nothing was written with. */
  uriOf(prefix: string): string | undefined;
}

export function createPrefixes(): Prefixes {
  const prefixes = new Map(USUAL_PREFIXES.map(([prefix, uri]) => [uri, prefix]));
  const uris = new Map(USUAL_PREFIXES);
  return {
    prefixOf(uri, written) {
      const known = prefixes.get(uri);
      if (known !== undefined) return known;
      const isFree = written !== "" && !written.startsWith("xml") && !uris.has(written);
      const prefix = isFree ? written : `ns${uris.size}`;
      prefixes.set(uri, prefix);
      uris.set(prefix, uri);
      return prefix;
    },
    uriOf: (prefix) => uris.get(prefix),
  };
}
