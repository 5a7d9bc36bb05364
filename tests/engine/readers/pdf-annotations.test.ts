// Proves that what is filled into a form or put on a page as a box of text is read where it is seen, that secrets are
// not, and that comments are counted.
import { degrees, PDFDocument, PDFName, PDFNumber, type PDFPage } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { readPdf } from "../../../src/engine/readers/pdf-reader.ts";
import type { ReadSource } from "../../../src/engine/readers/reader.ts";
import { contentStream, HELVETICA, type PdfObject, rawPdf, textAt } from "../../support/raw-pdf.ts";
import { sourceFlaws } from "../../support/source-flaws.ts";

async function read(bytes: Uint8Array): Promise<ReadSource> {
  const request = { fileName: "form.pdf", bytes, encoding: null, importedOn: "2026-05-20", password: null };
  return readPdf({ ...request, extraction: null, textOnly: true }, () => undefined);
}

function texts({ blocks }: ReadSource): string[] {
  return blocks.map(({ text }) => text);
}

type Form = ReturnType<PDFDocument["getForm"]>;

/** A page with the labels of an application, each with the room for its field on its right. */
async function application(fill: (form: Form, page: PDFPage) => void): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  page.drawText("Application for a berth in the outer harbour", { x: 50, y: 780, size: 11 });
  page.drawText("Name of the boat:", { x: 50, y: 700, size: 11 });
  page.drawText("The harbour master decides within four weeks.", { x: 50, y: 600, size: 11 });
  fill(document.getForm(), page);
  return document;
}

function fillName(form: Form, page: PDFPage): void {
  const field = form.createTextField("boat");
  field.setText("Sea Lavender");
  field.addToPage(page, { x: 150, y: 694, width: 200, height: 20 });
}

const APPLICATION = [
  "Application for a berth in the outer harbour",
  "Name of the boat: Sea Lavender",
  "The harbour master decides within four weeks.",
];

describe("forms", () => {
  test("what is typed into a field is read behind its label", async () => {
    const source = await read(await (await application(fillName)).save());
    expect(texts(source)).toEqual(APPLICATION);
    expect(source.warnings).toEqual([]);
    expect(sourceFlaws(source)).toEqual([]);
  });

  test("a flattened form reads the same", async () => {
    const document = await application(fillName);
    document.getForm().flatten();
    expect(texts(await read(await document.save()))).toEqual(APPLICATION);
  });

  test("all lines of a large field are read, in order", async () => {
    const document = await application((form, page) => {
      const field = form.createTextField("reasons");
      field.enableMultiline();
      field.setText("The old berth silts up.\nThe crew lives on the island.");
      field.addToPage(page, { x: 50, y: 620, width: 400, height: 60 });
      field.setFontSize(10);
    });
    const text = texts(await read(await document.save())).join(" ");
    expect(text).toContain("boat: The old berth silts up. The crew lives on the island. The harbour master");
  });

  test("a choice is read as it is shown", async () => {
    const document = await application((form, page) => {
      const field = form.createDropdown("class");
      field.addOptions(["Sailing boat", "Ferry"]);
      field.select("Ferry");
      field.addToPage(page, { x: 150, y: 694, width: 100, height: 20 });
    });
    expect(texts(await read(await document.save()))).toContain("Name of the boat: Ferry");
  });

  test("ticked boxes are told from those that are not", async () => {
    const draw = (ticked: boolean) =>
      application((form, page) => {
        ["Licence held", "Insured"].forEach((label, index) => {
          page.drawText(label, { x: 70, y: 670 - index * 20, size: 11 });
          const box = form.createCheckBox(label);
          box.addToPage(page, { x: 50, y: 668 - index * 20, width: 12, height: 12 });
          if (ticked && index === 1) box.check();
        });
      });
    const filled = texts(await read(await (await draw(true)).save()));
    expect(filled.slice(2, 4)).toEqual(["\u2610 Licence held", "\u2612 Insured"]);
    const blank = texts(await read(await (await draw(false)).save()));
    expect(blank.join(" ")).not.toMatch(/[\u2610-\u2612]/u);
  });

  test("a ticked box that nothing stands beside is named as the file names it", async () => {
    const document = await application((form, page) => {
      const box = form.createCheckBox("night work");
      box.addToPage(page, { x: 50, y: 400, width: 12, height: 12 });
      box.check();
    });
    expect(texts(await read(await document.save()))).toContain("\u2612 night work");
  });

  test("passwords and hidden fields are not read", async () => {
    const document = await application((form, page) => {
      const secret = form.createTextField("password");
      secret.enablePassword();
      secret.setText("Wigeon-14");
      secret.addToPage(page, { x: 150, y: 694, width: 200, height: 20 });
      const hidden = form.createTextField("hidden");
      hidden.setText("unseen");
      hidden.addToPage(page, { x: 150, y: 500, width: 200, height: 20 });
      for (const { dict } of hidden.acroField.getWidgets()) dict.set(PDFName.of("F"), PDFNumber.of(2));
    });
    const source = await read(await document.save());
    expect(JSON.stringify(source)).not.toMatch(/Wigeon|unseen/u);
  });

  test("on a turned page, a field is read where it is shown", async () => {
    const document = await application((_, page) => page.setRotation(degrees(90)));
    const page = document.getPage(0);
    page.drawText("Port:", { x: 300, y: 300, size: 11, rotate: degrees(90) });
    const field = document.getForm().createTextField("port");
    field.setText("Ostwick");
    field.addToPage(page, { x: 308, y: 335, width: 100, height: 20, rotate: degrees(90) });
    expect(texts(await read(await document.save()))).toContain("Port: Ostwick");
  });

  test("a form without any print has its words", async () => {
    const document = await PDFDocument.create();
    const field = document.getForm().createTextField("boat");
    field.setText("Sea Lavender");
    field.addToPage(document.addPage(), { x: 150, y: 694, width: 200, height: 20 });
    const source = await read(await document.save());
    expect(texts(source)).toEqual(["Sea Lavender"]);
    expect(source.warnings).toEqual([]);
  });

  test("a form that only Adobe's programs show is named", async () => {
    const source = await read(withAnnotations([], "/AcroForm<</Fields[]/XFA 6 0 R>>", [contentStream("<xdp:xdp/>")]));
    expect(source.warnings).toEqual([expect.stringContaining("form.pdf is a form (XFA)")]);
  });
});

