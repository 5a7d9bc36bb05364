import { Buffer } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeLegacy } from "../../support/encode-legacy.ts";
import {
  encodedWord,
  HEADERS,
  madeMail,
  madeParts,
  readMail,
  readPlain,
  shown,
  utf8,
} from "../../support/made-mail.ts";

function withHeader(name: string, value: string): string[] {
  return [...HEADERS.filter((line) => !line.startsWith(`${name}:`)), `${name}: ${value}`];
}

async function readHtml(html: string): Promise<string[]> {
  return shown(await readMail(madeMail([...HEADERS, "Content-Type: text/html; charset=utf-8"], utf8(html))));
}

async function failure(bytes: Uint8Array): Promise<unknown> {
  return readMail(bytes).then(
    (source) => shown(source),
    (error: unknown) => error,
  );
}

describe("headers", () => {
  test("become metadata, and the subject the first line of the text", async () => {
    const source = await readMail(madeMail([...HEADERS, "Cc: Press <press@ilvapress.example>"], "Signed today."));
    expect(source.format).toBe("eml");
    expect(source.metadata).toMatchObject({
      title: "The river compact",
      authors: ["Maren Tauvik"],
      recipients: ["Danek Oruvel", "Press"],
      published: "2026-05-04",
    });
    expect(source.blocks).toEqual([
      { kind: "heading", text: "The river compact", level: 1 },
      { kind: "paragraph", text: "Signed today.", level: null },
    ]);
  });

  test("the day is that of the sender's own calendar", async () => {
    const sent = async (date: string): Promise<unknown> =>
      (await readMail(madeMail(withHeader("Date", date), "Text"))).metadata.published;
    expect(await sent("Mon, 4 May 2026 23:30:00 -0800")).toBe("2026-05-04");
    expect(await sent("4 May 26 01:00 +1300 (NZDT)")).toBe("2026-05-04");
    expect(await sent("Mon May  4 23:30:00 2026")).toBe("2026-05-04");
    expect(await sent("31 Feb 2026 10:00 +0000")).toBeNull();
    expect(await sent("yesterday")).toBeNull();
  });

  const SUBJECTS = [
    ["gb18030", "gb2312", "关于河流协定的通知"],
    ["euc-kr", "ks_c_5601-1987", "강물 협정 뷁"],
    ["shift_jis", "Shift_JIS", "河川協定について"],
    ["windows-1252", "iso-8859-1", "Übereinkunft über den Fluß"],
  ] as const;

  test.each(SUBJECTS)("encoded in %s under the name %s", async (encoding, label, text) => {
    const headers = [
      `From: ${encodedWord(text, encoding, label)} <a@example.org>`,
      `Subject: Re: ${encodedWord(text, encoding, label)}`,
    ];
    const { metadata } = await readMail(madeMail(headers, "Text"));
    expect(metadata).toMatchObject({ title: `Re: ${text}`, authors: [text] });
  });

  test("encoded in ISO-2022-JP, and cut within a character by the program that wrote them", async () => {
    const iso = `=?ISO-2022-JP?B?${Buffer.from("\x1b$B2O@n\x1b(B", "latin1").toString("base64")}?=`;
    const bytes = Buffer.from("河川", "utf8");
    const halves = [bytes.subarray(0, 4), bytes.subarray(4)].map((half) => `=?utf-8?B?${half.toString("base64")}?=`);
    const { metadata } = await readMail(madeMail(withHeader("Subject", `${iso} ${halves.join("\r\n ")}`), "Text"));
    expect(metadata.title).toBe("河川 河川".replace(" ", ""));
  });

  test("written without any encoding, as mails from some places are", async () => {
    const subject = Buffer.from(encodeLegacy("关于签署河流水资源协定的通知", "gb18030")).toString("latin1");
    const { metadata } = await readMail(madeMail(withHeader("Subject", subject), "Text"));
    expect(metadata.title).toBe("关于签署河流水资源协定的通知");
  });

  test("a sender without a name goes by the address, and groups are their members", async () => {
    const headers = ["From: <tauvik@example.org>", 'To: Council: "Oruvel, Danek" <o@example.org>, p@example.org;'];
    const { metadata } = await readMail(madeMail([...headers, "Subject: x"], "Text"));
    expect(metadata).toMatchObject({ authors: ["tauvik@example.org"], recipients: ["Oruvel, Danek", "p@example.org"] });
  });
});

