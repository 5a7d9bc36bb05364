/** The marking of one section, over the button in its head. */
import type { LexicalEditor } from "lexical";
import { useEffect, useId, useRef, useState } from "react";
import { Dialog, Heading, Popover } from "react-aria-components";
import { markingScheme } from "../../../core/brief/marking-schemes.ts";
import { markSections, registerMarkingButtons } from "../../editor/section-marking.ts";
import { useWorkspaceState } from "../../state/workspace.ts";
import type { SectionMarking as Section } from "../../state/workspace-state.ts";
import { MarkingField } from "./MarkingField.tsx";

export function SectionMarking({ editor }: { editor: LexicalEditor }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const section = useWorkspaceState((state) => state.sectionMarkings.find(({ id }) => id === openId));
  const anchor = useRef<HTMLElement>(null);
  // What is typed is a step of undo when its field is left, not with every letter.
  const [typed, setTyped] = useState<string | null>(null);

  useEffect(
    () =>
      registerMarkingButtons(editor, (button, sectionId) => {
        anchor.current = button;
        setOpenId(sectionId);
      }),
    [editor],
  );

  if (!section) return null;
  const set = (marking: string) => {
    setTyped(null);
    markSections(editor, new Map([[section.id, marking.trim()]]));
  };
  const keep = () => {
    if (typed !== null) set(typed);
  };
  const close = () => {
    keep();
    setOpenId(null);
  };
  return (
    <Popover
      className="section-marking-popover"
      triggerRef={anchor}
      placement="bottom start"
      isOpen={true}
      onOpenChange={(open) => !open && close()}
    >
      <Dialog className="section-marking-dialog">
        <SectionMarkingForm
          section={section}
          value={typed ?? section.marking}
          onChoose={set}
          onType={setTyped}
          onLeave={keep}
        />
      </Dialog>
    </Popover>
  );
}

interface SectionMarkingFormProps {
  readonly section: Section;
  readonly value: string;
  readonly onChoose: (marking: string) => void;
  readonly onType: (marking: string) => void;
  readonly onLeave: () => void;
}

function SectionMarkingForm({ section, value, onChoose, onType, onLeave }: SectionMarkingFormProps) {
  const id = useId();
  const schemeId = useWorkspaceState((state) => state.markingSchemeId);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields inside are what is left
    <div onBlur={onLeave}>
      <Heading slot="title">
        <label htmlFor={id}>Marking of {section.title}</label>
      </Heading>
      <div className="brief-field">
        <MarkingField id={id} scheme={markingScheme(schemeId)} value={value} onChoose={onChoose} onType={onType} />
      </div>
      <p className="brief-field-note">The document is marked at least as high as each of its sections.</p>
    </div>
  );
}
