import { createHash } from 'node:crypto';
import type { Role } from '#libs/evaluation';

/** The demonstration bureau: a county with its finance bureau, a department, its units and their people. All invented but the places. */
export const DIVISION = { code: '431225', name: '会同县' };

export const UNITS = [
  { code: '001001', name: '会同县财政局', kind: 'finance', parent: undefined },
  { code: '069001', name: '会同县审计局', kind: 'department', parent: '001001' },
  { code: '117001', name: '会同县人力资源和社会保障局', kind: 'department', parent: '001001' },
  { code: '117002', name: '会同县社会保险服务中心', kind: 'unit', parent: '117001' },
  { code: '117003', name: '会同县工伤保险服务中心', kind: 'unit', parent: '117001' },
  { code: '117004', name: '会同县就业服务中心', kind: 'unit', parent: '117001' },
  { code: '117005', name: '会同县劳动保障监察大队', kind: 'unit', parent: '117001' },
] as const;

export type UnitCode = (typeof UNITS)[number]['code'];

/** The unit whose published report becomes the sample draft. */
export const SAMPLE_UNIT: UnitCode = '117003';

export interface Player {
  readonly name: string;
  readonly login: string;
  readonly home: UnitCode;
  readonly role: Role;
  /** Chinese name of the role, for the table. */
  readonly post: string;
  /** Over which unit; none: one of the three offices. */
  readonly over?: UnitCode;
}

/** One person may have two accounts: the second never helps to review what the first has reviewed. */
export const PLAYERS: readonly Player[] = [
  { name: '杨丽华', login: 'yang', home: '117003', role: 'unit-preparer', post: '单位经办', over: '117003' },
  { name: '林海波', login: 'lin', home: '117003', role: 'unit-checker', post: '单位审核', over: '117003' },
  { name: '粟永强', login: 'su', home: '117003', role: 'unit-head', post: '单位负责人', over: '117003' },
  { name: '吴小梅', login: 'wu', home: '117004', role: 'unit-preparer', post: '单位经办', over: '117004' },
  { name: '龙志远', login: 'long', home: '117001', role: 'first-reviewer', post: '初审', over: '117001' },
  {
    name: '龙志远',
    login: 'long2',
    home: '117001',
    role: 'second-reviewer',
    post: '复审（同一人的另一账号）',
    over: '117001',
  },
  { name: '梁秀英', login: 'liang', home: '117001', role: 'second-reviewer', post: '复审', over: '117001' },
  { name: '石建国', login: 'shi', home: '001001', role: 'campaign-manager', post: '绩效股', over: '001001' },
  { name: '黄文静', login: 'huang', home: '069001', role: 'auditor', post: '审计', over: '001001' },
  { name: '覃晓峰', login: 'admin', home: '001001', role: 'administrator', post: '系统管理员' },
  { name: '唐明辉', login: 'shenji', home: '001001', role: 'audit-administrator', post: '审计管理员' },
  // The last: with the second office the bootstrap ends, and from then on giving a role takes two.
  { name: '周雪梅', login: 'anquan', home: '001001', role: 'security-administrator', post: '安全管理员' },
];

/** Always the same id for the same thing, so that a broken-off start can be repeated. */
export function idOf(kind: 'unit' | 'person' | 'account' | 'grant' | 'command', name: string): string {
  const hex = createHash('sha256').update(`demonstration\n${kind}\n${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
