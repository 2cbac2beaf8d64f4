import { diffArrays } from 'diff';

/** A stretch of text that both have, or only the new one, or only the old one. */
export interface Part {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const NUMBER = /^[\d０-９.,，%〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟两半]+$/;
const UNIT = /^(个?(工作)?日|天|个?月|年|季度|元|万元|亿元|亩|公顷|平方公里|吨|度|千瓦时|%|％|之[一二三四五六七八九十]+|条|款|项|份|期|次|倍)$/;

/** Words, with numbers and their units kept together: 三十日 and 300万元 change as a whole. */
export function segmentsOf(text: string): string[] {
  const glued: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = glued.at(-1);
    const joins = last !== undefined && endsInNumber(last) && (NUMBER.test(segment) || UNIT.test(segment));
    if (joins) glued[glued.length - 1] = last + segment;
    else glued.push(segment);
  }
  return glued;
}

function endsInNumber(segment: string): boolean {
  return NUMBER.test(segment.at(-1) ?? '') || segment.endsWith('工作');
}

/** The redline from one text to another. Taking away the added gives the old text, taking away the removed the new one. */
export function redline(before: string, after: string): readonly Part[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  return diffArrays(segmentsOf(before), segmentsOf(after)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
