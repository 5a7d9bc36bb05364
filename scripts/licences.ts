/**
 * `npm run licences`: writes resources/third-party-licences.txt, which the About dialog shows and every package carries.
 * With `--check` it only says whether that file is as it would be written. Both take what the last build put into the
 * app.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundledPackages } from "./packaging/bundled-packages.ts";
import { licenceTexts } from "./packaging/licence-texts.ts";
import { packagesOf, packedModules } from "./packaging/packed-modules.ts";

const root = join(import.meta.dirname, "..");
const file = join(root, "resources/third-party-licences.txt");

const packed = packagesOf(await packedModules());
const text = licenceTexts([...packed, ...bundledPackages(join(root, ".cache/bundled-packages"))]);
if (!process.argv.includes("--check")) writeFileSync(file, text);
else if (readFileSync(file, "utf8").replaceAll("\r\n", "\n") !== text) {
  console.error(
    "resources/third-party-licences.txt is out of date: run `npm run licences`, look at it, and commit it.",
  );
  process.exitCode = 1;
}
