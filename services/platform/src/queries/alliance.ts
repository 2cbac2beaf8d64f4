import { alliance, asOfParameter } from '@lianyu/contract';
import type { OrganisationId } from '@lianyu/domain/kernel';
import type { ReadStore } from '@lianyu/projections';
import { type AgreementRow, agreementRow, type OrganisationDocument, organisationDocument } from '@lianyu/projections/folds';
import { type Circle, circles, HOME_PROVINCE, isPartner } from '@lianyu/reference-data/policy';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SignedInOf } from '../access/signed-in.ts';
import { momentFor } from './as-stood.ts';
import { everyDocument } from './every.ts';

interface Parts {
  readonly readStore: ReadStore;
  readonly signedIn: SignedInOf;
}

/** How much is looked at for one page (ER-3). */
const MOST = { agreements: 2_000, organisations: 2_000, accounts: 5_000 } as const;
const signed: ReadonlySet<AgreementRow['stage']> = new Set(['concluded', 'in-force', 'suspended', 'expired', 'terminated', 'closed', 'archived']);
const aboutAgreement = z.object({ agreement: z.string() });

/** The alliance of item 14, as far as the viewer reads what is signed (AZ-2). */
export function allianceRoutes({ readStore, signedIn }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/alliance',
      { schema: { tags: ['pages'], querystring: z.strictObject(asOfParameter), response: { 200: alliance } } },
      async (request) => {
        const { viewer } = await signedIn(request);
        const { asOf } = request.query;
        const documents = asOf === undefined ? readStore : readStore.asOf(momentFor(readStore, viewer.audiences, asOf).position);
        const rows = everyDocument(documents, viewer, { kind: 'agreement-row' }, MOST.agreements);
        const organisations = everyDocument(documents, viewer, { kind: 'organisation' }, MOST.organisations).documents.map(({ body }) =>
          organisationDocument.parse(body),
        );
        const reporting = new Set(
          (['settlement-account', 'statement-row'] as const).flatMap((kind) =>
            everyDocument(documents, viewer, { kind }, MOST.accounts).documents.map(({ body }) => aboutAgreement.parse(body).agreement),
          ),
        );
        const agreements = rows.documents.map(({ body }) => agreementRow.parse(body)).filter(({ stage }) => signed.has(stage));
        return { circles: circles.map((circle) => circleOf(circle, organisations, agreements, reporting)), more: rows.more };
      },
    );
  };
}

function circleOf(circle: Circle, organisations: readonly OrganisationDocument[], rows: readonly AgreementRow[], reporting: ReadonlySet<string>) {
  const zones = organisations.filter(({ profile }) => profile.kind === 'zone');
  const ours = zones.filter(({ id, profile }) =>
    circle.ours ? circle.ours.includes(id) : profile.regionCode.startsWith(HOME_PROVINCE) && !isPartner(circle, profile),
  );
  const partners = zones.filter(({ profile }) => isPartner(circle, profile));
  const among = (some: readonly OrganisationDocument[], parties: readonly OrganisationId[]) => some.some(({ id }) => parties.includes(id));
  return {
    circle: circle.id,
    ours: ours.map(({ id }) => id),
    partners: partners.map(({ id }) => id),
    agreements: rows
      .filter(({ parties }) => among(ours, parties) && among(partners, parties))
      .map(({ id, parties, stage, title, mode, number, concludedOn }) => ({
        id,
        parties,
        stage,
        ...(title === undefined ? {} : { title }),
        ...(mode === undefined ? {} : { mode }),
        ...(number === undefined ? {} : { number }),
        ...(concludedOn === undefined ? {} : { concludedOn }),
        reports: reporting.has(id),
      })),
  };
}
