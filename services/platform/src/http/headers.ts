import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyHelmetOptions } from '@fastify/helmet';
import { type Config, isHttps } from '../config/index.ts';
import { originsOf } from './origin.ts';

/**
 * The browser loads from here and nowhere else. Styles alone may be inline: antd writes its style elements at run time and
 * ECharts puts style attributes into its tooltips, which no nonce covers; scripts never are. The live feed's address is
 * named because `'self'` did not cover `ws:` in every browser that is served.
 */
export function securityHeaders(config: Config): FastifyHelmetOptions {
  const https = isHttps(config);
  return {
    global: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", (request: IncomingMessage, _reply: ServerResponse) => liveOrigins(request, config)],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameSrc: ["'none'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    originAgentCluster: true,
  };
}

/** No page of ours asks for any of these. */
export const permissionsPolicy = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'display-capture']
  .map((feature) => `${feature}=()`)
  .join(', ');

/** A policy has no way to write an IPv6 address; there `'self'` has to do. */
function liveOrigins(request: IncomingMessage, config: Config): string {
  return originsOf(request, config)
    .filter((origin) => !origin.includes('['))
    .map((origin) => origin.replace(/^http/, 'ws'))
    .join(' ');
}
