/**
 * What an end-to-end spec sees of the app, whichever host runs it: real Electron, the stand-in, or the app as it is
 * installed.
 * Specs use this and Playwright's Page; nothing in a spec may depend on which host it got.
 */
import type { ElectronApplication, Page } from "@playwright/test";

export type HostName = "electron" | "stand-in" | "packaged";

export interface LaunchOptions {
  /** The app's `userData` folder. The same folder again is the same user coming back. */
  readonly userDataFolder: string;
  /** Further arguments of the command line, such as a file to open. */
  readonly args?: readonly string[];
  /** The folder whose package.json names the built app; this repository where left out. A package takes none. */
  readonly appFolder?: string;
}

export interface Host {
  readonly name: HostName;
  launch(options: LaunchOptions): Promise<RunningApp>;
  /** What all processes asked of the system's network so far, where the host was started to watch it. */
  networkCalls(): string[];
  /** Ends what the host itself started: a browser, an X display. */
  close(): Promise<void>;
}

/** A dialog that the app showed, in the order shown. `options` are those of Electron's call. */
export interface ShownDialog {
  readonly kind: "open" | "save" | "message" | "error";
  readonly options: Readonly<Record<string, unknown>>;
}

export interface MenuState {
  readonly enabled: boolean;
  readonly label: string;
}

export interface RunningApp {
  readonly hostName: HostName;
  /** Main itself, for what only real Electron can prove; null on the stand-in. */
  readonly electron: ElectronApplication | null;
  /** The first window, once it has loaded. Fails with the log of main where the app ended instead. */
  firstWindow(): Promise<Page>;
  /** The open windows, oldest first. A window is listed before it has loaded. */
  windows(): Page[];

  /** Queues the answer to the next open dialog; null cancels it. A dialog without an answer waiting is cancelled. */
  answerOpenDialog(paths: readonly string[] | null): Promise<void>;
  answerSaveDialog(path: string | null): Promise<void>;
  /** Queues the index of the button that the next message box is answered with. */
  answerMessageBox(buttonIndex: number): Promise<void>;
  /** Every dialog so far, answered or not. */
  shownDialogs(): Promise<ShownDialog[]>;
  /** Paths given to `shell.showItemInFolder` and `shell.openPath` so far. */
  shownItems(): Promise<string[]>;
  /** Addresses given to `shell.openExternal` so far. Nothing is opened. */
  openedAddresses(): Promise<string[]>;

  /** Chooses a menu item as the user would, in `window` or else the first window. Fails where it is missing or disabled. */
  clickMenu(id: string, window?: Page): Promise<void>;
  menuState(id: string): Promise<MenuState | null>;

  /** Presses the X of a window and waits until it is gone, and the app with it where it was the last one. */
  closeWindow(window?: Page): Promise<void>;
  /** Presses the X and waits for nothing: for a window that may stay. */
  pressClose(window?: Page): Promise<void>;
  /** Starts the app once more on the same folder, as a double click on a file does, and waits until that process is gone. */
  startAgain(args: readonly string[]): Promise<void>;
  /** Names a file to the running app as macOS does, where Windows and Linux start the app again. */
  openFromFinder(path: string): Promise<void>;
  /** Quits as the menu would and waits until the process is gone. */
  quit(): Promise<void>;
  /** Ends the app without warning, as a power cut would, and waits until the process is gone. */
  kill(): Promise<void>;
  /** Resolves with the exit code when the process is gone (null where it was killed). */
  waitForExit(): Promise<number | null>;
  /** Kills every utility process without warning; answers how many there were. */
  killEngine(): Promise<number>;

  /** Stops every utility process where it stands, as one that waits for its disk; or lets it go on. */
  pauseEngine(paused: boolean): Promise<void>;
  /** Ends the page of a window without warning, with all that it held. Resolves when the app has been told. */
  crashPage(window?: Page): Promise<void>;
  /** Tells main that the page of the first window hangs, which Electron does not while a debugger looks on, as a test does. */
  noticeHanging(): Promise<void>;
  /** Runs an expression in the page of the first window, also where it crashed and was loaded again. */
  readPage(expression: string): Promise<unknown>;

  /** What the main process and its utility processes printed so far. */
  mainLog(): string;
  /** Addresses outside the app from which its windows tried to load something, stopped or not. Navigations are not here. */
  outsideRequests(): string[];
}

/** The longest that a window or the process may take to go away, in milliseconds. */
export const CLOSING_TIMEOUT_MS = 15_000;

/** Settles with `promise`, or fails with `message()` after `timeoutMs`. */
export async function within<T>(timeoutMs: number, promise: Promise<T>, message: () => string): Promise<T> {
  const { promise: expired, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(message())), timeoutMs);
  try {
    return await Promise.race([promise, expired]);
  } finally {
    clearTimeout(timer);
  }
}
