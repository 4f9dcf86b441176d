import { builder } from './builder.ts';
import { listIdentity } from './cursor.ts';
import { ProblemCodeEnum } from './enums.ts';
import { ReleaseRef } from './node-refs.ts';
import { connection, pageRequest } from './paging.ts';
import { ProblemConnectionRef, ProblemRef } from './refs.ts';

ProblemRef.implement({
  description: 'Something wrong with a file of the corpus: reported, never thrown, never silently dropped.',
  fields: (t) => ({
    code: t.expose('code', { type: ProblemCodeEnum, description: 'What kind of thing is wrong.' }),
    file: t.exposeString('file', { description: 'Path of the file, relative to the root of the corpus.' }),
    field: t.exposeString('field', {
      nullable: true,
      description: 'The key of the header that is meant; null where it is the file as a whole.',
    }),
    message: t.exposeString('message', {
      description: 'What was expected and what is there, in plain words.',
    }),
    release: t.field({
      type: ReleaseRef,
      nullable: true,
      description: 'The release that the file became all the same; null where it became none.',
      resolve: ({ releaseId }) => releaseId,
    }),
  }),
});

builder.queryField('problems', (t) =>
  t.field({
    type: ProblemConnectionRef,
    nullable: true,
    description:
      'What is wrong with the corpus, by file, header key and code. `first` or `last` is required.',
    args: {
      code: t.arg({
        type: ProblemCodeEnum,
        description: 'Only problems of this kind; all where it is left out.',
      }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, args, context, info) => {
      const code = args.code ?? null;
      const list = listIdentity(null, 'problem', code);
      return connection(await context.view.problems(code, pageRequest(args, list, info)), list);
    },
  }),
);
