import { Buffer } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMsg } from "../../../src/engine/readers/msg-reader.ts";
import type { ReadSource } from "../../../src/engine/readers/reader.ts";
import { encodeLegacy } from "../../support/encode-legacy.ts";
import { readRequest, shown } from "../../support/made-mail.ts";
import { type MadeMessage, type MsgProperty, madeMsg, storedRtf } from "../../support/made-msg.ts";

const FIXTURES = new URL("../../fixtures/mail/", import.meta.url);

const SUBJECT: MsgProperty = { id: 0x0037, text: "The river compact" };
const SENDER: MsgProperty[] = [
  { id: 0x0042, text: "Maren Tauvik" },
  { id: 0x0065, text: "/O=EXAMPLE/OU=X/CN=TAUVIK" },
];
const RECIPIENT: MsgProperty[] = [
  { id: 0x3001, text: "Danek Oruvel" },
  { id: 0x39fe, text: "oruvel@presidency.example" },
];

function message(properties: readonly MsgProperty[], more: Omit<MadeMessage, "properties"> = {}): Uint8Array {
  return madeMsg({ properties: [SUBJECT, ...SENDER, ...properties], recipients: [RECIPIENT], ...more });
}

async function read(bytes: Uint8Array, fileName = "river.msg"): Promise<ReadSource> {
  return readMsg(readRequest(fileName, bytes), () => undefined);
}

async function failure(bytes: Uint8Array): Promise<unknown> {
  return read(bytes).then(
    (source) => shown(source),
    (error: unknown) => error,
  );
}

describe("headers", () => {
  test("become metadata, and the subject the first line of the text", async () => {
    const sent: MsgProperty = { id: 0x0039, time: new Date("2026-05-04T07:15:00Z") };
    const { metadata, blocks, format } = await read(message([sent, { id: 0x1000, text: "Signed today." }]));
    expect(format).toBe("msg");
    expect(metadata).toMatchObject({
      title: "The river compact",
      authors: ["Maren Tauvik"],
      recipients: ["Danek Oruvel"],
      published: "2026-05-04",
    });
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ["heading", "The river compact"],
      ["paragraph", "Signed today."],
    ]);
  });

  test("the day is that of the sender's own calendar where the headers of its way tell it", async () => {
    const headers =
      "Microsoft Mail Internet Headers Version 2.0\r\nReceived: from x\r\nDate: Mon, 4 May 2026 23:30:00 -0800\r\n";
    const sent: MsgProperty = { id: 0x0039, time: new Date("2026-05-05T07:30:00Z") };
    const source = await read(message([sent, { id: 0x007d, text: headers }, { id: 0x1000, text: "Text" }]));
    expect(source.metadata.published).toBe("2026-05-04");
  });

  test("an account of an Exchange server is no name", async () => {
    const properties: MsgProperty[] = [
      SUBJECT,
      { id: 0x0042, text: "/O=EXAMPLE/CN=TAUVIK" },
      { id: 0x5d02, text: "tauvik@example.org" },
    ];
    expect((await read(madeMsg({ properties }))).metadata.authors).toEqual(["tauvik@example.org"]);
  });

  test("where nobody is listed, those whom Outlook shows are the recipients", async () => {
    const properties: MsgProperty[] = [
      SUBJECT,
      { id: 0x0e04, text: "Danek Oruvel; Press" },
      { id: 0x0e03, text: "Gauges" },
    ];
    expect((await read(madeMsg({ properties }))).metadata.recipients).toEqual(["Danek Oruvel", "Press", "Gauges"]);
  });
});

