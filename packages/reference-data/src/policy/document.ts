import type { Source } from '../source.ts';

/** The policy that the platform answers to. */
export const policyDocument = {
  number: '内政办发〔2024〕5号',
  title: {
    zh: '内蒙古自治区人民政府办公厅关于推进国家级经济技术开发区高质量发展的实施意见',
    en: 'Implementing opinions on the high-quality development of national economic and technological development zones',
  },
  issuedOn: '2024-01-22',
} as const;

export const policySource: Source = {
  citation: `${policyDocument.number}（${policyDocument.issuedOn}，公开发布）`,
  verification: 'verified',
  note: '引文为摘录；英文为本平台所译，非官方译文',
};
