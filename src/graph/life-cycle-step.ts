import { EventStatusEnum } from './enums.ts';
import { loadNode, ReleaseRef } from './node-refs.ts';
import { EvidenceRef, LifeCycleStepRef } from './refs.ts';

LifeCycleStepRef.implement({
  description: 'A change of status in the life of an event, and the release that brought it.',
  fields: (t) => ({
    status: t.expose('status', { type: EventStatusEnum, description: 'The status from this step on.' }),
    date: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day of the release that first says so; null where that release has no date.',
      resolve: async ({ evidence }, _args, context) =>
        (await loadNode('release', evidence.releaseId, context))?.date ?? null,
    }),
    edtf: t.string({
      nullable: true,
      description: 'When the event is, as that release has it (EDTF level 0); null where it does not say.',
      resolve: ({ evidence }) => evidence.edtf,
    }),
    release: t.field({
      type: ReleaseRef,
      nullable: true,
      description: 'The first release that gives the event this status.',
      resolve: ({ evidence }) => evidence.releaseId,
    }),
    evidence: t.expose('evidence', {
      type: EvidenceRef,
      description: 'The passage of that release which says so.',
    }),
  }),
});
