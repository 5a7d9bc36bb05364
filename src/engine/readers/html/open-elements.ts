/**
 * The elements that are open while a page is parsed, innermost last. Knows which end tag closes what; makes no nodes.
 */
import { BLOCK_ELEMENTS, FORMATTING_ELEMENTS } from "./element-names.ts";
import type { HtmlElement } from "./html-node.ts";

export interface OpenElement {
  readonly name: string;
  readonly node: HtmlElement;
  readonly attributes: readonly [string, string][];
  /** Its end tag came while blocks inside it were still open: it ends with them. */
  isEnding: boolean;
}

/** How far up an end tag looks for its element: pages nest less, and a bomb must not make each tag search far. */
const MAX_SEARCHED = 600;
const CELLS: ReadonlySet<string> = new Set(["td", "th", "caption"]);
/** Formatting that is carried over into the next paragraph; a page has no more kinds of it than this. */
const MAX_CARRIED = 8;

export class OpenElements {
  private readonly stack: OpenElement[] = [];
  /** How many of each name are open, so that most searches need not be made. */
  private readonly counts = new Map<string, number>();
  /** Formatting that was not ended when its paragraph was, and so goes on in the next one. */
  private carried: OpenElement[] = [];

  get depth(): number {
    return this.stack.length;
  }

  get current(): OpenElement | undefined {
    return this.stack.at(-1);
  }

  at(depth: number): OpenElement | undefined {
    return this.stack[depth];
  }

  push(element: OpenElement): void {
    if (CELLS.has(element.name)) this.carried = [];
    this.stack.push(element);
    this.count(element, 1);
  }

  private count({ name }: OpenElement, change: number): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + change);
  }

  private isAnyOpen(names: ReadonlySet<string>): boolean {
    for (const name of names) if ((this.counts.get(name) ?? 0) > 0) return true;
    return false;
  }

  /** Formatting to open again before the next text, outermost first. */
  takeCarried(): OpenElement[] {
    if (this.carried.length === 0) return this.carried;
    const taken = this.carried;
    this.carried = [];
    return taken;
  }

  /** The innermost open element of these names, not looking beyond a barrier; -1 where there is none. */
  find(targets: ReadonlySet<string>, barriers: ReadonlySet<string>): number {
    if (!this.isAnyOpen(targets)) return -1;
    const lowest = Math.max(1, this.stack.length - MAX_SEARCHED);
    for (let index = this.stack.length - 1; index >= lowest; index -= 1) {
      const name = this.stack[index]?.name ?? "";
      if (targets.has(name)) return index;
      if (barriers.has(name)) return -1;
    }
    return -1;
  }

  /** Closes the element at an index and all inside it. */
  closeFrom(index: number): void {
    const closed = this.stack.splice(index);
    const [target, ...inner] = closed;
    if (!target) return;
    for (const element of closed) this.count(element, -1);
    if (CELLS.has(target.name) || target.name === "table") this.carried = [];
    else for (const element of inner) this.carry(element);
    for (let last = this.current; last?.isEnding; last = this.current) {
      this.stack.pop();
      this.count(last, -1);
    }
  }

  private carry(element: OpenElement): void {
    if (!FORMATTING_ELEMENTS.has(element.name) || element.isEnding) return;
    const isKnown = this.carried.some(({ name }) => name === element.name);
    if (!isKnown && this.carried.length < MAX_CARRIED) this.carried.push(element);
  }

  /** Closes the innermost of these elements and all inside it. False where none is open within the barriers. */
  close(targets: ReadonlySet<string>, barriers: ReadonlySet<string>): boolean {
    const index = this.find(targets, barriers);
    if (index < 0) return false;
    this.closeFrom(index);
    return true;
  }

  /** The end tag of formatting, which may come before those of blocks that were opened inside it. */
  closeFormatting(name: string): void {
    const index = this.find(new Set([name]), CELLS);
    if (index < 0) {
      this.carried = this.carried.filter((element) => element.name !== name);
      return;
    }
    const isAroundBlock = this.stack.slice(index + 1).some((element) => BLOCK_ELEMENTS.has(element.name));
    const element = this.stack[index];
    if (isAroundBlock && element) element.isEnding = true;
    else this.closeFrom(index);
  }
}