describe("the body", () => {
  test("is the HTML, in the code page that the mail names", async () => {
    const html = Buffer.concat([Buffer.from("<p>"), encodeLegacy("강물 협정 뷁", "euc-kr"), Buffer.from("</p>")]);
    const bytes = message([
      { id: 0x1013, bytes: html },
      { id: 0x3fde, number: 949 },
      { id: 0x1000, text: "plain" },
    ]);
    expect(shown(await read(bytes)).slice(1)).toEqual(["강물 협정 뷁"]);
  });

  test("is the HTML that Outlook keeps in RTF", async () => {
    const rtf =
      "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}}{\\*\\htmltag64 <p>}\\htmlrtf \\par \\htmlrtf0 Fl\\'f6w {\\*\\htmltag84 <b>}\\htmlrtf {\\b \\htmlrtf0 holds\\htmlrtf }\\htmlrtf0 {\\*\\htmltag92 </b>}{\\*\\htmltag72 </p>}}";
    const source = await read(
      message([
        { id: 0x1009, bytes: storedRtf(rtf) },
        { id: 0x1000, text: "plain" },
      ]),
    );
    expect(shown(source).slice(1)).toEqual(["Flöw holds"]);
    expect(source.blocks[1]?.spans).toHaveLength(1);
  });

  test("is compressed RTF, unpacked", async () => {
    // The first example of MS-OXRTFCP, section 3.1: "hello world" in RTF, compressed.
    const bytes = Buffer.from(
      "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0",
      "hex",
    );
    const source = await read(message([{ id: 0x1009, bytes }]));
    expect(shown(source).slice(1)).toEqual(["hello world"]);
  });

  test("is the plain text where there is nothing else, in the code page of the mail", async () => {
    const text = encodeLegacy("两国签署河流协定", "gb18030");
    const byCodePage = message([
      { id: 0x1000, ansi: text },
      { id: 0x3ffd, number: 936 },
    ]);
    const byLocale = message([
      { id: 0x1000, ansi: text },
      { id: 0x3ff1, number: 0x0804 },
    ]);
    for (const bytes of [byCodePage, byLocale]) expect(shown(await read(bytes)).slice(1)).toEqual(["两国签署河流协定"]);
  });

  test("folds what it quotes", async () => {
    const text =
      "I agree.\r\n\r\nFrom: Danek Oruvel\r\nSent: Monday\r\nTo: Maren Tauvik\r\nSubject: Compact\r\n\r\nIt holds.";
    expect(shown(await read(message([{ id: 0x1000, text }]))).slice(1)).toEqual([
      "I agree.",
      "[From: Danek Oruvel]",
      "[Sent: Monday]",
      "[To: Maren Tauvik]",
      "[Subject: Compact]",
      "[It holds.]",
    ]);
  });

  test("of a signed mail is what was signed", async () => {
    const signed =
      "Content-Type: multipart/signed; boundary=s\r\n\r\n--s\r\nContent-Type: text/plain\r\n\r\nSigned words\r\n--s--";
    const bytes = message([{ id: 0x001a, text: "IPM.Note.SMIME.MultipartSigned" }], {
      attachments: [
        {
          properties: [
            { id: 0x3701, bytes: Buffer.from(signed) },
            { id: 0x370e, text: "multipart/signed" },
          ],
        },
      ],
    });
    expect(shown(await read(bytes)).slice(1)).toEqual(["Signed words"]);
  });

  test("of an encrypted mail cannot be read, and the message says so", async () => {
    const attachments = [{ properties: [{ id: 0x3701, bytes: Buffer.from("3080", "hex") }] }] as const;
    const smime = message([{ id: 0x001a, text: "IPM.Note.SMIME" }], { attachments });
    expect(await failure(smime)).toMatchObject({
      code: "file-unsupported",
      message: expect.stringContaining("S/MIME"),
    });
  });
});

describe("attachments", () => {
  test("are handed on with their names and bytes, pictures of the text are not", async () => {
    const picture: MsgProperty[] = [
      { id: 0x3701, bytes: Buffer.from("PNG") },
      { id: 0x3712, text: "logo@x" },
      { id: 0x3707, text: "logo.png" },
    ];
    const file: MsgProperty[] = [
      { id: 0x3701, bytes: Buffer.alloc(10_000, "data ") },
      { id: 0x3704, text: "GAUGES~1.CSV" },
      { id: 0x3707, text: "Gauges in May.csv" },
    ];
    const html: MsgProperty = { id: 0x1013, bytes: Buffer.from('<p>Logo <img src="cid:logo@x"></p>') };
    const { attachments } = await read(
      message([html], { attachments: [{ properties: picture }, { properties: file }] }),
    );
    expect(attachments.map(({ fileName, bytes }) => [fileName, bytes.length])).toEqual([["Gauges in May.csv", 10_000]]);
    expect(Buffer.from(attachments[0]?.bytes ?? []).toString()).toBe("data ".repeat(2_000));
  });

  test("a mail within the mail is a mail that can be read, with its own attachments", async () => {
    const innermost: MadeMessage = {
      properties: [
        { id: 0x0037, text: "Readings" },
        { id: 0x1000, text: "40 m³" },
      ],
    };
    const inner: MadeMessage = {
      properties: [{ id: 0x0037, text: "Gauges: May/June" }, ...SENDER, { id: 0x1000, text: "See inside." }],
      recipients: [RECIPIENT],
      attachments: [{ properties: [], message: innermost }],
    };
    const outer = await read(message([], { attachments: [{ properties: [], message: inner }] }));
    expect(outer.attachments.map(({ fileName }) => fileName)).toEqual(["Gauges May-June.msg"]);
    const middle = await read(outer.attachments[0]?.bytes ?? new Uint8Array());
    expect(shown(middle)).toEqual(["Gauges: May/June", "See inside."]);
    expect(middle.metadata).toMatchObject({ authors: ["Maren Tauvik"], recipients: ["Danek Oruvel"] });
    const last = await read(middle.attachments[0]?.bytes ?? new Uint8Array());
    expect(shown(last)).toEqual(["Readings", "40 m³"]);
  });
});

