import { builder } from './builder.ts';

builder.queryType({
  description:
    'Entry points: any node by its id, one node of each kind by what people call it, and filtered lists of each kind.',
});
