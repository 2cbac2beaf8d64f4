import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { browserBin, launchArgs } from './browser.mjs';
import type { TestServer } from './server.ts';

/** A real Chromium: the system's, or the one that comes as a package. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await browserBin(fileURLToPath(new URL('../../node_modules/.cache', import.meta.url)));
  return chromium.launch({ executablePath, args: launchArgs });
}

export interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the page's own script and console. */
  readonly complaints: string[];
}

/** Somebody in front of a browser of their own, signed in. */
export async function takeSeat(browser: Browser, origin: string, account: { signInName: string; password: string }): Promise<Seat> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' });
  await context.addInitScript(() => localStorage.setItem('lianyu.language', 'zh'));
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // That a connection was refused while the server was away is no fault of the page.
    if (message.type() === 'error' && !/Failed to load resource|WebSocket|ERR_CONNECTION|net::/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('登录名').fill(account.signInName);
  await page.locator('#password').fill(account.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return { context, page, complaints };
}

/** Everybody of a cast at once, each before a browser of their own. */
export async function takeSeats<Who extends string>(
  browser: Browser,
  server: TestServer,
  cast: Readonly<Record<Who, string>>,
): Promise<Map<Who, Seat>> {
  const taken = Object.entries<string>(cast).map(
    async ([who, signInName]) => [who as Who, await takeSeat(browser, server.origin, server.account(signInName))] as const,
  );
  return new Map(await Promise.all(taken));
}
