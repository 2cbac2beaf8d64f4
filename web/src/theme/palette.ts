import { type ThemeConfig, theme } from 'antd';

/** antd speaks the visual language: the same colours as `tokens.css`, for light and dark; nothing moves for who wants it still. */
export function antdTheme({ dark, still }: { dark: boolean; still: boolean }): ThemeConfig {
  const c = dark ? darkColours : lightColours;
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: dark ? 'lianyu-dark' : 'lianyu' },
    hashed: false,
    token: {
      colorPrimary: c.primary,
      colorLink: c.primary,
      colorSuccess: c.ok,
      colorWarning: c.wait,
      colorError: c.fail,
      colorTextBase: c.ink,
      colorBgBase: c.sheet,
      colorBgContainer: c.sheet,
      colorBgElevated: c.sheet,
      colorBgLayout: c.paper,
      colorBorder: c.lineStrong,
      colorBorderSecondary: c.line,
      colorTextSecondary: c.ink2,
      colorTextTertiary: c.ink3,
      colorTextPlaceholder: c.ink3,
      colorTextLightSolid: c.onPrimary,
      borderRadius: 6,
      fontSize: 14,
      fontFamily: 'var(--sans)',
      controlHeight: 34,
      wireframe: false,
      // What waits for the end of a movement that `tokens.css` has taken away would wait for ever.
      motion: !still,
    },
    components: { Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 }, Modal: { titleFontSize: 16 } },
  };
}

const lightColours = {
  primary: '#1d5a68',
  ok: '#26683f',
  wait: '#85500a',
  fail: '#9b2c3c',
  ink: '#1c2a2d',
  ink2: '#4b5a5d',
  ink3: '#667274',
  sheet: '#ffffff',
  paper: '#f7f6f2',
  line: '#e2dfd5',
  lineStrong: '#c9c5b8',
  onPrimary: '#ffffff',
};
const darkColours = {
  primary: '#6fb7c4',
  ok: '#74c196',
  wait: '#dca94f',
  fail: '#e08894',
  ink: '#e9eceb',
  ink2: '#b4bfbf',
  ink3: '#95a1a2',
  sheet: '#1a2325',
  paper: '#12191b',
  line: '#2c383a',
  lineStrong: '#435255',
  onPrimary: '#0f1719',
};
