/**
 * The conversation of the two processes of the stand-in: the test's process, which holds the pages, and the app's,
 * which runs out/main. Each calls the other's methods by name; calls and answers keep their order.
 */
import type { ShownDialog } from "../host.ts";

/** What the environment of the app's process holds as JSON, under STAND_IN_VARIABLE. */
export interface StandInSetup {
  readonly appFolder: string;
  readonly name: string;
  readonly version: string;
  readonly electronVersion: string;
  readonly chromiumVersion: string;
}
export const STAND_IN_VARIABLE = "ATTACHE_STAND_IN";

/** A message of a page's preload script. `documentId` tells a page from what it was before a reload. */
export type PageMessage =
  | { readonly type: "receive"; readonly documentId: string }
  | { readonly type: "invoke"; readonly callId: string; readonly channel: string; readonly args: unknown[] }
  | { readonly type: "open-window"; readonly url: string }
  | { readonly type: "close" };

/** A message to a page's preload script. `error` is the text of what an `ipcMain` handler threw. */
export type HostMessage =
  | { readonly type: "result"; readonly callId: string; readonly value: unknown }
  | { readonly type: "error"; readonly callId: string; readonly error: string }
  | { readonly type: "send"; readonly channel: string; readonly args: unknown[] };

export interface PageRequest {
  readonly windowId: number;
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array | null;
  /** True where the page itself wants to go elsewhere. */
  readonly navigates: boolean;
}

export interface PageResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

/** What the app's process asks of the test's process. */
export interface PagesApi {
  openWindow(params: { windowId: number; width: number; height: number; preloadPath: string | null }): Promise<void>;
  /** Resolves when the page has loaded. */
  loadUrl(params: { windowId: number; url: string }): Promise<void>;
  reload(params: { windowId: number }): Promise<void>;
  deliver(params: { windowId: number; message: HostMessage }): Promise<void>;
  bringToFront(params: { windowId: number }): Promise<void>;
  /** Answers false where the page was asked, by `beforeunload`, and refused. */
  closePage(params: { windowId: number; askPage: boolean }): Promise<boolean>;
}

/** What the test's process asks of the app's process. */
export interface AppApi {
  /** Null refuses the request. */
  request(params: PageRequest): Promise<PageResponse | null>;
  pageMessage(params: { windowId: number; frameUrl: string; message: PageMessage }): void;
  /** The page is gone, by its own wish or the test's, or because its process crashed. */
  pageGone(params: { windowId: number; crashed: boolean }): void;
  queueAnswer(params: { kind: "open" | "save" | "message"; value: unknown }): void;
  shownDialogs(params: null): ShownDialog[];
  shownItems(params: null): string[];
  openedAddresses(params: null): string[];
  clickMenu(params: { id: string; windowId: number | null }): void;
  menuState(params: { id: string }): { enabled: boolean; label: string } | null;
  pressClose(params: { windowId: number }): void;
  openFile(params: { path: string }): void;
  quit(params: null): void;
  killUtilityProcesses(params: null): number;
  pauseUtilityProcesses(params: { paused: boolean }): void;
}

/** The methods of the other side: each takes its one parameter and answers a promise. */
export type Remote<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends (params: infer Params) => infer Result
    ? (params: Params) => Promise<Awaited<Result>>
    : never;
};

/** One end of the channel that `child_process.fork` makes. */
export interface Port {
  send(packet: Packet): void;
  onPacket(listener: (packet: Packet) => void): void;
  onClosed(listener: () => void): void;
}

export type Packet =
  | { readonly type: "call"; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly type: "answer"; readonly id: number; readonly value: unknown }
  | { readonly type: "failure"; readonly id: number; readonly message: string };

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Answers calls of the other side with `local()` and returns the other side's methods. */
export function connect<Local extends object, Other extends object>(port: Port, local: () => Local): Remote<Other> {
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let closed = false;

  const answer = async (packet: Packet & { type: "call" }): Promise<void> => {
    try {
      // The cast: only `connect` on the other side names methods, and its type is Remote<Local>.
      const method = Reflect.get(local(), packet.method) as (params: unknown) => unknown;
      const value = await method.call(local(), packet.params);
      if (!closed) port.send({ type: "answer", id: packet.id, value });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!closed) port.send({ type: "failure", id: packet.id, message });
    }
  };

  port.onPacket((packet) => {
    if (packet.type === "call") {
      void answer(packet);
      return;
    }
    const call = pending.get(packet.id);
    pending.delete(packet.id);
    if (packet.type === "answer") call?.resolve(packet.value);
    else call?.reject(new Error(packet.message));
  });
  port.onClosed(() => {
    closed = true;
    for (const call of pending.values()) call.reject(new ConnectionClosed());
    pending.clear();
  });

  const call = (method: string, params: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (closed) {
        reject(new ConnectionClosed());
        return;
      }
      const id = nextId++;
      pending.set(id, { resolve, reject });
      port.send({ type: "call", id, method, params });
    });
  // The cast: a proxy has the methods that its handler makes up, which no type can see.
  return new Proxy({}, { get: (_target, name) => (params: unknown) => call(String(name), params) }) as Remote<Other>;
}

/** The other process is gone. */
export class ConnectionClosed extends Error {
  constructor() {
    super("The other process has ended.");
  }
}