describe("broken and hostile files", () => {
  const whole = message([{ id: 0x1000, text: "Signed today. ".repeat(500) }], {
    attachments: [
      {
        properties: [
          { id: 0x3701, bytes: Buffer.alloc(9_000, 65) },
          { id: 0x3707, text: "a.txt" },
        ],
      },
    ],
  });

  test("what is no compound file, or no mail, is refused", async () => {
    expect(await failure(new Uint8Array())).toMatchObject({ code: "file-damaged" });
    expect(await failure(Buffer.alloc(4_096, 7))).toMatchObject({ code: "file-damaged" });
    const noMail = Buffer.from(whole);
    for (let at = noMail.indexOf("__prop", 0, "utf16le"); at >= 0; at = noMail.indexOf("__prop", at + 2, "utf16le")) {
      noMail.write("XX", at, "utf16le");
    }
    expect(await failure(noMail)).toMatchObject({ code: "file-unsupported" });
  });

  test("a file cut anywhere is damaged, or is read as far as it is whole", async () => {
    for (let share = 1; share < 20; share += 1) {
      const result = await failure(whole.subarray(0, Math.floor((whole.length * share) / 20)));
      if (result instanceof Error) expect(result).toMatchObject({ name: "AttacheError", code: "file-damaged" });
      else expect(result).toEqual(shown(await read(whole)));
    }
  });

  test("loops in its tables and numbers beyond all bounds end", async () => {
    const fatAt = 512 * (1 + Buffer.from(whole).readUInt32LE(76));
    const directoryAt = 512 * (1 + Buffer.from(whole).readUInt32LE(48));
    const spoil = (change: (bytes: Buffer) => void): Buffer => {
      const bytes = Buffer.from(whole);
      change(bytes);
      return bytes;
    };
    const spoilt = [
      // Each sector is followed by itself, or all by the first.
      spoil((bytes) => {
        for (let index = 0; index < 128; index += 1) bytes.writeUInt32LE(index, fatAt + index * 4);
      }),
      spoil((bytes) => bytes.fill(0, fatAt, fatAt + 512)),
      // The tables of tables lead in a circle.
      spoil((bytes) => bytes.writeUInt32LE(1, 68)),
      // Entries are their own neighbours and children, and claim to be of 4 GB.
      spoil((bytes) => {
        for (let at = directoryAt; at < directoryAt + 512; at += 128) {
          bytes.writeUInt32LE((at - directoryAt) / 128, at + 68);
          bytes.writeUInt32LE(1, at + 76);
          bytes.writeUInt32LE(0xffffffff, at + 120);
        }
      }),
    ];
    for (const bytes of spoilt) {
      const result = await failure(bytes);
      if (result instanceof Error) expect(result.name).toBe("AttacheError");
    }
  });

  test("random changes end in blocks or in an error of ours", async () => {
    const change = fc.tuple(fc.nat(Math.min(whole.length, 8_192) - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        const result = await failure(bytes);
        if (result instanceof Error) expect(result.name).toBe("AttacheError");
      }),
      { numRuns: 300 },
    );
  });
});

describe("files that Outlook wrote", () => {
  const files = readdirSync(FIXTURES).filter((name) => name.endsWith(".msg"));

  test.each(files)("%s is read", async (name) => {
    const source = await read(readFileSync(new URL(name, FIXTURES)), name);
    expect(source.blocks.length).toBeGreaterThan(1);
    expect(source.metadata.title).not.toBeNull();
    expect(source.warnings).toEqual([]);
    for (const { fileName, bytes } of source.attachments) {
      if (fileName.endsWith(".msg")) expect((await read(bytes, fileName)).blocks.length).toBeGreaterThan(1);
    }
  });
});
