/** The style of citations, and where those of a note style stand. */
import { useId } from "react";
import type { CitationStyle } from "../../../core/export/export-options.ts";
import { wordStyleOf } from "../../../core/export/word-styles.ts";
import type { ExportChoices } from "./use-export-setup.ts";

export function CitationChoice({ choices: { setup, choose, add, remove } }: { choices: ExportChoices }) {
  const styleId = useId();
  const styles = setup?.citationStyles ?? [];
  const style = styles.find(({ id }) => id === setup?.options.citationStyleId);
  const chooseStyle = (id: string) => {
    const chosen = styles.find((candidate) => candidate.id === id);
    if (chosen) choose({ citationStyleId: chosen.id });
  };
  return (
    <fieldset className="export-group">
      <legend>Citations</legend>
      <div className="export-row">
        <label htmlFor={styleId}>Style</label>
        <select
          id={styleId}
          className="field"
          value={style?.id ?? ""}
          disabled={!setup}
          onChange={(event) => chooseStyle(event.target.value)}
        >
          {styles.map(({ id, name, kind }) => (
            <option key={id} value={id}>
              {name} ({kind === "note" ? "notes" : "in the text"})
            </option>
          ))}
        </select>
        <button type="button" className="button" onClick={() => add("citation-style")}>
          Add a style…
        </button>
      </div>
      {style?.fileId && (
        <button type="button" className="link" onClick={() => style.fileId && remove(style.fileId, style.name)}>
          Remove this style
        </button>
      )}
      {style && <Placing style={style} choices={{ setup, choose }} />}
    </fieldset>
  );
}

/** What a style leaves open. Both answers take the same room, so that nothing moves when another style is chosen. */
function Placing({
  style,
  choices: { setup, choose },
}: {
  style: CitationStyle;
  choices: Pick<ExportChoices, "setup" | "choose">;
}) {
  const options = setup?.options;
  if (style.kind === "note")
    return (
      <div className="export-radios" role="radiogroup" aria-label="Where notes stand">
        {(["footnotes", "endnotes"] as const).map((place) => (
          <label key={place}>
            <input
              type="radio"
              name="notes"
              checked={options?.notes === place}
              onChange={() => choose({ notes: place })}
            />
            {place === "footnotes" ? "Footnotes" : "Endnotes"}
          </label>
        ))}
      </div>
    );
  const isKnownToWord = wordStyleOf(style.id) !== null;
  return (
    <label className="export-check">
      <input
        type="checkbox"
        checked={isKnownToWord && options?.wordSources === true}
        disabled={!isKnownToWord}
        onChange={(event) => choose({ wordSources: event.target.checked })}
      />
      As Word’s own sources and fields, under References
    </label>
  );
}
