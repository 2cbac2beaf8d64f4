import { Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Asked, Group, Labelled } from './labelled.tsx';

/** Up to so many answers are laid open; more are a list to pick from. */
const OPEN = 4;

interface Props extends Asked {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** A choice is asked: nothing is chosen before somebody chooses. */
export function Choice({ value, options, onChange, ...about }: Props) {
  const { t } = useTranslation();
  if (options.length <= OPEN)
    return (
      <Group {...about} wide={isWide(options)}>
        <Radio.Group
          className="answers"
          value={value === '' ? null : value}
          onChange={(event) => onChange(String(event.target.value))}
          options={options.map((option) => ({ ...option }))}
        />
      </Group>
    );
  return (
    <Labelled {...about}>
      {(control) => (
        <Select
          {...control}
          value={value === '' ? null : value}
          placeholder={t('sharing.choose')}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          onChange={(next: string) => onChange(next)}
          options={options.map((option) => ({ ...option }))}
        />
      )}
    </Labelled>
  );
}

/** Answers that fit into half a line share it with another question. */
export function isWide(options: Props['options']): boolean {
  if (options.length > OPEN) return false;
  const width = (label: string) => [...label].reduce((sum, glyph) => sum + (glyph > '\u2e80' ? 2 : 1), 4);
  return options.reduce((sum, { label }) => sum + width(label), 0) > NARROW;
}
const NARROW = 26;
