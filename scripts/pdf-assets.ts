/**
 * Puts beside the built renderer what pdf.js fetches when a PDF needs it: character maps, fonts for those that are not
 * embedded, decoders of two image formats. The decoders are those in plain JavaScript: WebAssembly would need a weaker
 * policy than ours. Licences go along.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Folder of the package, folder of the built renderer, and which of its files. */
const FOLDERS: readonly (readonly [from: string, to: string, files: RegExp])[] = [
  ["cmaps", "pdf/cmaps", /\.bcmap$|^LICENSE/],
  ["standard_fonts", "pdf/fonts", /\.(pfb|ttf)$|^LICENSE/],
  ["wasm", "pdf/decoders", /_nowasm_fallback\.js$|^LICENSE_(JBIG2|OPENJPEG|PDFJS_JBIG2|PDFJS_OPENJPEG)$/],
];

/** `library` is the folder of the package pdfjs-dist. */
export function pdfAssets(library: string): Plugin {
  return {
    name: "pdf-assets",
    apply: "build",
    generateBundle() {
      for (const [from, to, files] of FOLDERS) {
        for (const name of readdirSync(join(library, from)).filter((file) => files.test(file))) {
          this.emitFile({ type: "asset", fileName: `${to}/${name}`, source: readFileSync(join(library, from, name)) });
        }
      }
    },
  };
}
