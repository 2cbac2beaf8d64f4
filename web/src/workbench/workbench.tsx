import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useMe } from '../app/session.tsx';
import { ProcedureWaiting } from '../procedure/waiting.tsx';
import { PageHead, useNames } from '../ui/index.ts';
import { Drafts } from './drafts.tsx';
import { Recent } from './recent.tsx';
import { RoleRequests } from './role-requests.tsx';
import { Stages, Stalled } from './standing.tsx';
import { Tasks, useTasks } from './tasks.tsx';
import './workbench.css';

const ACTING = ['drafter', 'legal-reviewer', 'decision-recorder', 'signatory', 'seal-keeper'];
const OVERSEEING = ['coordinator', 'analyst', 'auditor'];

/** 工作台: what waits for me comes first; who only watches sees where everything stands. */
export function Component() {
  const { roles } = useMe();
  return roles.some((role) => OVERSEEING.includes(role)) && !roles.some((role) => ACTING.includes(role)) ? <Overseeing /> : <Acting />;
}

function Acting() {
  const { t } = useTranslation();
  const { roles } = useMe();
  const tasks = useTasks();
  const waiting = tasks.mine.length;
  return (
    <main className="page" id="content">
      <PageHead
        over={<Whoami />}
        title={waiting > 0 ? t('workbench.waiting', { number: waiting }) : t('workbench.nothingWaiting')}
        actions={roles.includes('drafter') && <NewAgreement />}
      />
      <div className="workbench">
        <div className="column">
          <ProcedureWaiting />
          {roles.includes('administrator') && <RoleRequests />}
          <Tasks tasks={tasks} />
        </div>
        <div className="column">
          {roles.includes('drafter') && <Drafts />}
          <Recent />
        </div>
      </div>
    </main>
  );
}

function Overseeing() {
  const { t } = useTranslation();
  return (
    <main className="page" id="content">
      <PageHead
        over={<Whoami />}
        title={t('workbench.overseer')}
        actions={
          <Link className="button-like" to="/wall">
            {t('workbench.toWall')}
          </Link>
        }
      />
      <Stages />
      <div className="workbench">
        <div className="column">
          <Stalled />
        </div>
        <div className="column">
          <Recent />
        </div>
      </div>
    </main>
  );
}

function Whoami() {
  const { name, office, organisation } = useMe();
  const nameOf = useNames();
  return [nameOf(organisation), office, name].join(' · ');
}

function NewAgreement() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Button type="primary" onClick={() => void navigate('/agreements/begin')}>
      {t('workbench.new')}
    </Button>
  );
}
