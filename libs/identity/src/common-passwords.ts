import { dictionary } from '@zxcvbn-ts/language-common';

/** What is tried first here and is in no list from elsewhere, in lower case without separators. */
const HERE =
  `123456789012 1234567890123 12345678901234 123456789123 123456123456 112233445566 111222333444 000111222333 987654321098
  098765432109 012345678901 147258369147 password1234 password12345 password123456 passwordpassword passw0rd1234
  p@ssw0rd1234 p@ssword1234 pa55word1234 mypassword123 changeme1234 changemenow1 letmein12345 letmeinplease welcome12345
  welcome123456 qwertyuiop12 qwertyuiop123 qwertyuiop123456 qwertyuiopas qwertyqwerty qwerty123456 qwerty1234567
  1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3 q1w2e3r4t5y6 1q2w3e4r5t6y 1q2w3e4r5t6y7u asdfghjkl123 asdfghjklasdf
  zxcvbnm12345 zxcvbnmzxcvbnm abcdefghijkl abcdefghijklm abcd12345678 abcdef123456 abc123456789 abc123abc123
  a12345678901 aa123456789a iloveyou1234 iloveyouforever sunshine1234 administrator administrator1 admin1234567
  admin12345678 adminadmin12 adminadminadmin root12345678 rootrootroot test12345678 testtesttest user12345678
  woaini1314520 woaini520131 woaini123456 5201314520131 520131420131 zhongguo1234 beijing20080 caizhengju12 caizhengju123
  caizhengju2021 caizhengju2022 huitong123456 jixiao123456 zichan123456 yusuan123456 shuangshen12 shuangshen123 duomimi12345
  letmeinletmein trustno1trustno1 dragon123456 monkey123456 football1234 baseball1234 superman1234 batman123456
  computer1234 internet1234 secret123456 master123456 correcthorsebatterystaple default12345 guest1234567`.split(/\s+/);

/** Nearly 50,000 passwords from breaches, most frequent first, and ours. */
const KNOWN: ReadonlySet<string> = new Set([...dictionary['passwords-common'], ...HERE]);

/** So many digits and signs behind a known password make no new one. */
const MOST_BEHIND = 6;

/** Whether everybody who guesses tries it: known as it is, without its separators, or with a few digits and signs behind. */
export function isCommon(password: string): boolean {
  const plain = password.toLowerCase();
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '');
  const stem = plain.replace(/[^\p{L}]+$/u, '');
  return KNOWN.has(plain) || KNOWN.has(letters) || (plain.length - stem.length <= MOST_BEHIND && KNOWN.has(stem));
}
