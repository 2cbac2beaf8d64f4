import { addDays, type CommandId, type NegotiationId, organisationId } from '@lianyu/domain/kernel';
import type { AnyAct, Setting } from './acts.ts';
import { atWork } from './at-work.ts';
import type { Story } from './scenario.ts';

const OFFICE = 'coordination-office';

/** The office asks two 示例开发区 how a late payment stands and gets an answer; a reminder waits for one. */
export function coordinatingActs(story: Story, agreement: NegotiationId, { firstDay, commandMadeBy }: Setting): AnyAct[] {
  const both = [story.origin, story.destination].map((party) => organisationId.parse(party));
  const payer = organisationId.parse(story.destination);
  const at = (day: number, minutes: number) => atWork(addDays(firstDay, day), minutes);
  const key = (name: string) => `${story.name}/coordination-${name}`;
  const asked: CommandId = commandMadeBy(key('inquiry'));
  const office = { organisation: OFFICE, person: 'coordinator' } as const;
  return [
    {
      ...office,
      key: key('inquiry'),
      at: at(158, 80),
      name: 'offer-coordination',
      data: { agreement, kind: 'inquiry', to: both, text: '请双方说明本年度分享款核对的进展，如有需要协调的事项请一并提出。' },
    },
    {
      key: key('answer'),
      at: at(161, 130),
      organisation: story.destination,
      person: 'officer',
      name: 'answer-coordination',
      data: { coordination: asked, text: '正与对方财政部门核对退税数据，预计十个工作日内答复。' },
    },
    {
      ...office,
      key: key('reminder'),
      at: at(167, 70),
      name: 'offer-coordination',
      data: {
        agreement,
        kind: 'supervision',
        to: [payer],
        text: '应付分享款已过约定日期，请说明付款安排；协调办可协助双方沟通。',
        answerBy: addDays(firstDay, 190),
      },
    },
  ];
}
