/** The marks that begin an item of a list: bullets, which are left out of the text, and numbers, which stay. */

/** Bullets of text fonts, and those of symbol fonts, which files place in the private use area. */
const BULLET =
  /^(?:[•‣◦▪▫■□●○◆◇►▶▸▹➢➤❖✓✔✗⁃∙·⦁\uF0A7\uF0B7\uF0A8\uF0D8\uF0FC\uF0E0\uF06E\uF076\uF0A0\uF02D\uF0BE]|[-–—*o§](?=\s))\s*/u;
const NUMBER =
  /^(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,6}|[IVXLC]{1,6})[.)]|\[\d{1,3}\]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+(?=\S)/u;

/** How many code units of the text are a bullet and the space behind it; 0 where it begins with none. */
export function bulletLength(text: string): number {
  const found = BULLET.exec(text)?.[0].length ?? 0;
  return /[\p{L}\p{N}]/u.test(text.slice(found)) ? found : 0;
}

/** How many code units of the text are a number, such as "(a) " or "12. "; 0 where it begins with none. */
export function numberLength(text: string): number {
  return NUMBER.exec(text)?.[0].length ?? 0;
}

/** True for what a form sets beside a box, ticked or not. */
export function beginsWithBox(text: string): boolean {
  return /^[\u2610-\u2612](?:\s|$)/u.test(text);
}
