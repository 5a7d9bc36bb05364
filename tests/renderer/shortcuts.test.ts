import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { windowCommandSchema } from "../../src/ipc/events.ts";
import { acceleratorOf, SHORTCUTS, type Shortcut } from "../../src/ipc/shortcuts.ts";
import { commandOfKey } from "../../src/renderer/commands/shortcuts.ts";

const menuSource = readFileSync(join(import.meta.dirname, "../../src/main/menu.ts"), "utf8");

function nameOf({ key, shift = false, alt = false, bare = false }: Shortcut): string {
  return [!bare && "Ctrl", alt && "Alt", shift && "Shift", key].filter(Boolean).join("+");
}

/** As much of an element as a key press is asked about. */
class FakeElement {
  readonly tag: string;
  readonly inDialog: boolean;
  readonly attribute: string;
  constructor(tag: string, inDialog = false, attribute = "") {
    this.tag = tag;
    this.inDialog = inDialog;
    this.attribute = attribute;
  }
  matches(selector: string): boolean {
    return selector.split(", ").includes(this.tag) || selector === this.attribute;
  }
  closest(selector: string): this | null {
    return selector === '[role="dialog"]' && this.inDialog ? this : null;
  }
}

function press({ key, shift = false, alt = false, bare = false }: Shortcut, target: unknown = null, more: object = {}) {
  const event = { key, code: "", ctrlKey: !bare, metaKey: false, shiftKey: shift, altKey: alt, repeat: false, target };
  // Of a KeyboardEvent only these are looked at.
  return commandOfKey({ ...event, getModifierState: () => false, ...more } as unknown as KeyboardEvent);
}

beforeEach(() => void vi.stubGlobal("HTMLElement", FakeElement));
afterEach(() => void vi.unstubAllGlobals());

describe("the keys of the window", () => {
  test("are each one command's", () => {
    const names = SHORTCUTS.map(nameOf);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test("leave those alone with which one writes, selects, copies and closes", () => {
    const taken = ["a", "b", "c", "v", "x", "w", "q"].map((key) => `Ctrl+${key}`);
    expect(SHORTCUTS.map(nameOf).filter((name) => taken.includes(name))).toEqual([]);
  });

  test.each(SHORTCUTS.map((shortcut) => [nameOf(shortcut), shortcut] as const))(
    "%s gives its command",
    (_name, shortcut) => {
      expect(press(shortcut)).toBe(shortcut.command);
      expect(press({ ...shortcut, key: shortcut.key.toUpperCase() })).toBe(shortcut.command);
    },
  );

  test("are nothing without Ctrl, or with one modifier more", () => {
    expect(press({ command: "file.save", key: "s", bare: true })).toBeNull();
    expect(press({ command: "file.save", key: "s", alt: true })).toBeNull();
    expect(press({ command: "help.keyboard", key: "f1" })).toBeNull();
  });

  test("leave a text field its own undo, and nothing else", () => {
    for (const tag of ["input", "textarea"]) {
      const field = new FakeElement(tag);
      expect(press({ command: "edit.undo", key: "z" }, field)).toBeNull();
      expect(press({ command: "edit.redo", key: "y" }, field)).toBeNull();
      expect(press({ command: "edit.redo", key: "z", shift: true }, field)).toBeNull();
      expect(press({ command: "file.save", key: "s" }, field)).toBe("file.save");
      const untouched = new FakeElement(tag, false, '[data-undo="window"]');
      expect(press({ command: "edit.undo", key: "z" }, untouched)).toBe("edit.undo");
    }
  });

  test("do nothing behind an open dialog", () => {
    for (const shortcut of SHORTCUTS) expect(press(shortcut, new FakeElement("button", true))).toBeNull();
  });
});

describe("the menu", () => {
  test("has an item for every command", () => {
    const items = [...menuSource.matchAll(/\bitem\("([^"]+)"/g)].map(([, id]) => id);
    expect([...items].sort()).toEqual([...windowCommandSchema.options].sort());
  });

  test("writes the keys as Electron does", () => {
    expect(acceleratorOf("file.new")).toBe("CmdOrCtrl+N");
    expect(acceleratorOf("file.save-as")).toBe("CmdOrCtrl+Shift+S");
    expect(acceleratorOf("excerpt.insert-citation")).toBe("CmdOrCtrl+Alt+Enter");
    expect(acceleratorOf("view.brief")).toBe("CmdOrCtrl+4");
    expect(acceleratorOf("help.keyboard")).toBe("F1");
    expect(acceleratorOf("help.about")).toBeNull();
  });

  test("names no key of its own", () => {
    expect(menuSource).not.toMatch(/"(CmdOrCtrl|Ctrl|Alt|Shift|F\d)/);
  });

  test("lie where they lie on keyboards that write no Latin letters or digits without Shift", () => {
    expect(press({ command: "file.export.docx", key: "у" }, null, { code: "KeyE" })).toBe("file.export.docx");
    expect(press({ command: "view.sources", key: "&" }, null, { code: "Digit1" })).toBe("view.sources");
    // Where a letter is written, it counts: on a French keyboard Z lies where others have W.
    expect(press({ command: "edit.undo", key: "z" }, null, { code: "KeyW" })).toBe("edit.undo");
  });

  test("ask once while they are held down, and nothing of AltGr", () => {
    expect(press({ command: "file.export.docx", key: "e" }, null, { repeat: true })).toBeNull();
    expect(
      press({ command: "format.heading", key: "2", alt: true }, null, { getModifierState: () => true }),
    ).toBeNull();
  });
});
