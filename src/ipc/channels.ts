/** Channels of Electron's IPC, on their own so that preload takes them without the schemas. */
export const APP_CHANNEL = "attache:app";
export const ENGINE_CHANNEL = "attache:engine";
export const EVENT_CHANNEL = "attache:event";
