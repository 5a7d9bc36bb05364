/** PDFs written object by object, for what no library would write: damage, loops, bombs, passwords. */
import { createHash } from "node:crypto";

/** An object as PDF syntax, or a stream: its dictionary's entries and its data. */
export type PdfObject = string | { readonly dictionary: string; readonly data: Uint8Array };

export const HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";

/** A file of the objects, numbered from 1; the first is the catalogue. */
export function rawPdf(objects: readonly PdfObject[], trailer = ""): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "latin1")];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  objects.forEach((object, index) => {
    offsets.push(length);
    const part = writeObject(index + 1, object);
    parts.push(part);
    length += part.length;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<</Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${length}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(end, "latin1")]));
}

function writeObject(number: number, object: PdfObject): Buffer {
  if (typeof object === "string") return Buffer.from(`${number} 0 obj\n${object}\nendobj\n`, "latin1");
  const head = `${number} 0 obj\n<<${object.dictionary} /Length ${object.data.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head, "latin1"), object.data, Buffer.from("\nendstream\nendobj\n", "latin1")]);
}

export function contentStream(content: string, dictionary = ""): PdfObject {
  return { dictionary, data: Buffer.from(content, "latin1") };
}

/** One page of 600 by 800 points with this content, Helvetica being /F. */
export function onePage(
  content: PdfObject,
  more: readonly PdfObject[] = [],
  resources = "",
  catalogue = "",
): Uint8Array {
  return rawPdf([
    `<</Type/Catalog/Pages 2 0 R ${catalogue}>>`,
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>${resources}>>/Contents 5 0 R>>`,
    HELVETICA,
    content,
    ...more,
  ]);
}

/** Text at a place, in Helvetica. */
export function textAt(text: string, x: number, y: number, size = 12): string {
  const escaped = text.replace(/[\\()]/gu, (sign) => `\\${sign}`);
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET\n`;
}

const PADDING = Buffer.from("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A", "hex");

/** A page protected by a password, in the oldest of the format's ways: RC4 with 40 bits (PDF 32000-1, 7.6.3). */
export function protectedPdf(content: string, password: string): Uint8Array {
  const padded = Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);
  const id = Buffer.from("0123456789abcdef0123456789abcdef", "hex");
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const key = md5(Buffer.concat([padded, owner, permissions, id])).subarray(0, 5);
  const user = rc4(key, PADDING);
  const contentKey = md5(Buffer.concat([key, Buffer.from([5, 0, 0, 0, 0])])).subarray(0, 10);
  return rawPdf(
    [
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>",
      HELVETICA,
      { dictionary: "", data: rc4(contentKey, Buffer.from(content, "latin1")) },
      `<</Filter/Standard/V 1/R 2/O<${owner.toString("hex")}>/U<${user.toString("hex")}>/P -4>>`,
    ],
    `/Encrypt 6 0 R /ID[<${id.toString("hex")}><${id.toString("hex")}>]`,
  );
}

function md5(data: Uint8Array): Buffer {
  return createHash("md5").update(data).digest();
}

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (one: number, other: number): void => {
    [state[one], state[other]] = [state[other] ?? 0, state[one] ?? 0];
  };
  for (let index = 0, at = 0; index < 256; index += 1) {
    at = (at + (state[index] ?? 0) + (key[index % key.length] ?? 0)) & 255;
    swap(index, at);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
