import type { Text } from '#libs/kernel';
import type { Where } from './faults.js';

const told =
  (text: (where: Where) => readonly [zh: string, en: string]) =>
  (where: Where): Text => {
    const [zh, en] = text(where);
    return { zh, en };
  };

/** Every fault in words for who is no engineer: what was compared, and what it means. */
export const FAULT_TEXTS = {
  'entry.missing': told(({ position }) => [
    `第 ${position} 号位置登记了事件，但事件已不存在：记录被删除`,
    `position ${position} names an event that is not there: a record was deleted`,
  ]),
  'entry.gap': told(({ position, found }) => [
    `第 ${position} 号位置缺失（下一个是 ${found} 号）：记录被删除或调换了顺序`,
    `position ${position} is missing (the next is ${found}): a record was deleted or the order was changed`,
  ]),
  'entry.unplaced': told(({ count, ids }) => [
    `事件表中有 ${count} 条记录没有序号：绕过系统写入（${ids}）`,
    `${count} rows of the event table have no place in the order: written past the system (${ids})`,
  ]),
  'entry.row-differs': told(({ position, columns }) => [
    `第 ${position} 号事件的表列与封存的信封不一致：${columns}`,
    `the columns of the event at position ${position} differ from its envelope: ${columns}`,
  ]),
  'envelope.malformed': told(({ position, field }) => [
    `第 ${position} 号事件的信封不合格式：${field}`,
    `the envelope at position ${position} is malformed: ${field}`,
  ]),
  'envelope.not-canonical': told(({ position }) => [
    `第 ${position} 号事件的信封不是规范字节形式：字节被改写`,
    `the envelope at position ${position} is not in canonical form: its bytes were rewritten`,
  ]),
  'payload.differs': told(({ position }) => [
    `第 ${position} 号事件的内容与信封中的承诺哈希不符：内容被修改或调换`,
    `the payload at position ${position} is not what its envelope commits to: it was changed or exchanged`,
  ]),
  'payload.malformed': told(({ position }) => [
    `第 ${position} 号事件的内容不是任何事件的数据`,
    `the payload at position ${position} is no data of an event`,
  ]),
  'payload.salt-lost': told(({ position }) => [
    `第 ${position} 号事件的内容与盐只剩其一：不是依令删除`,
    `at position ${position} only one of payload and salt is left: no erasure by order does that`,
  ]),
  'erasure.without-order': told(({ position }) => [
    `第 ${position} 号事件的内容已不存在，而日志中没有两人作出的删除令：内容被擅自销毁`,
    `the payload at position ${position} is gone, and the log holds no order for it: it was destroyed without one`,
  ]),
  'erasure.one-person': told(({ position, person }) => [
    `第 ${position} 号删除令不是由两名不同的人提出和批准（${person}）`,
    `the erasure confirmed at position ${position} was not ordered and confirmed by two persons (${person})`,
  ]),
  'erasure.own-acts': told(({ position, order, person }) => [
    `第 ${position} 号事件由 ${person} 作出，又由其本人参与删除（第 ${order} 号）`,
    `${person}, who took part in the erasure at position ${order}, did what stood at position ${position} himself`,
  ]),
  'erasure.not-meant': told(({ position, order }) => [
    `第 ${position} 号事件的内容随第 ${order} 号批准被删除，而其删除令所指并非此事件`,
    `the payload at position ${position} was erased by the confirmation at ${order}, whose order meant something else`,
  ]),
  'erasure.kept-differs': told(({ position, order }) => [
    `第 ${position} 号事件删除后保留的内容与删除令（第 ${order} 号）所载不符：保留内容被改`,
    `what is kept of the erased event at position ${position} is not what its order at position ${order} says`,
  ]),
  'erasure.not-done': told(({ position, order }) => [
    `第 ${order} 号删除令已批准，第 ${position} 号事件的内容却仍在`,
    `the erasure of position ${position} was confirmed at position ${order}, and its payload is still there`,
  ]),
  'stream.version': told(({ position, stream, expected, version }) => [
    `第 ${position} 号事件在 ${stream} 中的版本应为 ${expected}，实为 ${version}：有记录被删除、插入或调换`,
    `the event at position ${position} should be version ${expected} of ${stream} and is ${version}: something was deleted, inserted or reordered`,
  ]),
  'stream.time': told(({ position, stream, before }) => [
    `第 ${position} 号事件的时间早于 ${stream} 中前一事件（${before}）`,
    `the event at position ${position} was recorded before its predecessor in ${stream} (${before})`,
  ]),
  'leaf.differs': told(({ position }) => [
    `第 ${position} 号位置上的不是当时封存的事件：被修改、调换、插入或移位`,
    `what stands at position ${position} is not the event that was sealed there: it was changed, exchanged, inserted or moved`,
  ]),
  'log.cut': told(({ position, size }) => [
    `日志止于第 ${position} 号之前，而已封存 ${size} 条：末尾被截去`,
    `the log ends before position ${position}, but ${size} entries were sealed: its tail was cut off`,
  ]),
  'tile.missing': told(({ position, tile }) => [
    `缺少哈希瓦片 ${tile}`,
    `the tile ${tile} is missing (leaves from position ${position})`,
  ]),
  'tile.wrong': told(({ tile }) => [
    `哈希瓦片 ${tile} 与其下层不符：瓦片被改写`,
    `the tile ${tile} does not follow from the level below: it was rewritten`,
  ]),
  'head.missing': told(() => [
    '没有任何签名的检查点：无法证明日志未被改写',
    'there is no signed checkpoint: nothing proves that the log was not rewritten',
  ]),
  'head.refused': told(({ size, reason }) => [
    `规模 ${size} 的检查点不可信：${reason}`,
    `the checkpoint of size ${size} cannot be believed: ${reason}`,
  ]),
  'head.differs': told(({ position, size }) => [
    `自第 ${position} 号起，规模 ${size} 的签名检查点与日志不符：封存之后日志（连同瓦片）被改写`,
    `from position ${position} on, the signed checkpoint of size ${size} does not agree with the log: it was rewritten, tiles included, after it was sealed`,
  ]),
  'head.order': told(({ size, before }) => [
    `规模 ${size} 的检查点列在规模 ${before} 之后：检查点被改写`,
    `a checkpoint of size ${size} follows one of size ${before}: the checkpoints were edited`,
  ]),
  'head.not-newest': told(({ size, newest }) => [
    `导出声明的规模是 ${size}，最新检查点是 ${newest}`,
    `the export says ${size} entries are sealed, its newest checkpoint says ${newest}`,
  ]),
  'head.few-witnesses': told(({ size, cosigned, quorum }) => [
    `最新检查点（规模 ${size}）只有 ${cosigned} 个见证人联署，要求 ${quorum} 个`,
    `the newest checkpoint (size ${size}) has ${cosigned} witnesses' cosignatures, ${quorum} are needed`,
  ]),
  'seen.ahead': told(({ position, size, from }) => [
    `${from} 见证过规模 ${size} 的日志，现在只封存到 ${position}：日志被回退或截断`,
    `${from} saw ${size} sealed entries, now there are ${position}: the log was rolled back or truncated`,
  ]),
  'seen.differs': told(({ position, size, from }) => [
    `${from} 在规模 ${size} 时见过另一个根：有两份不同的历史（从第 ${position} 号起不再一致或不能互证）`,
    `${from} saw another root at size ${size}: there are two histories (from position ${position} on nothing shows that they agree)`,
  ]),
  'seen.leaf-differs': told(({ position, from }) => [
    `回执 ${from} 证明第 ${position} 号位置是另一个事件`,
    `the receipt ${from} proves another event at position ${position}`,
  ]),
  'seen.refused': told(({ from, reason }) => [`${from} 不可用：${reason}`, `${from} cannot be used: ${reason}`]),
  'fact.unknown': told(({ position, type }) => [
    `第 ${position} 号事件的类型 ${type} 不属于自评流程`,
    `the event at position ${position} has a type that no evaluation knows: ${type}`,
  ]),
  'fact.unreadable': told(({ position, type, reason }) => [
    `第 ${position} 号事件（${type}）的内容无法重放：${reason}`,
    `the fact at position ${position} (${type}) cannot be replayed: ${reason}`,
  ]),
  'fact.refused': told(({ position, type, refusal }) => [
    `第 ${position} 号事件（${type}）按规则本应被拒绝：${refusal}`,
    `the rules would have refused the fact at position ${position} (${type}): ${refusal}`,
  ]),
  'fact.differs': told(({ position, type }) => [
    `第 ${position} 号事件（${type}）不是规则会得出的事实`,
    `the fact at position ${position} (${type}) is not what the rules would have recorded`,
  ]),
  'control.content': told(({ position }) => [
    `第 ${position} 号事件所签的内容哈希与所记录的内容不符`,
    `the content hash signed at position ${position} is not that of the recorded content`,
  ]),
  'control.two-persons': told(({ position, why }) => [
    `第 ${position} 号事件的办结不符合一事双审：${why}`,
    `the decision at position ${position} was not by two persons: ${why}`,
  ]),
  'score.differs': told(({ position, scheme, recorded, computed }) => [
    `第 ${position} 号事件的系统测算（${scheme}）重算结果不同：记录 ${recorded}，重算 ${computed}`,
    `the score at position ${position} (${scheme}) computes differently: recorded ${recorded}, computed ${computed}`,
  ]),
  'score.scheme-differs': told(({ position, scheme }) => [
    `评分方案 ${scheme} 的文本与其哈希不符${position === null ? '' : `（第 ${position} 号）`}`,
    `the text of the scheme ${scheme} does not have the hash it is known by`,
  ]),
  'statement.differs': told(({ evaluation, field, told: published, replayed }) => [
    `${evaluation} 公布的 ${field} 是 ${published}，按日志应为 ${replayed}：公布数据被改`,
    `${evaluation}: ${field} is published as ${published}, the log says ${replayed}: the published data were changed`,
  ]),
  'statement.missing': told(({ evaluation }) => [
    `日志中有 ${evaluation}，公布数据中没有`,
    `${evaluation} is in the log and not in what is published`,
  ]),
  'statement.unfounded': told(({ evaluation }) => [
    `公布数据中有 ${evaluation}，日志中没有`,
    `${evaluation} is published and not in the log`,
  ]),
} as const;

export type FaultCode = keyof typeof FAULT_TEXTS;
