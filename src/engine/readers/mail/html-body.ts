/**
 * The body of a mail that is HTML, with what mail programs mark in it as quoted. Reading HTML is for the html folder.
 */
import type { Block } from "../../../core/source/block.ts";
import type { HtmlDocument, HtmlElement, HtmlNode } from "../html/html-node.ts";
import { blocksOfHtml } from "../html/html-to-blocks.ts";
import { parseHtml } from "../html/parse-html.ts";

/** Elements that hold nothing but what is quoted. */
const QUOTES = [
  "blockquote[type=cite]",
  ".gmail_quote",
  ".gmail_extra > .gmail_quote",
  ".moz-cite-prefix",
  ".moz-forward-container",
  ".yahoo_quoted",
  ".protonmail_quote",
  ".tutanota_quote",
  ".ntes_replyhead",
  "#isReplyContent",
  "#mail-editor-reference-message-container",
  "#ydp-yahoo-quoted",
].join(",");
/** Elements behind which all is quoted. */
const STARTS = "#divRplyFwdMsg, #appendonsend, .OutlookMessageHeader, #stopSpelling";

const MAX_QUOTES = 2_000;
const QUOTE_START = "\ue0f2";
const QUOTE_END = "\ue0f3";
const REST = "\ue0f4";

/** What the parsed document can do beyond what readers need elsewhere: it is linkedom's, as parse-html.ts builds it. */
interface MarkableElement extends HtmlElement {
  readonly nextSibling: HtmlNode | null;
  insertBefore(child: HtmlNode, before: HtmlNode | null): HtmlNode;
}
interface MarkableDocument extends HtmlDocument {
  createElement(name: string): MarkableElement;
  createTextNode(text: string): HtmlNode;
}

/** Puts a paragraph with a sign before and behind what is quoted. */
function placeSigns(document: HtmlDocument): void {
  // The interfaces of the html folder name less than the object has.
  const markable = document as MarkableDocument;
  const place = (sign: string, parent: HtmlNode | null, before: HtmlNode | null): void => {
    const paragraph = markable.createElement("p");
    paragraph.insertBefore(markable.createTextNode(sign), null);
    (parent as MarkableElement | null)?.insertBefore(paragraph, before);
  };
  for (const element of Array.from(document.querySelectorAll(QUOTES)).slice(0, MAX_QUOTES)) {
    place(QUOTE_START, element.parentNode, element);
    place(QUOTE_END, element.parentNode, (element as MarkableElement).nextSibling);
  }
  const start = document.querySelector(STARTS);
  if (start) place(REST, start.parentNode, start);
}

const SIGNS = /[\ue0f2-\ue0f4]/u;

/** Takes the signs out again; null where one stands within the text of a block, where it must not be. */
function readSigns(blocks: readonly Block[]): Block[] | null {
  const read: Block[] = [];
  let depth = 0;
  let isRest = false;
  for (const block of blocks) {
    if (block.text === QUOTE_START) depth += 1;
    else if (block.text === QUOTE_END) depth -= 1;
    else if (block.text === REST) isRest = true;
    else if (SIGNS.test(block.text)) return null;
    else read.push(depth > 0 || isRest ? { ...block, isQuotedHistory: true } : block);
  }
  return read;
}

/** Blocks of the HTML, those that it marks as quoted marked as history. `firstTable` numbers its tables. */
export function blocksOfHtmlBody(html: string, fileName: string, firstTable: number): Block[] {
  const clean = html.replace(/[\ue0f2-\ue0f4]/gu, "\ufffd");
  const document = parseHtml(clean, fileName);
  placeSigns(document);
  const marked = readSigns(blocksOfHtml(document.body, { firstTable }));
  return marked ?? blocksOfHtml(parseHtml(clean, fileName).body, { firstTable });
}
