/** Numbers in small Roman letters, as Word and RTF mark notes: "iv". */

const STEPS: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** For whole numbers from 1; the caller bounds what a file may ask for. */
export function romanNumeral(number: number): string {
  let rest = number;
  let text = "";
  for (const [value, letters] of STEPS) {
    for (; rest >= value; rest -= value) text += letters;
  }
  return text;
}