describe("the body", () => {
  const BODIES = [
    ["gb18030", "gb2312", "两国签署河流协定，㐀字也在内。"],
    ["euc-kr", "euc-kr", "두 나라가 강물 협정에 서명했다. 뷁"],
    ["shift_jis", "shift_jis", "二国は河川協定に署名した。①"],
    ["windows-1252", "iso-8859-1", "Der Fluß – “geteilt”"],
  ] as const;

  test.each(BODIES)("in %s under the name %s", async (encoding, label, text) => {
    const known = text.replace("㐀字也在内", "");
    const bytes = encodeLegacy(known, encoding);
    const plain = await readPlain(bytes, `text/plain; charset="${label}"`);
    expect(shown(plain).slice(1)).toEqual([known]);
    expect(plain.warnings).toEqual([]);
    const base64 = madeMail(
      [...HEADERS, `Content-Type: text/html; charset=${label}`, "Content-Transfer-Encoding: base64"],
      Buffer.from([...Buffer.from("<p>"), ...bytes]).toString("base64"),
    );
    expect(shown(await readMail(base64)).slice(1)).toEqual([known]);
  });

  test("in the charsets of old mails", async () => {
    const cases: [string, string, string][] = [
      ["iso-2022-jp", "\x1b$B2O@n\x1b(B OK", "河川 OK"],
      ["iso-2022-kr", "\x1b$)C\x0eGQ19\x0f OK", "한국 OK"],
      ["hz-gb-2312", "~{<:Ky2;S{~} ~~", "己所不欲 ~"],
      ["utf-7", "Hi +AOQ- +- +ZeVnLIqe", "Hi ä + 日本語"],
      ["koi8-r", "\xd2\xc5\xcb\xc1", "река"],
      ["big5", "\xaa\x65", "河"],
    ];
    for (const [charset, body, text] of cases) {
      const source = await readPlain(Buffer.from(body, "latin1"), `text/plain; charset=${charset}`);
      expect(shown(source).slice(1)).toEqual([text]);
    }
  });

  test("that names no charset or a wrong one is read in the one that fits", async () => {
    const text = "两国星期二签署了关于共享河流水资源的协定，同意保证旱季流量。";
    for (const type of [
      "text/plain",
      "text/plain; charset=us-ascii",
      "text/plain; charset=utf-8",
      "text/plain; charset=x-unknown",
    ]) {
      expect(shown(await readPlain(encodeLegacy(text, "gb18030"), type)).slice(1)).toEqual([text]);
    }
    expect(shown(await readPlain("Flöße", "text/plain; charset=us-ascii")).slice(1)).toEqual(["Flöße"]);
  });

  test("in quoted-printable, with its soft line breaks undone", async () => {
    const body = "The flow of the Ilvane River =\nis guaranteed=2E Fl=C3=B6=\n=C3=9Fe =3D rafts =\t\n=ZZ";
    const headers = [
      ...HEADERS,
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
    ];
    expect(shown(await readMail(madeMail(headers, body))).slice(1)).toEqual([
      "The flow of the Ilvane River is guaranteed. Flöße = rafts =ZZ",
    ]);
  });

  test("is the HTML where there is HTML, and the plain text where that says nothing", async () => {
    const alternative = (html: string): Uint8Array =>
      madeMail(
        [...HEADERS, 'Content-Type: multipart/alternative; boundary="b 1"'],
        madeParts("b 1", [
          "Content-Type: text/plain\n\nPlain words",
          `Content-Type: text/html\n\n${html}`,
          "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR",
        ]),
      );
    const rich = await readMail(alternative("<p>Rich <b>words</b></p>"));
    expect(shown(rich).slice(1)).toEqual(["Rich words"]);
    expect(rich.blocks[1]?.spans).toEqual([{ kind: "emphasis", emphasis: "strong", fromUtf16: 5, toUtf16: 10 }]);
    expect(rich.attachments.map(({ fileName }) => fileName)).toEqual(["Attachment 1.ics"]);
    expect(shown(await readMail(alternative(""))).slice(1)).toEqual(["Plain words"]);
  });

  test("is all texts of a mixed mail, one after the other", async () => {
    const bytes = madeMail(
      [...HEADERS, "Content-Type: multipart/mixed; boundary=b"],
      madeParts("b", [
        "\nFirst",
        "Content-Type: text/html\n\n<p>Second</p>",
        "Content-Type: text/plain\n\n-- \nThe list",
      ]),
    );
    expect(shown(await readMail(bytes)).slice(1)).toEqual(["First", "Second", "--", "The list"]);
  });

  test("of a signed mail is read through its signature", async () => {
    const bytes = madeMail(
      [...HEADERS, 'Content-Type: multipart/signed; protocol="application/pgp-signature"; boundary=s'],
      madeParts("s", [
        "Content-Type: text/plain\n\nSigned words",
        "Content-Type: application/pgp-signature\n\n-----BEGIN",
      ]),
    );
    const source = await readMail(bytes);
    expect(shown(source).slice(1)).toEqual(["Signed words"]);
    expect(source.attachments).toEqual([]);
  });

  test("within an S/MIME signature is taken out of it", async () => {
    const inner = Buffer.from("Content-Type: text/plain\r\n\r\nWrapped words");
    const tagged = (tag: number, ...parts: Uint8Array[]): Buffer => {
      const value = Buffer.concat(parts);
      return Buffer.concat([Buffer.from([tag, 0x82, value.length >> 8, value.length & 0xff]), value]);
    };
    const data = Buffer.from("06092a864886f70d010701", "hex");
    const signed = Buffer.from("06092a864886f70d010702", "hex");
    const version = Buffer.from("020101", "hex");
    const pieces = Buffer.concat([
      Buffer.from([0x24, 0x80]),
      tagged(4, inner.subarray(0, 10)),
      tagged(4, inner.subarray(10)),
      Buffer.from([0, 0]),
    ]);
    const content = tagged(0x30, version, tagged(0x31), tagged(0x30, data, tagged(0xa0, pieces)));
    const p7m = tagged(0x30, signed, tagged(0xa0, content));
    const headers = [
      ...HEADERS,
      "Content-Type: application/pkcs7-mime; smime-type=signed-data",
      "Content-Transfer-Encoding: base64",
    ];
    expect(shown(await readMail(madeMail(headers, p7m.toString("base64")))).slice(1)).toEqual(["Wrapped words"]);
  });

  test("in format=flowed has its paragraphs in one piece", async () => {
    const body =
      "The two countries \nsigned a compact \non Tuesday.\nA second line.\n>> Deeper \n>> quote.\n> One\n-- \nMaren\n ";
    const source = await readPlain(body, "text/plain; charset=utf-8; format=flowed");
    expect(shown(source).slice(1)).toEqual([
      "The two countries signed a compact on Tuesday.",
      "A second line.",
      "[Deeper quote.]",
      "[One]",
      "--",
      "Maren",
    ]);
    const glued = await readPlain("河川 \n協定", "text/plain; charset=utf-8; format=flowed; delsp=yes");
    expect(shown(glued).slice(1)).toEqual(["河川協定"]);
  });

  test("keeps the words of a greeting from becoming a title", async () => {
    const { blocks } = await readPlain(
      "Good morning Danek\n\nThe compact was signed today at the bridge, and it holds.\n",
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph", "paragraph"]);
  });
});

describe("quoted history", () => {
  const QUOTE = "\n> The compact holds.\n> It is signed.\n";

  const ATTRIBUTIONS = [
    ["English", "On Mon, 4 May 2026 at 09:15, Maren Tauvik <m@example.org> wrote:"],
    ["German", "Am 04.05.26 um 09:15 schrieb Maren Tauvik:"],
    ["French", "Le lun. 4 mai 2026 à 09:15, Maren Tauvik <m@example.org> a écrit :"],
    ["Chinese", "Maren Tauvik <m@example.org> 于2026年5月4日周一 09:15写道："],
    ["Japanese", "2026年5月4日(月) 9:15 Maren Tauvik <m@example.org>:"],
    ["Korean", "2026년 5월 4일 (월) 오전 9:15, Maren Tauvik <m@example.org>님이 작성:"],
    ["Russian", "пн, 4 мая 2026 г. в 09:15, Maren Tauvik <m@example.org>:"],
    ["Spanish", "El lun, 4 may 2026 a las 9:15, Maren Tauvik (<m@example.org>) escribió:"],
  ] as const;

  test.each(ATTRIBUTIONS)("is folded with the line that introduces it in %s", async (_, line) => {
    expect(shown(await readPlain(`I agree.\n\n${line}\n${QUOTE}`)).slice(1)).toEqual([
      "I agree.",
      `[${line}]`,
      "[The compact holds.]",
      "[It is signed.]",
    ]);
  });

  test("is folded where only the line that introduces it shows it", async () => {
    const line = "On Mon, 4 May 2026 at 09:15, Maren Tauvik <m@example.org> wrote:";
    expect(shown(await readPlain(`I agree.\n\n${line}\n\nThe compact holds.`)).slice(1)).toEqual([
      "I agree.",
      `[${line}]`,
      "[The compact holds.]",
    ]);
  });

  test("is folded where its introduction was broken to two lines", async () => {
    const body = `I agree.\n\nOn Mon, 4 May 2026 at 09:15, Maren Tauvik <m@example.org>\nwrote:\n${QUOTE}`;
    expect(shown(await readPlain(body)).slice(1, 4)).toEqual([
      "I agree.",
      "[On Mon, 4 May 2026 at 09:15, Maren Tauvik <m@example.org>]",
      "[wrote:]",
    ]);
  });

  const HEADER_BLOCKS = [
    ["English", ["From: A", "Sent: Monday", "To: B", "Subject: C"]],
    ["German", ["Von: A", "Gesendet: Montag", "An: B", "Betreff: C"]],
    ["French", ["De : A", "Envoyé : lundi", "À : B", "Objet : C"]],
    ["Chinese", ["发件人： A", "发送时间： 星期一", "收件人： B", "主题： C"]],
    ["Korean", ["보낸 사람: A", "보낸 날짜: 월요일", "받는 사람: B", "제목: C"]],
    ["Japanese", ["差出人: A", "送信日時: 月曜日", "宛先: B", "件名: C"]],
    ["Russian", ["От: A", "Отправлено: понедельник", "Кому: B", "Тема: C"]],
  ] as const;

  test.each(HEADER_BLOCKS)("is folded from the header on that Outlook writes in %s", async (_, lines) => {
    const plain = await readPlain(
      `I agree.\n\n________________________________\n${lines.join("\n")}\n\nThe compact holds.`,
    );
    const folded = ["________________________________", ...lines, "The compact holds."].map((text) => `[${text}]`);
    expect(shown(plain).slice(1)).toEqual(["I agree.", ...folded]);
    const html = lines.map((line) => line.replace(/^([^:：]+\s?[:：])/u, "<b>$1</b>")).join("<br>");
    expect(await readHtml(`<p>I agree.</p><div><p>${html}</p></div><p>The compact holds.</p>`)).toEqual([
      "The river compact",
      "I agree.",
      ...folded.slice(1),
    ]);
  });

  test.each([
    "-----Original Message-----",
    "-------- Ursprüngliche Nachricht --------",
    "---------- Forwarded message ---------",
    "-----Message d'origine-----",
    "------------------ 原始邮件 ------------------",
    "-----원본 메시지-----",
    "-------- Пересылаемое сообщение --------",
    "Begin forwarded message:",
  ])("is folded behind %s", async (line) => {
    expect(shown(await readPlain(`FYI\n\n${line}\nThe compact holds.`)).slice(1)).toEqual([
      "FYI",
      `[${line}]`,
      "[The compact holds.]",
    ]);
  });

  test("is folded where HTML marks it, and what stands between quotes is not", async () => {
    const html =
      "<div>Own <i>words</i></div><blockquote type=cite><p>Old</p></blockquote><p>Reply</p><div class='x gmail_quote'><div class=gmail_attr>On a day X wrote:</div><blockquote>Older</blockquote></div>";
    expect(await readHtml(html)).toEqual([
      "The river compact",
      "Own words",
      "[Old]",
      "Reply",
      "[On a day X wrote:]",
      "[Older]",
    ]);
    expect(await readHtml("<p>Own</p><div id=divRplyFwdMsg>Header</div><p>Old</p>")).toEqual([
      "The river compact",
      "Own",
      "[Header]",
      "[Old]",
    ]);
  });

  test("stays open where it is all that the mail says", async () => {
    expect(shown(await readPlain("---------- Forwarded message ---------\nThe compact holds."))).toEqual([
      "The river compact",
      "---------- Forwarded message ---------",
      "The compact holds.",
    ]);
    expect(await readHtml("<blockquote type=cite>All</blockquote>")).toEqual(["The river compact", "All"]);
  });

  test("is not what a memorandum or a sentence with a colon only looks like", async () => {
    const memo = "To: The cabinet\nFrom: Maren Tauvik\nDate: 4 May 2026\nSubject: Compact\n\nThe compact holds.";
    expect(shown(await readPlain(memo)).join()).not.toContain("[");
    expect(shown(await readPlain("The ministry wrote:\n\nWe agree.\n\nAnd so do I.")).join()).not.toContain("[");
  });

  test("no word of it is lost, whatever is quoted", async () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/u);
    const line = fc.tuple(fc.constantFrom("", "> ", ">> ", ">"), fc.array(word, { minLength: 1, maxLength: 12 }));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
        const body = lines.map(([mark, words]) => mark + words.join(" ")).join("\n");
        const words = shown(await readPlain(body))
          .slice(1)
          .join(" ")
          .match(/[a-z]+/gu);
        expect(words).toEqual(lines.flatMap(([, each]) => each));
      }),
      { numRuns: 200 },
    );
  });
});

