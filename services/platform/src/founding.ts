import { beijingDate, commandId, type MemberId, type OrganisationId, toInstant } from '@lianyu/domain/kernel';
import type { OrganisationProfile } from '@lianyu/domain/organisations';
import { derivedId } from '@lianyu/proofs';
import { inside, memberIdFrom } from './commands/organisations.ts';
import type { Platform } from './compose.ts';

export interface Founder {
  readonly key: string;
  readonly name: string;
  readonly office: string;
  readonly signInName: string;
}

export interface Founded {
  readonly founder: Founder;
  readonly member: MemberId;
  /** Of a one-time link to choose a password; absent when one was chosen already. */
  readonly token: string | undefined;
}

/**
 * The first organisation and its two administrators, whom nobody inside could appoint (AZ-3): recorded as what it is. Done
 * again after an interruption it changes nothing but the tokens.
 */
export async function found(
  { vault, executor, clock }: Pick<Platform, 'vault' | 'executor' | 'clock'>,
  organisation: OrganisationId,
  profile: OrganisationProfile,
  founders: readonly [Founder, Founder],
  linkMs: number,
): Promise<readonly Founded[]> {
  const at = clock.now();
  const entered = founders.map((founder): Founded => {
    const member = memberIdFrom(derivedId(FOUNDING, founder.key));
    const { name, office, signInName } = founder;
    return { founder, member, token: vault.enter({ member, organisation, name, office, signInName }, toInstant(Date.parse(at) + linkMs)) };
  });
  const administrators = entered.map(({ member }) => member);
  const outcome = await executor.execute(
    {
      commandId: commandId.parse(FOUNDING),
      name: 'found-installation',
      data: { organisation, administrators },
      actor: { kind: 'process', process: 'founding' },
      correlation: FOUNDING,
      causation: FOUNDING,
    },
    inside(organisation, ({ at: when }) => ({ type: 'found-installation', organisation, profile, administrators, today: beijingDate(when) })),
    () => ({ allowed: true, policies: ['process/founding'] }),
  );
  if (!outcome.ok) throw new Error(`the installation could not be founded: ${outcome.code}`);
  return entered;
}

/** The one command that no installation gets twice. */
const FOUNDING = '5c0f6f0a-7a55-4c7b-8d5e-1d0b7c4f9a21';
