import type { Unit } from '@lianyu/domain/money';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { amountFrom, amountText, useNames } from '../../../ui/index.ts';
import { useFromRoot, useTermForm } from '../context.tsx';
import { listIn, type RoughRecord, recordIn, textIn } from '../rough.ts';
import type { Leaf } from '../shape.ts';
import { shareFrom } from '../shares.ts';
import { unitBeside } from '../units.ts';
import { BodyChoice } from './body.tsx';
import { Choice } from './choice.tsx';
import { type Asked, Labelled } from './labelled.tsx';

interface Props extends Asked {
  readonly leaf: Leaf;
  readonly value: string;
  /** The record that it stands in. */
  readonly beside: RoughRecord;
}

/** Periods of working days say so; other numbers are counted by their label. */
const WORKING_DAYS = /(?:figuresDue|confirmationDue|paymentDue|workingDays)$/;

export function LeafControl({ leaf, value, beside, ...asked }: Props) {
  const { t } = useTranslation();
  const { parties, set } = useTermForm();
  const put = (next: string) => set(asked.path, next);
  switch (leaf.of) {
    case 'id':
      return null;
    case 'party':
      return <Choice {...asked} value={value} options={parties.map(({ key, name }) => ({ value: key, label: name }))} onChange={put} />;
    case 'end':
      return <End {...asked} value={value} onChange={put} />;
    case 'cap':
    case 'claim':
      return <Reference {...asked} to={leaf.of} value={value} onChange={put} />;
    case 'body':
      return <BodyChoice {...asked} value={value} beside={beside} />;
    case 'date':
      return (
        <Labelled {...asked}>{(control) => <Input {...control} type="date" value={value} onChange={(event) => put(event.target.value)} />}</Labelled>
      );
    case 'amount':
      return <AmountBeside {...asked} of={leaf.unit} beside={beside} value={value} onChange={put} />;
    case 'ratio':
      return (
        <Labelled {...asked}>
          {(control) => (
            <Input
              {...control}
              className="num"
              maxLength={27}
              suffix={value.includes('/') ? ' ' : '%'}
              {...(value !== '' && !shareFrom(value) ? { status: 'error' as const } : {})}
              value={value}
              onChange={(event) => put(event.target.value)}
            />
          )}
        </Labelled>
      );
    case 'number':
      return (
        <Labelled {...asked}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              className="num"
              maxLength={4}
              suffix={WORKING_DAYS.test(asked.path) ? t('sharing.workingDays') : null}
              value={value}
              onChange={(event) => put(event.target.value.trim())}
            />
          )}
        </Labelled>
      );
    default:
      return (
        <Labelled {...asked}>
          {(control) => <Input {...control} maxLength={leaf.of === 'area' ? 6 : 160} value={value} onChange={(event) => put(event.target.value)} />}
        </Labelled>
      );
  }
}

interface TypedProps extends Asked {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Where money comes from or goes to: a party, or the body that cash is redirected to. */
function End(asked: TypedProps) {
  const { parties } = useTermForm();
  const nameOf = useNames();
  const redirected = useFromRoot((root) => textIn(recordIn(recordIn(root['redirection'])['to'])['organisation']));
  const ends = parties.map(({ key, name }) => ({ value: key, label: name }));
  return <Choice {...asked} options={redirected === '' ? ends : [...ends, { value: redirected, label: nameOf(redirected) }]} />;
}

/** A cap or a claim of the same term, by its number on the screen. */
function Reference({ to, ...asked }: TypedProps & { to: 'cap' | 'claim' }) {
  const { t } = useTranslation();
  const all = useFromRoot((root) => (to === 'cap' ? root['caps'] : recordIn(root['recovery'])['claims']));
  const options = listIn(all).map((each, index) => ({
    value: textIn(recordIn(each)['id']),
    label: t(to === 'cap' ? 'sharing.capNumber' : 'sharing.claimNumber', { number: index + 1 }),
  }));
  return <Choice {...asked} options={options} />;
}

function AmountBeside({ of, beside, ...asked }: TypedProps & { of: Extract<Leaf, { of: 'amount' }>['unit']; beside: RoughRecord }) {
  const unit = useFromRoot((root) => unitBeside(of, root, beside));
  return <Amount {...asked} unit={unit} />;
}

/** 500万 and 5,000,000 are the same; how it was read stands below. */
function Amount({ unit, value, onChange, ...asked }: TypedProps & { unit: Unit }) {
  const { t } = useTranslation();
  const read = value.trim() === '' ? undefined : amountFrom(value, unit);
  const shown = read === undefined ? undefined : amountText(read, unit);
  return (
    <Labelled {...asked} hint={shown !== undefined && shown !== value ? `= ${shown} ${t(`sharing.unit.${unit}`)}` : asked.hint}>
      {(control) => (
        <Input
          {...control}
          className="num"
          inputMode="decimal"
          maxLength={30}
          suffix={t(`sharing.unit.${unit}`)}
          {...(value.trim() !== '' && read === undefined ? { status: 'error' as const } : {})}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}
