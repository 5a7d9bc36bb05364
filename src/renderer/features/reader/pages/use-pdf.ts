/**
 * The PDF of a source, opened to have its pages drawn: its bytes from the engine, its password from the user, kept for
 * this sitting and nowhere else. A page that hangs ends the document, which is then opened anew without that page.
 */
import { useCallback, useEffect, useState } from "react";
import type { Source } from "../../../../core/source/source.ts";
import { AttacheError } from "../../../../ipc/errors.ts";
import { attache } from "../../../attache.ts";
import { createPaintQueue, type PaintQueue } from "./paint-queue.ts";
import { openPdf, type PdfDocument, prepareWorkers } from "./pdf-document.ts";

export type OpenedPdf =
  | { readonly kind: "opening" }
  | { readonly kind: "password"; readonly wasWrong: boolean; readonly answer: (password: string) => void }
  | { readonly kind: "open"; readonly pdf: PdfDocument; readonly queue: PaintQueue }
  | { readonly kind: "failed"; readonly message: string };

const OPENING: OpenedPdf = { kind: "opening" };

/** By the SHA-256 of the file. */
const passwords = new Map<string, string>();

export function usePdf(source: Source) {
  const { id, sha256, fileName } = source;
  const [opened, setOpened] = useState<OpenedPdf>(OPENING);
  /** Pages that hung. None of them is tried again by itself. */
  const [stuck, setStuck] = useState<ReadonlySet<number>>(new Set());
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens the same file again
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    let open: { pdf: PdfDocument; queue: PaintQueue } | null = null;
    const ask = (wasWrong: boolean): Promise<string> => {
      const known = passwords.get(sha256);
      if (known !== undefined && !wasWrong) return Promise.resolve(known);
      const { promise, resolve } = Promise.withResolvers<string>();
      const answer = (password: string) => {
        passwords.set(sha256, password);
        setOpened(OPENING);
        resolve(password);
      };
      if (!signal.aborted) setOpened({ kind: "password", wasWrong, answer });
      return promise;
    };
    const onStuck = (page: number) => {
      setStuck((before) => new Set(before).add(page));
      setOpened(OPENING);
      setAttempt((count) => count + 1);
    };
    setOpened(OPENING);
    const start = async () => {
      const bytes = await attache.engine("getSourceBytes", { sourceId: id });
      if (signal.aborted) return;
      const pdf = await openPdf(bytes, ask, signal);
      open = { pdf, queue: createPaintQueue(onStuck, () => document.hidden) };
      setOpened({ kind: "open", ...open });
      requestIdleCallback(prepareWorkers);
    };
    start().catch((error: unknown) => {
      if (!signal.aborted) setOpened({ kind: "failed", message: reasonOf(error, fileName) });
    });
    return () => {
      ending.abort();
      open?.queue.close();
      open?.pdf.close();
    };
  }, [id, sha256, fileName, attempt]);

  const retry = useCallback(
    (page: number) => setStuck((before) => new Set([...before].filter((other) => other !== page))),
    [],
  );
  return { opened, stuck, retry };
}

function reasonOf(error: unknown, fileName: string): string {
  if (error instanceof AttacheError) return error.message;
  return `The pages of ${fileName} cannot be drawn: the file is damaged or of a kind that is not known here. Its text may still be read.`;
}
