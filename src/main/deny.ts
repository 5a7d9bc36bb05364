/**
 * What a window may not do: reach the network, navigate, open windows, ask for permissions, download, embed.
 * Follows https://www.electronjs.org/docs/latest/tutorial/security. Must not make exceptions.
 */
import { app, session } from "electron";
import { APP_ORIGIN } from "./app-protocol.ts";

/** True for the one page that Attaché shows. */
export function isAppUrl(url: string): boolean {
  return url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);
}

export function denyByDefault(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest((details, callback) => {
    const allowed = isAppUrl(details.url) || details.url.startsWith("devtools://");
    callback({ cancel: !allowed });
  });
  defaultSession.on("will-download", (event) => event.preventDefault());

  app.on("web-contents-created", (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-frame-navigate", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
  });
}
