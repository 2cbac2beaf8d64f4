import type { FastifyReply } from 'fastify';
import { type Config, isHttps } from '../config/index.ts';

type Place = Pick<Config, 'publicOrigin'>;

/** Over TLS the prefix binds the cookie to this very host: no neighbour, and no page without TLS, can plant one (RFC 6265bis). */
export function cookieName(config: Place): string {
  return isHttps(config) ? '__Host-lianyu' : 'lianyu';
}

export function giveCookie(reply: FastifyReply, config: Place, secret: string, lifetimeMs: number): void {
  reply.setCookie(cookieName(config), secret, { ...attributes(config), maxAge: Math.floor(lifetimeMs / 1000) });
}

export function takeCookie(reply: FastifyReply, config: Place): void {
  reply.clearCookie(cookieName(config), attributes(config));
}

function attributes(config: Place) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: isHttps(config) } as const;
}
