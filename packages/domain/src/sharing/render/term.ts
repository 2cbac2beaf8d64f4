import type { ComputedTerm, MoneyTerm } from '../term/index.ts';
import { bandText, roundingText } from './allocation.ts';
import { baseText, deductionText } from './base.ts';
import { clockText } from './clock.ts';
import { capText, discretionaryText, eligibilityText, guaranteeText, recoveryText, redirectionText } from './limits.ts';
import { quotaSections } from './quota.ts';
import { type Section, section } from './section.ts';
import { settlementText } from './settlement.ts';
import { statisticsSections } from './statistics.ts';
import { maybe, paragraphs, type Syntax, within } from './syntax.ts';

const moneySections: readonly Section[] = [
  section<MoneyTerm, 'base'>('base', baseText),
  section<MoneyTerm, 'clock'>('clock', clockText),
  section<MoneyTerm, 'eligibility'>('eligibility', paragraphs(eligibilityText) as Syntax<MoneyTerm['eligibility']>),
  section<MoneyTerm, 'deductions'>('deductions', paragraphs(deductionText) as Syntax<MoneyTerm['deductions']>),
  section<MoneyTerm, 'recovery'>('recovery', maybe(recoveryText)),
  section<MoneyTerm, 'bands'>('bands', paragraphs(bandText) as Syntax<MoneyTerm['bands']>),
  section<MoneyTerm, 'caps'>('caps', paragraphs(capText) as Syntax<MoneyTerm['caps']>),
  section<MoneyTerm, 'guarantees'>('guarantees', paragraphs(guaranteeText) as Syntax<MoneyTerm['guarantees']>),
  section<MoneyTerm, 'redirection'>('redirection', maybe(redirectionText)),
  section<MoneyTerm, 'discretionary'>('discretionary', paragraphs(discretionaryText) as Syntax<MoneyTerm['discretionary']>),
  section<MoneyTerm, 'rounding'>('rounding', within({ zh: '{value}\n', en: '{value}\n' }, roundingText)),
  section<MoneyTerm, 'settlement'>('settlement', settlementText),
];

/** The sections of each kind of term, in the order in which they are read. */
export const sections: Readonly<Record<ComputedTerm['node'], readonly Section[]>> = {
  money: moneySections,
  statistics: statisticsSections,
  quota: quotaSections,
};
