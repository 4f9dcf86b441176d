import { EventStatusEnum } from './enums.ts';
import { EventRef, ReleaseRef } from './node-refs.ts';
import { EvidenceRef } from './refs.ts';

EvidenceRef.implement({
  description:
    'The passage of a release that states an event. `quote` is exactly `text.slice(start, end)` of the release.',
  fields: (t) => ({
    quote: t.exposeString('quote', {
      description: 'The sentence or clause that states the event, word for word.',
    }),
    start: t.exposeInt('start', {
      description: 'Where the quote starts in the text of the release, in UTF-16 code units.',
    }),
    end: t.exposeInt('end', {
      description: 'Where the quote ends in the text of the release, in UTF-16 code units, exclusive.',
    }),
    sentence: t.string({
      nullable: true,
      description: 'The whole sentence around the quote, read from the text of the release.',
      resolve: async ({ releaseId, sentence }, _args, context) =>
        (await context.loaders.text.load(releaseId))?.text.slice(sentence.start, sentence.end) ?? null,
    }),
    rule: t.exposeString('rule', {
      description: 'Id of the rule that read it so; `beehive-graph explain` shows its rules on a file.',
    }),
    status: t.expose('status', {
      type: EventStatusEnum,
      description: 'The status that this release gives the event.',
    }),
    edtf: t.exposeString('edtf', {
      nullable: true,
      description: 'When the event is, as this release has it (EDTF level 0); null where it does not say.',
    }),
    headline: t.exposeBoolean('headline', {
      description: 'Whether this release exists to report the event.',
    }),
    release: t.field({
      type: ReleaseRef,
      nullable: true,
      description: 'The release that the passage stands in.',
      resolve: ({ releaseId }) => releaseId,
    }),
    event: t.field({
      type: EventRef,
      nullable: true,
      description: 'The event that the passage states.',
      resolve: ({ eventId }) => eventId,
    }),
  }),
});