describe("attachments", () => {
  const PDF = "Content-Transfer-Encoding: base64\n\nJVBERi0xLjQ=";

  async function names(...parts: string[]): Promise<string[]> {
    const bytes = madeMail(
      [...HEADERS, "Content-Type: multipart/mixed; boundary=b"],
      madeParts("b", ["Content-Type: text/plain\n\nSee the files.", ...parts]),
    );
    return (await readMail(bytes)).attachments.map(({ fileName }) => fileName);
  }

  test("are handed on with their bytes", async () => {
    const bytes = madeMail(
      [...HEADERS, "Content-Type: multipart/mixed; boundary=b"],
      madeParts("b", ["\nText", `Content-Type: application/pdf; name=a.pdf\n${PDF}`]),
    );
    const { attachments } = await readMail(bytes);
    expect(attachments.map(({ fileName, bytes: own }) => [fileName, Buffer.from(own).toString()])).toEqual([
      ["a.pdf", "%PDF-1.4"],
    ]);
  });

  test("have their names in every way that names are written", async () => {
    const euro = encodedWord("협정 뷁.pdf", "euc-kr", "euc-kr");
    const type = "Content-Type: application/pdf\nContent-Disposition: attachment;";
    expect(
      await names(
        `${type} filename*=UTF-8''r%C3%ADo%20compact.pdf\n${PDF}`,
        `${type} filename*0*=gb18030''%BA%D3%C1; filename*1*=%F7; filename*2=.pdf\n${PDF}`,
        `${type} filename="${euro}"\n${PDF}`,
        `${type} filename="plain.pdf"; filename*=utf-8''extended.pdf\n${PDF}`,
        `${type} filename="../../etc/pass\\"wd"\n${PDF}`,
        `${type} filename="C:\\\\files\\\\dossier.pdf"\n${PDF}`,
        `${type} filename="plain.pdf"\n${PDF}`,
        `${type} filename="plain.pdf"\n${PDF}`,
        `Content-Type: application/pdf\n${PDF}`,
      ),
    ).toEqual([
      "río compact.pdf",
      "河流.pdf",
      "협정 뷁.pdf",
      "extended.pdf",
      "pass wd",
      "dossier.pdf",
      "plain.pdf",
      "plain (2).pdf",
      "Attachment 9.pdf",
    ]);
  });

  test("that are mails are mails, named by their subject", async () => {
    const inner = "From: a@example.org\nSubject: =?utf-8?Q?Gauges=3A_May?=\n\nReadings";
    expect(
      await names(
        `Content-Type: message/rfc822\n\n${inner}`,
        `Content-Type: application/ms-tnef; name="winmail.dat"\n${PDF}`,
      ),
    ).toEqual(["Gauges May.eml", "winmail.dat"]);
  });

  test("pictures that stand in the text are none", async () => {
    const bytes = madeMail(
      [...HEADERS, 'Content-Type: multipart/related; boundary="r"'],
      madeParts("r", [
        'Content-Type: text/html\n\n<p>Logo <img src="cid:logo@x"></p>',
        `Content-Type: image/png; name=logo.png\nContent-ID: <logo@x>\n${PDF}`,
        `Content-Type: image/png; name=map.png\nContent-ID: <map@x>\n${PDF}`,
      ]),
    );
    expect((await readMail(bytes)).attachments.map(({ fileName }) => fileName)).toEqual(["map.png"]);
  });

  test("alone make a source of the sender's name", async () => {
    const bytes = madeMail(
      [
        "From: Maren Tauvik <m@example.org>",
        `Content-Type: application/pdf; name=a.pdf\r\n${PDF.replace("\n\n", "\r\n")}`,
      ],
      "JVBERi0xLjQ=",
    );
    const source = await readMail(bytes);
    expect(shown(source)).toEqual(["Maren Tauvik"]);
    expect(source.attachments).toHaveLength(1);
  });
});

