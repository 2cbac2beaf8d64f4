import type { Texts } from '../i18n/texts.ts';

export const signInZh = {
  title: '登录',
  name: '登录名',
  password: '密码',
  submit: '登录',
  hint: '演示账户及密码见启动时打印的文件',
  setUpTitle: '设置密码',
  setUpFor: '{{name}}，请为登录名 {{signInName}} 设置密码',
  newPassword: '新密码（至少 12 位）',
  again: '再输入一次',
  different: '两次输入不一致',
  set: '设置并登录',
} as const;

export const signInEn: Texts<typeof signInZh> = {
  title: 'Sign in',
  name: 'Sign-in name',
  password: 'Password',
  submit: 'Sign in',
  hint: 'Demonstration accounts are in the file that is printed at the start',
  setUpTitle: 'Choose a password',
  setUpFor: '{{name}}, please choose a password for {{signInName}}',
  newPassword: 'New password (12 characters or more)',
  again: 'Again',
  different: 'The two differ',
  set: 'Set and sign in',
};
