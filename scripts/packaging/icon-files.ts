/** Writes the icon containers of Windows and macOS around PNG images, which both take as they are. */
import { Buffer } from "node:buffer";

export interface Image {
  /** Width and height in pixels. */
  readonly size: number;
  readonly png: Uint8Array;
}

const DIRECTORY_BYTES = 6;
const ENTRY_BYTES = 16;
/** In a byte of the directory, 256 is written as 0. */
const MOST_IN_A_BYTE = 255;

/** An .ico file: https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10) */
export function writeIco(images: readonly Image[]): Uint8Array {
  const directory = Buffer.alloc(DIRECTORY_BYTES + ENTRY_BYTES * images.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(images.length, 4);
  let offset = directory.length;
  for (const [index, { size, png }] of images.entries()) {
    const at = DIRECTORY_BYTES + ENTRY_BYTES * index;
    const side = size > MOST_IN_A_BYTE ? 0 : size;
    directory.writeUInt8(side, at);
    directory.writeUInt8(side, at + 1);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(png.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([directory, ...images.map(({ png }) => png)]);
}

/** Types of the entries that hold PNG: points, and twice as many pixels where the screen is fine. */
const ICNS_TYPES: readonly (readonly [type: string, pixels: number])[] = [
  ["icp4", 16],
  ["ic11", 32],
  ["icp5", 32],
  ["ic12", 64],
  ["ic07", 128],
  ["ic13", 256],
  ["ic08", 256],
  ["ic14", 512],
  ["ic09", 512],
  ["ic10", 1024],
];

/** An .icns file: a head, then entries of type, length and image, all numbers in the order of the network. */
export function writeIcns(imageOf: (pixels: number) => Uint8Array): Uint8Array {
  const entries = ICNS_TYPES.map(([type, pixels]) => entry(type, imageOf(pixels)));
  return entry("icns", Buffer.concat(entries));
}

function entry(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
