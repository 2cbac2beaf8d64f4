import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandData, CommandName } from '@lianyu/contract';
import type { Party } from '@lianyu/domain/agreements';
import { addDays, beijingDate, type CalendarDate, commandId, type Instant, type MemberId, organisationId } from '@lianyu/domain/kernel';
import type { OrganisationProfile, Role } from '@lianyu/domain/organisations';
import { derivedId } from '@lianyu/proofs';
import { demonstrationOrganisations } from '@lianyu/reference-data';
import type { SetClock } from '../clock.ts';
import { negotiationIdFrom } from '../commands/negotiation.ts';
import { memberIdFrom } from '../commands/organisations.ts';
import { proposedFrom } from '../commands/proposed.ts';
import type { Platform } from '../compose.ts';
import { found } from '../founding.ts';
import { actsOf, PASSWORD } from './acts.ts';
import { auditPeople, deputies, founders, officePeople, type Person, zoneAdministrators, zonePeople } from './cast.ts';
import { playPapers } from './papers.ts';
import { playProcedures } from './procedures.ts';
import { playProjects } from './projects.ts';
import { LENGTH_IN_DAYS, stories } from './scenario.ts';
import type { Scene } from './settling.ts';

/** An account of the demonstration, as it is written down for whoever looks around. */
export interface Account {
  readonly signInName: string;
  readonly password: string;
  readonly organisation: string;
  readonly name: string;
  readonly office: string;
  readonly roles: readonly Role[];
}

const TEXT = 'text/plain; charset=utf-8';
export const ACCOUNTS_FILE = 'demonstration-accounts.json';

/**
 * Plays the demonstration through commands, under a clock that is put to each act in turn, and writes the accounts down
 * where only the owner reads them. All command ids derive from the scenario: a play that was interrupted is taken up.
 * @param begunAt when the data directory was made; the scenario ends shortly before
 */
export async function playDemonstration(
  platform: Platform,
  clock: SetClock,
  begunAt: Instant,
  dataDir: string,
  progress: (done: number, of: number) => void,
): Promise<void> {
  const firstDay = addDays(beijingDate(begunAt), -LENGTH_IN_DAYS - 3);
  const dawn = Date.parse(`${addDays(firstDay, -7)}T08:00:00.000+08:00`);
  clock.set(dawn);
  const stage = await setStage(platform, clock, dawn, addDays(beijingDate(begunAt), DELEGATED_DAYS));

  const party = (organisation: string, side: Party['side']): Party => ({
    organisation: organisationId.parse(organisation),
    name: profileOf(organisation).name,
    side,
  });
  const setting = {
    firstDay,
    party,
    digestOf: (content: Parameters<typeof proposedFrom>[0]) => proposedFrom(content).digest,
    idMadeBy: (key: string) => negotiationIdFrom(idOf(key)),
    commandMadeBy: idOf,
  };
  const scene: Scene = {
    platform,
    keep: async (organisation, name, text) => ({
      digest: await platform.vault.keepFile(new TextEncoder().encode(text), organisationId.parse(organisation), TEXT, platform.clock.now()),
      name,
    }),
  };

  const { asking, office } = stage;
  await playPapers(platform, stage, { administrator: asking, coordinator: stage.account(office, 'coordinator').member, office });

  await playProcedures(stage, firstDay);

  const acts = stories.flatMap((story) => actsOf(story, setting)).sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  for (const [index, act] of acts.entries()) {
    clock.set(Date.parse(act.at));
    await platform.clockProcess.tick();
    const account = stage.account(act.organisation, act.person);
    const data = typeof act.data === 'function' ? await act.data(scene) : act.data;
    await stage.give(account.member, act.key, act.name, withPassword(data, account.password));
    progress(index + 1, acts.length);
  }
  await playProjects(stage, scene, firstDay);
  clock.set(undefined);
  writeFileSync(join(dataDir, ACCOUNTS_FILE), `${JSON.stringify(stage.accounts(), null, 2)}\n`, { mode: 0o600 });
}

interface Entered extends Account {
  readonly member: MemberId;
}

