import { sharingText } from '../sharing/render/index.ts';
import type { AgreementContent, Clause, CooperationMode, Effect, Exit, Purpose } from './content.ts';
import { chineseNumeral, partyName, partyNameEn } from './numerals.ts';
import { attachmentsEn, attachmentsZh } from './render-attachments.ts';
import type { RenderedText } from './text.ts';

/** A clause as it is read: its number and heading, then its paragraphs. */
export interface RenderedClause {
  readonly clauseId: string;
  readonly headingZh: string;
  readonly headingEn: string;
  readonly paragraphsZh: readonly string[];
  readonly paragraphsEn: readonly string[];
}

/** What the modes of cooperation are called, in texts and in exports. */
export const modeWords: Readonly<Record<CooperationMode, { zh: string; en: string }>> = {
  'co-built-park': { zh: '共建园区', en: 'co-built park' },
  'entrusted-park': { zh: '托管园区', en: 'entrusted park' },
  enclave: { zh: '飞地经济', en: 'enclave economy' },
  'one-zone-many-parks': { zh: '一区多园', en: 'one zone with several parks' },
  'headquarters-and-incubator': { zh: '总部+孵化基地', en: 'headquarters and incubator' },
  'fully-entrusted': { zh: '整体托管', en: 'full entrustment' },
  'industrial-transfer': { zh: '产业转移合作', en: 'industrial transfer' },
};

const sides = {
  origin: { zh: '迁出地', en: 'origin' },
  destination: { zh: '迁入地', en: 'destination' },
  participant: { zh: '参与方', en: 'participant' },
} as const;

/**
 * The text of an agreement, a function of its data alone. All that binds is in the Chinese text, so that two
 * agreements that differ in it never read the same; the screens show the same paragraphs, set more finely.
 */
export function renderText(content: AgreementContent): RenderedText {
  const clauses = renderBlocks(content);
  const zh = [
    content.title.zh,
    headZh(content),
    ...clauses.flatMap(({ headingZh, paragraphsZh }) => [headingZh, ...paragraphsZh]),
    tailZh(content),
    ...attachmentsZh(content),
  ];
  const en = [
    content.title.en || content.title.zh,
    headEn(content),
    ...clauses.flatMap(({ headingEn, paragraphsEn }) => [headingEn, ...paragraphsEn]),
    tailEn(content),
    ...attachmentsEn(content),
  ];
  return { zh: `${zh.join('\n')}\n`, en: `${en.join('\n')}\n` };
}

export function renderBlocks(content: AgreementContent): readonly RenderedClause[] {
  return content.clauses.map((clause, index) => renderClause(clause, index, content));
}

/** What stands before the first clause. */
export function headZh({ parties, mode, purpose }: AgreementContent): string {
  return [
    ...parties.map(({ name, side, optional }, index) => `${partyName(index)}（${sides[side].zh}${optional ? '，可选缔约方' : ''}）：${name.zh}`),
    `合作模式：${modeWords[mode].zh}`,
    ...(purpose ? [purposeZh(purpose)] : []),
  ].join('\n');
}

function purposeZh({ kind, number, version }: Purpose): string {
  const about = `编号为${number}的协议（其最近文本的SHA-256摘要为${version}）`;
  switch (kind) {
    case 'amendment':
      return `本协议变更${about}，自适用之日起以下列文本替代。`;
    case 'renewal':
      return `本协议为${about}续期，除期限外不作变更。`;
    case 'termination':
      return `本协议解除${about}。`;
  }
}

export function headEn({ parties, mode, purpose }: AgreementContent): string {
  return [
    ...parties.map(
      ({ name, side, optional }, index) => `${partyNameEn(index)} (${sides[side].en}${optional ? ', optional party' : ''}): ${name.en || name.zh}`,
    ),
    `Mode of cooperation: ${modeWords[mode].en}`,
    ...(purpose ? [purposeEn(purpose)] : []),
  ].join('\n');
}

function purposeEn({ kind, number, version }: Purpose): string {
  const about = `agreement ${number} (SHA-256 digest of its latest text: ${version})`;
  switch (kind) {
    case 'amendment':
      return `This agreement amends ${about}: from the day on which it applies the text below stands in its place.`;
    case 'renewal':
      return `This agreement renews ${about}; nothing but its term changes.`;
    case 'termination':
      return `This agreement terminates ${about}.`;
  }
}

