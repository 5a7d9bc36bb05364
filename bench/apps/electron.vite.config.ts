/** Builds one of the apps that Attaché is measured against: BENCH_APP names its folder. */
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const name = process.env["BENCH_APP"] ?? "empty";
const out = (part: string) => resolve(import.meta.dirname, "../../.cache/bench", name, "out", part);
const page = resolve(import.meta.dirname, name);

export default defineConfig({
  main: {
    build: { outDir: out("main"), rollupOptions: { input: { index: resolve(import.meta.dirname, "main.ts") } } },
  },
  preload: {
    build: {
      outDir: out("preload"),
      rollupOptions: {
        input: { index: resolve(import.meta.dirname, "preload.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: page,
    plugins: [react()],
    build: { outDir: out("renderer"), minify: true, rollupOptions: { input: resolve(page, "index.html") } },
  },
});
