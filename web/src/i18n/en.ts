import { accountEn } from '../account/texts.ts';
import { administrationEn } from '../administration/texts.ts';
import { webhooksEn } from '../administration/webhooks/texts.ts';
import { beginEn } from '../agreements/begin/texts.ts';
import { commentsEn } from '../agreements/comments/texts.ts';
import { agreementsEn } from '../agreements/texts.en.ts';
import { deadlinesEn } from '../deadlines/texts.ts';
import { exchangesEn } from '../exchanges/texts.ts';
import { figuresEn } from '../figures/texts.en.ts';
import { attachmentsEn } from '../files/texts.ts';
import { noticesEn } from '../notices/texts.ts';
import { procedureEn } from '../procedure/texts.ts';
import { registrationEn } from '../registration/texts.en.ts';
import { settlementEn } from '../settlement/texts.en.ts';
import { sharingEn } from '../sharing/texts.en.ts';
import { whyEn } from '../sharing/why/texts.en.ts';
import { signInEn } from '../sign-in/texts.ts';
import { wallEn } from '../wall/texts.ts';
import { workbenchEn } from '../workbench/texts.ts';
import { commonEn } from './common.en.ts';
import { errorsEn } from './errors.en.ts';
import { termsEn } from './terms.en.ts';
import type { Texts } from './texts.ts';
import type { zh } from './zh.ts';

export const en: Texts<typeof zh> = {
  common: commonEn,
  terms: termsEn,
  errors: errorsEn,
  signIn: signInEn,
  workbench: workbenchEn,
  agreements: agreementsEn,
  procedure: procedureEn,
  comments: commentsEn,
  exchanges: exchangesEn,
  begin: beginEn,
  attachments: attachmentsEn,
  registration: registrationEn,
  sharing: sharingEn,
  settlement: settlementEn,
  why: whyEn,
  figures: figuresEn,
  wall: wallEn,
  account: accountEn,
  administration: administrationEn,
  deadlines: deadlinesEn,
  notices: noticesEn,
  webhooks: webhooksEn,
};
