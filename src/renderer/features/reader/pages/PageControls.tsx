/** Which page is shown and how large: the right half of the bar above the pages. */
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { PageFrame } from "../../../../core/source/page.ts";

interface PageControlsProps {
  readonly pages: readonly PageFrame[];
  /** The page at the top of the view, from 1. */
  readonly current: number;
  readonly zoom: number;
  readonly fits: boolean;
  readonly onGo: (page: number) => void;
  readonly onZoom: (how: "in" | "out" | "real-size" | "fit-width") => void;
}

export function PageControls({ pages, current, zoom, fits, onGo, onZoom }: PageControlsProps) {
  const label = pages[current - 1]?.label ?? null;
  const total = pages.length === 1 ? "of 1" : `of ${pages.length}`;
  return (
    <div className="page-controls">
      <PageField pages={pages} current={current} onGo={onGo} />
      <span className="page-total">{label === null ? total : `(${current} ${total})`}</span>
      <span className="page-zoom">
        <button
          type="button"
          className="button"
          data-quiet=""
          aria-label="Smaller"
          aria-keyshortcuts="Control+Minus"
          title="Smaller (Ctrl+−)"
          onClick={() => onZoom("out")}
        >
          −
        </button>
        <button
          type="button"
          className="button page-zoom-share"
          data-quiet=""
          aria-label={`${Math.round(zoom * 100)} %, show at real size`}
          title="Show at real size"
          onClick={() => onZoom("real-size")}
        >
          {Math.round(zoom * 100)} %
        </button>
        <button
          type="button"
          className="button"
          data-quiet=""
          aria-label="Larger"
          aria-keyshortcuts="Control+Equal"
          title="Larger (Ctrl+=)"
          onClick={() => onZoom("in")}
        >
          +
        </button>
        <button
          type="button"
          className="button"
          data-quiet=""
          aria-pressed={fits}
          aria-keyshortcuts="Control+0"
          title="As wide as the pane (Ctrl+0)"
          onClick={() => onZoom("fit-width")}
        >
          Fit width
        </button>
      </span>
    </div>
  );
}

/** A page by its own name ("iv", "A-3") or by its number. */
function PageField({ pages, current, onGo }: Pick<PageControlsProps, "pages" | "current" | "onGo">) {
  const shown = pages[current - 1]?.label ?? String(current);
  const [typed, setTyped] = useState(shown);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(shown), [shown]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const page = pageOf(typed, pages);
    if (page === null) setTyped(shown);
    else onGo(page);
    field.current?.select();
  };
  return (
    <form onSubmit={submit}>
      <label>
        Page{" "}
        <input
          ref={field}
          className="field page-field"
          value={typed}
          size={4}
          onChange={(event) => setTyped(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={() => setTyped(shown)}
        />
      </label>
    </form>
  );
}

function pageOf(typed: string, pages: readonly PageFrame[]): number | null {
  const wanted = typed.trim().toLowerCase();
  const named = pages.find(({ label }) => label?.toLowerCase() === wanted);
  if (named) return named.number;
  const number = /^\d{1,7}$/u.test(wanted) ? Number(wanted) : 0;
  return number >= 1 ? Math.min(number, pages.length) : null;
}
