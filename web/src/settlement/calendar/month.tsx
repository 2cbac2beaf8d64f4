import { useTranslation } from 'react-i18next';
import { today } from '../words.ts';

/** A month as a sheet, Monday first; days say how much is due on them. The list beneath has the words. */
export function Month({ month, dues }: { month: string; dues: readonly { readonly on: string }[] }) {
  const { i18n } = useTranslation();
  const first = new Date(`${month}-01T00:00:00Z`);
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const before = (first.getUTCDay() + 6) % 7;
  const weekday = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en' : 'zh-CN', { weekday: 'short', timeZone: 'UTC' });
  return (
    <div className="month" aria-hidden="true">
      {Array.from({ length: 7 }, (_, day) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a weekday is its place
        <span key={`w${day}`} className="muted small">
          {weekday.format(new Date(Date.UTC(2024, 0, 1 + day)))}
        </span>
      ))}
      {Array.from({ length: before }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an empty place
        <i key={`e${place}`} />
      ))}
      {Array.from({ length: days }, (_, index) => {
        const date = `${month}-${String(index + 1).padStart(2, '0')}`;
        const count = dues.filter(({ on }) => on === date).length;
        const tone = count === 0 ? '' : date < today() ? 'late' : 'due';
        return (
          <b key={date} className={[tone, date === today() ? 'today' : ''].join(' ')}>
            {index + 1}
            {count > 0 && <small>{count}</small>}
          </b>
        );
      })}
    </div>
  );
}
