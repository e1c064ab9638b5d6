import type { Player } from './cast.js';
import type { Narrator } from './narrator.js';

interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly severity: string;
  readonly open: boolean;
  readonly message: { readonly zh: string };
}

/** What the unit says to a warning, by rule; what is not named here was looked at and is as it should be. */
const ANSWERS: Readonly<Record<string, string>> = {
  A10: '0.34 万元为未用完的项目预算、0.04 万元为上年结余，均用于基本支出。',
  A15: '0.18 万元由公用经费调剂，已附调剂单。',
  R04: '追加系县里交办的扶贫任务和调入 2 人的人员经费。',
  R10: '项目经费按预算用于工伤保险业务的日常运行，下年度归入公用经费。',
};
const LOOKED_AT = '已逐项核实，与决算一致。';

async function open(player: Player, at: string, severity: string): Promise<{ found: Finding[]; version: number }> {
  const { body, etag } = await player.client.get(at);
  const found = (body.findings as Finding[]).filter((finding) => finding.open && finding.severity === severity);
  return { found, version: Number(etag?.replaceAll('"', '')) };
}

/** The preparer answers every warning of the cross-checks, for the version that is being drafted. */
export async function answerWarnings(preparer: Player, at: string, narrator: Narrator): Promise<void> {
  for (;;) {
    const { found, version } = await open(preparer, at, 'WARN');
    const finding = found[0];
    if (finding === undefined) return;
    const body = { findingId: finding.id, answer: ANSWERS[finding.rule] ?? LOOKED_AT };
    await narrator.told(
      preparer.name,
      `答复校验提示 ${finding.rule} · answers a warning of the cross-checks`,
      preparer.client.post(`${at}/finding-answers`, body, version),
      { status: 201 },
    );
  }
}

/** The second reviewer lets the errors stand that the unit cannot correct, each in writing (E6). */
export async function waiveErrors(reviewer: Player, at: string, narrator: Narrator): Promise<void> {
  for (;;) {
    const { found, version } = await open(reviewer, at, 'ERROR');
    const finding = found[0];
    if (finding === undefined) return;
    const body = { findingId: finding.id, reason: '单位已书面说明，超支有县政府批文，同意保留。' };
    await narrator.told(
      reviewer.name,
      `书面豁免错误 ${finding.rule} · lets an error stand, in writing`,
      reviewer.client.post(`${at}/waivers`, body, version),
      { status: 201 },
    );
  }
}