/** A page that says "The ferry leaves at nine.", with annotations. */
function withAnnotations(annotations: readonly string[], catalogue = "", more: readonly PdfObject[] = []): Uint8Array {
  return rawPdf([
    `<</Type/Catalog/Pages 2 0 R ${catalogue}>>`,
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R/Annots[${annotations.map((each) => `<</Type/Annot${each}>>`).join("")}]>>`,
    HELVETICA,
    contentStream(textAt("The ferry leaves at nine.", 50, 700)),
    ...more,
  ]);
}

describe("notes on the page", () => {
  test("a box of text is read where it stands", async () => {
    const source = await read(
      withAnnotations([
        "/Subtype/FreeText/Rect[50 650 300 670]/DA(/F 12 Tf)/Contents(Not on Sundays.)",
        "/Subtype/FreeText/Rect[50 750 300 770]/DA(/F 12 Tf)/Contents(Checked in May)",
        "/Subtype/FreeText/F 2/Rect[50 600 300 620]/DA(/F 12 Tf)/Contents(Unseen)",
      ]),
    );
    expect(texts(source)).toEqual(["Checked in May", "The ferry leaves at nine.", "Not on Sundays."]);
    expect(source.warnings).toEqual([]);
  });

  test("comments are counted, and are not part of the text", async () => {
    const source = await read(
      withAnnotations([
        "/Subtype/Text/Rect[50 650 70 670]/Contents(Is this so?)",
        "/Subtype/Highlight/Rect[50 690 200 712]/QuadPoints[50 712 200 712 50 690 200 690]/Contents(Ask the captain)",
        "/Subtype/Highlight/Rect[50 690 200 712]/QuadPoints[50 712 200 712 50 690 200 690]",
        "/Subtype/Popup/Rect[300 650 400 670]/Contents(Is this so?)",
      ]),
    );
    expect(texts(source)).toEqual(["The ferry leaves at nine."]);
    expect(source.warnings).toEqual(["form.pdf has 2 comments, which are not part of its text."]);
  });
});
