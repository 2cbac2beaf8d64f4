import { decree92 } from './decree-92.ts';
import { m1Liaoning } from './m1-liaoning.ts';
import { m2ZiboShizuishan } from './m2-zibo-shizuishan.ts';
import { m3ZiboCity } from './m3-zibo-city.ts';
import { m4Ningde } from './m4-ningde.ts';
import { m5Yishui } from './m5-yishui.ts';
import { m6Hehuai } from './m6-hehuai.ts';
import { m7Gaozhu } from './m7-gaozhu.ts';
import { m8Kunming } from './m8-kunming.ts';
import { m9Yunnan } from './m9-yunnan.ts';
import { m10Guangxi } from './m10-guangxi.ts';
import { m11GuangyuanQingchuan } from './m11-guangyuan-qingchuan.ts';
import { m12PinghuQingtian } from './m12-pinghu-qingtian.ts';
import { m13YinzhouQujiang } from './m13-yinzhou-qujiang.ts';
import { m14LongquanXiaoshan } from './m14-longquan-xiaoshan.ts';
import { m15Suzhou } from './m15-suzhou.ts';
import { m16SuzhouSuqian } from './m16-suzhou-suqian.ts';
import { m17Luhuo } from './m17-luhuo.ts';
import type { SharingTemplate } from './template.ts';

export { type Missing, stillToChoose } from './still-to-choose.ts';
export type { Basis, Cast, Draft, Role, SharingTemplate, TemplateClause, Words } from './template.ts';

/** Real methods of sharing as terms to begin with, 92号 first, then by the number of the case. */
export const sharingTemplates: readonly SharingTemplate[] = [
  decree92,
  m1Liaoning,
  m2ZiboShizuishan,
  m3ZiboCity,
  m4Ningde,
  m5Yishui,
  m6Hehuai,
  m7Gaozhu,
  m8Kunming,
  m9Yunnan,
  m10Guangxi,
  m11GuangyuanQingchuan,
  m12PinghuQingtian,
  m13YinzhouQujiang,
  m14LongquanXiaoshan,
  m15Suzhou,
  m16SuzhouSuqian,
  m17Luhuo,
];
