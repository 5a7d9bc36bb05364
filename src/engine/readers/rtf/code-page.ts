/**
 * Windows and DOS code pages by number, as RTF and Outlook name them, and what RTF calls the character sets of fonts.
 */
import { decodeCharset } from "../mail/charset.ts";

const NAMES: Readonly<Record<number, string>> = {
  708: "iso-8859-6",
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1200: "utf-16le",
  1201: "utf-16be",
  10000: "macintosh",
  10001: "shift_jis",
  10002: "big5",
  10003: "euc-kr",
  10007: "x-mac-cyrillic",
  10008: "gb18030",
  10017: "x-mac-cyrillic",
  20127: "windows-1252",
  20866: "koi8-r",
  20932: "euc-jp",
  20936: "gb18030",
  20949: "euc-kr",
  21866: "koi8-u",
  38598: "iso-8859-8-i",
  50220: "iso-2022-jp",
  50221: "iso-2022-jp",
  50222: "iso-2022-jp",
  50225: "iso-2022-kr",
  51932: "euc-jp",
  51936: "gb18030",
  51949: "euc-kr",
  52936: "hz-gb-2312",
  54936: "gb18030",
  65000: "utf-7",
  65001: "utf-8",
};

/** The upper halves of DOS code pages, which TextDecoder has not. */
const DOS_UPPER_HALVES: Readonly<Record<number, string>> = {
  437:
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐" +
    "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
  850:
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
    "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
  852:
    "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐" +
    "└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0",
};

/** What font character sets stand for; see \\fcharset in the RTF specification. 0 and 1 are for the caller to tell. */
const FONT_CODE_PAGES: Readonly<Record<number, number>> = {
  77: 10000,
  78: 10001,
  79: 10003,
  80: 10008,
  81: 10002,
  89: 10007,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

export const WESTERN_CODE_PAGE = 1252;

/** The code page of a font's \\fcharset, or null where the number is not one of them. */
export function codePageOfFont(fontCharset: number): number | null {
  return FONT_CODE_PAGES[fontCharset] ?? null;
}

/** The charset of a code page, or null where only this module can decode it or nobody knows it. */
export function nameOfCodePage(codePage: number): string | null {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  if (codePage >= 28591 && codePage <= 28606) return `iso-8859-${codePage - 28590}`;
  return NAMES[codePage] ?? null;
}

export function isKnownCodePage(codePage: number): boolean {
  return nameOfCodePage(codePage) !== null || DOS_UPPER_HALVES[codePage] !== undefined;
}

/** Text of the bytes; in Windows-1252 where the code page is unknown. What cannot be decoded is U+FFFD. */
export function decodeCodePage(bytes: Uint8Array, codePage: number): string {
  const upperHalf = DOS_UPPER_HALVES[codePage];
  if (upperHalf !== undefined) {
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : upperHalf.charAt(byte - 0x80))).join(
      "",
    );
  }
  return decodeCharset(bytes, nameOfCodePage(codePage) ?? "windows-1252") ?? "";
}
