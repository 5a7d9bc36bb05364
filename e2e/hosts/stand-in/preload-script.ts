/**
 * Runs the app's preload script in a page, with Electron's `contextBridge` and `ipcRenderer` as far as it uses them.
 * Unlike in Electron, the script shares the page's world; it keeps to a function's scope, and what it exposes is copied
 * and frozen as Electron does.
 */
import type * as Electron from "electron";
import type { HostMessage, PageMessage } from "./wire.ts";

interface PreloadSetup {
  readonly origin: string;
  /** The global function, given by Playwright, that reaches the host. It is taken away before the page runs. */
  readonly binding: string;
}

/** The text that a page runs before its own scripts. The policy of the page forbids `eval`, hence text around text. */
export function preloadScript(source: string, setup: PreloadSetup): string {
  return `(() => {
    const requireModule = (${prepareRequire.toString()})(${JSON.stringify(setup)});
    if (!requireModule) return;
    const module = { exports: {} };
    (function (require, module, exports) {${source}
    })(requireModule, module, module.exports);
  })();`;
}

/**
 * Makes the `require` of the preload script; null in frames and pages that are not the app's. Runs in the page, sent
 * there as text, so it must use nothing from outside itself.
 */
function prepareRequire({ origin, binding }: PreloadSetup): ((name: string) => unknown) | null {
  if (window !== window.top || location.origin !== origin) return null;
  // The cast: Playwright puts the function there, and no type can see it.
  const host = Reflect.get(window, binding) as (message: PageMessage) => Promise<HostMessage[] | null>;
  Reflect.deleteProperty(window, binding);
  type Listener = Parameters<Electron.IpcRenderer["on"]>[1];
  const documentId = crypto.randomUUID();
  const listeners = new Map<string, Listener[]>();
  const pending = new Map<string, PromiseWithResolvers<unknown>>();
  let calls = 0;

  const take = (message: HostMessage): void => {
    if (message.type === "send") {
      // The cast: of the event, the preload script is given but uses nothing.
      const event = {} as Electron.IpcRendererEvent;
      // In Electron the answer to a call may overtake what was sent before it; so it may here.
      setTimeout(() => {
        for (const listener of [...(listeners.get(message.channel) ?? [])]) listener(event, ...message.args);
      });
      return;
    }
    const call = pending.get(message.callId);
    pending.delete(message.callId);
    if (message.type === "result") call?.resolve(message.value);
    else call?.reject(new Error(message.error));
  };
  const receive = async (): Promise<void> => {
    for (;;) {
      const messages = await host({ type: "receive", documentId });
      if (!messages) return;
      for (const message of messages) take(message);
    }
  };

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) => {
      const callId = `${documentId}:${calls++}`;
      const call = Promise.withResolvers<unknown>();
      try {
        void host({ type: "invoke", callId, channel, args: structuredClone(args) });
        pending.set(callId, call);
      } catch {
        call.reject(new Error("An object could not be cloned."));
      }
      return call.promise;
    },
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    removeListener: (channel: string, listener: Listener) => {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((each) => each !== listener),
      );
    },
  } satisfies Record<"invoke" | "on" | "removeListener", (channel: string, listener: Listener) => unknown>;

  /** A value as it arrives on the other side of the bridge: functions wrapped, errors bare, all else copied. */
  const cross = (value: unknown): unknown => {
    if (typeof value === "function") {
      return (...args: unknown[]) => {
        try {
          return cross(Reflect.apply(value, undefined, args.map(cross)));
        } catch (error) {
          throw cross(error);
        }
      };
    }
    if (value instanceof Promise) return value.then(cross, (error: unknown) => Promise.reject(cross(error)));
    if (value instanceof Error) return new Error(value.message);
    if (Array.isArray(value)) return value.map(cross);
    if (value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cross(inner)]));
    }
    return structuredClone(value);
  };
  const freeze = (value: unknown): void => {
    if (value === null || (typeof value !== "object" && typeof value !== "function")) return;
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  };
  const contextBridge: Pick<Electron.ContextBridge, "exposeInMainWorld"> = {
    exposeInMainWorld(key, api) {
      const value = cross(api);
      freeze(value);
      Object.defineProperty(window, key, { value, enumerable: true, writable: false, configurable: false });
    },
  };

  // A page of plain Chromium cannot tell where a file lies: the spec that drops files leaves their paths by name.
  const webUtils: Pick<Electron.WebUtils, "getPathForFile"> = {
    getPathForFile: (file) => Reflect.get(window, "droppedPaths")?.[file.name] ?? "",
  };

  window.close = () => void host({ type: "close" });
  window.open = (url) => {
    void host({ type: "open-window", url: new URL(url ?? "about:blank", location.href).href });
    return null;
  };
  void receive();
  return (name) => {
    if (name === "electron") return { contextBridge, ipcRenderer, webUtils };
    throw new Error(`module not found: ${name}`);
  };
}
