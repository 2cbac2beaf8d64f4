import { type FromSandbox, NotShown, type ResourceAnswer, type Resources, type ToShow } from './messages.ts';
import { show } from './show.ts';
import './sandbox.css';

/**
 * The page in which files are shown. It is framed without an origin and under a policy that lets it load nothing: it has the
 * bytes that the page around it gives it, and parts of the viewer that it asks for by name.
 */
const say = (message: FromSandbox) => parent.postMessage(message, '*');
const waiting = new Map<number, (bytes: Uint8Array | undefined) => void>();

const resources: Resources = (resource) => {
  const request = waiting.size + performance.now();
  const answer = new Promise<Uint8Array | undefined>((resolve) => waiting.set(request, resolve));
  say({ resource, request });
  return answer;
};

addEventListener('message', (event: MessageEvent<ToShow | ResourceAnswer>) => {
  if (event.source !== parent) return;
  const { data } = event;
  if ('request' in data) {
    waiting.get(data.request)?.(data.bytes && new Uint8Array(data.bytes));
    waiting.delete(data.request);
    return;
  }
  const into = document.getElementById('shown');
  if (!into) return;
  into.replaceChildren();
  show(new Uint8Array(data.open), data.mediaType, into, resources).then(
    (shown) => say({ shown }),
    (error: unknown) => say({ problem: error instanceof NotShown ? error.problem : 'broken' }),
  );
});
say({ ready: true });
