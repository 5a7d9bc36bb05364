/**
 * `protocol` and `session`: every request of a page comes here, and only the app's own scheme is ever answered.
 */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import type { PageRequest, PageResponse } from "../wire.ts";

type ProtocolHandler = Parameters<Electron.Protocol["handle"]>[1];
type RequestListener = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;

const handlers = new Map<string, ProtocolHandler>();
let beforeRequest: RequestListener | null = null;

export const protocol = {
  registerSchemesAsPrivileged: () => undefined,
  handle: (scheme, handler) => void handlers.set(scheme, handler),
} satisfies Pick<Electron.Protocol, "registerSchemesAsPrivileged" | "handle">;

// A page of the stand-in has no permission, device or download to begin with, so these handlers are never asked.
class DefaultSession extends EventEmitter {
  readonly protocol = protocol;
  readonly webRequest = {
    onBeforeRequest: (listener: RequestListener | null) => {
      beforeRequest = listener;
    },
  };

  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  setSpellCheckerLanguages(): void {}
  setSpellCheckerEnabled(): void {}
  setSpellCheckerDictionaryDownloadURL(): void {}
  async setProxy(): Promise<void> {}
}

type Handlers = "setPermissionRequestHandler" | "setPermissionCheckHandler" | "setDevicePermissionHandler";
type Settings = "setDisplayMediaRequestHandler" | "setProxy" | `setSpellChecker${"Enabled" | "DictionaryDownloadURL"}`;

const defaultSession = new DefaultSession() satisfies Pick<
  Electron.Session,
  Handlers | Settings | "setSpellCheckerLanguages"
>;
export const session = { defaultSession };

function cancelled(request: PageRequest): Promise<boolean> {
  return new Promise((resolve) => {
    if (!beforeRequest) resolve(false);
    // The cast: of the details, listeners of ours look at address and method at most.
    const details = { url: request.url, method: request.method } as Electron.OnBeforeRequestListenerDetails;
    beforeRequest?.(details, ({ cancel }) => resolve(cancel === true));
  });
}

/** Answers a page's request as the app would have it; null refuses it, as a machine without network does in the end. */
export async function answerRequest(request: PageRequest): Promise<PageResponse | null> {
  if (await cancelled(request)) return null;
  const handler = handlers.get(new URL(request.url).protocol.slice(0, -1));
  if (!handler) return null;
  // The casts: Electron's types of Request and Response are those of the DOM, ours are Node's, and the same in use.
  const webRequest = new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: request.body as BodyInit | null,
  }) as unknown as Parameters<ProtocolHandler>[0];
  const response = (await handler(webRequest)) as unknown as Response;
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}
