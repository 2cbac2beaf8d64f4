import type { ReferenceOrganisation } from '@lianyu/contract';
import type { MembershipDocument } from '@lianyu/projections/folds';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMe } from '../app/session.tsx';
import { useRows } from '../live/index.ts';
import { Card, ErrorState, fullest, PageHead, Skeleton, useOrganisations } from '../ui/index.ts';
import { About } from './about.tsx';
import { Members } from './members.tsx';
import { OrganisationList } from './organisation-list.tsx';
import { Reference } from './reference.tsx';
import { RegisterOrganisation } from './register-organisation.tsx';
import { Webhooks } from './webhooks/webhooks.tsx';
import './administration.css';

/** 组织管理: organisations, their people and roles. What an administrator may do elsewhere the server decides. */
export function Component() {
  const { t, i18n } = useTranslation();
  const { organisation: own, audiences, roles } = useMe();
  const [search, setSearch] = useSearchParams();
  const [registering, setRegistering] = useState<{ readonly from: ReferenceOrganisation | undefined } | undefined>();
  const [looking, setLooking] = useState(false);
  const { rows, state, error, retry } = useRows<MembershipDocument>('organisations', 'membership');
  const organisations = useOrganisations();
  const chosen = search.get('organisation') ?? own;
  const about = organisations.get(chosen);
  const membership = fullest(rows).find(({ body }) => body.organisation === chosen)?.body;
  // The readership of the installation's own administrators; it only decides what is offered, not what is allowed.
  const operator = audiences.includes('administration');
  const mayManage = operator || (chosen === own && roles.includes('administrator'));
  return (
    <main className="page" id="content">
      <PageHead
        title={t('administration.title')}
        actions={
          <>
            <Button onClick={() => setLooking(true)}>{t('administration.reference')}</Button>
            <Button onClick={() => setRegistering({ from: undefined })}>{t('administration.register')}</Button>
          </>
        }
      />
      {error ? (
        <ErrorState error={error} retry={retry} />
      ) : state === 'loading' ? (
        <Card>
          <Skeleton />
        </Card>
      ) : (
        <div className="administration">
          <OrganisationList
            organisations={[...organisations.values()]}
            chosen={chosen}
            memberships={fullest(rows).map(({ body }) => body)}
            choose={(id) => setSearch({ organisation: id })}
          />
          {about && (
            <div className="column" key={chosen}>
              <h2 className="chosen">{about.profile.name[i18n.language === 'en' ? 'en' : 'zh']}</h2>
              {membership ? (
                <Members membership={membership} memberships={fullest(rows).map(({ body }) => body)} mayManage={mayManage} />
              ) : (
                <Card title={t('administration.members')}>{t('administration.notYours')}</Card>
              )}
              <About organisation={about} mayManage={mayManage} mayVerify={operator} />
              {chosen === own && roles.includes('administrator') && <Webhooks operator={operator} />}
            </div>
          )}
        </div>
      )}
      {looking && (
        <Reference
          registered={new Set(organisations.keys())}
          onRegister={(from) => {
            setLooking(false);
            setRegistering({ from });
          }}
          onClose={() => setLooking(false)}
        />
      )}
      {registering && (
        <RegisterOrganisation
          from={registering.from}
          mayVerify={operator}
          onClose={(registered) => {
            setRegistering(undefined);
            if (registered !== undefined) setSearch({ organisation: registered });
          }}
        />
      )}
    </main>
  );
}
