/** What the reader of a bundle should know, in plain words. */
export interface Told {
  readonly evaluation: string;
  readonly unitName: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** Of the verifier that lies in the bundle, hex; null: it is not there. */
  readonly verifierHash: string | null;
}

const COMMAND = 'node shuangshen-verify.mjs .';

/** The first page of a bundle of evidence, for an auditor who is no engineer. */
export function bundleReadme({ evaluation, unitName, madeAt, verifierHash }: Told): string {
  const verifier = verifierHash ?? '（未附 / not enclosed）';
  return `《${unitName}》绩效自评证据包
${evaluation} · ${madeAt}

这里有什么
  events.jsonl        这件自评的全部事件，逐字节照录；依令删除的内容为空，删除令一并附上
  proofs/             每个已封存事件的证明（.tlog-proof）：它确在日志的那个位置
  checkpoint          日志最新的签名检查点；checkpoints.jsonl 是历次的
  statements.jsonl    系统对外公布的结果，供与事件重放比较
  attachments.json    读入过和附上过的文件的名称和哈希，用来核对您手上的文件
  attachments/        附上过的文件本身，文件名即其 SHA-256（各版本的都在）
  shuangshen-verify.mjs  离线核验程序

怎样核验（不联网，不依赖本系统）
  1. 解压到一个空文件夹；电脑上装有 Node.js 20 或更新版本。
  2. 在该文件夹里运行：${COMMAND}
  3. 首行“核验通过”即全部相符；否则写明第一处不符的位置和原因。

要紧的三点
  · 程序最好另行取得，不用包内这一份；包内程序的 SHA-256：${verifier}
  · 日志公钥最好另行取得，用 --keys 给出；包内公钥只能证明证据包自洽。
  · 您或单位以前保存的回执、检查点，用 --seen 给出，可看出日志是否被回退。

Evidence of one self-evaluation
Everything that happened to it, byte by byte, with the proof of each event's place in the log. Unpack into an empty folder and run
  ${COMMAND}
with Node.js 20 or later: no network, no system of ours. The first line says whether all holds; otherwise where it does not, and why.
Better take the program (SHA-256 of the enclosed one: ${verifier})
and the keys of the log (--keys) from elsewhere, and give what was kept from earlier with --seen.
`;
}
