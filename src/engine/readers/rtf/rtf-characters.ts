/** The control words and symbols of RTF that stand for one character. */

export const RTF_CHARACTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: "\t",
    emdash: "\u2014",
    endash: "\u2013",
    emspace: "\u2003",
    enspace: "\u2002",
    qmspace: "\u2005",
    bullet: "\u2022",
    lquote: "\u2018",
    rquote: "\u2019",
    ldblquote: "\u201c",
    rdblquote: "\u201d",
    zwj: "\u200d",
    zwnj: "\u200c",
    zwbo: "\u200b",
    zwnbo: "\u2060",
    ltrmark: "\u200e",
    rtlmark: "\u200f",
    "~": "\u00a0",
    _: "\u2011",
    // A hyphen that shows only where a line is broken at it: no part of the text.
    "-": "",
    ":": ":",
    "|": "",
    "\t": "\t",
  }),
);
