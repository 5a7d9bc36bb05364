/** The pages of a source, once the part of the program that draws them is there: most sources never need it. */
import { useEffect, useState } from "react";
import type { PagesProps } from "./pages/Pages.tsx";

type PagesModule = typeof import("./pages/Pages.tsx");

let loaded: PagesModule | null = null;

async function loadPages(): Promise<PagesModule> {
  loaded ??= await import("./pages/Pages.tsx");
  return loaded;
}

/** Loads it ahead, when the window has nothing else to do. Returns the function that calls that off. */
export function preparePages(): () => void {
  const idle = requestIdleCallback(() => void loadPages().then((module) => module.prepareWorkers()));
  return () => cancelIdleCallback(idle);
}

export function LazyPages(props: PagesProps) {
  const [module, setModule] = useState(loaded);
  useEffect(() => {
    if (!module) void loadPages().then(setModule);
  }, [module]);
  return module && <module.Pages {...props} />;
}
