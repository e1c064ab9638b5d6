/** What a password has to be. */
export interface PasswordPolicy {
  readonly profile: PasswordProfile;
  /** Fewest and most characters. */
  readonly least: number;
  readonly most: number;
  /** Of upper case, lower case, digits and other characters at least so many; Chinese characters are others. */
  readonly classes: number;
  /** Days after which it has to be replaced; null: never. */
  readonly days: number | null;
  /** None of the last so many, the present one among them. */
  readonly remembered: number;
}

export type PasswordProfile = 'asvs' | 'dengbao';

/**
 * Two standards that contradict each other, so a bureau chooses. `asvs`: OWASP ASVS 5.0, 6.2.1, 6.2.4, 6.2.5 and 6.2.10 (long, not
 * known to everybody, no composition, no expiry). `dengbao`: what assessments under GB/T 22239-2019, 8.1.4.1 a ask for (composition
 * and regular change).
 */
export const PASSWORD_POLICIES: Readonly<Record<PasswordProfile, PasswordPolicy>> = {
  asvs: { profile: 'asvs', least: 12, most: 128, classes: 1, days: null, remembered: 1 },
  dengbao: { profile: 'dengbao', least: 8, most: 128, classes: 3, days: 90, remembered: 5 },
};

const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];

/** How many of the four classes occur. */
export const classesIn = (password: string): number => CLASSES.filter((one) => one.test(password)).length;
