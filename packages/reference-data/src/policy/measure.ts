import type { EventType } from '@lianyu/domain/events';

/** What the platform has for a measure: the object that is worked on, where, who acts, and the events that prove it alive. */
export interface Work {
  readonly object: { readonly zh: string; readonly en: string };
  /** The page on which it is worked on, as an address of the user interface. */
  readonly path: string;
  readonly who: { readonly zh: string; readonly en: string };
  readonly events: readonly [EventType, ...EventType[]];
}

/** One numbered measure of the policy: items 1 to 20 of part 三, and 四（一）to（三）. */
export interface Measure {
  readonly id: string;
  /** As the policy counts: `3`, `四（一）`. */
  readonly number: string;
  readonly section: SectionId;
  readonly title: { readonly zh: string; readonly en: string };
  /** Its own words, shortened to what is worked on here. */
  readonly quote: string;
  /** Named in the bracket at its end (责任单位); the leagues, cities and zone committees stand in nearly all of them. */
  readonly departments: readonly string[];
  readonly localGovernments: boolean;
  /** None: 仅登记, the measure stands in the table and nothing is worked on here. */
  readonly works: readonly Work[];
}

export const sections = {
  reform: { number: '三（一）', zh: '赋予更大改革自主权', en: 'More autonomy for reform' },
  industry: { number: '三（二）', zh: '推动现代产业集聚发展', en: 'Concentration of modern industry' },
  openness: { number: '三（三）', zh: '提高开放型经济质量', en: 'Quality of the open economy' },
  green: { number: '三（四）', zh: '推进绿色数智发展', en: 'Green and digital development' },
  carriers: { number: '三（五）', zh: '拓展创新发展载体', en: 'Carriers of innovation' },
  factors: { number: '三（六）', zh: '加强要素保障和资源高效利用', en: 'Factors of production and resources' },
  organisation: { number: '四', zh: '组织保障', en: 'Organisation' },
} as const;
export type SectionId = keyof typeof sections;
