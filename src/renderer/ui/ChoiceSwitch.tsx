/** One choice of a few, all of them in view: radio buttons that look like one control. Knows nothing of what is chosen. */

interface ChoiceSwitchProps<Value extends string> {
  /** What is chosen here, for those who do not see it. */
  readonly legend: string;
  /** The group of radio buttons, one for the window. */
  readonly name: string;
  readonly choices: readonly (readonly [value: Value, label: string])[];
  readonly chosen: Value;
  readonly isDisabled?: (value: Value) => boolean;
  readonly onChoose: (value: Value) => void;
}

export function ChoiceSwitch<Value extends string>(props: ChoiceSwitchProps<Value>) {
  const { legend, name, choices, chosen, isDisabled, onChoose } = props;
  return (
    <fieldset className="view-switch">
      <legend className="visually-hidden">{legend}</legend>
      {choices.map(([value, label]) => (
        <label key={value} data-chosen={value === chosen ? "" : undefined}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            value={value}
            checked={value === chosen}
            disabled={isDisabled?.(value)}
            onChange={() => onChoose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
