import type { Texts } from '../i18n/texts.ts';
import type { coordinationZh } from './texts.zh.ts';

export const coordinationEn: Texts<typeof coordinationZh> = {
  title: 'Policy',
  tab: { policy: 'Measures', alliance: 'Alliance' },
  basis: 'By policy',
  item: 'item {{number}}',
  policy: {
    over: '{{document}} · measure → object of work → who acts → event that proves it alive',
    glance: '{{alive}} alive · {{waiting}} built, not used yet · {{registered}} registered only',
    scope: 'What is counted are the events that you may read: your own, and what your mandate opens.',
    column: { measure: 'Measure', work: 'Object of work', who: 'Who acts', alive: 'Alive' },
    alive: 'alive',
    waiting: 'not used yet',
    registered: 'registered only',
    since: 'since {{since}} · {{count}} times · last {{last}}',
    never: 'no event yet',
    duty: 'Duty of: {{units}}',
    local: 'leagues and cities concerned, zone committees',
    zones: 'zone committees',
    by: 'By zone',
    show: 'Show',
    all: 'All measures',
    none: 'No such measure',
  },
  alliance: {
    over: 'Items 13 and 14: zones compete by what sets them apart, and develop together',
    agreements: 'Signed agreements',
    none: 'nothing signed yet',
    partners: 'Partner zones registered: {{names}}',
    noPartners: 'no zone of this region is registered yet',
    ours: 'Ours: {{names}}',
    since: 'since {{since}}, {{count}} agreements',
    notYet: 'not alive yet',
    byReading:
      'Which functions an agreement carries follows from its mode by our own reading, not by the policy; shared information is alive where the parties report and confirm figures under it.',
    more: 'There are more agreements than are looked at here.',
    pair: '{{one}} ↔ {{other}}',
  },
};
