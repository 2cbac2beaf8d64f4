import { calendarAddress, openedCalendar } from '@lianyu/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { explain } from '../i18n/explain.ts';
import { formatInstant } from '../i18n/format.ts';
import { ApiError, del, get, post } from '../live/index.ts';

const KEY = ['calendar-address'];

/** 订阅日历: a secret address for a calendar program, shown once, revoked at will. */
export function CalendarAddress() {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <>
      <Button onClick={() => setShown(true)}>{t('deadlines.calendar.open')}</Button>
      <Modal open={shown} title={t('deadlines.calendar.title')} footer={null} onCancel={() => setShown(false)} destroyOnHidden>
        <Address />
      </Modal>
    </>
  );
}

function Address() {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const found = useQuery({ queryKey: KEY, queryFn: () => get('/api/calendar-address', calendarAddress), staleTime: 0 });
  const settle = {
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
    onError: (error: unknown) => message.error(explain(t, error instanceof ApiError ? error : new ApiError('ANSWER_UNREADABLE'))),
  };
  const make = useMutation({ mutationFn: () => post('/api/calendar-address', {}, openedCalendar), ...settle });
  const close = useMutation({
    mutationFn: () => del('/api/calendar-address', z.null()),
    onSuccess: () => {
      make.reset();
      void message.success(t('deadlines.calendar.closed'));
    },
    ...settle,
  });
  const openedAt = found.data?.openedAt;
  const address = make.data && `${location.origin}${make.data.path}?language=${i18n.language === 'en' ? 'en' : 'zh'}`;
  return (
    <div className="calendar-address">
      <p>{t('deadlines.calendar.what')}</p>
      {address !== undefined ? (
        <>
          <p>{t('deadlines.calendar.once')}</p>
          <Input readOnly value={address} aria-label={t('deadlines.calendar.title')} onFocus={(event) => event.target.select()} />
        </>
      ) : (
        <p className="muted">
          {openedAt === undefined ? t('deadlines.calendar.none') : t('deadlines.calendar.openedAt', { date: formatInstant(openedAt) })}
        </p>
      )}
      <div className="row">
        {address !== undefined && (
          <Button type="primary" onClick={() => void navigator.clipboard.writeText(address).then(() => message.success(t('common.copied')))}>
            {t('deadlines.calendar.copy')}
          </Button>
        )}
        <Button loading={make.isPending} onClick={() => make.mutate()} title={openedAt === undefined ? undefined : t('deadlines.calendar.againNote')}>
          {t(openedAt === undefined ? 'deadlines.calendar.make' : 'deadlines.calendar.again')}
        </Button>
        {openedAt !== undefined && (
          <Button danger loading={close.isPending} onClick={() => close.mutate()}>
            {t('deadlines.calendar.close')}
          </Button>
        )}
      </div>
    </div>
  );
}
