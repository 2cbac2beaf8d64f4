import { isIP } from 'node:net';
import { organisationId } from '@lianyu/domain/kernel';
import { EventStoreError } from '@lianyu/event-store';
import { readAddress } from '@lianyu/event-store/kurrentdb';
import { z } from 'zod';

/**
 * The environment variables, each with its default. The message of each says in Chinese and English what is allowed;
 * `config.ts` puts the variable's name before it and the value that was given behind it.
 */
export const variables = z.object({
  HOST: text(255, '监听地址', 'an address to listen on').default('127.0.0.1'),
  PORT: whole(0, 65_535).default(8080),
  DATA_DIR: text(4096, '数据目录的路径', 'the path of the data directory').default('./data'),
  VAULT_KEY_FILE: text(4096, '主密钥文件的路径', "the path of the master key's file").optional(),
  EVENT_STORE_URL: z.string().max(4096).superRefine(connectionString).optional(),
  PUBLIC_ORIGIN: z
    .string()
    .refine(isOrigin, { error: '应为 https://例.中国 这样的来源，不带路径 / must be an origin such as https://example.cn, without a path' })
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .refine((value) => value.split(',').every((address) => isAddress(address.trim())), {
      error: '应为反向代理的地址或网段，以逗号分隔 / must be addresses or networks of reverse proxies, separated by commas',
    })
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: '应为以下之一 / must be one of: fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  SESSION_HOURS: whole(1, 24 * 7).default(12),
  SESSION_IDLE_HOURS: whole(1, 24 * 7).default(8),
  SET_UP_LINK_HOURS: whole(1, 24 * 30).default(72),
  REQUESTS_PER_MINUTE: whole(1, 1_000_000).default(1200),
  SIGN_INS_PER_MINUTE: whole(1, 1_000_000).default(30),
  OFFICE_ID: organisationCode().default(organisationId.parse('coordination-office')),
  OFFICE_NAME: text(120, '机构名称', 'a name').default('跨区域产业协作协调办公室'),
  OFFICE_NAME_EN: text(200, '机构英文名称', 'a name').default('Coordination Office for Cross-Regional Industrial Cooperation'),
  OFFICE_SHORT_NAME: text(120, '机构简称', 'a short name').default('协调办公室'),
  OFFICE_SHORT_NAME_EN: text(200, '机构英文简称', 'a short name').default('Coordination Office'),
  OFFICE_REGION_CODE: z
    .string()
    .regex(/^\d{6}$/, { error: '应为六位行政区划代码（GB/T 2260） / must be six digits (GB/T 2260)' })
    .default('150000'),
  OFFICE_LEVEL: z
    .enum(['national', 'region', 'city', 'county'], { error: '应为以下之一 / must be one of: national, region, city, county' })
    .default('region'),
  ADMINISTRATOR_1_NAME: text(80, '姓名', 'a name').default('管理员甲'),
  ADMINISTRATOR_1_SIGN_IN: signInName().default('admin-1'),
  ADMINISTRATOR_2_NAME: text(80, '姓名', 'a name').default('管理员乙'),
  ADMINISTRATOR_2_SIGN_IN: signInName().default('admin-2'),
});
export type Variables = z.infer<typeof variables>;

function text(longest: number, zh: string, en: string) {
  const error = `应为${zh}，至多 ${longest} 字 / must be ${en}, at most ${longest} characters`;
  return z
    .string()
    .trim()
    .min(1, { error })
    .max(longest, { error })
    .regex(/^\P{Cc}*$/u, { error });
}

function whole(least: number, most: number) {
  const error = `应为 ${least} 到 ${most} 的整数 / must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error });
}

function signInName() {
  return z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, {
    error: '应为 3 到 40 个小写字母、数字或 . _ - / must be 3 to 40 lower-case letters, digits or . _ -',
  });
}

function organisationCode() {
  return z.string().transform((value, context) => {
    const parsed = organisationId.safeParse(value);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: '应为小写字母、数字和连字符 / must be lower-case letters, digits and hyphens' });
    return z.NEVER;
  });
}

/** `10.0.0.1`, `10.0.0.0/8`, `::1`, or one of the names that Fastify knows. */
function isAddress(value: string): boolean {
  const [address = '', bits, ...more] = value.split('/');
  if (['loopback', 'linklocal', 'uniquelocal'].includes(value)) return true;
  const longest = isIP(address) === 4 ? 32 : 128;
  return isIP(address) !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= longest));
}

/** Reads the certificates that it names, so that a wrong path is told before anything is touched. */
function connectionString(value: string, context: z.RefinementCtx): void {
  try {
    readAddress(value);
  } catch (error) {
    if (!(error instanceof EventStoreError)) throw error;
    context.addIssue({
      code: 'custom',
      message: `应为 esdb://[用户:密码@]主机[:端口][?选项=值] / must be such a connection string: ${error.data['problem']}`,
    });
  }
}

function isOrigin(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value) && new URL(value).origin === value;
}
