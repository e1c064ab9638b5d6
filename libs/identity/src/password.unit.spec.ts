import { checkPassword } from './password.js';
import { classesIn, PASSWORD_POLICIES, type PasswordProfile } from './password-policy.js';

function verdict(profile: PasswordProfile, password: string, login = 'yang'): string {
  try {
    checkPassword(password, login, '/next', PASSWORD_POLICIES[profile]);
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

/** What each profile says of a password. */
const TABLE: readonly [string, asvs: string, dengbao: string][] = [
  ['correct horse battery', 'taken', 'password.too-simple'],
  ['一把足够长的新口令也可以', 'taken', 'password.too-simple'],
  ['Kx7-vq', 'password.too-short', 'password.too-short'],
  ['Kx7-vqTz', 'password.too-short', 'taken'],
  ['kx7-vqtz', 'password.too-short', 'taken'],
  ['kx7avqtz', 'password.too-short', 'password.too-simple'],
  ['KXVQTZAB', 'password.too-short', 'password.too-simple'],
  ['Kx7-vqTz-mR2p', 'taken', 'taken'],
  ['口令Ab-7三八妇女', 'password.too-short', 'taken'],
  ['口令Ab-7三八妇女节快', 'taken', 'taken'],
  ['Password1', 'password.too-short', 'password.too-common'],
  ['P@ssw0rd2022', 'password.too-common', 'password.too-common'],
  ['Motherfucker', 'password.too-common', 'password.too-simple'],
  ['1qaz2wsx3edc', 'password.too-common', 'password.too-simple'],
  ['1Qaz-2wsx-3edc', 'password.too-common', 'password.too-common'],
  ['Superman-2022', 'password.too-common', 'password.too-common'],
  ['Superman-20220415', 'taken', 'taken'],
  ['Caizhengju2021', 'password.too-common', 'password.too-common'],
  ['Yang-Yang-1-Yang', 'password.too-common', 'password.too-common'],
  ['Aa1Aa1Aa1Aa1', 'password.too-common', 'password.too-common'],
  [`Aa1-${'wxyz'.repeat(31)}`, 'taken', 'taken'],
  [`Aa1-${'wxyz'.repeat(31)}!`, 'password.too-long', 'password.too-long'],
];

describe('A password', () => {
  it.each(TABLE)('%s is judged by each profile as its standard has it', (password, asvs, dengbao) => {
    expect([verdict('asvs', password), verdict('dengbao', password)]).toEqual([asvs, dengbao]);
  });

  it('is the same however its characters were typed', () => {
    expect(verdict('dengbao', 'Ｋｘ７－ｖｑＴｚ')).toBe('taken');
    expect(classesIn('Aa1-')).toBe(4);
  });

  it('needs no composition and has no end under ASVS; under 等保 it has both', () => {
    expect(PASSWORD_POLICIES.asvs).toMatchObject({ least: 12, classes: 1, days: null, remembered: 1 });
    expect(PASSWORD_POLICIES.dengbao).toMatchObject({ least: 8, classes: 3, days: 90, remembered: 5 });
  });
});