describe("mails that cannot be read", () => {
  test("encrypted ones say so", async () => {
    const cases = [
      ["Content-Type: multipart/encrypted; boundary=b", "--b\r\n\r\nx\r\n--b--"],
      ["Content-Type: application/pkcs7-mime; smime-type=enveloped-data", "MIAGCSqGSIb3DQEHA6CA"],
      ["Content-Type: text/plain", "-----BEGIN PGP MESSAGE-----\n\nhQEMA"],
    ];
    for (const [type = "", body = ""] of cases) {
      const error = await failure(madeMail([...HEADERS, type], body));
      expect(error).toMatchObject({ code: "file-unsupported", message: expect.stringContaining("is encrypted") });
    }
  });

  test("one of which a part is encrypted is read without it, and says so", async () => {
    const bytes = madeMail(
      [...HEADERS, "Content-Type: multipart/mixed; boundary=b"],
      madeParts("b", ["\nThe list says:", "Content-Type: multipart/encrypted; boundary=c\n\n--c\n\nx\n--c--"]),
    );
    const source = await readMail(bytes);
    expect(shown(source).slice(1)).toEqual(["The list says:"]);
    expect(source.warnings).toEqual(["A part of the mail is encrypted and cannot be read"]);
  });

  test("a mailbox says how many mails it holds, and one mail of it is read", async () => {
    const one = `From m@example.org Mon May  4 09:15:00 2026\n${HEADERS.join("\n")}\n\nFirst\n>From here on\n`;
    expect(shown(await readMail(utf8(one))).slice(1)).toEqual(["First", "From here on"]);
    expect(await failure(utf8(`${one}\n${one}\n${one}`))).toMatchObject({
      code: "file-unsupported",
      message: expect.stringContaining("holds 3 mails"),
    });
  });

  test("what has no headers of a mail is none, and a mail that says nothing is empty", async () => {
    expect(await failure(utf8("Just some text\nin two lines"))).toMatchObject({ code: "file-damaged" });
    expect(await failure(new Uint8Array())).toMatchObject({ code: "file-damaged" });
    expect(await failure(madeMail(["From: a@example.org"], " \n "))).toMatchObject({ code: "file-empty" });
  });
});

