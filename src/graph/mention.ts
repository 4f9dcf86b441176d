import { builder } from './builder.ts';
import { MentionKindEnum } from './enums.ts';
import { CountryRef, loadNode, MinisterRef, OfficialRef, ReleaseRef } from './node-refs.ts';
import { MentionRef } from './refs.ts';

const MentionedUnion = builder.unionType('Mentioned', {
  description: 'A node that a stretch of text can name.',
  types: [CountryRef, MinisterRef, OfficialRef],
});

MentionRef.implement({
  description: 'A stretch of the text of a release that names a node.',
  fields: (t) => ({
    kind: t.expose('kind', { type: MentionKindEnum, description: 'By what it names the node.' }),
    start: t.exposeInt('start', {
      description: 'Where it starts in the text of the release, in UTF-16 code units.',
    }),
    end: t.exposeInt('end', {
      description: 'Where it ends in the text of the release, in UTF-16 code units, exclusive.',
    }),
    quote: t.string({
      nullable: true,
      description: 'The words themselves, read from the text of the release.',
      resolve: async ({ releaseId, start, end }, _args, context) =>
        (await context.loaders.text.load(releaseId))?.text.slice(start, end) ?? null,
    }),
    rule: t.exposeString('rule', { description: 'Id of the rule that recognised it.' }),
    node: t.field({
      type: MentionedUnion,
      nullable: true,
      description: 'The country, minister or official that it names; null where the node is gone.',
      resolve: ({ kind, target }, _args, context) => {
        switch (kind) {
          case 'COUNTRY':
          case 'PLACE':
            return loadNode('country', target, context);
          case 'MINISTER':
          case 'OFFICE':
            return loadNode('minister', target, context);
          case 'OFFICIAL':
            return loadNode('official', target, context);
        }
      },
    }),
    release: t.field({
      type: ReleaseRef,
      nullable: true,
      description: 'The release that it stands in.',
      resolve: ({ releaseId }) => releaseId,
    }),
  }),
});
