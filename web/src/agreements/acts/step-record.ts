import type { ClearanceStep } from '@lianyu/domain/clearance';

/** What a person types of a step; each step takes what is its own. */
export interface FilledRecord {
  readonly departments: string;
  readonly opinionNumber: string;
  readonly applies: boolean | undefined;
  readonly meetingOn: string;
  readonly attendees: string;
  readonly documentNumber: string;
  readonly outcome: 'agreed' | 'agreed-in-principle' | undefined;
  /** The hash of the minutes, which themselves stay where they are (工作秘密). */
  readonly minutes: string | undefined;
  readonly note: string;
}

export const emptyRecord: FilledRecord = {
  departments: '',
  opinionNumber: '',
  applies: undefined,
  meetingOn: '',
  attendees: '',
  documentNumber: '',
  outcome: undefined,
  minutes: undefined,
  note: '',
};

/** The record as the schema wants it; what is missing or wrong is for the schema to find. */
export function recordFrom(
  step: ClearanceStep,
  { departments, opinionNumber, applies, meetingOn, attendees, documentNumber, outcome, minutes, note }: FilledRecord,
): unknown {
  switch (step) {
    case 'consultation':
      return { step, departments: namesIn(departments), note };
    case 'legal-review':
      return { step, opinionNumber, note };
    case 'fair-competition-review':
      return { step, applies, note };
    case 'collective-decision':
      return {
        step,
        meetingOn,
        attendees: attendees === '' ? undefined : Number(attendees),
        documentNumber,
        ...(outcome === undefined ? {} : { outcome }),
        ...(minutes === undefined ? {} : { minutes }),
        note,
      };
    case 'seal-approval':
      return { step, note };
  }
}

/** Departments stand on lines of their own or between 、，； and each once. */
function namesIn(text: string): string[] {
  const names = text.split(/[\n、，,；;]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}
