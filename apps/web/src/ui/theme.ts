import type { ThemeConfig } from 'antd';

/** Calm and dense; every text has at least the contrast that WCAG AA asks for. */
export const theme: ThemeConfig = {
  cssVar: { key: 'shuangshen' },
  hashed: false,
  token: {
    colorPrimary: '#0958d9',
    colorInfo: '#003eb3',
    colorSuccess: '#237804',
    colorWarning: '#ad4e00',
    colorError: '#cf1322',
    colorLink: '#0958d9',
    colorLinkHover: '#003eb3',
    colorLinkActive: '#003eb3',
    colorPrimaryHover: '#0a4bb8',
    colorPrimaryActive: '#003eb3',
    colorErrorHover: '#a8071a',
    colorTextDescription: 'rgba(0,0,0,.65)',
    colorTextTertiary: 'rgba(0,0,0,.65)',
    colorTextPlaceholder: 'rgba(0,0,0,.60)',
    colorTextQuaternary: 'rgba(0,0,0,.60)',
    colorTextDisabled: 'rgba(0,0,0,.60)',
    borderRadius: 4,
    fontSize: 14,
    controlHeight: 32,
    fontFamily:
      'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  },
};

/** The same without movements. */
export const still: ThemeConfig = { ...theme, token: { ...theme.token, motion: false } };
