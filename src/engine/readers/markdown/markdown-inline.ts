/**
 * The text of a paragraph, heading or cell of Markdown, without its marks, as one line with spans. Knows no blocks.
 */
import type { Nodes, PhrasingContent } from "mdast";
import type { Emphasis } from "../../../core/source/span.ts";
import { InlineLine, type SpannedText } from "../html/inline-line.ts";
import { absoluteAddress } from "../html/link-address.ts";
import type { Mark } from "../mark-stretches.ts";

/** What inline text needs to know of the whole. */
export interface MarkdownReferences {
  /** The address that a label stands for, or null where it is none to be kept. */
  linkUrl(identifier: string): string | null;
  /** What the mark of a note shows; counts the note as referred to. */
  noteMark(identifier: string): string;
}

const EMPHASES: Partial<Record<Nodes["type"], Emphasis>> = {
  strong: "strong",
  emphasis: "emphasis",
  delete: "strike",
};

/** Tags of HTML that people use in Markdown for what it has no marks for. */
const TAGS: Readonly<Record<string, Emphasis>> = {
  b: "strong",
  strong: "strong",
  i: "emphasis",
  em: "emphasis",
  u: "underline",
  ins: "underline",
  s: "strike",
  del: "strike",
  strike: "strike",
  sup: "superscript",
  sub: "subscript",
  code: "code",
  kbd: "code",
};
const TAG = /^<(\/?)([a-z][a-z0-9]*)[\s/>]/iu;
/** Elements whose content is no text, and which may hold what looks like it. */
const UNREAD = new Set(["script", "style"]);

function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  const isSame = (other: Mark): boolean =>
    mark.kind === "emphasis" ? other.kind === "emphasis" && other.emphasis === mark.emphasis : other.kind === mark.kind;
  return [...marks.filter((other) => !isSame(other)), mark];
}

class InlineWriter {
  private readonly line = new InlineLine();
  /** Tags that are open, outermost first. */
  private readonly tags: string[] = [];
  private readonly references: MarkdownReferences;

  constructor(references: MarkdownReferences) {
    this.references = references;
  }

  writeAll(nodes: readonly PhrasingContent[], marks: readonly Mark[]): void {
    for (const node of nodes) this.write(node, marks);
  }

  take(): SpannedText | null {
    return this.line.take();
  }

  private add(text: string, marks: readonly Mark[], keepsSpaces = false): void {
    if (this.tags.some((tag) => UNREAD.has(tag))) return;
    const emphases = this.tags.flatMap((tag) => TAGS[tag] ?? []);
    const all = emphases.reduce((sum, emphasis) => withMark(sum, { kind: "emphasis", emphasis }), marks);
    this.line.add(text, all, keepsSpaces);
  }

  private write(node: PhrasingContent, marks: readonly Mark[]): void {
    switch (node.type) {
      case "text":
        this.add(node.value, marks);
        return;
      case "break":
        this.line.addSpace(marks);
        return;
      case "inlineCode":
        this.add(
          node.value.replace(/\r\n|[\r\n]/gu, " "),
          withMark(marks, { kind: "emphasis", emphasis: "code" }),
          true,
        );
        return;
      case "html":
        this.writeTag(node.value, marks);
        return;
      case "image":
      case "imageReference":
        this.add(node.alt ?? "", marks);
        return;
      case "link":
        this.writeAll(node.children, this.linked(marks, absoluteAddress(node.url, undefined)));
        return;
      case "linkReference":
        this.writeAll(node.children, this.linked(marks, this.references.linkUrl(node.identifier)));
        return;
      case "footnoteReference":
        this.add(
          this.references.noteMark(node.identifier),
          withMark(marks, { kind: "note-mark", note: node.identifier }),
        );
        return;
      default: {
        const emphasis = EMPHASES[node.type];
        this.writeAll(node.children, emphasis ? withMark(marks, { kind: "emphasis", emphasis }) : marks);
        return;
      }
    }
  }

  private linked(marks: readonly Mark[], url: string | null): readonly Mark[] {
    return url === null ? marks : withMark(marks, { kind: "link", url });
  }

  private writeTag(html: string, marks: readonly Mark[]): void {
    const [, slash, written = ""] = TAG.exec(html) ?? [];
    const tag = written.toLowerCase();
    if (tag === "br") this.line.addSpace(marks);
    if (TAGS[tag] === undefined && !UNREAD.has(tag)) return;
    const open = this.tags.lastIndexOf(tag);
    if (slash === "/" && open >= 0) this.tags.splice(open, 1);
    // More than these within each other mean nothing.
    else if (slash === "" && !html.endsWith("/>") && this.tags.length < 10) this.tags.push(tag);
  }
}

/** One line of text without marks and the spans in it, or null where there is no text. */
export function inlineText(nodes: readonly PhrasingContent[], references: MarkdownReferences): SpannedText | null {
  const writer = new InlineWriter(references);
  writer.writeAll(nodes, []);
  return writer.take();
}