/** What stands after the last clause: force and term. */
export function tailZh({ effect, until, purpose, exit }: AgreementContent): string {
  if (purpose?.kind === 'termination') return `${endsZh(effect)}。`;
  return `${purpose ? appliesZh(effect) : beginsZh(effect)}，${until === undefined ? '不设固定期限' : `有效期至${dateZh(until)}止`}。${exitZh(exit)}`;
}

const endsZh = (effect: Effect) =>
  effect.kind === 'on-date' ? `所涉协议经各方签署并用印后，自${dateZh(effect.date)}起解除` : '所涉协议自各方签署并用印之日起解除';
const endsEn = (effect: Effect) =>
  effect.kind === 'on-date'
    ? `Once this is signed and sealed by all, the agreement that it names ends as of ${effect.date}`
    : 'The agreement that it names ends on the day on which all parties have signed and sealed this';

function exitZh({ breach, policyChange }: Exit = {}): string {
  return [
    breach ? `一方违约的，其他各方可以书面通知其补正；自通知之日起${breach.cureDays}日内未补正的，通知方可以解除本协议。` : '',
    policyChange
      ? `因法律、法规、规章或者国家政策变化致使本协议不能履行的，任何一方可以提前${policyChange.noticeDays}日书面通知其他各方解除本协议。`
      : '',
  ].join('');
}

function exitEn({ breach, policyChange }: Exit = {}): string {
  return [
    breach
      ? ` A party in breach may be given notice to make good; if it has not within ${breach.cureDays} days, who gave the notice may terminate.`
      : '',
    policyChange
      ? ` If law or policy changes so that it cannot be performed, any party may terminate by notice ${policyChange.noticeDays} days ahead.`
      : '',
  ].join('');
}

/** A change may reach back: its day is taken as it stands. */
const appliesZh = (effect: Effect) =>
  effect.kind === 'on-date' ? `本协议经各方签署并用印后，自${dateZh(effect.date)}起适用` : '本协议自各方签署并用印之日起适用';
const appliesEn = (effect: Effect) =>
  effect.kind === 'on-date'
    ? `Once signed and sealed by all, this agreement applies from ${effect.date}`
    : 'This agreement applies from the day on which all parties have signed and sealed it';

function beginsZh(effect: Effect): string {
  switch (effect.kind) {
    case 'on-conclusion':
      return '本协议自各方签署并用印之日起生效';
    case 'on-date':
      return `本协议自各方签署并用印后，于${dateZh(effect.date)}起生效`;
    case 'on-condition':
      return `本协议自各方签署并用印后，于下列条件成就、经各方确认的成就之日起生效：“${effect.condition.zh}”`;
  }
}

export function tailEn({ effect, until, purpose, exit }: AgreementContent): string {
  if (purpose?.kind === 'termination') return `${endsEn(effect)}.`;
  return `${purpose ? appliesEn(effect) : beginsEn(effect)}, ${until === undefined ? 'without a fixed term' : `until ${until}`}.${exitEn(exit)}`;
}

function beginsEn(effect: Effect): string {
  switch (effect.kind) {
    case 'on-conclusion':
      return 'This agreement takes force when all parties have signed and sealed it';
    case 'on-date':
      return `Once signed and sealed by all, this agreement takes force on ${effect.date}`;
    case 'on-condition':
      return `Once signed and sealed by all, this agreement takes force on the day, confirmed by all, on which this has come about: "${effect.condition.en || effect.condition.zh}"`;
  }
}

function renderClause({ id, heading, body }: Clause, index: number, content: AgreementContent): RenderedClause {
  const paragraphs =
    body.kind === 'text'
      ? { zh: body.text.zh.split('\n'), en: (body.text.en || body.text.zh).split('\n') }
      : sharingText(
          body.term,
          content.parties.map(({ organisation }) => organisation),
        );
  return {
    clauseId: id,
    headingZh: `第${chineseNumeral(index + 1)}条 ${heading.zh}`,
    headingEn: `Article ${index + 1} ${heading.en || heading.zh}`,
    paragraphsZh: paragraphs.zh,
    paragraphsEn: paragraphs.en,
  };
}

function dateZh(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
