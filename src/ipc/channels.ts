/** Channels of Electron's IPC, on their own so that preload takes them without the schemas. */
export const APP_CHANNEL = "attache:app";
export const ENGINE_CHANNEL = "attache:engine";
/** Paths of dropped files, from preload alone: the page has no way to send on it. */
export const DROP_CHANNEL = "attache:drop";
export const EVENT_CHANNEL = "attache:event";
