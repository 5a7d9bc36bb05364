/**
 * Links in the text of the brief: which one the selection is in, and how one is made, changed and taken away. A link is
 * never followed by the page: its address goes to main, which shows it before it is opened.
 */
import { $createLinkNode, $isLinkNode, $toggleLink, type LinkNode } from "@lexical/link";
import { $findMatchingParent } from "@lexical/utils";
import { $createTextNode, $getSelection, $isRangeSelection, createCommand, type LexicalCommand } from "lexical";
import { linkAddressSchema } from "../../core/brief/document.ts";

/** Asks for the field in which the address of the selection is typed. */
export const EDIT_LINK_COMMAND: LexicalCommand<void> = createCommand("EDIT_LINK_COMMAND");

/** A host with a dot in it, and what may follow it. */
const HOST = /^[^\s/?#@:]+\.[^\s/?#@:.]+(?::\d+)?(?:[/?#]\S*)?$/u;
const MAIL = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/u;

/** The address that was meant by what was typed, or null: "example.org" is on the web, "desk@example.org" is mail. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  const full = MAIL.test(text) ? `mailto:${text}` : HOST.test(text) ? `https://${text}` : text;
  return linkAddressSchema.safeParse(full).data ?? null;
}

/** The address of the link that the whole selection is in; null outside of links. */
export function $readAddress(): string | null {
  return $linkAround()?.getURL() ?? null;
}

/** Whether there is anything that can become a link. */
export function $canLink(): boolean {
  return $isRangeSelection($getSelection());
}

/** Lets the selection lead to an address; without one it leads nowhere. Where nothing is selected, the address is written. */
export function $setAddress(address: string | null): void {
  const selection = $getSelection();
  const link = $linkAround();
  if (link && address !== null) link.setURL(address);
  else if (link) {
    for (const child of link.getChildren()) link.insertBefore(child);
    link.remove();
  } else if ($isRangeSelection(selection) && !selection.isCollapsed()) $toggleLink(address, { rel: null });
  else if ($isRangeSelection(selection) && address !== null) {
    const made = $createLinkNode(address).append($createTextNode(address.replace(/^mailto:/iu, "")));
    selection.insertNodes([made]);
    made.selectEnd();
  }
}

function $linkAround(): LinkNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const [anchor, focus] = [selection.anchor, selection.focus].map((point) =>
    $findMatchingParent(point.getNode(), $isLinkNode),
  );
  return $isLinkNode(anchor) && anchor.is(focus) ? anchor : null;
}
