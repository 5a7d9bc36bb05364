/**
 * Text with one form for what typography writes in several: full-width letters and figures, spaces, apostrophes, hyphens
 * and dashes. As long as the text it comes from, code unit by code unit, so that offsets hold in both.
 */

const VARIED = /[\uff01-\uff5e\u00a0\u2007\u2009\u202f\u3000\u2018\u2019\u02bc\u2010-\u2013\u2212]/gu;
const FULL_WIDTH_FROM = 0xff01;
const FULL_WIDTH_TO_ASCII = 0xfee0;

export function plainText(text: string): string {
  return text.replace(VARIED, (sign) => {
    const code = sign.charCodeAt(0);
    if (code >= FULL_WIDTH_FROM) return String.fromCharCode(code - FULL_WIDTH_TO_ASCII);
    if (code === 0x2018 || code === 0x2019 || code === 0x02bc) return "'";
    return (code >= 0x2010 && code <= 0x2013) || code === 0x2212 ? "-" : " ";
  });
}
