/** Chinese and Arabic numerals, formal ones too. */
const CHINESE = '[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]';
const ARABIC = String.raw`(?:[\d０-９]{1,3}(?:[,，][\d０-９]{3})+|[\d０-９]+)(?:[.．][\d０-９]+)?`;
const UNIT =
  '(?:个?工作日|个工作周|个?月|季度|日|天|年|周|[百千万亿]*(?:元整?|亩|公顷|平方公里|平方米|公里|吨标准煤|吨|千瓦时|度|人|户|家|个|项|份|期|次|倍)|条|款|稿|%|％|‰)';

/** A quantity with its unit, a date or an ordinal: what a reader takes in as one. 一方, 统一 and 万一 are none. */
const QUANTITY = new RegExp(
  [
    `[${'百千万'}]分之${CHINESE}+`,
    `${CHINESE}+分之${CHINESE}+`,
    `第(?:${ARABIC}|${CHINESE}+)${UNIT}?`,
    `(?:${ARABIC}|${CHINESE}+)年(?:${ARABIC}|${CHINESE}+)月(?:(?:${ARABIC}|${CHINESE}+)日)?`,
    `(?:${ARABIC}|${CHINESE}+)月(?:${ARABIC}|${CHINESE}+)日`,
    String.raw`[\d０-９]+\s?[/／]\s?[\d０-９]+`,
    `${ARABIC}[百千万亿]*${UNIT}?`,
    `${CHINESE}+${UNIT}`,
  ].join('|'),
  'gu',
);

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/**
 * A text as the stretches that change as a whole: words as the browser's dictionary has them, quantities with their units
 * (三十日, 300万元, 万分之三). Joined they are the text again.
 */
export function segmentsOf(text: string): string[] {
  const segments: string[] = [];
  let from = 0;
  for (const { index, 0: quantity } of text.matchAll(QUANTITY)) {
    segments.push(...wordsOf(text.slice(from, index)), quantity);
    from = index + quantity.length;
  }
  return [...segments, ...wordsOf(text.slice(from))];
}

function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment);
}
