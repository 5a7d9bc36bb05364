/** The characters of the font Symbol, whose bytes mean Greek and mathematics (Adobe's Symbol encoding). */

const FROM_SPACE = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
const FROM_EURO = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪�〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";
const PRIVATE_USE = 0xf000;

/** The character of a byte in a symbol font. Fonts whose signs have no meaning of their own give a private-use one. */
export function symbolCharacter(byte: number, fontName: string): string {
  if (byte < 0x20) return "";
  if (/^symbol\b/iu.test(fontName)) {
    const known = byte < 0x7f ? FROM_SPACE.charAt(byte - 0x20) : FROM_EURO.charAt(byte - 0xa0);
    return known === "" ? "\ufffd" : known;
  }
  return byte === 0x20 ? " " : String.fromCharCode(PRIVATE_USE + byte);
}
