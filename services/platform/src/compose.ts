import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { MemberId } from '@lianyu/domain/kernel';
import { createRunner } from '@lianyu/projections';
import { projections } from '@lianyu/projections/folds';
import { openSqliteReadStore } from '@lianyu/projections/sqlite';
import { openVault } from '@lianyu/vault';
import type { FastifyBaseLogger } from 'fastify';
import { audiencesOf } from './access/audiences.ts';
import { createDirectory } from './access/directory.ts';
import { loadPolicies } from './access/policies.ts';
import type { SignedInOf } from './access/signed-in.ts';
import { createViewers } from './access/viewers.ts';
import type { Clock } from './clock.ts';
import { createCommands } from './commands/commands.ts';
import { createExecutor } from './commands/execute.ts';
import { commandRoutes } from './commands/routes.ts';
import type { Config } from './config/index.ts';
import { deadlineRoutes } from './deadlines/routes.ts';
import { openEventStore, recogniseLog } from './event-store.ts';
import { exportRoutes } from './exchange/export-routes.ts';
import { importRoutes } from './exchange/import-routes.ts';
import { paperRoutes } from './exchange/paper-routes.ts';
import { createPapers } from './exchange/papers.ts';
import { fileRoutes } from './files/routes.ts';
import { filmRoutes } from './film/routes.ts';
import { closeHttp, createHttp, isSameOrigin, problem } from './http/index.ts';
import { attachLive } from './live/attach.ts';
import { createCursors } from './live/cursor.ts';
import { noticeProcess } from './notices/process.ts';
import { createReminders } from './notices/reminders.ts';
import { noticeRoutes } from './notices/routes.ts';
import { clocksTogether, createClockProcess, remember, startTicking } from './processes/clock.ts';
import { createLapseProcess } from './processes/lapse.ts';
import { createProcessRunner } from './processes/runner.ts';
import { standingProcesses } from './processes/standing.ts';
import { actionRoutes } from './queries/actions.ts';
import { allianceRoutes } from './queries/alliance.ts';
import { draftRoutes } from './queries/drafts.ts';
import { historyRoutes } from './queries/history.ts';
import { projectRoutes } from './queries/projects.ts';
import { quotaRoutes } from './queries/quotas.ts';
import { referenceRoutes } from './queries/reference.ts';
import { queryRoutes } from './queries/routes.ts';
import { settlementActionRoutes } from './queries/settlement-actions.ts';
import { settlementListRoutes } from './queries/settlement-lists.ts';
import { settlementPageRoutes } from './queries/settlement-pages.ts';
import { createTelling } from './queries/telling.ts';
import { createSettlementReader } from './settlement/reading.ts';
import { sessionReader, signInRoutes } from './sign-in/index.ts';
import { createOutbox, startSending } from './webhooks/outbox.ts';
import { webhookRoutes } from './webhooks/routes.ts';

interface Parts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  /** The folder of the built user interface; without it only the API is served. */
  readonly webRoot?: string;
}

/** How long requests under way may take when the server closes. */
const DRAIN_MS = 10_000;

export type Platform = Awaited<ReturnType<typeof compose>>;

/**
 * The composition root: the only place that knows which engine stands behind which port. What it opens it closes again, in
 * the opposite order, also when opening fails half-way. @throws EventStoreError, VaultError
 */
