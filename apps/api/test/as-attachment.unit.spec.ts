import fc from 'fast-check';
import { asAttachment, fileName } from '../src/http/as-attachment.js';

describe('The name under which a file is saved', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['a/b\\c:d*e?f"g<h>i|j.pdf', 'c_d_e_f_g_h_i_j.pdf'],
    ['报告/', 'file'],
    ['\u202egnp.exe', '_gnp.exe'],
    ['报告\u0000.pdf', '报告_.pdf'],
    ['...', 'file'],
    ['.htaccess', 'htaccess'],
    [' 自评报告 .docx', '自评报告.docx'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(120)}.pdf`],
  ])('is no path, turns nothing round and is bounded: %j', (given, safe) => {
    expect(fileName(given)).toBe(safe);
  });

  it('is safe whatever was given, and its header is one line of ASCII that says the name again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = fileName(given);
        expect(name).not.toMatch(/[/\\\0\r\n\u202a-\u202e\u2066-\u2069]|^\.+$|^$/u);
        const header = asAttachment(given);
        expect(header).toMatch(/^attachment; filename="[\x20-\x21\x23-\x7e]+"; filename\*=UTF-8''[\w.!~%#$&+^`|-]+$/);
        expect(decodeURIComponent(header.split("UTF-8''")[1]!)).toBe(name);
      }),
    );
  });
});
