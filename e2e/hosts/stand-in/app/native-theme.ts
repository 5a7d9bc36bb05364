/**
 * `nativeTheme`: always light. The page's own colour scheme is the test's to set, with Playwright.
 */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";

class NativeTheme extends EventEmitter {
  readonly shouldUseDarkColors = false;
  themeSource: Electron.NativeTheme["themeSource"] = "system";
}

export const nativeTheme = new NativeTheme() satisfies Pick<
  Electron.NativeTheme,
  "shouldUseDarkColors" | "themeSource"
>;