export async function compose({ config, clock, log, webRoot }: Parts) {
  const opened: (() => unknown)[] = [];
  const opening = <Thing>(thing: Thing, close: (thing: Thing) => unknown): Thing => {
    opened.push(() => close(thing));
    return thing;
  };
  const close = async () => {
    for (const one of opened.splice(0).reverse()) await one();
  };

  try {
    const now = () => clock.now();
    const inData = (name: string) => join(config.dataDir, name);
    const vault = opening(
      openVault({ path: inData('vault.sqlite'), filesPath: inData('files'), keyFile: config.vaultKeyFile, idleMs: config.sessions.idleMs }),
      (it) => it.close(),
    );
    const store = opening(await openEventStore(config, log), (it) => it.close());
    await recogniseLog(store, vault);
    const readStore = opening(openSqliteReadStore({ path: inData('read.sqlite') }), (it) => it.close());
    const policies = loadPolicies();
    vault.archivePolicies(policies.digest, policies.text, now());

    const directory = createDirectory({ store, vault });
    const viewers = createViewers({ directory, policies });
    const executor = createExecutor({ store, clock, policies: policies.digest });
    const settlement = createSettlementReader(store);
    const papers = createPapers(readStore);
    const commands = createCommands({ store, vault, clock, policies, executor, settlement, papers, setUpLinkMs: config.setUpLinkMs, log });

    const telling = createTelling({ store, policies });

    const runner = opening(createRunner({ store, readStore, projections, log }), (it) => it.stop());
    const clockProcess = clocksTogether(
      createClockProcess({ store, executor, clock }),
      createLapseProcess({ executor, clock }),
      createReminders({ readStore, vault, clock }),
    );
    const processes = opening(
      createProcessRunner({
        store,
        vault,
        processes: [...standingProcesses({ store, executor, vault, settlement, directory }), clockProcess, noticeProcess({ store, vault })],
        log,
      }),
      (it) => it.stop(),
    );

    const cursors = createCursors(vault.secret('live-cursors'));
    const sessionFrom = sessionReader({ vault, now, config });
    const signedIn: SignedInOf = async (request) => {
      const found = request.session ? await viewers.of(request.session, now()) : undefined;
      if (!found) throw problem('NOT_SIGNED_IN');
      return found;
    };
    const ready = async () => {
      const health = await store.health();
      if (!health.reachable) return { ready: false, details: { log: health.problem } };
      const head = await store.head();
      return { ready: true, details: { log: head === undefined ? 'empty' : 'open' } };
    };
    const http = opening(await createHttp({ config, log, ready, sessionFrom, ...(webRoot === undefined ? {} : { webRoot }) }), (it) =>
      closeHttp(it, DRAIN_MS),
    );
    const origin = () => config.publicOrigin ?? `http://${config.host}:${(http.server.address() as AddressInfo | null)?.port ?? config.port}`;
    await http.register(signInRoutes({ vault, now, config, directory, viewers }));
    await http.register(commandRoutes({ commands, signedIn, origin }));
    await http.register(queryRoutes({ readStore, cursors, policies, vault, directory, signedIn }));
    await http.register(projectRoutes({ store, readStore, cursors, policies, signedIn }));
    await http.register(referenceRoutes({ signedIn }));
    await http.register(allianceRoutes({ readStore, signedIn }));
    const demonstration = config.mode === 'demonstration';
    await http.register(quotaRoutes({ store, readStore, cursors, vault, clock, policies, papers, telling, signedIn, demonstration }));
    await http.register(actionRoutes({ store, clock, directory, telling, signedIn }));
    await http.register(historyRoutes({ store, readStore, signedIn }));
    await http.register(filmRoutes({ store, signedIn }));
    await http.register(fileRoutes({ vault, readStore, clock, policies, signedIn }));
    await http.register(importRoutes({ vault, clock, policies, settlement, signedIn }));
    await http.register(paperRoutes({ vault, clock, policies, papers, signedIn }));
    await http.register(exportRoutes({ store, readStore, clock, signedIn, demonstration: config.mode === 'demonstration' }));
    await http.register(settlementListRoutes({ readStore, cursors, signedIn }));
    await http.register(settlementPageRoutes({ store, readStore, clock, settlement, signedIn }));
    await http.register(settlementActionRoutes({ clock, telling, settlement, signedIn }));
    const holderOf = async (member: MemberId) => {
      const principal = await directory.principal(member, now());
      return principal && { member, audiences: audiencesOf(policies, principal) };
    };
    await http.register(deadlineRoutes({ readStore, cursors, vault, clock, signedIn, holderOf, origin }));
    const outbox = createOutbox({ vault, clock });
    await http.register(webhookRoutes({ vault, clock, policies, signedIn }));
    await http.register(noticeRoutes({ vault, readStore, signedIn }));
    await http.register(draftRoutes({ vault, clock, policies, signedIn }));

    return {
      clock,
      vault,
      store,
      readStore,
      directory,
      commands,
      executor,
      settlement,
      http,
      runner,
      processes,
      clockProcess,
      outbox,
      /** Folds and processes run; nobody is answered yet. */
      async start() {
        await remember(clockProcess, store);
        runner.start();
        processes.start();
      },
      async listen() {
        opening(startTicking(clockProcess, log), (stop) => stop());
        opening(startSending(outbox, log), (stop) => stop());
        await clockProcess.tick();
        await runner.caughtUp();
        const live = attachLive(http.server, {
          readStore,
          cursors,
          viewerOf: async (cookie) => {
            const session = sessionFrom(cookie);
            return session && (await viewers.of(session, now()))?.viewer;
          },
          isOriginAllowed: (handshake) => isSameOrigin(handshake, config),
          revocations: (after) => vault.revocations(after),
          noticed: { after: (seq) => vault.noticedAfter(seq), last: () => vault.lastNotice() },
          now,
          log,
        });
        opening(live, (it) => it.close());
        await http.listen({ host: config.host, port: config.port });
        return origin();
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
