import { type CooperationMode, cooperationMode, type Paper } from '@lianyu/domain/agreements';
import { plainHeader } from '../table/index.ts';

/** 内政办发〔2024〕5号 item 13. */
const modeWords: Readonly<Record<CooperationMode, string>> = {
  'co-built-park': '共建园区',
  'entrusted-park': '托管园区',
  enclave: '飞地经济',
  'one-zone-many-parks': '一区多园',
  'headquarters-and-incubator': '总部+孵化基地',
  'fully-entrusted': '整体托管',
  'industrial-transfer': '产业转移合作',
};

export const modesByName: ReadonlyMap<string, CooperationMode> = new Map(
  cooperationMode.options.flatMap((mode) => [mode, modeWords[mode]].map((name): [string, CooperationMode] => [plainHeader(name), mode])),
);

type Verification = Paper['source']['verification'];

const words: Readonly<Record<Verification, readonly string[]>> = {
  verified: ['verified', '已核实'],
  partly: ['partly', '部分核实', '转引'],
  unverified: ['unverified', '未核实'],
};

export const verificationsByName: ReadonlyMap<string, Verification> = new Map(
  Object.entries(words).flatMap(([verification, names]) => names.map((name): [string, Verification] => [name, verification as Verification])),
);
