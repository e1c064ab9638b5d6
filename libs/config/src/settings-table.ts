import { SETTINGS, type Setting } from './catalogue.js';

const HEAD = {
  en: { variable: 'variable', otherwise: 'when it is not set', about: 'what it is' },
  zh: { variable: '变量', otherwise: '未设置时', about: '含义' },
} as const;

/** The table of all settings as it stands in README.md (en) and README.zh-CN.md (zh); a test compares them. */
export function settingsTable(language: 'en' | 'zh'): string {
  const { variable, otherwise, about } = HEAD[language];
  const rows = Object.values(SETTINGS).map((setting: Setting) => {
    const unset = setting.fallback === undefined ? setting.otherwise?.[language] : `\`${setting.fallback}\``;
    return `| \`${setting.variable}\` | ${unset ?? ''} | ${setting.about[language]} |`;
  });
  return [`| ${variable} | ${otherwise} | ${about} |`, '|---|---|---|', ...rows].join('\n');
}
