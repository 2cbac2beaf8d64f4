import { type CommandName, commandAnswer, commands } from '@lianyu/contract';
import { commandId } from '@lianyu/domain/kernel';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SignedInOf } from '../access/signed-in.ts';
import { problem } from '../http/index.ts';
import type { Commands } from './commands.ts';

interface Parts {
  readonly commands: Commands;
  readonly signedIn: SignedInOf;
  readonly origin: () => string;
}

/** `POST /api/commands/<name>` for every command of the contract; answered when its events are durable. */
export function commandRoutes({ commands: given, signedIn, origin }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    for (const name of Object.keys(commands) as CommandName[]) {
      const body = z.strictObject({ commandId, data: commands[name] });
      app.post(`/api/commands/${name}`, { schema: { tags: ['commands'], body, response: { 200: commandAnswer } } }, async (request) => {
        const { principal } = await signedIn(request);
        const { commandId: id, data } = request.body;
        const answer = await given.give(principal, { name, data, commandId: id, correlation: request.id });
        if (!answer.ok) throw problem(answer.code, answer.data);
        const { subject, repeated, setUpToken } = answer;
        return { commandId: id, subject, repeated, ...(setUpToken === undefined ? {} : { setUpLink: `${origin()}/set-up/${setUpToken}` }) };
      });
    }
  };
}
