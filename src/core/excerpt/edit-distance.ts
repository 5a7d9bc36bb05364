/** How many letters two short texts differ in, with the end left open where it is not known. Pure string work. */

export interface Ending {
  readonly lengthUtf16: number;
  readonly errors: number;
}

/**
 * The Levenshtein distance of `words` from every beginning of `text`, by its length; what is above `mostErrors` is said
 * to be one more than that. Null where all are. Only the band that `mostErrors` leaves is looked at.
 */
function distances(words: string, text: string, mostErrors: number): Int32Array | null {
  const columns = Math.min(text.length, words.length + mostErrors);
  const tooMany = mostErrors + 1;
  let previous = new Int32Array(columns + 2).fill(tooMany);
  let current = new Int32Array(columns + 2).fill(tooMany);
  for (let column = 0; column <= Math.min(columns, mostErrors); column += 1) previous[column] = column;
  for (let row = 1; row <= words.length; row += 1) {
    const from = Math.max(0, row - mostErrors);
    const to = Math.min(columns, row + mostErrors);
    const letter = words.charCodeAt(row - 1);
    let fewest = tooMany;
    if (from > 0) current[from - 1] = tooMany;
    for (let column = from; column <= to; column += 1) {
      const takenOut = (previous[column] ?? tooMany) + 1;
      const replaced =
        column === 0 ? tooMany : (previous[column - 1] ?? tooMany) + (text.charCodeAt(column - 1) === letter ? 0 : 1);
      const putIn = column === 0 ? tooMany : (current[column - 1] ?? tooMany) + 1;
      const errors = Math.min(replaced, takenOut, putIn, tooMany);
      current[column] = errors;
      fewest = Math.min(fewest, errors);
    }
    if (fewest > mostErrors) return null;
    current[to + 1] = tooMany;
    [previous, current] = [current, previous];
  }
  return previous.subarray(0, columns + 1);
}

/** The beginnings of `text` that differ from `words` the least; none where all differ in more than `mostErrors`. */
export function nearestEndings(words: string, text: string, mostErrors: number): Ending[] {
  const last = distances(words, text, mostErrors);
  if (!last) return [];
  const fewest = last.reduce((least, errors) => Math.min(least, errors), mostErrors + 1);
  if (fewest > mostErrors) return [];
  const endings: Ending[] = [];
  for (const [lengthUtf16, errors] of last.entries()) if (errors === fewest) endings.push({ lengthUtf16, errors });
  return endings;
}

/** The Levenshtein distance of two texts, or null where it is greater than `mostErrors`. */
export function distanceWithin(words: string, text: string, mostErrors: number): number | null {
  if (Math.abs(words.length - text.length) > mostErrors) return null;
  const errors = distances(words, text, mostErrors)?.at(text.length) ?? mostErrors + 1;
  return errors > mostErrors ? null : errors;
}
