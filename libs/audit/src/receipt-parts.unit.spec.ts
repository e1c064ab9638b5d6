import { joinedReceipt, receiptParts } from './receipt-parts.js';

const TEXT = `c2sp.org/tlog-proof@v1\nextra ${'QUJD'.repeat(500)}\nindex 7\n\nlog\n9\nAAAA\n\n— log 签名\n`;

describe('A receipt on paper', () => {
  it('is read in any order, with whatever a scanner puts between', () => {
    const parts = receiptParts(TEXT);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.every((part) => part.length < 930)).toBe(true);
    expect(joinedReceipt(`${[...parts].reverse().join('\r\n\r\n')}\r\n${parts[0]}\n`)).toBe(TEXT);
  });

  it('is what it is when it was never on paper', () => expect(joinedReceipt(TEXT)).toBe(TEXT));

  it('says which part is missing, and does not mix two receipts', () => {
    const parts = receiptParts(TEXT);
    expect(() => joinedReceipt(parts.slice(1).join('\n'))).toThrow(`part 1 of ${parts.length} is missing`);
    expect(() => joinedReceipt([parts[0], ...receiptParts('short')].join('\n'))).toThrow('different receipts');
  });
});
