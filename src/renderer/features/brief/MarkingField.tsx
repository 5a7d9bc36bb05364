/** Chooses or types one marking: a level of the scheme with its handling, or words of one's own. */
import { useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { formatMarking } from "../../../core/brief/marking.ts";
import type { MarkingScheme } from "../../../core/brief/marking-schemes.ts";
import { parseHandling, readLevel } from "../../../core/brief/parse-marking.ts";
import { useWorkspace } from "../../state/workspace.ts";

interface MarkingFieldProps {
  /** Of the first control, which a label names "Marking". */
  readonly id: string;
  readonly scheme: MarkingScheme;
  readonly value: string;
  /** Something was chosen: a step of its own. */
  readonly onChoose: (marking: string) => void;
  /** Something is being typed. */
  readonly onType: (marking: string) => void;
}

const OTHER = "other";
/** What is shown of the handling begins behind what stands between it and the level. */
const SEPARATORS = /^[\s,;:/–—-]+/u;

export function MarkingField({ id, scheme, value, onChoose, onType }: MarkingFieldProps) {
  const { readOnly } = useWorkspace();
  // Words of one's own stay such while one types them, though they may begin like a level.
  const [writesOwn, setWritesOwn] = useState(false);
  const read = value.includes(" · ") ? null : readLevel(value, scheme);
  const isOwn = writesOwn || (read === null && value.trim() !== "");
  const handling = read === null ? [] : parseHandling(read.rest, scheme);

  if (scheme.levels.length === 0) return <OwnWords id={id} value={value} onType={onType} />;
  const chooseLevel = (level: string) => {
    setWritesOwn(level === OTHER);
    if (level === "") onChoose("");
    else if (level !== OTHER) onChoose(formatMarking({ level, handling }, scheme));
  };
  const typeHandling = (level: string, typed: string) =>
    onType(typed === "" ? level : `${level}${scheme.separator}${typed}`);

  return (
    <>
      <select
        id={id}
        disabled={readOnly !== null}
        value={isOwn ? OTHER : (read?.level ?? "")}
        onChange={(event) => chooseLevel(event.target.value)}
      >
        <option value="">No marking</option>
        {scheme.levels.map((level) => (
          <option key={level}>{level}</option>
        ))}
        <option value={OTHER}>Other…</option>
      </select>
      {isOwn && <OwnWords value={value} onType={onType} />}
      {!isOwn && read && (
        <span className="handling">
          <input
            readOnly={readOnly !== null}
            aria-label="Handling"
            placeholder="Handling"
            value={read.rest.replace(SEPARATORS, "")}
            onChange={(event) => typeHandling(read.level, event.target.value)}
          />
          {readOnly === null && (
            <HandlingMenu
              scheme={scheme}
              handling={handling}
              onHandling={(next) => onChoose(formatMarking({ level: read.level, handling: next }, scheme))}
            />
          )}
        </span>
      )}
    </>
  );
}

/** Without an id it is not what the label names, and has a name of its own. */
function OwnWords({ id, value, onType }: { id?: string; value: string; onType: (marking: string) => void }) {
  const { readOnly } = useWorkspace();
  return (
    <input
      readOnly={readOnly !== null}
      {...(id === undefined ? { "aria-label": "Words of the marking" } : { id })}
      className="own-marking"
      placeholder="Words of the marking"
      value={value}
      onChange={(event) => onType(event.target.value)}
    />
  );
}

interface HandlingMenuProps {
  readonly scheme: MarkingScheme;
  readonly handling: readonly string[];
  readonly onHandling: (handling: string[]) => void;
}

function HandlingMenu({ scheme, handling, onHandling }: HandlingMenuProps) {
  const toggle = (key: string | number) => {
    const chosen = String(key);
    onHandling(handling.includes(chosen) ? handling.filter((each) => each !== chosen) : [...handling, chosen]);
  };
  return (
    <MenuTrigger>
      <Button className="button" data-quiet="" aria-label="Offered handling">
        ▾
      </Button>
      <Popover placement="bottom end">
        <Menu
          className="menu floating-menu"
          aria-label="Offered handling"
          selectionMode="multiple"
          selectedKeys={handling.filter((each) => scheme.handling.includes(each))}
          onAction={toggle}
        >
          {scheme.handling.map((each) => (
            <MenuItem key={each} id={each} className="menu-item">
              {each}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
