/** One source in the list: its title, where it comes from, how much of it is kept. */
import { type KeyboardEvent, useState } from "react";
import { ListBoxItem, Text } from "react-aria-components";
import { formatDate } from "../../../core/citation/format-date.ts";
import { keptExcerpts } from "../../../core/excerpt/excerpt.ts";
import type { Source } from "../../../core/source/source.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { GradeMark } from "../../ui/GradeMark.tsx";

export function SourceOption({ source }: { source: Source }) {
  const count = useWorkspaceState(
    (state) => keptExcerpts(state.excerpts).filter((excerpt) => excerpt.sourceId === source.id).length,
  );
  const isRenamed = useWorkspaceState((state) => state.renamedSourceId === source.id);
  const name = sourceName(source);
  const { publisher, authors, agencies, published } = source.metadata;
  const citing = agencies.length > 0 ? `citing ${agencies.join(", ")}` : undefined;
  const origin = [publisher ?? authors[0] ?? citing ?? "Origin unknown", published ? formatDate(published) : "undated"];
  const countText = count === 1 ? "1 excerpt" : `${count} excerpts`;
  return (
    <ListBoxItem id={source.id} textValue={name} className="source-option" data-source-id={source.id}>
      {isRenamed ? (
        <RenameField source={source} />
      ) : (
        <span className="source-option-name" data-file={source.metadata.title === null ? "" : undefined}>
          {name}
        </span>
      )}
      {/* Hidden as content, since the option's name is the title alone; said as its description. */}
      <Text slot="description" className="source-option-line" aria-hidden="true">
        <span className="source-option-origin">
          {[...(source.attachedTo.length > 0 ? ["Attachment"] : []), ...origin].join(" · ")}
        </span>
        <GradeMark letter={source.reliability.letter} digit={null} />
        {count > 0 && (
          <span title={countText}>
            {count}
            <span className="visually-hidden">{count === 1 ? " excerpt" : " excerpts"}</span>
          </span>
        )}
      </Text>
    </ListBoxItem>
  );
}

/** Enter takes the new title, Escape leaves the old one. */
function RenameField({ source }: { source: Source }) {
  const { store, actions } = useWorkspace();
  const [title, setTitle] = useState(sourceName(source));
  const end = () => store.setState({ renamedSourceId: null });
  const take = () => {
    end();
    const trimmed = title.trim();
    if (trimmed === "" || trimmed === sourceName(source)) return;
    void actions.editMetadata(source.id, { ...source.metadata, title: trimmed });
  };
  const press = (event: KeyboardEvent) => {
    // The list would take letters and arrows for itself.
    event.stopPropagation();
    if (event.key === "Enter") take();
    if (event.key === "Escape") end();
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    document.querySelector<HTMLElement>(`[data-source-id="${CSS.escape(source.id)}"]`)?.focus();
  };
  return (
    <input
      className="field"
      aria-label="New title"
      value={title}
      // biome-ignore lint/a11y/noAutofocus: it appears because the user asked to rename
      autoFocus={true}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTitle(event.target.value)}
      onKeyDown={press}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={take}
    />
  );
}
