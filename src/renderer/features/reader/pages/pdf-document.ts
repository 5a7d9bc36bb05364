/**
 * A PDF as pdf.js opens it, in two workers of its own: one parses, one paints. Nothing of the document runs, nothing is
 * loaded from elsewhere, and a document that hangs is ended with its workers. The heavy chunk: load it when needed.
 */
import {
  GlobalWorkerOptions,
  getDocument,
  PasswordResponses,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  PDFWorker,
  RenderingCancelledException,
  TextLayer,
  VerbosityLevel,
} from "pdfjs-dist";
import painterUrl from "pdfjs-dist/build/pdf.renderer.min.mjs?url";
import parserUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";

/** An image of more pixels is left out: at four bytes each it would fill the memory. A3 at 600 dpi has 70 million. */
const LARGEST_IMAGE_PX = 100_000_000;
/** More items than any page of print has. Each becomes an element, so that more would hold up the window. */
const MOST_TEXT_ITEMS = 20_000;
/** A document that takes longer is taken for one that never opens. */
const OPENING_MS = 20_000;
/** Answers of a worker that was told to end are awaited so long. */
const END_MS = 500;

export type AskPassword = (wasWrong: boolean) => Promise<string>;

export interface PageText {
  /** One element for each item of the page's text, in order. */
  readonly elements: readonly HTMLElement[];
  readonly items: readonly string[];
}

export interface PdfDocument {
  readonly pageCount: number;
  /** Paints a page on a canvas, which it sizes. `scale` is in canvas pixels to a point. */
  paint(page: number, canvas: HTMLCanvasElement, scale: number, signal: AbortSignal): Promise<void>;
  /** Lays the words of a page over it, as elements of the container. Null where there are too many. */
  layText(page: number, container: HTMLElement, scale: number, signal: AbortSignal): Promise<PageText | null>;
  /** Forgets what was kept of a page that is no longer in sight. */
  release(page: number): void;
  /** Forgets what many pages share, such as fonts, as far as it can be had again. */
  tidy(): Promise<void>;
  /** Ends the document, also one that hangs. What is under way fails or never ends. */
  close(): void;
}

interface Workers {
  readonly parser: Worker;
  readonly painter: Worker;
}

let spare: Workers | null = null;

function startWorkers(): Workers {
  return {
    parser: new Worker(parserUrl, { type: "module", name: "pdf-parser" }),
    painter: new Worker(painterUrl, { type: "module", name: "pdf-painter" }),
  };
}

/** Starts the workers of the next document, so that it need not wait for them. */
export function prepareWorkers(): void {
  spare ??= startWorkers();
}

/**
 * Opens a document. Throws what pdf.js throws where it is none, and an error of ours where it takes too long; the time
 * in which a password is asked for does not count.
 */
export async function openPdf(bytes: Uint8Array, askPassword: AskPassword, signal: AbortSignal): Promise<PdfDocument> {
  const workers = spare ?? startWorkers();
  spare = null;
  GlobalWorkerOptions.rendererPorts = [workers.painter];
  const task = getDocument({
    data: bytes,
    worker: PDFWorker.create({ port: workers.parser }),
    cMapUrl: new URL("/pdf/cmaps/", location.href).href,
    standardFontDataUrl: new URL("/pdf/fonts/", location.href).href,
    wasmUrl: new URL("/pdf/decoders/", location.href).href,
    useWasm: false,
    useWorkerFetch: true,
    // The same letters on every machine: fonts that are not embedded are those that come along.
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: LARGEST_IMAGE_PX,
    verbosity: VerbosityLevel.ERRORS,
  });
  const { promise: givenUp, reject: giveUp } = Promise.withResolvers<never>();
  const tooLong = () => giveUp(new Error("The document takes too long to open"));
  let timer = setTimeout(tooLong, OPENING_MS);
  signal.addEventListener("abort", () => giveUp(signal.reason), { once: true });
  task.onPassword = (answer: (password: string | Error) => void, reason: number) => {
    clearTimeout(timer);
    void askPassword(reason === PasswordResponses.INCORRECT_PASSWORD).then((password) => {
      timer = setTimeout(tooLong, OPENING_MS);
      answer(password);
    });
  };
  try {
    return documentOf(await Promise.race([task.promise, givenUp]), task, workers);
  } catch (error) {
    end(task, workers);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Lets pdf.js clear up what it holds in the window, and ends the workers in any case. */
function end(task: PDFDocumentLoadingTask, { parser, painter }: Workers): void {
  const terminate = () => {
    parser.terminate();
    painter.terminate();
  };
  const timer = setTimeout(() => {
    terminate();
    // pdf.js would have done so on the answer that did not come. It names the fonts by the document.
    for (const face of [...document.fonts]) {
      if (face.family.startsWith(`g_${task.docId}_`)) document.fonts.delete(face);
    }
  }, END_MS);
  task.destroy().then(
    () => {
      clearTimeout(timer);
      terminate();
    },
    () => undefined,
  );
}

function documentOf(pdf: PDFDocumentProxy, task: PDFDocumentLoadingTask, workers: Workers): PdfDocument {
  let closed = false;
  return {
    pageCount: pdf.numPages,
    async paint(number, canvas, scale, signal) {
      const page = await pdf.getPage(number);
      signal.throwIfAborted();
      const viewport = page.getViewport({ scale });
      canvas.width = Math.max(1, Math.round(viewport.width));
      canvas.height = Math.max(1, Math.round(viewport.height));
      const painting = page.render({ canvas, viewport });
      const cancel = () => painting.cancel();
      signal.addEventListener("abort", cancel, { once: true });
      try {
        await painting.promise;
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof RenderingCancelledException) throw new DOMException("Cancelled", "AbortError");
        throw error;
      } finally {
        signal.removeEventListener("abort", cancel);
      }
    },
    async layText(number, container, scale, signal) {
      const page = await pdf.getPage(number);
      signal.throwIfAborted();
      let tooMany = false;
      const layer = new TextLayer({
        textContentSource: counted(page.streamTextContent({ includeMarkedContent: false }), () => {
          tooMany = true;
        }),
        container,
        viewport: page.getViewport({ scale }),
      });
      const cancel = () => layer.cancel();
      signal.addEventListener("abort", cancel, { once: true });
      try {
        await layer.render();
      } catch (error) {
        signal.throwIfAborted();
        if (!tooMany) throw error;
      } finally {
        signal.removeEventListener("abort", cancel);
      }
      return tooMany ? null : { elements: layer.textDivs, items: layer.textContentItemsStr };
    },
    release(number) {
      if (!closed)
        void pdf.getPage(number).then(
          (page) => page.cleanup(),
          () => undefined,
        );
    },
    async tidy() {
      // Refused while a page is being painted: then the next time.
      if (!closed) await pdf.cleanup().catch(() => undefined);
    },
    close() {
      if (closed) return;
      closed = true;
      end(task, workers);
    },
  };
}

/** The stream, broken off where it brings more than a page can have. */
function counted(
  stream: ReadableStream<{ items: readonly unknown[] }>,
  tooMany: () => void,
): ReadableStream<{ items: readonly unknown[] }> {
  let count = 0;
  return stream.pipeThrough(
    new TransformStream<{ items: readonly unknown[] }, { items: readonly unknown[] }>({
      transform(chunk, controller) {
        count += chunk.items.length;
        if (count <= MOST_TEXT_ITEMS) controller.enqueue(chunk);
        else {
          tooMany();
          controller.error(new Error("The page has too much text"));
        }
      },
    }),
  );
}
