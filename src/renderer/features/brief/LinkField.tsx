/** The small field by the selection in which the address of a link is typed, changed or taken away. */
import { COMMAND_PRIORITY_LOW, type LexicalEditor } from "lexical";
import { type FormEvent, type RefObject, useEffect, useId, useState } from "react";
import { $readAddress, $setAddress, addressOf, EDIT_LINK_COMMAND } from "../../editor/edit-link.ts";
import { useWorkspace } from "../../state/workspace.ts";

interface Asked {
  /** The address there is; null where there is none yet. */
  readonly address: string | null;
  readonly left: number;
  readonly top: number;
}

const WIDTH_PX = 340;
const GAP_PX = 6;
/** Shows what is selected while the field has the focus; see brief.css. */
const HIGHLIGHT = "link-selection";

export function LinkField({ editor, paper }: { editor: LexicalEditor; paper: RefObject<HTMLElement | null> }) {
  const { actions } = useWorkspace();
  const [asked, setAsked] = useState<Asked | null>(null);

  useEffect(() => {
    const open = () => {
      if (!paper.current) return false;
      // The key may come while something else has the focus: the field belongs to where one writes.
      editor.focus();
      setAsked({ address: editor.read($readAddress), ...placeIn(paper.current) });
      return true;
    };
    const stop = editor.registerCommand(EDIT_LINK_COMMAND, open, COMMAND_PRIORITY_LOW);
    const root = editor.getRootElement();
    const press = (event: MouseEvent) => {
      const address = pressedLink(event);
      if (address !== null && (event.ctrlKey || event.metaKey)) void actions.openExternal(address);
    };
    root?.addEventListener("click", press);
    root?.addEventListener("auxclick", pressedLink);
    return () => {
      stop();
      root?.removeEventListener("click", press);
      root?.removeEventListener("auxclick", pressedLink);
    };
  }, [editor, paper, actions]);

  if (!asked) return null;
  const putAway = () => {
    CSS.highlights.delete(HIGHLIGHT);
    setAsked(null);
  };
  const close = () => {
    putAway();
    editor.focus();
  };
  const set = (address: string | null) => {
    editor.update(() => $setAddress(address), { discrete: true, tag: "history-push" });
    close();
  };
  const follow = (address: string) => {
    close();
    void actions.openExternal(address);
  };
  return <Field asked={asked} onSet={set} onFollow={follow} onClose={close} onLeave={putAway} />;
}

interface FieldProps {
  readonly asked: Asked;
  readonly onSet: (address: string | null) => void;
  readonly onFollow: (address: string) => void;
  readonly onClose: () => void;
  /** The focus went elsewhere, and stays there. */
  readonly onLeave: () => void;
}

function Field({ asked, onSet, onFollow, onClose, onLeave }: FieldProps) {
  const { address, left, top } = asked;
  const [typed, setTyped] = useState(address ?? "");
  const [refused, setRefused] = useState(false);
  const problemId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const meant = addressOf(typed);
    if (meant !== null) onSet(meant);
    else if (typed.trim() === "" && address !== null) onSet(null);
    else setRefused(true);
  };
  return (
    <div
      className="link-field"
      role="dialog"
      aria-label="Link"
      style={{ left, top, width: WIDTH_PX }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) onLeave();
      }}
    >
      <form onSubmit={submit}>
        <label>
          Address
          <input
            ref={(input) => input?.focus()}
            type="text"
            inputMode="url"
            placeholder="https://"
            spellCheck={false}
            value={typed}
            aria-invalid={refused}
            aria-describedby={refused ? problemId : undefined}
            onChange={(event) => {
              setTyped(event.target.value);
              setRefused(false);
            }}
          />
        </label>
        {address !== null && (
          <button
            type="button"
            className="link link-open"
            title="Shows where it leads first (Alt+Enter in the link)"
            onClick={() => onFollow(address)}
          >
            Open link…
          </button>
        )}
        <div className="link-actions">
          <button type="submit" className="button" data-primary="">
            {address === null ? "Insert link" : "Change link"}
          </button>
          {address !== null && (
            <button type="button" className="button" onClick={() => onSet(null)}>
              Remove link
            </button>
          )}
          <button type="button" className="button" data-quiet="" onClick={onClose}>
            Cancel
          </button>
        </div>
        <p id={problemId} className="link-problem" role="alert">
          {refused && "Give a web address (https:// or http://) or a mail address."}
        </p>
      </form>
    </div>
  );
}

/** A press on a link puts the caret there; the page itself follows none. Answers the address of what was pressed. */
function pressedLink(event: Event): string | null {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link) event.preventDefault();
  return link?.getAttribute("href") ?? null;
}

function placeIn(paper: HTMLElement): { left: number; top: number } {
  const ground = paper.getBoundingClientRect();
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  if (range) CSS.highlights.set(HIGHLIGHT, new Highlight(range.cloneRange()));
  const own = range?.getBoundingClientRect();
  const node = selection?.focusNode;
  const around = node instanceof Element ? node : node?.parentElement;
  const rect = own && own.height > 0 ? own : around?.getBoundingClientRect();
  if (!rect) return { left: 8, top: 8 };
  const left = Math.max(8, Math.min(rect.left - ground.left, ground.width - WIDTH_PX - 8));
  return { left, top: rect.bottom - ground.top + GAP_PX };
}
