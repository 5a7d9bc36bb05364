/** Numbers without any order, the same for the same seed: xorshift (Marsaglia, 2003). Answers 32 bits at a time. */
export function createNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
