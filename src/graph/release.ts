import { builder } from './builder.ts';
import { listIdentity } from './cursor.ts';
import { DateOrderEnum } from './enums.ts';
import { namedById, namedIn } from './fetch.ts';
import { ReleaseFilterInput } from './filter-inputs.ts';
import { dateOrder, releaseFilter } from './filters.ts';
import { rawId } from './global-id.ts';
import { cut, listSize } from './list-sizes.ts';
import { addEvents } from './lists.ts';
import { CountryRef, MinisterRef, OfficialRef, PortfolioRef, ReleaseRef } from './node-refs.ts';
import { connection, pageRequest } from './paging.ts';
import { MentionRef, ReleaseConnectionRef } from './refs.ts';

ReleaseRef.implement({
  description: 'One press release as its government published it, and what it says about whom.',
  fields: (t) => ({
    slug: t.string({
      description: 'Date and title as in the file name, `2006-11-17-new-zealand-and-vietnam`; unique.',
      resolve: (release) => release.id,
    }),
    title: t.exposeString('title', { nullable: true, description: 'Null where the header gives none.' }),
    date: t.expose('date', {
      type: 'Date',
      nullable: true,
      description: 'Day of publication; null where the header has none or a placeholder.',
    }),
    url: t.exposeString('url', {
      nullable: true,
      description: 'Where it was published, if the header says so.',
    }),
    path: t.exposeString('path', {
      description: 'The file it was read from, relative to the root of the corpus.',
    }),
    hash: t.exposeString('hash', { description: 'SHA-256 of the bytes of the file, in hex.' }),
    attachments: t.exposeStringList('attachments', {
      description: 'Files that the release links to, as its header names them.',
    }),
    signedMinisters: t.exposeStringList('signedMinisters', {
      description: 'The strings in the place of ministers, as signed: people, variants and junk alike.',
    }),
    signedPortfolios: t.exposeStringList('signedPortfolios', {
      description: 'The strings in the place of portfolios, as given in the header.',
    }),
    duplicateOf: t.field({
      type: ReleaseRef,
      nullable: true,
      description: 'The earliest release with the same body; null for an original.',
      resolve: ({ duplicateOf }) => duplicateOf,
    }),
    text: t.string({
      nullable: true,
      description:
        'Title, blank line and body as plain text: the string that every `start` and `end` refers to.',
      resolve: async ({ id }, _args, context) => (await context.loaders.text.load(id))?.text ?? null,
    }),
    body: t.string({
      nullable: true,
      description: 'The Markdown below the header, as in the file.',
      resolve: async ({ id }, _args, context) => (await context.loaders.text.load(id))?.body ?? null,
    }),
    signers: t.field({
      type: [MinisterRef],
      nullable: true,
      description: 'The people who signed it, in the order of the header.',
      extensions: listSize('signers'),
      resolve: ({ signers }, _args, context) => namedById('minister', cut('signers', signers), context),
    }),
    portfolios: t.field({
      type: [PortfolioRef],
      nullable: true,
      description: 'The offices under which it was published, in the order of the header.',
      extensions: listSize('signers'),
      resolve: ({ portfolios }, _args, context) =>
        namedById('portfolio', cut('signers', portfolios), context),
    }),
    ministers: t.field({
      type: [MinisterRef],
      nullable: true,
      description: 'The New Zealand ministers whom it is signed by or names, in the order of their slugs.',
      extensions: listSize('namedInRelease'),
      resolve: async ({ id }, _args, context) =>
        cut('namedInRelease', await namedIn(id, 'minister', context)),
    }),
    countries: t.field({
      type: [CountryRef],
      nullable: true,
      description: 'The countries that it names, or names a place of, in the order of their codes.',
      extensions: listSize('namedInRelease'),
      resolve: async ({ id }, _args, context) => cut('namedInRelease', await namedIn(id, 'country', context)),
    }),
    officials: t.field({
      type: [OfficialRef],
      nullable: true,
      description: 'The holders of public offices elsewhere whom it names, in the order of their slugs.',
      extensions: listSize('namedInRelease'),
      resolve: async ({ id }, _args, context) =>
        cut('namedInRelease', await namedIn(id, 'official', context)),
    }),
    mentions: t.field({
      type: [MentionRef],
      nullable: true,
      description:
        'Every stretch of its text that names a node, in the order of the text, never overlapping.',
      extensions: listSize('mentions'),
      resolve: async ({ id }, _args, context) =>
        cut('mentions', await context.loaders.mentions.load(id)).map((mention) => ({
          ...mention,
          releaseId: id,
        })),
    }),
  }),
});

addEvents(ReleaseRef, 'release', 'The events that it reports or mentions.');

builder.queryFields((t) => ({
  release: t.field({
    type: ReleaseRef,
    nullable: true,
    description: 'One release. Null where there is none of this id.',
    args: { id: t.arg.id({ required: true, description: 'The opaque `id` of the release, or its `slug`.' }) },
    resolve: (_root, { id }) => rawId('Release', String(id)),
  }),
  releases: t.field({
    type: ReleaseConnectionRef,
    nullable: true,
    description: 'Releases that fit a filter, full-text search among them. `first` or `last` is required.',
    args: {
      filter: t.arg({ type: ReleaseFilterInput, description: 'Leaves only the releases that fit.' }),
      orderBy: t.arg({
        type: DateOrderEnum,
        required: true,
        defaultValue: 'DATE_DESC',
        description: 'By the day of the release, newest first where nothing is said.',
      }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, args, context, info) => {
      const filter = await releaseFilter(args.filter, context);
      const order = dateOrder(args.orderBy);
      const list = listIdentity(null, 'release', filter, order);
      const request = pageRequest(args, list, info);
      return connection(await context.view.page('release', filter, order, request), list);
    },
  }),
}));
