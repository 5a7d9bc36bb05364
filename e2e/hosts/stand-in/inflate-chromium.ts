/**
 * Unpacks the Chromium of @sparticuz/chromium, its fonts and its libraries into the folder that TMPDIR names.
 * A program of its own, because the package knows no other way to be told where.
 */
import { join } from "node:path";
import chromium, { inflate } from "@sparticuz/chromium";

await chromium.executablePath();
await inflate(join(import.meta.dirname, "../../../node_modules/@sparticuz/chromium/bin/al2023.tar.br"));
