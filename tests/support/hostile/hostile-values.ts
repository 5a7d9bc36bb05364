/**
 * Values that a window taken over could send in the place of any argument: nothing here is of the right kind by design,
 * and much of it is of the right kind with a wrong content. All can cross a process border (structured clone).
 */
import { inspect } from "node:util";
import fc from "fast-check";

const SQL = [
  `'; DROP TABLE source; --`,
  `x' OR '1'='1`,
  "source UNION SELECT * FROM meta",
  `NEAR("a" "b", 99999999)`,
  "*",
  `"`,
];
const PATHS = [
  "/etc/passwd",
  "../../../../../../etc/passwd",
  "..\\..\\..\\Windows\\win.ini",
  "C:\\Windows\\System32\\config\\SAM",
  "\\\\server\\share\\file.docx",
  "file:///etc/passwd",
  "/dev/zero",
  "/proc/self/environ",
  "~/.ssh/id_rsa",
  "con",
  "a\0b",
];
const WORDS = ["", " ", "__proto__", "constructor", "toString", "hasOwnProperty", "source-", "javascript:alert(1)"];
const LETTERS = [
  "\uD800",
  "\uDC00x",
  "\0",
  "\u202E",
  "\uFFFF",
  "e\u0301".repeat(50),
  "👩‍👩‍👧‍👦",
  "\r\n".repeat(20),
  "%s%n",
  "%{7*7}",
  "<img src=x onerror=1>",
];
const HUGE = "long ".repeat(100_000);

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...SQL, ...PATHS, ...WORDS, ...LETTERS),
  { arbitrary: fc.constant(HUGE), weight: 1 },
  { arbitrary: fc.string({ unit: "binary" }), weight: 2 },
);

const hostileNumber = fc.constantFrom(
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  -1,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 2,
  Number.MIN_VALUE,
  2 ** 31,
  2 ** 32 + 1,
  2 ** 63,
);

/** An object that refers to itself. */
function circle(): unknown {
  const self: Record<string, unknown> = { id: "x", children: [] };
  self["self"] = self;
  (self["children"] as unknown[]).push(self);
  return self;
}

function nested(depth: number, open: (inner: unknown) => unknown): unknown {
  let value: unknown = "deep";
  for (let level = 0; level < depth; level += 1) value = open(value);
  return value;
}

/** Makes a value. What fails is printed as this, since some of the values cannot be. */
export type Make = () => unknown;

const hostileThing: fc.Arbitrary<Make> = fc.constantFrom<Make[]>(
  () => null,
  () => undefined,
  () => true,
  () => 10n ** 30n,
  () => new Date(Number.NaN),
  () => new Date(0),
  () => new Uint8Array(64),
  () => new Float64Array(8).fill(Number.NaN),
  () => new ArrayBuffer(16),
  () => new Map([["sourceId", "x"]]),
  () => new Set(["x"]),
  () => /(a+)+$/u,
  () => new Error("/etc/passwd"),
  () => circle(),
  () => nested(150, (inner) => [inner]),
  () => nested(150, (inner) => ({ children: [inner], type: "list", items: [inner] })),
  () => Array.from({ length: 20_000 }, (_, index) => index),
  () => new Array(5),
  () => Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`key ${index}`, index])),
  () => JSON.parse(`{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}`),
  () => ({ length: -1, toString: "x", valueOf: 1 }),
  () => Object.create(null),
  () => [],
  () => ({}),
);

/** Any of them. */
export const hostileValue: fc.Arbitrary<Make> = fc.oneof(
  { arbitrary: fc.oneof(hostileText, hostileNumber).map((value) => () => value), weight: 6 },
  { arbitrary: hostileThing, weight: 3 },
  {
    arbitrary: fc.anything({ maxDepth: 3, withBigInt: true, withDate: true }).map((value) => () => value),
    weight: 2,
  },
);

/** What can be reached in a value by keys, the value itself first. */
function places(value: unknown, here: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [here];
  return [here, ...Object.keys(value).flatMap((key) => places(Reflect.get(value, key), [...here, key]))];
}

/** A copy of `value` with `replacement` in one place of it, where there is still such a place. */
function replaced(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return value;
  const inner = replaced(Reflect.get(value, key), rest, replacement);
  if (Array.isArray(value)) return value.map((each, index) => (String(index) === key ? inner : each));
  return { ...value, [key]: inner };
}

/** Something sound with up to two places of it made hostile. */
export function tampered(sound: unknown): fc.Arbitrary<Make> {
  const change = fc.tuple(fc.constantFrom(...places(sound)), hostileValue);
  return fc
    .array(change, { maxLength: 2 })
    .map((changes) => () => changes.reduce((value, [place, make]) => replaced(value, place, make()), sound))
    .map((make) => Object.assign(make, { [fc.toStringMethod]: () => inspect(make(), { depth: 6 }).slice(0, 1_000) }));
}
