/** A PDF of which one page is quickly read and never painted: a hundred thousand layers, each over the whole page. */
import { PDFDocument, PDFName, StandardFonts } from "pdf-lib";

const LAYERS = 100_000;
const LINES = ["The river rose in March.", "Nobody read the gauge at night.", "In May both ledgers agreed again."];

/** Three pages with a line of text; the second is the one. */
export async function pdfWithEndlessPage(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle("Three pages");
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const [index, line] of LINES.entries()) {
    const sheet = pdf.addPage([420, 300]);
    sheet.drawText(line, { x: 40, y: 240, size: 14, font });
    if (index !== 1) continue;
    const { context } = pdf;
    const layer = context.register(
      context.flateStream("0.9 g 0 0 420 300 re f", {
        Type: "XObject",
        Subtype: "Form",
        BBox: [0, 0, 420, 300],
        Group: { S: "Transparency", I: true, K: true },
      }),
    );
    const half = context.register(context.obj({ Type: "ExtGState", ca: 0.01, BM: "Multiply" }));
    sheet.node.setXObject(PDFName.of("Layer"), layer);
    sheet.node.setExtGState(PDFName.of("Half"), half);
    sheet.node.addContentStream(context.register(context.flateStream(`/Half gs\n${"/Layer Do\n".repeat(LAYERS)}`)));
  }
  return pdf.save();
}
