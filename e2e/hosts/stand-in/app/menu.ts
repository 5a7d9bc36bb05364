/**
 * `Menu`: the application menu as data. Items are chosen by the test; nothing is drawn and no shortcut is heard.
 */
import type * as Electron from "electron";
import { app } from "./app.ts";
import type { BrowserWindow } from "./browser-window.ts";

type Template = Electron.MenuItemConstructorOptions;

class MenuItem {
  readonly id: string;
  readonly role: Template["role"];
  readonly submenu: Menu | undefined;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: Template["click"];

  constructor(template: Template) {
    this.id = template.id ?? "";
    this.role = template.role;
    this.label = template.label ?? template.role ?? "";
    this.enabled = template.enabled ?? true;
    this.visible = template.visible ?? true;
    this.checked = template.checked ?? false;
    this.submenu = Array.isArray(template.submenu) ? Menu.buildFromTemplate(template.submenu) : undefined;
    this.#click = template.click;
  }

  choose(window: BrowserWindow | null): void {
    if (this.role === "quit") app.quit();
    else if (this.role === "close") window?.close();
    else if (this.role) throw new Error(`The stand-in has no menu role "${this.role}".`);
    // The casts: our item and window are what the app uses of Electron's.
    const item = this as unknown as Electron.MenuItem;
    this.#click?.(item, (window ?? undefined) as unknown as Electron.BaseWindow | undefined, {});
  }
}

export class Menu {
  static #applicationMenu: Menu | null = null;
  readonly items: readonly MenuItem[];

  static buildFromTemplate(template: readonly Template[]): Menu {
    return new Menu(template.map((item) => new MenuItem(item)));
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#applicationMenu;
  }

  constructor(items: readonly MenuItem[]) {
    this.items = items;
  }

  /** Looks in submenus too. */
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}
