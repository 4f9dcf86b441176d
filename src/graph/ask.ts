import type { Interpretation } from '../ask/interpretation.ts';
import { readPhrase } from '../ask/read-phrase.ts';
import { builder } from './builder.ts';
import { listIdentity } from './cursor.ts';
import { inputError } from './errors.ts';
import { InterpretationRef } from './interpretation.ts';
import { hintOf } from './names.ts';
import { connection, MAX_PAGE, pageRequest } from './paging.ts';
import { EventConnectionRef } from './refs.ts';

const MAX_PHRASE = 1000;
const DEFAULT_SIZE = 20;

/** The error for a phrase in which nothing could be read. */
function badPhrase({ phrase, suggestions }: Interpretation) {
  const names = [...new Set(suggestions.flatMap((suggestion) => suggestion.names))];
  const message = `Nothing in the phrase "${phrase}" can be read as a question about events${hintOf(names)}`;
  return inputError('BAD_PHRASE', message, { name: phrase, suggestions: names });
}

const AnswerRef = builder.objectRef<Interpretation>('Answer').implement({
  description: 'What a phrase in plain words was read as, and the events that it asks for.',
  fields: (t) => ({
    interpretation: t.field({
      type: InterpretationRef,
      description: 'How the phrase was understood, word by word.',
      resolve: (interpretation) => interpretation,
    }),
    events: t.field({
      type: EventConnectionRef,
      nullable: true,
      description: `The events, in the order that the phrase asks for. Gives as many as it says, else ${DEFAULT_SIZE}, where neither \`first\` nor \`last\` is given. A phrase that cannot be read is an error here with near names.`,
      args: t.arg.connectionArgs(),
      resolve: async (interpretation, args, context, info) => {
        if (!interpretation.understood) throw badPhrase(interpretation);
        const { filter, order, limit } = interpretation;
        const list = listIdentity(null, 'event', filter, order);
        const request = pageRequest(args, list, info, Math.min(Math.max(limit ?? DEFAULT_SIZE, 1), MAX_PAGE));
        return connection(await context.view.page('event', filter, order, request), list);
      },
    }),
  }),
});

builder.queryField('ask', (t) =>
  t.field({
    type: AnswerRef,
    nullable: true,
    description: 'Events by a question in plain words: "all Vietnam defence events since 2005".',
    args: {
      phrase: t.arg.string({
        required: true,
        description: `Countries, portfolios, ministers, kinds of event, dates and words, at most ${MAX_PHRASE} characters.`,
      }),
      today: t.arg({
        type: 'Date',
        description:
          'The day that "last year" counts from; the server’s day in New Zealand where it is left out.',
      }),
    },
    resolve: async (_root, { phrase, today }, context) => {
      if (phrase.length > MAX_PHRASE) {
        throw inputError(
          'BAD_INPUT',
          `\`phrase\` takes at most ${MAX_PHRASE} characters, got ${phrase.length}.`,
        );
      }
      const { names } = await context.names();
      return readPhrase(phrase, { vocabulary: names, today: today ?? context.today() });
    },
  }),
);
