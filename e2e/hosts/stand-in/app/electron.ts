/**
 * The module `electron` of the stand-in: what src/main imports of it, and no more.
 */
import { app } from "./app.ts";
import { answerTests } from "./control.ts";
import { setup } from "./link.ts";

// What Electron adds to `process`; Node's types do not know the two versions.
Object.defineProperties(process.versions, {
  electron: { value: setup.electronVersion, enumerable: true },
  chrome: { value: setup.chromiumVersion, enumerable: true },
});
Object.defineProperty(process, "type", { value: "browser" });
process.argv[1] = setup.appFolder;

answerTests();
app.start();

export { app } from "./app.ts";
export { BrowserWindow } from "./browser-window.ts";
export { dialog } from "./dialog.ts";
export { ipcMain } from "./ipc-main.ts";
export { Menu } from "./menu.ts";
export { nativeTheme } from "./native-theme.ts";
export { screen } from "./screen.ts";
export { protocol, session } from "./session.ts";
export { shell } from "./shell.ts";
export { utilityProcess } from "./utility-process.ts";
