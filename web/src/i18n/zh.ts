import { accountZh } from '../account/texts.ts';
import { administrationZh } from '../administration/texts.ts';
import { agreementsZh } from '../agreements/texts.zh.ts';
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
  wall: wallZh,
  account: accountZh,
  administration: administrationZh,
} as const;
