import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Asked, Group, Labelled } from './labelled.tsx';

const OPEN = 6;

interface Props extends Asked {
  readonly value: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string[]) => void;
}

/** Several out of a closed list. */
export function SetOf({ value, options, onChange, ...about }: Props) {
  const { t } = useTranslation();
  if (options.length <= OPEN)
    return (
      <Group {...about}>
        <Checkbox.Group
          className="answers"
          value={[...value]}
          onChange={(next) => onChange(next.map(String))}
          options={options.map((option) => ({ ...option }))}
        />
      </Group>
    );
  return (
    <Labelled {...about}>
      {(control) => (
        <Select
          {...control}
          mode="multiple"
          value={[...value]}
          placeholder={t('sharing.choose')}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(next: string[]) => onChange(next)}
          options={options.map((option) => ({ ...option }))}
        />
      )}
    </Labelled>
  );
}
