import type { Role } from '@lianyu/domain/organisations';

/** The people of the demonstration: two for each zone, so that duties are separate. Nobody here is a real person. */
export interface Person {
  readonly key: string;
  readonly name: string;
  readonly office: string;
  readonly roles: readonly Role[];
}

export const zonePeople: readonly Person[] = [
  { key: 'officer', name: '演示经办人', office: '经办人', roles: ['drafter', 'decision-recorder', 'seal-keeper', 'finance-officer'] },
  { key: 'head', name: '演示负责人', office: '负责人', roles: ['legal-reviewer', 'signatory', 'finance-reviewer'] },
];

/** Has no role of their own: acts for the head while a delegation lasts. */
export const deputies: readonly Person[] = [{ key: 'deputy', name: '演示副职', office: '副主任', roles: [] }];

/** Who administers a zone from inside it; elsewhere the operator's administrators do. */
export const zoneAdministrators: Readonly<Record<string, Person>> = {
  'hohhot-etdz': { key: 'manager', name: '演示综合管理员', office: '综合管理', roles: ['administrator'] },
};

export const officePeople: readonly Person[] = [{ key: 'coordinator', name: '演示协调员', office: '协调员', roles: ['coordinator'] }];

export const auditPeople: readonly Person[] = [{ key: 'analyst', name: '演示分析员', office: '分析审计', roles: ['analyst', 'auditor'] }];

/** The two who found the installation; they grant each role together. */
export const founders: readonly Omit<Person, 'roles'>[] = [
  { key: 'admin-one', name: '演示管理员甲', office: '系统管理' },
  { key: 'admin-two', name: '演示管理员乙', office: '系统管理' },
];
