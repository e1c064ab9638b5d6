import { head, type PrintedDocument, words } from '../document.js';
import { footOf, type Material, markOf, titleOf } from '../material.js';
import { momentOf } from '../moments.js';

/** One event as the trail shows it to whoever asked. */
export interface TrailEntry {
  readonly position: number;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
  readonly person: string;
  readonly role: string;
  /** What happened, in words. */
  readonly what: string;
  readonly refused: boolean;
  readonly data: unknown;
}

/** The whole trail of one evaluation, in the order of the log: nothing is left out, the longest change neither. */
export function trailSheet(material: Material, entries: readonly TrailEntry[]): PrintedDocument {
  return {
    title: titleOf(material, '自评审计轨迹'),
    landscape: true,
    foot: footOf(material),
    mark: markOf(material),
    blocks: [
      { kind: 'line', left: `单位：${material.unitName}`, right: `共 ${entries.length} 项；时间为北京时间` },
      {
        kind: 'table',
        columns: [6, 12, 10, 10, 14, 48],
        headRows: 1,
        breaks: true,
        rows: [
          ['位置', '时间', '人员', '角色', '事项', '内容'].map((text) => head(text)),
          ...entries.map(({ position, recordedAt, person, role, what, refused, data }) => [
            words(String(position), { align: 'right' }),
            words(momentOf(recordedAt)),
            words(person),
            words(role),
            words(refused ? `【被拒】${what}` : what),
            words(told(data)),
          ]),
        ],
      },
    ],
  };
}

/** What an event says, a line for each of its fields; each change with what stood before and after. */
function told(data: unknown): string {
  if (typeof data !== 'object' || data === null) return '（内容已依令删除）';
  return Object.entries(data)
    .flatMap(([key, value]) => (key === 'changes' && Array.isArray(value) ? value.map(changed) : [line(key, value)]))
    .join('\n');
}

const line = (key: string, value: unknown): string => `${key}：${short(value)}`;

function changed(change: { readonly path?: unknown; readonly before?: unknown; readonly after?: unknown }): string {
  return `${String(change.path)}：${short(change.before)} → ${short(change.after)}`;
}

const short = (value: unknown): string =>
  value === null || value === undefined ? '（空）' : typeof value === 'string' ? value : JSON.stringify(value);
