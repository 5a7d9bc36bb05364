/**
 * Exposes `window.attache`, the whole of what a window can reach outside of itself. Runs sandboxed; holds no logic.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from "electron";
import type { Answer, AttacheBridge } from "../ipc/app-contract.ts";
import { APP_CHANNEL, DROP_CHANNEL, ENGINE_CHANNEL, EVENT_CHANNEL } from "../ipc/channels.ts";
import type { AttacheEvent } from "../ipc/events.ts";

const invoke =
  (channel: string) =>
  (method: string, params: unknown): Promise<Answer> =>
    ipcRenderer.invoke(channel, method, params);

const bridge: AttacheBridge = {
  app: invoke(APP_CHANNEL),
  engine: invoke(ENGINE_CHANNEL),
  // Only a file that the user chose or dropped has a path; one that the page made itself has none.
  handlesOf: (files) =>
    ipcRenderer.invoke(
      DROP_CHANNEL,
      files.flatMap((file) => (file instanceof File ? webUtils.getPathForFile(file) || [] : [])),
    ),
  onEvent(listener) {
    const forward = (_event: IpcRendererEvent, event: AttacheEvent) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, forward);
    };
  },
};

contextBridge.exposeInMainWorld("attache", bridge);
