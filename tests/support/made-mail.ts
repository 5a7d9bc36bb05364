// Mails for tests, put together from their parts: what a mail program would write, and what none would.
import { Buffer } from "node:buffer";
import type { Encoding } from "../../src/core/source/source.ts";
import { readEml } from "../../src/engine/readers/eml-reader.ts";
import type { ReadRequest, ReadSource } from "../../src/engine/readers/reader.ts";
import { encodeLegacy } from "./encode-legacy.ts";

type LegacyEncoding = Extract<Encoding, "windows-1252" | "gb18030" | "euc-kr" | "shift_jis">;

export function readRequest(fileName: string, bytes: Uint8Array): ReadRequest {
  return { fileName, bytes, encoding: null, importedOn: "2026-05-04", password: null, extraction: null };
}

export const HEADERS = [
  "From: Maren Tauvik <maren.tauvik@cabinet.example>",
  "To: Danek Oruvel <oruvel@presidency.example>",
  "Date: Mon, 4 May 2026 09:15:00 +0200",
  "Subject: The river compact",
  "MIME-Version: 1.0",
];

/** A mail of header lines and a body, with the line ends of mails. Text is Latin-1 characters, one for each byte. */
export function madeMail(headers: readonly string[], body: string | Uint8Array): Uint8Array {
  const head = Buffer.from(`${headers.join("\r\n")}\r\n\r\n`, "latin1");
  return Buffer.concat([
    head,
    typeof body === "string" ? Buffer.from(body.replace(/\r?\n/gu, "\r\n"), "latin1") : body,
  ]);
}

export function utf8(text: string): Uint8Array {
  return Buffer.from(text, "utf8");
}

/** The parts between boundaries, as the body of a multipart. */
export function madeParts(boundary: string, parts: readonly (string | Uint8Array)[]): Uint8Array {
  const pieces = parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from("\r\n")]);
  const all = [...pieces, Buffer.from(`--${boundary}--\r\n`)];
  return Buffer.concat(
    all.map((piece) => (typeof piece === "string" ? Buffer.from(piece.replace(/\r?\n/gu, "\r\n"), "utf8") : piece)),
  );
}

/** An encoded word in a charset that Node cannot write. */
export function encodedWord(text: string, encoding: LegacyEncoding, label: string): string {
  return `=?${label}?B?${Buffer.from(encodeLegacy(text, encoding)).toString("base64")}?=`;
}

export async function readMail(bytes: Uint8Array, fileName = "river.eml"): Promise<ReadSource> {
  return readEml(readRequest(fileName, bytes), () => undefined);
}

/** The mail above with a body in plain text. */
export async function readPlain(body: string | Uint8Array, type = "text/plain; charset=utf-8"): Promise<ReadSource> {
  const bytes = typeof body === "string" ? utf8(body.replace(/\r?\n/gu, "\r\n")) : body;
  return readMail(madeMail([...HEADERS, `Content-Type: ${type}`, "Content-Transfer-Encoding: 8bit"], bytes));
}

/** The texts of the blocks, those of the history in brackets. */
export function shown({ blocks }: Pick<ReadSource, "blocks">): string[] {
  return blocks.map(({ text, isQuotedHistory }) => (isQuotedHistory ? `[${text}]` : text));
}
