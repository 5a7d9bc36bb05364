/**
 * Drops real files on a page, as from the desktop: the page gets File objects of the disk, and events in their order.
 * Works on both hosts, since a file input is given files in the same way on each.
 */
import { basename } from "node:path";
import type { Page } from "@playwright/test";

export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const input = await page.evaluateHandle(() => {
    const field = document.createElement("input");
    field.type = "file";
    field.multiple = true;
    document.body.append(field);
    return field;
  });
  await input.setInputFiles([...paths]);
  // For the stand-in, whose preload cannot ask Chromium for them (see stand-in/preload-script.ts).
  const byName = Object.fromEntries(paths.map((path) => [basename(path), path]));
  await page.evaluate((known) => Reflect.set(window, "droppedPaths", known), byName);
  await input.evaluate((field) => {
    const carried = new DataTransfer();
    for (const file of field.files ?? []) carried.items.add(file);
    field.remove();
    const target = document.querySelector("main") ?? document.body;
    for (const type of ["dragenter", "dragover", "drop"])
      target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried }));
  });
}
