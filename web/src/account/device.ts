export interface Device {
  readonly browser: string;
  readonly system: string | undefined;
}

/** The order matters: most browsers also claim to be those below them. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/QIHU|360SE|360EE/, '360'],
  [/Qaxbrowser/i, '奇安信可信浏览器'],
  [/UOSBrowser|UBrowser/i, '统信浏览器'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Version\/.*Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Kylin/i, '麒麟'],
  [/UOS|Deepin/i, '统信 UOS'],
  [/Linux/, 'Linux'],
];

/** What a `User-Agent` says in two words. @returns undefined when the browser is not known. */
export function deviceOf(userAgent: string): Device | undefined {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
  return browser === undefined ? undefined : { browser, system: systems.find(([pattern]) => pattern.test(userAgent))?.[1] };
}
