/**
 * What a window may not do: reach the network, navigate, open windows, ask for permissions, download, embed.
 * Follows https://www.electronjs.org/docs/latest/tutorial/security. Must not make exceptions.
 */
import { app, type Session, session, type WebContents } from "electron";
import { isAppUrl } from "./app-url.ts";
import { keepOffline } from "./stay-offline.ts";

export function denyByDefault(): void {
  denyInSession(session.defaultSession);
  // There is one session; should there ever be another, it has no more than this one.
  app.on("session-created", denyInSession);
  app.on("web-contents-created", (_event, contents) => denyInContents(contents));
}

function denyInSession(denied: Session): void {
  keepOffline(denied);
  denied.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  denied.setPermissionCheckHandler(() => false);
  denied.setDevicePermissionHandler(() => false);
  denied.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  denied.webRequest.onBeforeRequest(({ url }, callback) => {
    const ofDevTools = !app.isPackaged && url.startsWith("devtools://devtools/bundled/");
    callback({ cancel: !isAppUrl(url) && !ofDevTools });
  });
  denied.on("will-download", (event) => event.preventDefault());
  for (const device of ["select-hid-device", "select-usb-device", "select-serial-port"] as const) {
    // One listener for three events, which Electron types apart: each answers "none".
    denied.on(device as "select-hid-device", (event, _details, callback) => {
      event.preventDefault();
      callback("");
    });
  }
}

function denyInContents(contents: WebContents): void {
  // No policy of a page stops a data channel. This one leaves it nothing to go through but a proxy, of which there is none.
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.on("select-bluetooth-device", (event, _devices, callback) => {
    event.preventDefault();
    callback("");
  });
}
