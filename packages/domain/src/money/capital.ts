import nzh from 'nzh';
import { type Fen, yuan } from './fen.ts';

/** Below a hundred million times a hundred million yuan (亿亿), where the words of large numbers are no longer agreed on. */
const LIMIT = 10n ** 18n;

/**
 * An amount in capital characters (大写金额), `-61728394n` → `人民币负陆拾壹万柒仟贰佰捌拾叁元玖角肆分`. 整 stands after whole yuan
 * and whole jiao (支付结算办法附一《正确填写票据和结算凭证的基本规定》: after yuan it must, after jiao it may).
 * @throws RangeError from 10^16 yuan on.
 */
export function capitalAmount(amount: Fen): string {
  if (amount >= LIMIT || amount <= -LIMIT) throw new RangeError('an amount of 10^16 yuan or more has no agreed words');
  const words = nzh.cn.toMoney(yuan(amount));
  return words.endsWith('分') ? words : `${words}整`;
}
