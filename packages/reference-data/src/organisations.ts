import { organisationId } from '@lianyu/domain/kernel';
import { profile } from '@lianyu/domain/organisations';
import { type ReferenceOrganisation, zones } from './zones.ts';

const INVENTED = '演示用虚构机构';

function invented(
  id: string,
  kind: 'zone' | 'audit' | 'coordination-office',
  name: { zh: string; en: string },
  shortName: { zh: string; en: string },
  regionCode: string,
): ReferenceOrganisation {
  return {
    id: organisationId.parse(id),
    profile: profile.parse({ kind, name, shortName, level: 'region', regionCode, source: INVENTED, verified: false }),
  };
}

const example = (id: string, letter: string, latin: string) =>
  invented(
    `example-${id}`,
    'zone',
    { zh: `示例开发区${letter}管理委员会`, en: `Administrative Committee of Example Zone ${latin}` },
    { zh: `示例开发区${letter}`, en: `Example Zone ${latin}` },
    '150000',
  );

/** Whom the demonstration needs: the operator first, then the audit body, the real zones, and the invented ones for what goes wrong. */
export const demonstrationOrganisations: readonly ReferenceOrganisation[] = [
  invented(
    'coordination-office',
    'coordination-office',
    { zh: '跨区域产业协作协调办公室（演示）', en: 'Coordination Office for Cross-Regional Industrial Cooperation (demonstration)' },
    { zh: '协调办', en: 'Coordination Office' },
    '150000',
  ),
  invented(
    'audit-office',
    'audit',
    { zh: '审计分析中心（演示）', en: 'Audit and Analysis Centre (demonstration)' },
    { zh: '审计分析中心', en: 'Audit Centre' },
    '150000',
  ),
  ...zones,
  example('a', '甲', 'A'),
  example('b', '乙', 'B'),
  example('c', '丙', 'C'),
  example('d', '丁', 'D'),
];
