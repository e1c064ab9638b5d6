import type { Text } from '#libs/kernel';

/** Why nothing more is sealed until a person has looked; none of them is ever mended by the sealer itself. */
const TEXTS = {
  'log.behind': {
    zh: '日志只有 {{head}} 条，而已封存到 {{size}} 条：数据库被回退或截断。请恢复到归档末尾，或改用复制得最多的备库，再重启封存进程；其目录保持原样',
    en: 'the log has {{head}} entries and {{size}} were sealed: the database was rolled back or cut off. Restore it to the end of its archive, or promote the standby that has most, then start the sealer again; leave its folder as it is',
  },
  'log.fork': {
    zh: '按库中事件重算的 {{size}} 条的根与已签发的不同：封存之后的历史被改动',
    en: 'the root of {{size}} entries computed from the stored events is not the one that was signed: history was changed',
  },
  'log.hole': {
    zh: '位置 {{from}} 至 {{to}} 之间缺少事件',
    en: 'events are missing between positions {{from}} and {{to}}',
  },
  'leaf.differs': {
    zh: '位置 {{from}} 至 {{to}}：事件内容与库中叶哈希不符',
    en: 'positions {{from}} to {{to}}: what the events say and the stored leaf hashes do not agree',
  },
  'tiles.differ': {
    zh: '库中 {{size}} 条的哈希树与已签发的根不符：{{reason}}',
    en: 'the stored tree of {{size}} entries does not lead to the signed root: {{reason}}',
  },
  'head.refused': {
    zh: '{{size}} 条的检查点不是本封存进程的密钥所签：{{reason}}',
    en: 'the checkpoint of size {{size}} was not signed with this sealer’s key: {{reason}}',
  },
  'head.differs': {
    zh: '{{size}} 条有两份不同的检查点',
    en: 'there are two different checkpoints of size {{size}}',
  },
} as const satisfies Record<string, Text>;
export type AlarmCode = keyof typeof TEXTS;

type Details = Readonly<Record<string, string | number>>;

/** The sealer found something that it must not sign over. */
export class Alarm extends Error {
  override readonly name = 'Alarm';
  readonly text: Text;

  constructor(
    readonly code: AlarmCode,
    details: Details = {},
  ) {
    const { zh, en } = TEXTS[code];
    const text = { zh: filled(zh, details), en: filled(en, details) };
    super(`${code}: ${text.en}`);
    this.text = text;
  }
}

const filled = (text: string, details: Details): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(details[name] ?? ''));
