import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { previewLimits } from './limits.ts';
import type { FromSandbox, PreviewProblem, ResourceAnswer, Shown, ToShow } from './messages.ts';
import { viewerResources } from './resources.ts';

interface Props {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly onShown: (shown: Shown) => void;
  readonly onProblem: (problem: PreviewProblem) => void;
}

/**
 * The sandbox: a frame without an origin, to which the file's bytes are given. What it says is read like anything from outside.
 * If it shows nothing in time it is taken away, and with it whatever it is busy with.
 */
export function PreviewFrame({ bytes, mediaType, onShown, onProblem }: Props) {
  const { t } = useTranslation();
  const frame = useRef<HTMLIFrameElement>(null);
  const told = useRef({ onShown, onProblem });
  told.current = { onShown, onProblem };
  useEffect(() => {
    const late = setTimeout(() => told.current.onProblem('too-large'), previewLimits.ms);
    const say = (message: ToShow | ResourceAnswer) => frame.current?.contentWindow?.postMessage(message, '*');
    const hear = (event: MessageEvent<FromSandbox>) => {
      if (event.source === null || event.source !== frame.current?.contentWindow) return;
      const { data } = event;
      if ('ready' in data) return say({ open: bytes.slice().buffer, mediaType });
      if ('resource' in data) {
        const { resource, request } = data;
        void viewerResources(String(resource)).then(
          (found) => say({ request, bytes: found && (found.slice().buffer as ArrayBuffer) }),
          () => say({ request, bytes: undefined }),
        );
        return;
      }
      clearTimeout(late);
      if ('shown' in data) told.current.onShown({ pages: Number(data.shown.pages), of: Number(data.shown.of) });
      else told.current.onProblem(problems.find((each) => each === data.problem) ?? 'broken');
    };
    addEventListener('message', hear);
    return () => {
      clearTimeout(late);
      removeEventListener('message', hear);
    };
  }, [bytes, mediaType]);
  return <iframe ref={frame} className="preview-frame" src="/preview.html" sandbox="allow-scripts" title={t('attachments.view.frame')} />;
}

const problems: readonly PreviewProblem[] = ['broken', 'encrypted', 'too-large', 'not-shown'];
