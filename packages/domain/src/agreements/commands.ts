import type { CalendarDate, Digest, NegotiationId } from '../kernel/index.ts';
import type { AgreementContent } from './content.ts';
import type { Execution } from './events.ts';
import type { RenderedText } from './text.ts';

/** Commands on `agreement-<id>`, carried over by processes. */
export type AgreementCommand =
  | {
      readonly type: 'conclude-agreement';
      readonly agreement: NegotiationId;
      readonly number: string;
      readonly concludedOn: CalendarDate;
      readonly content: AgreementContent;
      readonly text: RenderedText;
      readonly renderer: string;
      readonly digest: Digest;
      readonly executions: readonly Execution[];
    }
  /** The passing of time (TM-3); the date on which it holds follows from the terms, not from when it is noticed. */
  | { readonly type: 'enter-into-force'; readonly today: CalendarDate };
