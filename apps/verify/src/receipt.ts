import {
  cosignatureVerifier,
  joinedReceipt,
  logVerifier,
  NoteRefused,
  openNote,
  ProofFailed,
  parseCheckpoint,
  parseReceipt,
  verifyReceipt,
} from '#libs/audit';

/** Whose word is asked for: the log's keys and the witnesses', brought from elsewhere. */
export interface ReceiptTrust {
  readonly keys: readonly string[];
  readonly witnesses: readonly string[];
  readonly quorum: number;
}

/** What a receipt proves by itself: that this entry stands at this place in a log of this size, which these keys signed. */
export interface ReceiptVerdict {
  readonly holds: boolean;
  readonly reason?: string;
  readonly origin?: string;
  readonly position?: number;
  readonly size?: number;
  readonly root?: string;
  /** What the entry says: type, stream, version, who, when, and the hash of its content. */
  readonly entry?: Readonly<Record<string, unknown>>;
}

/** Checks the text of a `.tlog-proof`, or what a scanner read from its QR codes, with nothing but keys. */
export function checkReceipt(text: string, { keys, witnesses, quorum }: ReceiptTrust): ReceiptVerdict {
  try {
    const receipt = parseReceipt(joinedReceipt(text));
    if (receipt.extra === undefined) throw new NoteRefused('the receipt does not carry its entry');
    const log = keys.map(logVerifier);
    const { origin } = parseCheckpoint(openNote(receipt.checkpoint, log).text);
    const trust = { origin, log, witnesses: witnesses.map(cosignatureVerifier), quorum };
    const { size, root } = verifyReceipt(receipt, receipt.extra, trust);
    const entry = JSON.parse(receipt.extra.toString('utf8'));
    return { holds: true, origin, position: receipt.index, size, root: root.toString('hex'), entry };
  } catch (error) {
    const known = error instanceof NoteRefused || error instanceof ProofFailed || error instanceof SyntaxError;
    if (!known) throw error;
    return { holds: false, reason: error.message };
  }
}

/** The verdict as people read it. */
export function receiptReport({ holds, reason, origin, position, size, root, entry = {} }: ReceiptVerdict): string {
  if (!holds) return `✗ 回执不成立 / the receipt does not hold\n  ${reason}`;
  const { type, stream, version, recordedAt, payloadHash, actor } = entry;
  const { personId } = (actor ?? {}) as { personId?: string };
  return [
    '✓ 回执成立 / the receipt holds',
    `  日志 / log: ${origin} · 第 ${position} 号，共 ${size} 条 / entry ${position} of ${size}`,
    `  根 / root: ${root}`,
    `  事件 / event: ${type} · ${stream} · ${version}`,
    `  何人何时 / who and when: ${personId} · ${recordedAt}`,
    `  内容的承诺 / commitment to its content: ${payloadHash}`,
  ].join('\n');
}
