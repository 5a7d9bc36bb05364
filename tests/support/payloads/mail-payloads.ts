/** Payloads in mails (MIME and Outlook's), saved pages, Markdown and plain text, and in what pages say of themselves. */
import { HEADERS, madeMail, madeParts } from "../made-mail.ts";
import { madeMsg, storedRtf } from "../made-msg.ts";
import { asks, type Payload, script, utf8, wordsOf } from "./payload.ts";

type Making = readonly [what: string, make: (id: string) => Uint8Array];

const image = (id: string) => `<img src=x: onerror="${script(id)}">`;
const page = (id: string, more: string) => `<html><head></head><body><p>${wordsOf(id)}</p>${more}</body></html>`;
const htmlPart = (id: string, more: string) => `Content-Type: text/html; charset=utf-8\r\n\r\n${page(id, more)}`;
const plainPart = (id: string) => `Content-Type: text/plain; charset=utf-8\r\n\r\n${wordsOf(id)}`;
const mixed = (type: string, parts: readonly string[], headers: readonly string[] = HEADERS) =>
  madeMail([...headers, `Content-Type: multipart/${type}; boundary="b"`], madeParts("b", parts));
const without = (name: string) => HEADERS.filter((line) => !line.startsWith(`${name}:`));

const MAILS: readonly Making[] = [
  [
    "a script as the body",
    (id) => mixed("mixed", [plainPart(id), `Content-Type: text/javascript\r\n\r\n${script(id)}`]),
  ],
  [
    "a page with images that tell who reads",
    (id) =>
      madeMail(
        [...HEADERS, "Content-Type: text/html"],
        page(
          id,
          `<img src="${asks(id, "open.gif")}" width="1" height="1"><link rel="stylesheet" href="${asks(id, "s.css")}">`,
        ),
      ),
  ],
  [
    "content ids that are names of the page",
    (id) =>
      mixed("related", [
        htmlPart(id, `<img src="cid:body" id="attache" name="querySelector"><img src="cid:${id}">`),
        `Content-Type: image/svg+xml\r\nContent-ID: <body>\r\n\r\n<svg xmlns="http://www.w3.org/2000/svg" onload="${script(id)}"/>`,
      ]),
  ],
  [
    "a body of elsewhere",
    (id) =>
      mixed("mixed", [
        plainPart(id),
        `Content-Type: message/external-body; access-type=URL; URL="${asks(id)}"\r\n\r\nContent-Type: text/html\r\n\r\n`,
      ]),
  ],
  [
    "alternatives of which the last is a script",
    (id) =>
      mixed("alternative", [
        plainPart(id),
        htmlPart(id, `<script>${script(id)}</script>`),
        `Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nATTACH:${asks(id)}\r\nEND:VCALENDAR`,
        `Content-Type: text/x-amp-html\r\n\r\n<html amp4email><script>${script(id)}</script></html>`,
      ]),
  ],
  [
    "headers that ask for things",
    (id) =>
      madeMail(
        [
          ...HEADERS,
          `List-Unsubscribe: <${asks(id)}>`,
          `Disposition-Notification-To: ${id}@x.example`,
          `X-Face: ${id}`,
          `Content-Base: ${asks(id, "base/")}`,
          "Content-Type: text/html",
        ],
        page(id, '<img src="x.png"><a href="x">a link</a>'),
      ),
  ],
  [
    "boundaries that overlap",
    (id) =>
      madeMail(
        [...HEADERS, 'Content-Type: multipart/mixed; boundary="b"'],
        madeParts("b", [
          plainPart(id),
          `Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/javascript\r\n\r\n${script(id)}`,
        ]),
      ),
  ],
  [
    "a type that changes half way",
    (id) =>
      madeMail(
        [...HEADERS, "Content-Type: text/html", "Content-Type: text/javascript"],
        page(id, `<script>${script(id)}</script>`),
      ),
  ],
];

