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
        // The page in which files are shown, which has a stricter policy of its own.
        frameSrc: ["'self'"],
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

/**
 * The page in which files are shown. It is framed by ours alone, without an origin; its own scripts run and nothing is loaded
 * but pictures and fonts out of the file that it was given. WebAssembly is the viewer's decoders.
 */
export const previewPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  'img-src blob: data:',
  'font-src blob: data:',
  'worker-src blob:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-scripts',
].join('; ');

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
