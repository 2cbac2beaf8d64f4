import type { termsZh } from './terms.zh.ts';
import type { Texts } from './texts.ts';

export const termsEn: Texts<typeof termsZh> = {
  stage: { negotiating: 'Negotiating', clearing: 'Internal procedure', signing: 'Signing', concluded: 'Signed', 'in-force': 'In force', declined: 'Declined', withdrawn: 'Withdrawn' },
  mode: {
    'co-built-park': 'Co-built park', 'entrusted-park': 'Entrusted park', enclave: 'Enclave economy', 'one-zone-many-parks': 'One zone, several parks',
    'headquarters-and-incubator': 'Headquarters and incubator', 'fully-entrusted': 'Full entrustment', 'industrial-transfer': 'Industrial transfer',
  },
  role: {
    administrator: 'Administrator', drafter: 'Drafter', 'legal-reviewer': 'Legal reviewer', 'decision-recorder': 'Recorder of decisions', signatory: 'Signatory',
    'seal-keeper': 'Seal keeper', coordinator: 'Coordinator', analyst: 'Analyst', auditor: 'Auditor',
  },
  step: { consultation: 'Consultation', 'legal-review': 'Legal review', 'fair-competition-review': 'Fair-competition review', 'collective-decision': 'Collective decision', 'seal-approval': 'Approval of seal' },
  kind: { zone: 'Zone committee', department: 'Department', government: 'Government', 'coordination-office': 'Coordination office', audit: 'Audit body', company: 'Company', institute: 'Institute' },
  level: { national: 'National', region: 'Region / province', city: 'City / league', county: 'County / banner' },
  side: { origin: 'Origin', destination: 'Destination', participant: 'Participant' },
  progress: { reviewing: 'Reviewing', 'text-confirmed': 'Text confirmed', 'in-internal-procedure': 'In internal procedure', ready: 'Ready', signed: 'Signed', sealed: 'Sealed' },
  tax: {
    'value-added': 'Value-added tax', 'enterprise-income': 'Enterprise income tax', 'individual-income': 'Individual income tax', 'urban-land-use': 'Urban land use tax', property: 'Property tax',
    'stamp-duty': 'Stamp duty', 'environmental-protection': 'Environmental protection tax',
  },
  taxLevel: { gross: 'gross', 'local-share': 'local share', 'local-retained': 'locally retained' },
  milestone: { 'first-tax': 'first tax paid', 'in-production': 'first project in production', 'full-capacity': 'first project at full capacity', 'construction-start': 'construction starts' },
  move: {
    tabled: 'tabled proposal {{number}}', countered: 'countered with proposal {{number}}', 'text-confirmed': 'confirmed the text (no commitment)', 'party-ready': 'completed its internal procedure',
    'party-clearance-withdrawn': 'withdrew its clearance', signed: 'signed', sealed: 'affixed its seal', concluded: 'Agreement concluded', 'in-force': 'Agreement in force', declined: 'declined', withdrawn: 'withdrew',
    'clearance-opened': 'internal procedure began', 'clearance-step-passed': '{{step}} passed', 'clearance-returned': '{{step}} returned', 'clearance-granted': 'internal procedure completed',
    'clearance-withdrawn': 'clearance withdrawn', 'clearance-voided': 'internal procedure void', began: 'Negotiation began', moved: 'Negotiation moved', clearing: 'Text agreed, internal procedures began', signing: 'All ready, signing began',
  },
};
