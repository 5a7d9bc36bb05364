/**
 * What pdf.js asks of JavaScript and Node 24 does not have yet. Its build for older programs brings some forty such
 * things, takes three times as long to load for it, and puts its own in the place of what Node does well. Must not hold
 * more than pdf.js uses, nor replace what is there.
 */

/** Adds what is missing, for the rest of the thread's life. */
export function addNewerBuiltIns(): void {
  for (const [owner, methods] of MISSING) {
    for (const [name, value] of Object.entries(methods)) {
      if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
    }
  }
}

interface Keyed {
  has(key: unknown): boolean;
  get(key: unknown): unknown;
  set(key: unknown, value: unknown): unknown;
}

/** https://tc39.es/proposal-upsert/ */
const UPSERT = {
  getOrInsert(this: Keyed, key: unknown, value: unknown): unknown {
    if (!this.has(key)) this.set(key, value);
    return this.get(key);
  },
  getOrInsertComputed(this: Keyed, key: unknown, compute: (key: unknown) => unknown): unknown {
    if (!this.has(key)) this.set(key, compute(key));
    return this.get(key);
  },
};

/** https://tc39.es/proposal-math-sum/: exact for whole numbers, and for others to the last digit but one (Neumaier). */
function sumPrecise(numbers: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const number of numbers) {
    const next = sum + number;
    lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** https://tc39.es/proposal-arraybuffer-base64/ */
const BYTES_TO_TEXT = {
  toHex(this: Uint8Array): string {
    return asBuffer(this).toString("hex");
  },
  toBase64(this: Uint8Array): string {
    return asBuffer(this).toString("base64");
  },
};

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

const MISSING: readonly (readonly [owner: object, methods: object])[] = [
  [Map.prototype, UPSERT],
  [WeakMap.prototype, UPSERT],
  [Math, { sumPrecise }],
  [Uint8Array.prototype, BYTES_TO_TEXT],
  [Uint8Array, { fromBase64: (text: string) => new Uint8Array(Buffer.from(text, "base64")) }],
];
