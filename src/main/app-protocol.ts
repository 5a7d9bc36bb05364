/**
 * The scheme `app://attache/`, from which alone the window is served: a file:// page could read every local file.
 * Serves the built renderer and nothing else, under a policy that lets it load nothing from elsewhere.
 */
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { performance } from "node:perf_hooks";
import { protocol } from "electron";
import { isAppUrl } from "./app-url.ts";

/**
 * `sandbox` takes from the page what no source list can: printing, dialogs of its own, downloads, new windows, and
 * navigating its frame (https://www.w3.org/TR/CSP3/#directive-sandbox). It submits forms to itself alone.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "sandbox allow-scripts allow-same-origin allow-forms",
].join("; ");

/**
 * The workers that draw the pages of PDFs fetch character maps and fonts, from here alone. A worker is under the policy
 * that its script came with (https://www.w3.org/TR/CSP3/#initialize-global-object-csp), not under its window's.
 */
const WORKER_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
].join("; ");
const WORKER_EXTENSION = ".mjs";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  [WORKER_EXTENSION]: "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".bcmap": "application/octet-stream",
  ".pfb": "application/octet-stream",
  ".ttf": "font/ttf",
};

/** Must be called before the app is ready: Electron takes privileges only until then. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** What a file of ours may be called: no percent signs, backslashes or colons, so that there is nothing to decode. */
const PLAIN_PATH = /^(?:\/[\w.-]+)+$/u;

export function serveApp(rendererFolder: string): void {
  // Pages are answered by classes of Node that need it. A debugger that asks something in the midst of Node's own start
  // can leave it undefined for good, and the window without its page.
  globalThis.performance ??= performance;
  protocol.handle("app", async (request) => {
    const { pathname } = new URL(request.url);
    const path = normalize(join(rendererFolder, pathname));
    const extension = extname(path);
    const type = CONTENT_TYPES[extension];
    const isOurs = isAppUrl(request.url) && PLAIN_PATH.test(pathname) && path.startsWith(rendererFolder + sep);
    if (request.method !== "GET" || !isOurs || !type) return new Response(null, { status: 404 });
    try {
      const body = new Uint8Array(await readFile(path));
      return new Response(body, {
        headers: {
          "content-type": type,
          "content-security-policy": extension === WORKER_EXTENSION ? WORKER_SECURITY_POLICY : CONTENT_SECURITY_POLICY,
          "x-content-type-options": "nosniff",
          "cross-origin-opener-policy": "same-origin",
          "cross-origin-resource-policy": "same-origin",
          "referrer-policy": "no-referrer",
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
