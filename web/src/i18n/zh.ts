import { accountZh } from '../account/texts.ts';
import { administrationZh } from '../administration/texts.ts';
import { webhooksZh } from '../administration/webhooks/texts.ts';
import { beginZh } from '../agreements/begin/texts.ts';
import { commentsZh } from '../agreements/comments/texts.ts';
import { agreementsZh } from '../agreements/texts.zh.ts';
import { deadlinesZh } from '../deadlines/texts.ts';
import { exchangesZh } from '../exchanges/texts.ts';
import { figuresZh } from '../figures/texts.zh.ts';
import { attachmentsZh } from '../files/texts.ts';
import { noticesZh } from '../notices/texts.ts';
import { procedureZh } from '../procedure/texts.ts';
import { registrationZh } from '../registration/texts.zh.ts';
import { settlementZh } from '../settlement/texts.zh.ts';
import { sharingZh } from '../sharing/texts.zh.ts';
import { whyZh } from '../sharing/why/texts.zh.ts';
import { signInZh } from '../sign-in/texts.ts';
import { wallZh } from '../wall/texts.ts';
import { workbenchZh } from '../workbench/texts.ts';
import { commonZh } from './common.zh.ts';
import { errorsZh } from './errors.zh.ts';
import { termsZh } from './terms.zh.ts';

export const zh = {
  common: commonZh,
  terms: termsZh,
  errors: errorsZh,
  signIn: signInZh,
  workbench: workbenchZh,
  agreements: agreementsZh,
  procedure: procedureZh,
  comments: commentsZh,
  exchanges: exchangesZh,
  begin: beginZh,
  attachments: attachmentsZh,
  registration: registrationZh,
  sharing: sharingZh,
  settlement: settlementZh,
  why: whyZh,
  figures: figuresZh,
  wall: wallZh,
  account: accountZh,
  administration: administrationZh,
  deadlines: deadlinesZh,
  notices: noticesZh,
  webhooks: webhooksZh,
} as const;
