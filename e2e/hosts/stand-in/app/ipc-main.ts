/**
 * `ipcMain`: answers what a page's preload script invokes. Errors reach the page as text, as Electron has it.
 */
import type * as Electron from "electron";
import type { HostMessage, PageMessage } from "../wire.ts";
import { pages, tell } from "./link.ts";
import type { WebContents } from "./web-contents.ts";

type Handler = Parameters<Electron.IpcMain["handle"]>[1];

const handlers = new Map<string, Handler>();

export const ipcMain = {
  handle: (channel, listener) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, listener);
  },
  removeHandler: (channel) => void handlers.delete(channel),
} satisfies Pick<Electron.IpcMain, "handle" | "removeHandler">;

async function answer(
  sender: WebContents,
  frameUrl: string,
  call: PageMessage & { type: "invoke" },
): Promise<HostMessage> {
  const { callId, channel, args } = call;
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    // Only a window's main frame has the preload script. The cast: handlers of ours look at no more than this.
    const senderFrame = { url: frameUrl, parent: null };
    const event = { sender, senderFrame, type: "frame" } as unknown as Electron.IpcMainInvokeEvent;
    return { type: "result", callId, value: structuredClone(await handler(event, ...args)) };
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    return { type: "error", callId, error: `Error invoking remote method '${channel}': ${error}` };
  }
}

export async function takeInvoke(
  sender: WebContents,
  frameUrl: string,
  call: PageMessage & { type: "invoke" },
): Promise<void> {
  const message = await answer(sender, frameUrl, call);
  if (!sender.isDestroyed()) tell(pages.deliver({ windowId: sender.id, message }));
}
