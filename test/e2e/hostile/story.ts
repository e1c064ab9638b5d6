import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';
import type { Visitor } from '../browser.js';
import type { Cast } from './bureau.js';
import type { HostileHand } from './texts.js';

interface Situation {
  readonly streamVersion: number;
  readonly version: number;
  readonly contentHash: string;
  readonly returned: readonly { readonly id: string }[];
}
interface Finding {
  readonly id: string;
  readonly severity: string;
  readonly open: boolean;
}

const sample = readFileSync(join(projectRoot(), 'samples/huitong-2021/report.txt'), 'utf8');
const yuan = (value: string, more = {}) => ({ value, unit: '万元', ...more });

/**
 * Leads an evaluation from its draft through a withdrawal, a return, an expert's opinion, both reviews and a rectification to
 * its publication, each step by who lawfully may, with something hostile in every field that takes words.
 */
export async function hostileStory(
  hand: HostileHand,
  { preparer, checker, head, first, second, expert, manager, unitName, expertId, evaluation }: Cast,
  whileDraft: () => Promise<void>,
): Promise<void> {
  const at = `/api/evaluations/${evaluation}`;
  const look = (): Promise<Situation> => manager.ask('GET', at);
  /** Gives an order about the evaluation as it stands; once more when the worker wrote a score meanwhile. */
  const give = async (who: Visitor, method: string, what: string, body: object, names = false): Promise<void> => {
    for (let tries = 3; ; tries -= 1) {
      const { streamVersion, version, contentHash } = await look();
      const whole = names ? { version, contentHash, ...body } : body;
      try {
        return await who.ask(method, `${at}/${what}`, whole, streamVersion);
      } catch (error) {
        if (tries === 1 || !String(error).includes('request.stale')) throw error;
      }
    }
  };
  /** The same, for what names the content it speaks of. */
  const pass = (who: Visitor, what: string, body: object): Promise<void> => give(who, 'POST', what, body, true);
  /** Answers what has to be answered with these words, and leads the draft through the three persons of the unit. */
  const submit = async (words: string, comments: object = {}): Promise<void> => {
    const { items } = await preparer.ask<{ items: Finding[] }>('GET', `${at}/findings`);
    for (const { id } of items.filter(({ open, severity }) => open && severity === 'WARN'))
      await give(preparer, 'POST', 'finding-answers', { findingId: id, answer: words });
    for (const [who, step] of [
      [checker, 'unit-checks'],
      [head, 'signatures'],
    ] as const)
      await give(who, 'POST', step, { contentHash: (await look()).contentHash, ...comments });
    await give(preparer, 'POST', 'submission', { contentHash: (await look()).contentHash });
  };

  const own = yuan('12.30', { label: hand.text('own figure'), parent: 'EXP.PROJECT' });
  await give(preparer, 'PATCH', 'draft', {
    changes: Object.entries({
      '/head/unitName': unitName,
      '/head/preparer': hand.text('preparer in the head'),
      '/head/phone': hand.text('telephone'),
      '/head/head': hand.text('head of the unit'),
      '/head/preparedOn': '2022-04-15',
      '/head/sealed': 'true',
      '/figures/OWN.1': own,
      // The total is not the sum, which somebody has to let stand.
      '/figures/EXP.TOTAL': yuan('100'),
      '/figures/EXP.BASIC': yuan('10'),
      '/figures/EXP.PROJECT': yuan('45.60'),
      '/figures/PROC.BUDGET': yuan('0'),
      '/figures/PROC.ACTUAL': yuan('0'),
      '/indicators/i1': {
        ...{ level1: hand.text('level 1'), level2: hand.text('level 2'), name: hand.text('indicator') },
        ...{ direction: 'QUALITATIVE', target: hand.text('target'), actual: hand.text('actual') },
        ...{ unitOfMeasure: hand.text('measure'), maxPoints: '100', points: '92' },
        ...{ deviationExplanation: hand.long('explanation') },
      },
      '/sections/problems': hand.long('problems'),
      '/sections/preface': hand.text('preface'),
      '/sections/conclusion': hand.text('conclusion'),
    }).map(([path, after]) => ({ path, before: null, after })),
  });
  const report = `${sample}\n${hand.long('text of the source')}\n`;
  await send(preparer, `${at}/sources`, hand.fileName('name of the source'), report);
  const { streamVersion } = await look();
  await send(preparer, `${at}/attachments`, hand.fileName('name of the attachment'), '佐证', streamVersion);
  await whileDraft();
  await submit(hand.long('answer to a finding'), { comment: hand.text('comment') });
  await give(preparer, 'POST', 'withdrawal', { reason: hand.long('withdrawal') });
  await submit('情况属实，原因见报告。');

  const items = [
    { path: '/figures/OWN.1', text: hand.text('return item') },
    { path: '/sections/problems', text: hand.long('long return item') },
  ];
  await give(first, 'POST', 'returns', { reason: hand.long('return'), items });
  const answers = [hand.text('answer'), hand.text('second answer')];
  for (const [n, { id }] of (await look()).returned.entries())
    await give(preparer, 'POST', 'answers', { itemId: id, answer: answers[n] });
  const relabelled = yuan('12.30', { label: hand.text('own figure again'), parent: 'EXP.PROJECT' });
  await give(preparer, 'PATCH', 'draft', { changes: [{ path: '/figures/OWN.1', before: own, after: relabelled }] });
  await submit(hand.long('second answer to a finding'));

  await give(first, 'POST', 'experts', { personId: expertId, question: hand.long('question') });
  await give(expert, 'POST', 'expert-opinion', { opinion: hand.long('expert opinion') });
  const { items: open } = await second.ask<{ items: Finding[] }>('GET', `${at}/findings`);
  const waiver = hand.long('waiver');
  for (const { id } of open.filter((one) => one.open && one.severity === 'ERROR'))
    await give(second, 'POST', 'waivers', { findingId: id, reason: waiver });
  await pass(first, 'passes', { step: 'first', opinion: hand.text('first opinion at first') });
  await give(first, 'POST', 'pass-revocation', { reason: hand.long('revocation') });
  const remarks = [{ path: '/sections/problems', severity: 'minor', text: hand.text('remark') }];
  await pass(first, 'passes', { step: 'first', opinion: hand.long('first opinion'), remarks });
  await pass(second, 'passes', { step: 'second', opinion: hand.text('second opinion') });

  await pass(manager, 'final-result', { note: hand.text('final note') });
  const ordered = [{ text: hand.text('rectification'), path: '/sections/problems' }];
  await give(manager, 'POST', 'rectifications', { basis: hand.long('basis'), findings: ordered });
  const about = { findingId: 'z1' };
  await give(preparer, 'POST', 'rectification-replies', { ...about, reply: hand.text('reply') });
  await give(second, 'POST', 'rectification-rejections', { ...about, reason: hand.text('rejection') });
  await give(preparer, 'POST', 'rectification-replies', { ...about, reply: hand.long('second reply') });
  await give(second, 'POST', 'rectification-closures', { ...about, note: hand.text('closure') });
  const place = { place: hand.text('place'), publishedOn: '2022-08-30' };
  await pass(head, 'publication', place);
  await pass(manager, 'publication-corrections', { ...place, reason: hand.text('correction') });
}

/** A file under its hostile name, as the page sends one. */
async function send(who: Visitor, path: string, name: string, text: string, seen?: number): Promise<void> {
  const given = JSON.stringify({ to: `${path}?name=${encodeURIComponent(name)}`, text, seen });
  const { status, said } = await who.page.evaluate<{ status: number; said: string }>(`(async ({ to, text, seen }) => {
    const headers = {
      'content-type': 'application/octet-stream',
      'idempotency-key': crypto.randomUUID(),
      ...(seen !== undefined && { 'if-match': JSON.stringify(String(seen)) }),
    };
    const answer = await fetch(to, { method: 'POST', headers, body: text });
    return { status: answer.status, said: await answer.text() };
  })(${given})`);
  if (status >= 400) throw new Error(`${path}: ${status} ${said}`);
}