/** Organisations, people, roles and seals: all through the commands that an administrator would give. */
async function setStage(platform: Platform, clock: SetClock, dawn: number, delegatedUntil: CalendarDate) {
  const entered = new Map<string, Entered>();
  let step = 0;
  const [office, ...others] = demonstrationOrganisations;
  if (!office) throw new Error('the demonstration has no organisations');

  async function give<Name extends CommandName>(member: MemberId, key: string, name: Name, data: CommandData<Name>): Promise<void> {
    const principal = await platform.directory.principal(member, platform.clock.now());
    if (!principal) throw new Error(`${key}: nobody gives it`);
    const answer = await platform.commands.give(principal, { name, data, commandId: idOf(key), correlation: idOf(key) });
    if (!answer.ok) throw new Error(`${key} (${name}): ${answer.code} ${JSON.stringify(answer.data)}`);
    await platform.processes.passed(answer.position);
  }
  const tick = () => {
    step += 1;
    clock.set(dawn + step * 20_000);
  };

  async function enter(member: MemberId, organisation: string, { key, name, office: title, roles }: Person): Promise<void> {
    const password = randomBytes(12).toString('base64url');
    await platform.vault.setPassword(member, password);
    entered.set(`${organisation}/${key}`, {
      member,
      organisation,
      signInName: signInNameOf(organisation, key),
      password,
      name,
      office: title,
      roles,
    });
  }

  const [one, two] = founders.map((founder) => ({ ...founder, signInName: signInNameOf(office.id, founder.key) }));
  if (!one || !two) throw new Error('an installation has two founders');
  const founded = await found(platform, organisationId.parse(office.id), office.profile, [one, two], 1);
  for (const { founder, member } of founded) await enter(member, office.id, { ...founder, roles: ['administrator'] });
  const [asking, approving] = founded.map(({ member }) => member);
  if (!asking || !approving) throw new Error('an installation has two founders');

  async function admit(id: string, person: Person): Promise<void> {
    const organisation = organisationId.parse(id);
    const key = `stage/${id}/${person.key}`;
    tick();
    await give(asking as MemberId, key, 'admit-member', {
      organisation,
      name: person.name,
      office: person.office,
      signInName: signInNameOf(id, person.key),
    });
    const member = memberIdFrom(idOf(key));
    for (const role of person.roles) {
      await give(asking as MemberId, `${key}/${role}`, 'request-role-grant', { organisation, member, role, from: beijingDate(platform.clock.now()) });
      await give(approving as MemberId, `${key}/${role}/yes`, 'approve-role-grant', { organisation, request: idOf(`${key}/${role}`) });
    }
    if (person.roles.includes('signatory')) {
      const from = beijingDate(platform.clock.now());
      const document = { documentNumber: `任字〔${from.slice(0, 4)}〕${entered.size}号`, issuedBy: '任免机关（演示）', from };
      await give(asking as MemberId, `${key}/authority`, 'record-signing-authority', { organisation, member, basis: 'office', document });
    }
    await enter(member, id, person);
  }

  /** The head of an example zone lets a deputy sign, by a letter of authority, until some time after the demonstration begins. */
  async function delegate(id: string): Promise<void> {
    const organisation = organisationId.parse(id);
    const [deputy] = deputies;
    if (!deputy) throw new Error('nobody to delegate to');
    await admit(id, deputy);
    const person = (key: string) => entered.get(`${id}/${key}`)?.member as MemberId;
    const from = beijingDate(platform.clock.now());
    const key = `stage/${id}/delegation`;
    await give(person('head'), key, 'request-delegation', {
      organisation,
      delegate: person(deputy.key),
      role: 'signatory',
      from,
      until: delegatedUntil,
      scope: { kind: 'all' },
      document: { documentNumber: `授权〔${from.slice(0, 4)}〕1号`, issuedBy: profileOf(id).name.zh, from, until: delegatedUntil },
    });
    await give(approving as MemberId, `${key}/yes`, 'approve-delegation', { organisation, delegation: idOf(key) });
  }

  for (const person of officePeople) await admit(office.id, person);
  for (const { id, profile } of others) {
    const organisation = organisationId.parse(id);
    tick();
    await give(asking, `stage/${id}`, 'register-organisation', { organisation, profile });
    const own = zoneAdministrators[id];
    for (const person of profile.kind === 'audit' ? auditPeople : [...zonePeople, ...(own ? [own] : [])]) await admit(id, person);
    if (profile.kind !== 'audit') await give(asking, `stage/${id}/seal`, 'enrol-seal-key', { organisation });
    if (id === DELEGATES) await delegate(id);
  }

  return {
    give,
    idOf,
    asking,
    office: office.id,
    account(organisation: string, person: string): Entered {
      const found = entered.get(`${organisation}/${person}`);
      if (!found) throw new Error(`nobody is ${person} of ${organisation}`);
      return found;
    },
    accounts: (): Account[] => [...entered.values()].map(({ member: _, ...account }) => account),
  };
}

/** The example zone whose head has delegated, and for how many days after the demonstration begins. */
const DELEGATES = 'example-a';
const DELEGATED_DAYS = 180;

const idOf = (key: string) => commandId.parse(derivedId(SCENARIO, key));
const SCENARIO = '9b0f3c52-1b7e-4a0e-9f63-0c5d5a4e7d11';

const signInNameOf = (organisation: string, key: string) => `${organisation}.${key}`;

function profileOf(organisation: string): OrganisationProfile {
  const found = demonstrationOrganisations.find(({ id }) => id === organisation);
  if (!found) throw new Error(`no organisation ${organisation} in the reference data`);
  return found.profile;
}

function withPassword<Data extends object>(data: Data, password: string): Data {
  return 'password' in data && data.password === PASSWORD ? { ...data, password } : data;
}
