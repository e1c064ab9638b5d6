import type { TFunction } from 'i18next';
import type { Band, Level, Rule, SchemeFile } from './scheme-file.js';

/** A rule as people read it: one sentence, and below it its bands, items or levels. */
export interface RuleWords {
  readonly sentence: string;
  readonly lines: readonly string[];
}

export function ruleInWords(rule: Rule, t: TFunction): RuleWords {
  switch (rule.kind) {
    case 'proportional':
      return alone(t('schemes.rule.proportional', { target: rule.target }));
    case 'equality':
      return alone(t('schemes.rule.equality', { target: rule.target }));
    case 'step': {
      const { side, of, each, deduct, round } = rule;
      return alone(t(`schemes.rule.step-${round}`, { side: t(`schemes.side.${side}`), of, each, deduct }));
    }
    case 'per-point':
      return alone(
        t('schemes.rule.per-point', { side: t(`schemes.side.${rule.side}`), of: rule.of, deduct: rule.deduct }),
      );
    case 'bands':
      return {
        sentence: t('schemes.rule.bands'),
        lines: rule.bands.map((band) =>
          t('schemes.rule.band', { bounds: boundsOf(band) || t('schemes.rule.rest'), points: band.points }),
        ),
      };
    case 'checklist':
      return {
        sentence: t(`schemes.rule.checklist-${rule.style}`),
        lines: rule.items.map(({ label, points }) => t('schemes.rule.item', { label, points })),
      };
    case 'qualitative':
      return { sentence: t('schemes.rule.qualitative'), lines: levelsInWords(rule.levels, t) };
    case 'reverse':
      return alone(t(`schemes.rule.reverse-${rule.convention}`, { target: rule.target }));
    case 'rows':
      return {
        sentence: t('schemes.rule.rows', {
          level1: rule.level1.join(' / '),
          reverse: t(`schemes.convention.${rule.reverse}`),
        }),
        lines: levelsInWords(rule.levels, t),
      };
    case 'unpublished':
      return alone(t('schemes.rule.unpublished'));
  }
}

/** What is said of the whole score, line by line: ceilings while a rate is low. */
export function capsInWords({ of, bands }: NonNullable<SchemeFile['caps']>, t: TFunction): RuleWords {
  return {
    sentence: t('schemes.capOf', { of }),
    lines: bands.map(({ below, atMost }) => t('schemes.capBand', { below, atMost })),
  };
}

export function deviationInWords(
  { over, effect, deduct, unlessExplained }: NonNullable<SchemeFile['deviation']>,
  t: TFunction,
): string {
  const told = t(`schemes.deviationEffect.${effect}`, { over, deduct: deduct ?? '' });
  return unlessExplained ? `${told}${t('schemes.unlessExplained')}` : told;
}

/** A band's bounds as people write them; empty for the last, which takes the rest. */
export function boundsOf({ above, atLeast, atMost, below }: Band): string {
  return [above && `> ${above}`, atLeast && `≥ ${atLeast}`, atMost && `≤ ${atMost}`, below && `< ${below}`]
    .filter(Boolean)
    .join(', ');
}

const alone = (sentence: string): RuleWords => ({ sentence, lines: [] });

const levelsInWords = (levels: readonly Level[], t: TFunction): string[] =>
  levels.map(({ label, from, fixed }) => t(fixed ? 'schemes.rule.levelFixed' : 'schemes.rule.level', { label, from }));
