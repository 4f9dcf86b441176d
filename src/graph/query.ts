import { builder } from './builder.ts';

builder.queryType({
  description:
    'Entry points: any node by its id, one node of each kind by what people call it, filtered lists of each kind, questions over many events at once, search, and questions in plain words.',
});
