/** The minified builds are the same library as the typed entry; they load in half the time. */
declare module "pdfjs-dist/build/pdf.min.mjs" {
  export * from "pdfjs-dist";
}
declare module "pdfjs-dist/build/pdf.worker.min.mjs" {
  const nothingTyped: unknown;

  export { nothingTyped as WorkerMessageHandler };
}
