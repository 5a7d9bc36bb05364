/** How the app is built: main with the engine, its reader thread and the command line; preload; the window. */
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { noteBundledPackages } from "./scripts/packaging/bundled-packages.ts";
import { pdfAssets } from "./scripts/pdf-assets.ts";

const at = (path: string) => resolve(import.meta.dirname, path);

/** Small libraries of many files, which take longer to find than to run: the command line and the reader thread start with them. */
const BUNDLED = ["zod", "commander", "saxes", "xmlchars", "approx-string-match"];

/** Read by scripts/package.ts, for the licences. */
const NOTES = at(".cache/bundled-packages");

export default defineConfig({
  main: {
    plugins: [noteBundledPackages("main", NOTES)],
    build: {
      outDir: "out/main",
      externalizeDeps: { exclude: BUNDLED },
      minify: false,
      rollupOptions: {
        input: {
          index: at("src/main/index.ts"),
          engine: at("src/engine/process.ts"),
          "reader-worker": at("src/engine/readers/reader-worker.ts"),
          "review-worker": at("src/engine/review/review-worker.ts"),
          attache: at("src/cli/attache.ts"),
          // An entry of its own, so that it lies beside the reader thread that it starts.
          program: at("src/cli/program.ts"),
        },
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  },
  preload: {
    plugins: [noteBundledPackages("preload", NOTES)],
    build: {
      outDir: "out/preload",
      rollupOptions: {
        input: { index: at("src/preload/index.ts") },
        // A sandboxed preload is CommonJS: https://www.electronjs.org/docs/latest/tutorial/esm#preload-scripts
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: at("src/renderer"),
    plugins: [react(), pdfAssets(at("node_modules/pdfjs-dist")), noteBundledPackages("renderer", NOTES)],
    build: {
      outDir: at("out/renderer"),
      minify: true,
      chunkSizeWarningLimit: 1000,
      rollupOptions: { input: at("src/renderer/index.html") },
    },
  },
});