const MAIL_TEXTS: readonly Making[] = [
  [
    "subject and names in markup",
    (id) =>
      madeMail(
        [
          `From: "<img src=x: onerror=${script(id)}>" <a@example.org>`,
          `To: "<script>${script(id)}</script>" <b@example.org>`,
          `Subject: <script>${script(id)}</script>`,
          "Date: Mon, 4 May 2026 09:15:00 +0200",
          "MIME-Version: 1.0",
          "Content-Type: text/plain",
        ],
        wordsOf(id),
      ),
  ],
  [
    "a subject in markup, encoded, with line ends",
    (id) =>
      madeMail(
        [
          ...without("Subject"),
          `Subject: =?utf-8?B?${Buffer.from(`a\r\nX-More: b\r\n\r\n${image(id)}`).toString("base64")}?=`,
          "Content-Type: text/plain",
        ],
        wordsOf(id),
      ),
  ],
  [
    "attachments with names of paths and in markup",
    (id) =>
      mixed("mixed", [
        plainPart(id),
        `Content-Type: text/html; name="../../${id}.html"\r\nContent-Disposition: attachment; filename="../../..\\\\${id}<img src=x: onerror=1>.html"\r\n\r\n${page(`${id}a`, image(id))}`,
        `Content-Type: text/plain\r\nContent-Disposition: attachment; filename*=utf-8''%22%3E%3Cscript%3E${id}.txt\r\n\r\n${wordsOf(`${id}b`)} <script>${script(id)}</script>`,
      ]),
  ],
  ["plain text that is a page", (id) => madeMail([...HEADERS, "Content-Type: text/plain"], page(id, image(id)))],
];

const MSGS: readonly Making[] = [
  [
    "a page",
    (id) =>
      madeMsg({
        properties: [
          { id: 0x0037, text: "Payload" },
          { id: 0x1013, bytes: utf8(page(id, `${image(id)}<script>${script(id)}</script><img src="${asks(id)}">`)) },
        ],
      }),
  ],
  [
    "a page in RTF",
    (id) =>
      madeMsg({
        properties: [
          { id: 0x0037, text: "Payload" },
          {
            id: 0x1009,
            bytes: storedRtf(
              `{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag <p>}${wordsOf(id)}{\\*\\htmltag </p><script>${script(id)}</script>}\\par}`,
            ),
          },
        ],
      }),
  ],
];
const MSG_TEXTS: readonly Making[] = [
  [
    "a subject and a name in markup",
    (id) =>
      madeMsg({
        properties: [
          { id: 0x0037, text: image(id) },
          { id: 0x0c1a, text: `<script>${script(id)}</script>` },
          { id: 0x1000, text: wordsOf(id) },
        ],
      }),
  ],
];

const saved = (headers: string, parts: readonly string[]) =>
  utf8(
    `${headers}MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"; type="text/html"\r\n\r\n${parts.map((each) => `--b\r\n${each}\r\n`).join("")}--b--\r\n`,
  );
const savedPart = (id: string, location: string, more = "") =>
  `Content-Type: text/html; charset=utf-8\r\nContent-Location: ${location}\r\n\r\n<html><head><title>Saved ${id}</title></head><body><p>${wordsOf(id)}</p>${more}</body></html>`;

const SAVED: readonly Making[] = [
  [
    "a place that is a script",
    (id) =>
      saved(`From: <Saved by x>\r\nSnapshot-Content-Location: javascript:${script(id)}\r\n`, [
        savedPart(id, `javascript:${script(id)}`),
      ]),
  ],
  [
    "a place on the disk",
    (id) => saved("", [savedPart(id, "file:///C:/Users/somebody/x.html", `<a href="x.exe">a link</a>`)]),
  ],
  [
    "frames and scripts among its parts",
    (id) =>
      saved("", [
        savedPart(id, "https://example.org/", '<iframe src="cid:f"></iframe><script src="cid:s"></script>'),
        `Content-Type: text/html\r\nContent-ID: <f>\r\n\r\n<script>${script(id)}</script>`,
        `Content-Type: text/javascript\r\nContent-ID: <s>\r\n\r\n${script(id)}`,
      ]),
  ],
];

