import type { Texts } from '../i18n/texts.ts';

export const signInZh = {
  title: '登录',
  name: '登录名',
  password: '密码',
  submit: '登录',
  purpose: '跨省区开发区协作协议：商定、签署、核算',
  hint: '如为演示环境：账户与密码在启动时打印其路径的文件 demonstration-accounts.json 中。',
  setUpTitle: '设置密码',
  setUpFor: '{{name}}（{{organisation}}），请为登录名 {{signInName}} 设置密码',
  newPassword: '新密码（至少 12 位）',
  again: '再输入一次',
  different: '两次输入不一致',
  toSignIn: '前往登录',
  set: '设置并登录',
} as const;

export const signInEn: Texts<typeof signInZh> = {
  title: 'Sign in',
  name: 'Sign-in name',
  password: 'Password',
  submit: 'Sign in',
  purpose: 'Cooperation agreements between development zones: agreed, signed, accounted for',
  hint: 'In a demonstration: accounts and passwords are in demonstration-accounts.json, whose path is printed at the start.',
  setUpTitle: 'Choose a password',
  setUpFor: '{{name}} ({{organisation}}), please choose a password for {{signInName}}',
  toSignIn: 'To the sign-in page',
  newPassword: 'New password (12 characters or more)',
  again: 'Again',
  different: 'The two differ',
  set: 'Set and sign in',
};