describe("broken and hostile mails", () => {
  const MIXED = [...HEADERS, "Content-Type: multipart/mixed; boundary=b"];

  test("10,000 parts are refused, 1,000 are read", async () => {
    const parts = (count: number): Uint8Array =>
      madeParts(
        "b",
        Array.from({ length: count }, () => "\npart"),
      );
    expect(await failure(madeMail(MIXED, parts(10_000)))).toMatchObject({ code: "file-too-complex" });
    expect((await readMail(madeMail(MIXED, parts(1_000)))).blocks).toHaveLength(1_001);
  });

  test("parts 10,000 deep inside each other are refused", async () => {
    const deep = Array.from(
      { length: 10_000 },
      (_, index) => `--b${index}\nContent-Type: multipart/mixed; boundary=b${index + 1}\n\n`,
    );
    const bytes = madeMail([...HEADERS, "Content-Type: multipart/mixed; boundary=b0"], deep.join(""));
    expect(await failure(bytes)).toMatchObject({ code: "file-too-complex" });
  });

  test("headers of 20 MB and 100,000 recipients are read as far as anyone would look", async () => {
    const people = Array.from({ length: 100_000 }, (_, index) => `Person ${index} <p${index}@example.org>`).join(
      ",\r\n ",
    );
    const source = await readMail(madeMail([...withHeader("To", people), `X-Long: ${"x".repeat(20_000_000)}`], "Text"));
    expect(source.metadata.recipients).toHaveLength(1_000);
    expect(source.warnings).toEqual(["The mail has more than 1,000 recipients: the first of them are kept"]);
    expect(shown(source)).toEqual(["The river compact", "Text"]);
  });

  test("a multipart without its boundary, or without its end, gives its text", async () => {
    const body = "--b\r\nContent-Type: text/plain\r\n\r\nFirst\r\n--b\r\n\r\nSecond";
    expect(shown(await readMail(madeMail(MIXED, body))).slice(1)).toEqual(["First", "Second"]);
    const lost = await readMail(madeMail([...HEADERS, "Content-Type: multipart/mixed"], `${body}\r\n--b--\r\n`));
    expect(shown(lost).slice(1)).toEqual(["First", "Second"]);
    const bare = await readMail(madeMail([...HEADERS, "Content-Type: multipart/mixed"], "Only text"));
    expect(shown(bare).slice(1)).toEqual(["Only text"]);
  });

  test("broken base64 and null bytes leave what can be read", async () => {
    const headers = [...HEADERS, "Content-Type: text/plain", "Content-Transfer-Encoding: base64"];
    expect(shown(await readMail(madeMail(headers, "VGhlIGNv%%bXBhY3Q=\n!!IGhvbGRz"))).slice(1)).toEqual([
      "The compact holds",
    ]);
    expect(shown(await readPlain("The\u0000 compact\u0000")).slice(1)).toEqual(["The compact"]);
  });

  test("a part that claims to be longer than the file is as long as it is", async () => {
    const source = await readMail(madeMail([...HEADERS, "Content-Length: 4294967296", "Lines: 99999999"], "Text"));
    expect(shown(source).slice(1)).toEqual(["Text"]);
  });

  test("headers made to be slow to read are read", async () => {
    const slow = [
      `Subject: ${"=?utf-8?Q?".repeat(20_000)}`,
      `From: ${"(".repeat(50_000)}${'"'.repeat(50_001)}${"<".repeat(50_000)}`,
      `Content-Type: text/plain${"; a".repeat(100_000)}`,
      `Content-Disposition: inline;${" ".repeat(100_000)}x`,
    ];
    expect(shown(await readMail(madeMail(slow, "Text"))).at(-1)).toBe("Text");
  });

  test("random changes to a mail end in blocks or in an error of ours", async () => {
    const whole = Buffer.from(
      madeMail(
        [...MIXED, "Cc: =?utf-8?B?w7ZyZw==?= <c@example.org>"],
        madeParts("b", [
          "Content-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: quoted-printable\n\n<p>A=D6=D0</p><blockquote type=cite>B",
          "Content-Type: application/pdf; name*0*=utf-8''a%20; name*1=b\nContent-Transfer-Encoding: base64\n\nJVBERg==",
        ]),
      ),
    );
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 10 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        const result = await failure(bytes);
        if (result instanceof Error) expect(result.name).toBe("AttacheError");
      }),
      { numRuns: 300 },
    );
  });
});

describe("the files of the fixtures", () => {
  const folder = new URL("../../fixtures/mail/", import.meta.url);

  test.each(readdirSync(folder).filter((name) => name.endsWith(".eml")))(
    "%s is read, its history folded",
    async (name) => {
      const source = await readMail(readFileSync(new URL(name, folder)), name);
      expect(source.warnings).toEqual([]);
      expect(source.metadata.title).not.toBeNull();
      expect(source.blocks.some((block) => block.isQuotedHistory)).toBe(true);
      expect(shown(source).join()).not.toContain("\ufffd");
    },
  );
});
