/** One excerpt of the report: its old words beside what stands there now, and the ways to settle it. */
import { useId, useRef, useState } from "react";
import type { AnchorState, Excerpt } from "../../../core/excerpt/excerpt.ts";
import type { PassageInContext, Reanchored } from "../../../ipc/replacement.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { PassageBox } from "./PassageBox.tsx";

type Unsure = Exclude<AnchorState, "exact" | "moved">;

const STATE_NAMES: Readonly<Record<Unsure, string>> = { changed: "Changed", ambiguous: "Ambiguous", lost: "Lost" };
const STATE_WORDS: Readonly<Record<Unsure, string>> = {
  changed: "The source now says this differently.",
  ambiguous: "The source says this in several places, and nothing tells which one it was.",
  lost: "These words are no longer in the source.",
};

/** How it was settled, in words, and how that is taken back; null while it is open. */
interface Settled {
  readonly words: string;
  readonly takeBack: () => void;
}

export function ReviewedExcerpt({ line }: { line: Reanchored }) {
  const { actions, store } = useWorkspace();
  const excerpt = useWorkspaceState((state) => state.excerpts.find(({ id }) => id === line.excerptId));
  const numbers = useWorkspaceState((state) =>
    state.citations
      .filter(({ citation }) => citation.excerptIds.includes(line.excerptId))
      .map(({ number }) => number)
      .join(", "),
  );
  const [settled, setSettled] = useState<Settled | null>(null);
  const item = useRef<HTMLLIElement>(null);
  const nameId = useId();
  if (!excerpt || line.state === "exact" || line.state === "moved") return null;

  const settle = (how: Settled | null) => {
    setSettled(how);
    // What was pressed is gone.
    item.current?.focus();
  };
  const use = async (place: PassageInContext) => {
    const takeBack = await actions.placeExcerpt(excerpt, place);
    if (takeBack) settle({ words: `Says now: “${place.words}”`, takeBack });
  };
  const remove = async () => {
    await actions.removeExcerpt(excerpt.id);
    settle({ words: "Deleted.", takeBack: () => void actions.bringBackExcerpt(excerpt.id) });
  };
  const keep = () => settle({ words: "Keeps the old words, which stand in the earlier version.", takeBack: () => {} });
  const show = (where: { readonly sourceId: Excerpt["sourceId"]; readonly place: PassageInContext }) => {
    store.setState({ review: null });
    const { fromUtf16, toUtf16 } = where.place;
    void actions.showPassage(where.sourceId, fromUtf16, toUtf16);
    actions.notify({
      tone: "plain",
      text: "The excerpts wait in the report.",
      actions: [{ label: "Back to the report", run: () => void actions.reviewExcerpt(excerpt) }],
    });
  };
  const showNow = (place: PassageInContext) => show({ sourceId: excerpt.sourceId, place });
  const [first] = line.now;

  return (
    <li ref={item} className="review-item" data-excerpt-id={excerpt.id} tabIndex={-1} aria-labelledby={nameId}>
      <p className="review-head" id={nameId}>
        <span className="review-state" data-state={line.state}>
          {STATE_NAMES[line.state]}
        </span>{" "}
        <span>{STATE_WORDS[line.state]}</span>{" "}
        {numbers !== "" && <span className="review-cited">Cited as {numbers}</span>}
      </p>
      {settled ? (
        <p className="review-settled">
          {settled.words}{" "}
          {numbers !== "" &&
            excerpt.earlier === null &&
            excerpt.removedAt === null &&
            `Cited as ${numbers}: check what the brief quotes.`}{" "}
          <button
            type="button"
            className="link"
            onClick={() => {
              settled.takeBack();
              settle(null);
            }}
          >
            Undo
          </button>
        </p>
      ) : (
        <>
          <div className="review-sides">
            <div>
              <h3>Earlier version, {line.old.locator}</h3>
              <PassageBox passage={line.old} against={first?.words ?? null} side="removed" />
            </div>
            <div>
              {line.state === "changed" && first ? (
                <>
                  <h3>Now, {first.locator}</h3>
                  <PassageBox passage={first} against={line.old.words} side="added" />
                </>
              ) : (
                <Candidates line={line} onUse={use} onShow={showNow} />
              )}
            </div>
          </div>
          <div className="review-actions">
            {line.state === "changed" && first && (
              <>
                <button type="button" className="button" onClick={() => void use(first)}>
                  Use the new words
                </button>
                <button type="button" className="button" onClick={() => showNow(first)}>
                  Show in the source
                </button>
              </>
            )}
            <button type="button" className="button" onClick={keep}>
              Keep the old words
            </button>
            {excerpt.earlier && (
              <button
                type="button"
                className="button"
                onClick={() => excerpt.earlier && show({ sourceId: excerpt.earlier.sourceId, place: line.old })}
              >
                Show in the earlier version
              </button>
            )}
            <span className="spacer" />
            <button type="button" className="button" data-quiet="" data-danger="" onClick={() => void remove()}>
              Delete excerpt
            </button>
          </div>
        </>
      )}
    </li>
  );
}

interface CandidatesProps {
  readonly line: Reanchored;
  readonly onUse: (place: PassageInContext) => Promise<void>;
  readonly onShow: (place: PassageInContext) => void;
}

/** Places that look like the passage, the likeliest first. */
function Candidates({ line, onUse, onShow }: CandidatesProps) {
  if (line.now.length === 0) return <p className="review-none">Nothing in the source looks like it.</p>;
  const only = line.now.length === 1 ? line.now[0] : undefined;
  return (
    <>
      <h3>{only ? `Perhaps here, ${only.locator}` : "Perhaps one of these places"}</h3>
      {line.now.map((place) => (
        <div key={place.fromUtf16} className="review-candidate">
          {!only && <p className="review-place">{place.locator}</p>}
          <PassageBox passage={place} against={line.old.words} side="added" />
          <p className="review-candidate-actions">
            <button type="button" className="button" onClick={() => void onUse(place)}>
              It is this place
            </button>
            <button type="button" className="button" data-quiet="" onClick={() => onShow(place)}>
              Show in the source
            </button>
          </p>
        </div>
      ))}
    </>
  );
}
