/**
 * Opens an address in the user's browser or mail program, after showing where it leads and being told to. Nothing else in
 * Attaché hands anything to another program but documents that it wrote itself (`ProjectWindow.openWritten`).
 */
import { type BrowserWindow, dialog, shell } from "electron";
import { AttacheError } from "../ipc/errors.ts";
import { type ExternalAddress, externalAddress } from "./external-address.ts";

/** Windows that ask already: a page must not pile questions on its user. */
const asking = new WeakSet<BrowserWindow>();

/** Whether it was opened. Throws `bad-arguments` for what is not opened, `not-found` where the system could not. */
export async function openExternal(window: BrowserWindow, text: string): Promise<boolean> {
  const address = externalAddress(text);
  if (asking.has(window)) return false;
  asking.add(window);
  try {
    if (!(await askWhetherToOpen(window, address))) return false;
  } finally {
    asking.delete(window);
  }
  try {
    await shell.openExternal(address.url);
  } catch {
    throw new AttacheError(
      "not-found",
      `The system could not open the link to ${address.leadsTo}. Copy its address into your ${address.opens === "mail" ? "mail program" : "browser"}.`,
    );
  }
  return true;
}

async function askWhetherToOpen(window: BrowserWindow, address: ExternalAddress): Promise<boolean> {
  const isMail = address.opens === "mail";
  const { response } = await dialog.showMessageBox(window, {
    type: "question",
    title: "Open a link",
    message: isMail ? `Write a mail to ${address.leadsTo}?` : `Open ${address.leadsTo} in your browser?`,
    detail: [
      address.shown,
      address.isDisguisable &&
        "Part of this name is written in letters that can look like others. It is shown as the network knows it (xn--…).",
      "Attaché itself stays offline.",
    ]
      .filter((line) => line !== false)
      .join("\n\n"),
    buttons: [isMail ? "Open in mail program" : "Open in browser", "Cancel"],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
