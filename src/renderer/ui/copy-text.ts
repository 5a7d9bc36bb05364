/** Copies text to the clipboard by the browser's own command: the asynchronous clipboard asks for a permission, and none is given. */

/** True where the text is on the clipboard. Must be called while a key or a press is being handled. */
export function copyText(text: string): boolean {
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("copy", give, { once: true, capture: true });
  const copied = document.execCommand("copy");
  document.removeEventListener("copy", give, { capture: true });
  return copied;
}
