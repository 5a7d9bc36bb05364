/**
 * Sources that would fetch something if anybody let them: pictures, fonts, style sheets, templates, pixels that count
 * readers, actions of documents. Each holds the words by which a test knows that it was read.
 */
import { makeDocx, paragraph } from "../docx-making.ts";
import { chapter, madeEpub } from "../made-epub.ts";
import { madeOdt } from "../made-odt.ts";
import { contentStream, onePage, textAt } from "../raw-pdf.ts";

export const REACHING_WORDS = "The council met on Tuesday and decided to meet again on Friday, its chair said.";

/** Names and contents; `host` is the name and port of whom they reach for. */
export async function reachingSources(host: string): Promise<Record<string, string | Uint8Array>> {
  const at = (path: string) => `http://${host}/${path}`;
  const secure = `https://${host}/s`;
  const name = `http://name.${host.split(":")[0] === "127.0.0.1" ? "example.com" : host}/n`;
  const html = `<!doctype html><html background="${at("ground")}"><head><title>A page that reaches out</title>
    <base href="${at("base/")}"><meta http-equiv="refresh" content="0; url=${at("refresh")}">
    <link rel="stylesheet" href="${at("a.css")}"><link rel="icon" href="${at("icon")}"><link rel="preconnect" href="${name}">
    <link rel="dns-prefetch" href="${name}"><link rel="prefetch" href="${at("prefetch")}"><link rel="manifest" href="${at("manifest")}">
    <style>@import "${at("b.css")}"; @font-face { font-family: Far; src: url(${at("font.woff2")}); } body { font-family: Far; background: url(${at("bg.png")}); }</style>
    <script src="${at("a.js")}"></script><script>fetch("${at("fetch")}")</script></head>
    <body onload="fetch('${at("onload")}')"><article><h1>A page that reaches out</h1><p style="background:url(${at("p.png")})">${REACHING_WORDS}</p>
    <img src="${at("pixel.gif")}" srcset="${secure} 2x" onerror="fetch('${at("onerror")}')"><picture><source srcset="${at("webp")}"></picture>
    <p>Read <a href="${at("link")}" ping="${at("ping")}">more of it</a>, or <a href="file:///etc/passwd">this</a>. ${REACHING_WORDS}</p>
    <iframe src="${at("frame")}"></iframe><object data="${at("object")}"></object><embed src="${at("embed")}">
    <video src="${at("video")}" poster="${at("poster")}" autoplay></video><audio src="${at("audio")}" autoplay></audio>
    <svg><image href="${at("svg.png")}"/><use href="${at("use.svg#a")}"/></svg><input type="image" src="${at("input")}">
    <form action="${at("form")}"><button autofocus>Go</button></form></article></body></html>`;
  const inline = `<p>${REACHING_WORDS}</p><img src="${at("mail-pixel.gif")}" width="1" height="1"><link rel="stylesheet" href="${at("mail.css")}">`;
  const pixel = (kind: string) =>
    `${REACHING_WORDS}\n\n![A picture](${at(`${kind}.png`)})\n\n<img src="${at(`${kind}.gif`)}">\n\n<${at("auto")}>`;
  const external = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
  const relationships = (all: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`;
  const picture = `<w:r><w:pict><v:shape><v:imagedata r:id="pic" r:href="pic"/></v:shape></w:pict></w:r>`;
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDEPICTURE "${at("field.png")}" \\d </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  return {
    "page.html": html,
    "page.mhtml": [
      "From: <Saved by a browser>",
      "Subject: A saved page",
      "MIME-Version: 1.0",
      'Content-Type: multipart/related; type="text/html"; boundary="edge"',
      "",
      "--edge",
      "Content-Type: text/html; charset=utf-8",
      `Content-Location: ${at("saved.html")}`,
      "",
      html,
      "--edge",
      "Content-Type: text/css",
      `Content-Location: ${at("a.css")}`,
      "",
      `@import "${at("c.css")}"; body { background: url(${at("d.png")}) }`,
      "--edge--",
      "",
    ].join("\r\n"),
    "mail.eml": [
      "From: Clerk <clerk@example.org>",
      "To: Desk <desk@example.org>",
      "Subject: A mail that counts its readers",
      "Date: Mon, 05 Jan 2026 10:00:00 +0000",
      `Disposition-Notification-To: clerk@example.org`,
      `List-Unsubscribe: <${at("unsubscribe")}>`,
      "MIME-Version: 1.0",
      "Content-Type: text/html; charset=utf-8",
      "",
      `<html><body>${inline}</body></html>`,
      "",
    ].join("\r\n"),
    "book.epub": await madeEpub({
      metadata: "<dc:title>A book that reaches out</dc:title>",
      chapters: [
        chapter(
          "one.xhtml",
          `<h1>One</h1><p>${REACHING_WORDS}</p><img src="${at("book.png")}" alt=""/><script src="${at("book.js")}"></script>`,
        ),
        { href: at("remote.css"), html: null, mediaType: "text/css" },
      ],
    }),
    "document.docx": makeDocx({
      body: paragraph(REACHING_WORDS) + paragraph(picture) + paragraph(field),
      settings: `<w:attachedTemplate r:id="template"/>`,
      links: { pic: at("external.png"), frame: at("frame.docx") },
      others: [
        {
          name: "word/_rels/settings.xml.rels",
          content: relationships(external("template", "attachedTemplate", at("template.dotm"))),
        },
      ],
    }),
    "text.odt": await madeOdt({
      body: `<text:p>${REACHING_WORDS}</text:p><text:p><draw:frame><draw:image xlink:href="${at("odt.png")}" xlink:actuate="onLoad"/></draw:frame></text:p>`,
    }),
    "note.rtf": `{\\rtf1\\ansi{\\*\\template ${at("rtf.dotm")}} ${REACHING_WORDS}\\par {\\field{\\*\\fldinst INCLUDEPICTURE "${at("rtf.png")}"}{\\fldrslt }}\\par}`,
    "notes.md": pixel("markdown"),
    "document.pdf": onePage(
      contentStream(textAt(REACHING_WORDS, 40, 700)),
      [],
      "",
      `/OpenAction<</S/URI/URI(${at("open-action")})/Next[<</S/JavaScript/JS(app.launchURL\\("${at("script")}"\\); this.submitForm\\("${at("form")}"\\))>><</S/GoToR/F<</FS/URL/F(${at("other.pdf")})>>/D[0/Fit]>><</S/Launch/F(/bin/true)>>]>>/URI<</Base(${at("pdf-base/")})>>/AA<</WC<</S/URI/URI(${at("closing")})>>>>`,
    ),
  };
}
