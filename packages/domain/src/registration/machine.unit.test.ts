import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordedBy } from '../kernel/given.fixtures.ts';
import { fold, isRefusal, type Recorded } from '../kernel/index.ts';
import { agreementRegistered, availableInRegistration, type RegistrationCommand, type RegistrationEvent, registrationDecider } from './index.ts';
import { by, confirming, correcting, objecting, registering, scanning, today, transcribedAs, withdrawing } from './paper.fixtures.ts';

const zones = ['a-zone', 'b-zone', 'c-zone', 'd-zone', 'e-zone'] as const;
const letters = 'abcdef'.split('');
const tried = fc.record({
  kind: fc.constantFrom(...Array(12).fill('confirm' as const), 'scan', 'correct', 'object', 'withdraw', 'register'),
  who: fc.nat(5),
  letter: fc.nat(5),
  current: fc.integer({ min: 0, max: 9 }),
});
type Try = typeof tried extends fc.Arbitrary<infer Value> ? Value : never;

/** Commands of anybody on any transcription; mostly on the one that stands. */
function commandOf({ kind, who, letter, current }: Try, standing: string, parties: readonly string[]): RegistrationCommand {
  const organisation = zones[who] ?? 'stranger';
  const other = letters[letter] ?? 'a';
  const basis = current < 8 ? standing : other;
  switch (kind) {
    case 'confirm':
      return confirming(organisation, basis);
    case 'scan':
      return scanning(organisation, basis, other);
    case 'correct':
      return correcting(organisation, basis, transcribedAs(other, { parties, scan: 'e' }));
    case 'object':
      return objecting(organisation, basis);
    case 'withdraw':
      // Seldom about what stands, so that something is left to go on with.
      return withdrawing(organisation, other);
    default:
      return registering(transcribedAs(other, { parties }), 'a-zone');
  }
}

test('AG-31 AG-32 AG-33 whatever 2 to 5 parties try: nothing is completed that not every party confirmed as it stands, with its scan, and nothing goes on after the end', () => {
  let completed = 0;
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 5 }), fc.array(tried, { maxLength: 60 }), (count, all) => {
      const parties = zones.slice(0, count);
      const events: Recorded<RegistrationEvent>[] = [];
      const give = (command: RegistrationCommand) => {
        const before = fold(registrationDecider, events);
        const decision = registrationDecider.decide(command, before);
        if (isRefusal(decision)) return;
        expect(['none', 'open']).toContain(before.phase);
        for (const event of decision) events.push(recordedBy(event, by('a-zone').actor, events.length));
      };
      give(registering(transcribedAs('a', { parties, scan: 'e' }), 'a-zone'));
      for (const each of all) {
        const standing = fold(registrationDecider, events).transcribed?.transcription.charAt(0) ?? 'a';
        give(commandOf(each, standing, parties));
        const state = fold(registrationDecider, events);
        if (state.confirmed.size > 0) expect(state.transcribed?.scan).toBeDefined();
        expect(state.parties).toEqual(parties);
        for (const party of parties) if (state.objections.some((one) => one.party === party)) expect(state.confirmed.has(party as never)).toBe(false);
        // What is offered is what goes through.
        for (const party of parties)
          for (const { command, missing } of availableInRegistration(state, by(party).actor, today))
            if (command === 'confirm-transcription')
              expect(missing.length === 0).toBe(!isRefusal(registrationDecider.decide(confirming(party, standingOf(state)), state)));
      }
      const state = fold(registrationDecider, events);
      const last = events.findLast(({ event }) => event.type === 'RegistrationCompleted');
      if (state.phase !== 'completed') {
        expect(last).toBeUndefined();
        expect(() => agreementRegistered(state, 'LY-2026-7K3M9Q')).toThrow(TypeError);
        return;
      }
      completed += 1;
      expect(last).toBe(events.at(-1));
      // Every party's word on this very transcription, given since it came to stand and not taken back.
      const since = events.findLastIndex(({ event }) => ['PaperRegistered', 'TranscriptionCorrected', 'ScanAttached'].includes(event.type));
      const words = events.slice(since + 1).map(({ event }) => event);
      for (const party of parties) {
        const own = words.filter((event) => 'party' in event.data && event.data.party === party);
        expect(own.at(-1)).toMatchObject({ type: 'TranscriptionConfirmed', data: { transcription: state.transcribed?.transcription } });
      }
      expect(agreementRegistered(state, 'LY-2026-7K3M9Q').transcription).toBe(state.transcribed?.transcription);
    }),
    { numRuns: 300 },
  );
  expect(completed).toBeGreaterThan(10);
});

const standingOf = ({ transcribed }: { transcribed: { transcription: string } | undefined }) => transcribed?.transcription.charAt(0) ?? 'a';