const MARKDOWNS: readonly Making[] = [
  [
    "links to scripts",
    (id) =>
      utf8(
        `# Note ${id}\n\n${wordsOf(id)}\n\n[a](javascript:${script(id).replaceAll(" ", "%20")}) [b](<javascript:${script(id)}>) [c](JaVaScRiPt&colon;x) [d][r] [e](vbscript:x) [f](data:text/html;base64,PHNjcmlwdD4=) [g](file:///etc/passwd) [h](\\\\\\\\${id}.payload.example\\\\x)\n\n[r]: javascript:x "title"\n`,
      ),
  ],
  [
    "images",
    (id) =>
      utf8(
        `# Note ${id}\n\n${wordsOf(id)}\n\n![seen](${asks(id, "i.png")}) ![x](javascript:x) [![in](${asks(id, "j.png")})](javascript:x)\n`,
      ),
  ],
];
const MARKDOWN_TEXTS: readonly Making[] = [
  [
    "raw HTML",
    (id) =>
      utf8(
        `# Note <img src=x: onerror="${script(id)}">\n\n${wordsOf(id)}\n\n<script>${script(id)}</script>\n\nInline <b onclick="${script(id)}">raw</b> <svg/onload=${script(id).replaceAll(" ", "")}> \`<script>${script(id)}</script>\`\n`,
      ),
  ],
  [
    "front matter in markup",
    (id) =>
      utf8(
        `---\ntitle: "<script>${script(id)}</script>"\nauthor: <img src=x: onerror=1>\nurl: javascript:${script(id)}\n---\n\n${wordsOf(id)}\n`,
      ),
  ],
  [
    "code, automatic links and tables",
    (id) =>
      utf8(
        `# Note ${id}\n\n${wordsOf(id)}\n\n<javascript:${script(id)}> <file:///etc/passwd>\n\n\`\`\`html\n<script>${script(id)}</script>\n\`\`\`\n\n| a | b |\n|---|---|\n| <img src=x: onerror=1> | [x](javascript:x) |\n`,
      ),
  ],
];
const TEXTS: readonly Making[] = [
  [
    "a page in a text",
    (id) => utf8(`${wordsOf(id)}\n\n<script>${script(id)}</script>\n${image(id)}\njavascript:${script(id)}\n`),
  ],
  [
    "what a sheet, a shell or a template would run",
    (id) =>
      utf8(
        `${wordsOf(id)}\n\n=cmd|'/c calc ${id}'!A0\n@SUM(1)\n{{7*7}} \${7*7} <%= 7*7 %> $(calc) \`calc\`\n\u001b]0;${id}\u0007\n`,
      ),
  ],
];

const meta = (name: string, content: string) => `<meta ${name} content="${content.replaceAll('"', "&quot;")}">`;
const PAGE_TEXTS: readonly Making[] = [
  [
    "a title, authors and a place in markup",
    (id) =>
      utf8(
        `<!doctype html><html><head><title>&lt;script&gt;${script(id)}&lt;/script&gt;</title>${meta('name="author"', `<img src=x: onerror=${script(id)}>`)}${meta('property="og:site_name"', `<svg onload=${script(id)}>`)}${meta('property="og:url"', `javascript:${script(id)}`)}<link rel="canonical" href="javascript:${script(id)}"></head><body><p>${wordsOf(id)}</p></body></html>`,
      ),
  ],
  [
    "linked data in markup",
    (id) =>
      utf8(
        `<!doctype html><html><head><script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "NewsArticle", headline: `<img src=x: onerror=${script(id)}>`, author: { "@type": "Person", name: `<svg onload=${script(id)}>`, url: `javascript:${script(id)}` }, publisher: { name: "<b>P</b>" }, mainEntityOfPage: `javascript:${script(id)}`, url: "file:///etc/passwd", __proto__: { polluted: id } }).replaceAll("<", "\\u003c")}</script></head><body><p>${wordsOf(id)}</p></body></html>`,
      ),
  ],
];

function payloads(
  kind: string,
  extension: string,
  name: string,
  makings: readonly Making[],
  isText: boolean,
): Payload[] {
  return makings.map(([what, make], index) => {
    const id = `${name}${index + 1}`;
    return {
      id,
      what: `${kind}: ${what}`,
      fileName: `${id}.${extension}`,
      make: () => make(id),
      ...(isText ? { isText } : {}),
    };
  });
}

export const MAIL_PAYLOADS: readonly Payload[] = [
  ...payloads("Mail", "eml", "eml", MAILS, false),
  ...payloads("Mail", "eml", "emltext", MAIL_TEXTS, true),
  ...payloads("Outlook", "msg", "msg", MSGS, false),
  ...payloads("Outlook", "msg", "msgtext", MSG_TEXTS, true),
  ...payloads("Saved page", "mhtml", "mhtml", SAVED, false),
  ...payloads("Markdown", "md", "md", MARKDOWNS, false),
  ...payloads("Markdown", "md", "mdtext", MARKDOWN_TEXTS, true),
  ...payloads("Text", "txt", "txt", TEXTS, true),
  ...payloads("Page", "html", "htmltext", PAGE_TEXTS, true),
];
