import type { TFunction } from 'i18next';

const beijing = { timeZone: 'Asia/Shanghai', hour12: false } as const;
const day = new Intl.DateTimeFormat('sv-SE', { ...beijing, year: 'numeric', month: '2-digit', day: '2-digit' });
const minute = new Intl.DateTimeFormat('sv-SE', { ...beijing, hour: '2-digit', minute: '2-digit' });

/** `2026-11-23`, in Beijing. */
export const formatDay = (instant: string) => day.format(new Date(instant));
/** `10:42`, in Beijing. */
export const formatMinute = (instant: string) => minute.format(new Date(instant));
/** `2026-11-23 10:42`, in Beijing. */
export const formatInstant = (instant: string) => `${formatDay(instant)} ${formatMinute(instant)}`;

/** 刚刚, 5 分钟前, 3 小时前, then the date. */
export function formatAgo(t: TFunction, instant: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(instant)) / 60_000);
  if (minutes < 1) return t('common.justNow');
  if (minutes < 60) return t('common.minutesAgo', { count: minutes });
  if (minutes < 24 * 60) return t('common.hoursAgo', { count: Math.floor(minutes / 60) });
  if (minutes < 7 * 24 * 60) return t('common.daysAgo', { count: Math.floor(minutes / (24 * 60)) });
  return formatDay(instant);
}
