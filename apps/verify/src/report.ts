import type { ErasureTold, Fault, Verdict } from '#libs/export';

/** What the reader brought of his own; what he did not bring comes from the export and proves less. */
export interface Own {
  readonly keys: boolean;
  readonly witnesses: boolean;
  readonly kept: number;
}

const SHOWN = 20;

/** A verdict as people read it: Chinese and English, the worst first. `own` is left out where no export was looked at. */
export function report(verdict: Verdict, own?: Own): string {
  return [
    ...heading(verdict),
    ...sealing(verdict, own),
    ...years(verdict),
    ...control(verdict),
    ...faults(verdict),
  ].join('\n');
}

function heading({ holds, first, events, scope, origin }: Verdict): string[] {
  const of = scope.of === 'log' ? '全部日志 / the whole log' : `${scope.of} ${scope.id}`;
  return [
    holds ? '✓ 核验通过 / everything holds' : '✗ 发现不符 / something does not hold',
    ...(first ? [`  ${first.text.zh}`, `  ${first.text.en}`] : []),
    '',
    `范围 / scope: ${of}${origin === null ? '' : ` · ${origin}`} · ${events} 个事件 / events`,
  ];
}

function sealing({ sealed, unsealed }: Verdict, own?: Own): string[] {
  if (sealed === null) return [];
  const { newest, checkpoints, withoutQuorum } = sealed;
  const head = newest
    ? [
        `检查点 / checkpoints: ${checkpoints}；最新 / newest: ${newest.size} · ${newest.root} · ${newest.witnesses} 个见证人 / witnesses`,
      ]
    : [];
  return [
    ...head,
    ...(withoutQuorum > 0 ? [`见证不足的检查点 / checkpoints with too few witnesses: ${withoutQuorum}`] : []),
    ...(unsealed > 0 ? [`尚未封存 / not sealed yet: ${unsealed}`] : []),
    ...(own && !own.keys
      ? [
          '注意：公钥取自导出本身，只能证明导出自洽；请用 --keys 给出另行取得的公钥',
          'note: the keys are the export’s own; give keys from elsewhere with --keys',
        ]
      : []),
    ...(own && own.kept === 0
      ? [
          '注意：未与以前的检查点比较，回退或另造历史可能看不出；请用 --seen',
          'note: nothing kept from earlier was compared; a rollback or a second history may stay unseen without --seen',
        ]
      : []),
  ];
}

function years({ control: { years: told } }: Verdict): string[] {
  return told.flatMap(({ year, decided, byTwoPersons, reviewers, exceptions }) => [
    '',
    `${year} 年一事双审：办结 ${decided} 件，其中 ${byTwoPersons} 件由两名（或以上）不同的人审核通过，均未参与填报，所签为同一内容（共 ${reviewers} 名审核人）`,
    `${year}: ${decided} matters decided, ${byTwoPersons} of them each by two distinct persons, none a participant, all on one content hash (${reviewers} reviewers)`,
    ...exceptions.map(({ evaluation, position, why }) => `  例外 / exception: ${evaluation} (${position}): ${why}`),
  ]);
}

function control({ control: { evaluations, scores, statements, withoutWords }, erased }: Verdict): string[] {
  return [
    '',
    `重放 / replayed: ${evaluations} 件自评 / evaluations · 重算 / scores computed again: ${scores.checked} · 公布数据 / published statements: ${statements}`,
    ...(scores.schemeUnknown > 0 ? [`方案未知，未重算 / scores of an unknown scheme: ${scores.schemeUnknown}`] : []),
    ...(withoutWords.length > 0
      ? [
          `文字已依令删除，未重算内容哈希与得分，人员、环节与办结仍已核验 / words erased by order, so content and score were not computed again; persons, steps and decisions were: ${withoutWords.slice(0, SHOWN).join(', ')}`,
        ]
      : []),
    ...erased.slice(0, SHOWN).flatMap(orderTold),
    ...(erased.length > SHOWN ? [`… 另有 ${erased.length - SHOWN} 道删除令 / ${erased.length - SHOWN} more`] : []),
  ];
}

/** What was erased, by whose order. */
function orderTold({ position, at, orderedBy, confirmedBy, target, reason, events }: ErasureTold): string[] {
  const of = 'personId' in target ? target.personId : `@${target.position}`;
  const places = `${events.slice(0, SHOWN).join(', ')}${events.length > SHOWN ? ' …' : ''}`;
  return [
    `依令删除 / erased by order @${position}（${at}）: ${of} · ${events.length} 个事件 / events: ${places}`,
    `  提出 / ordered by ${orderedBy} · 批准 / confirmed by ${confirmedBy} · ${reason}`,
  ];
}

function faults({ faults: told, faultCount, faultCounts }: Verdict): string[] {
  if (faultCount === 0) return [];
  const counts = Object.entries(faultCounts).map(([code, count]) => `${code} ${count}`);
  const line = ({ code, position, text }: Fault) => [
    `- [${code}${position === null ? '' : ` @${position}`}] ${text.zh}`,
    `  ${text.en}`,
  ];
  const left = faultCount - Math.min(SHOWN, told.length);
  return [
    '',
    `不符 / faults: ${faultCount}（${counts.join(' · ')}）`,
    ...told.slice(0, SHOWN).flatMap(line),
    ...(left > 0 ? [`… 另有 ${left} 项 / ${left} more`] : []),
  ];
}
