/**
 * Every differing claim of the five shared articles, by file and offsets of their canonical text (UTF-16), labelled before
 * the rules were made. "either": a reader may want to see it or not; it counts neither way.
 */

export interface LabelledPlace {
  readonly file: string;
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

export interface SharedDifference {
  readonly note: string;
  readonly expected: "found" | "either";
  readonly a: readonly LabelledPlace[];
  readonly b: readonly LabelledPlace[];
}

export const SHARED_DIFFERENCES: readonly SharedDifference[] = [
  {
    note: "first visit in so many years, and since when",
    expected: "found",
    a: [
      {
        file: "003_9667a6c68c69c6f6.txt",
        fromUtf16: 98,
        toUtf16: 227,
      },
      {
        file: "003_9667a6c68c69c6f6.txt",
        fromUtf16: 480,
        toUtf16: 576,
      },
    ],
    b: [
      {
        file: "001_8624570bc9a9d435.txt",
        fromUtf16: 4201,
        toUtf16: 4357,
      },
    ],
  },
  {
    note: "first visit in so many years, and since when",
    expected: "found",
    a: [
      {
        file: "003_9667a6c68c69c6f6.txt",
        fromUtf16: 98,
        toUtf16: 227,
      },
      {
        file: "003_9667a6c68c69c6f6.txt",
        fromUtf16: 480,
        toUtf16: 576,
      },
    ],
    b: [
      {
        file: "004_4adf800426517d0c.txt",
        fromUtf16: 1285,
        toUtf16: 1369,
      },
    ],
  },
  {
    note: "papers expected and signed: consistent, yet a reader may want to see it",
    expected: "either",
    a: [
      {
        file: "003_9667a6c68c69c6f6.txt",
        fromUtf16: 1358,
        toUtf16: 1493,
      },
    ],
    b: [
      {
        file: "000_d36e6ac9b10f76ab.txt",
        fromUtf16: 4013,
        toUtf16: 4082,
      },
    ],
  },
  {
    note: "papers expected and signed: consistent, yet a reader may want to see it",
    expected: "either",
    a: [
      {
        file: "003_9667a6c68c69c6f6.txt",
        fromUtf16: 1358,
        toUtf16: 1493,
      },
    ],
    b: [
      {
        file: "001_8624570bc9a9d435.txt",
        fromUtf16: 2831,
        toUtf16: 2881,
      },
    ],
  },
  {
    note: "papers expected and signed: consistent, yet a reader may want to see it",
    expected: "either",
    a: [
      {
        file: "003_9667a6c68c69c6f6.txt",
        fromUtf16: 1358,
        toUtf16: 1493,
      },
    ],
    b: [
      {
        file: "002_f08e36e78d85de3c.txt",
        fromUtf16: 4850,
        toUtf16: 4919,
      },
    ],
  },
  {
    note: "since when there are relations, and for how many years: loosely said",
    expected: "either",
    a: [
      {
        file: "003_9667a6c68c69c6f6.txt",
        fromUtf16: 1948,
        toUtf16: 2027,
      },
    ],
    b: [
      {
        file: "004_4adf800426517d0c.txt",
        fromUtf16: 2803,
        toUtf16: 2970,
      },
    ],
  },
];
