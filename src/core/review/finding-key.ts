/**
 * Keys of findings and statements: short, the same for the same content, never the content itself (a file's decisions
 * must not repeat its words). Not for security: a hash of 106 bits that nobody attacks (cyrb53 twice,
 * https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js).
 */

/** A key of a kind and whatever makes it the same. */
export function contentKey(kind: string, ...content: readonly string[]): string {
  const text = content.join("\u0000");
  return `${kind}:${hash53(text, 0)}${hash53(text, 0x9e3779b9)}`;
}

function hash53(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
