/**
 * `screen`: one display, on which every window lies.
 */
import type * as Electron from "electron";

const workArea: Electron.Rectangle = { x: 0, y: 0, width: 1600, height: 1000 };

export const screen = {
  getDisplayMatching: (_bounds: Electron.Rectangle): Pick<Electron.Display, "workArea" | "scaleFactor"> => ({
    workArea,
    scaleFactor: 1,
  }),
};

// What it answers is less than Electron's whole Display: what it takes must be the same.
true satisfies Parameters<Electron.Screen["getDisplayMatching"]> extends Parameters<typeof screen.getDisplayMatching>
  ? true
  : never;
