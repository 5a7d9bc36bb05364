/**
 * `npm run icons`: makes the icons of the installers in resources/icons, and resources/icon.png, from resources/icon.svg.
 * A headless Chromium from npm draws each size; the containers of Windows and macOS are written here. Linux on x64 only:
 * what it makes is committed.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchChromium } from "../e2e/hosts/stand-in/chromium.ts";
import { writeIcns, writeIco } from "./packaging/icon-files.ts";

const resources = join(import.meta.dirname, "../resources");
const icons = join(resources, "icons");
/** What Linux desktops look for, and what the other two containers hold. */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const IN_ICO = [16, 24, 32, 48, 64, 128, 256];

const drawing = readFileSync(join(resources, "icon.svg")).toString("base64");
const images = new Map<number, Uint8Array>();
const browser = await launchChromium();
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<body style="margin:0"><img style="display:block" width="${size}" height="${size}" src="data:image/svg+xml;base64,${drawing}">`,
  );
  images.set(size, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();

const imageOf = (size: number) => {
  const image = images.get(size);
  if (!image) throw new Error(`${size} is no size that was drawn`);
  return image;
};
rmSync(icons, { recursive: true, force: true });
mkdirSync(icons, { recursive: true });
for (const size of SIZES.filter((each) => each <= 512))
  writeFileSync(join(icons, `${size}x${size}.png`), imageOf(size));
writeFileSync(join(resources, "icon.png"), imageOf(512));
writeFileSync(join(icons, "icon.ico"), writeIco(IN_ICO.map((size) => ({ size, png: imageOf(size) }))));
writeFileSync(join(icons, "icon.icns"), writeIcns(imageOf));
