/**
 * Notes which npm packages Vite wrote into what it built, for the licences that go along. Nothing of it is shipped.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { packageFolderOf } from "./package-folder.ts";

/** The notes go to the folder `notes`, one for each part of the app that is built. */
export function noteBundledPackages(part: "main" | "preload" | "renderer", notes: string): Plugin {
  return {
    name: "note-bundled-packages",
    apply: "build",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) =>
        output.type === "chunk"
          ? Object.entries(output.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : []))
          : [],
      );
      const folders = modules.flatMap((id) => packageFolderOf(id) ?? []);
      mkdirSync(notes, { recursive: true });
      writeFileSync(join(notes, `${part}.json`), JSON.stringify([...new Set(folders)].sort(), null, 2));
    },
  };
}

/** The folders of all packages that the last build wrote into the app. Fails where there was no build. */
export function bundledPackages(notes: string): string[] {
  return readdirSync(notes).flatMap((name) => JSON.parse(readFileSync(join(notes, name), "utf8")) as string[]); // written above
}
