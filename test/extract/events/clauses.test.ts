import { describe, expect, it } from 'vitest';
import { EXTRACTION } from '../../../src/extract/configuration.ts';
import { readMentions } from '../../../src/extract/engine.ts';
import { clausesOf } from '../../../src/extract/events/clauses.ts';
import { readDocument } from '../../../src/extract/events/reading.ts';
import { loadLexicon } from '../../../src/lexicon/load.ts';
import { releaseOf } from './extract-sentence.ts';

function clauseTexts(body: string): string[] {
  const reading = readDocument(readMentions(releaseOf('Title', body), loadLexicon(), EXTRACTION));
  const sentence = reading.sentences[1];
  const { tokens, text } = reading.document;
  return sentence
    ? clausesOf(reading, sentence).map(({ first, last }) =>
        text.slice(tokens[first]?.start, tokens[last]?.end),
      )
    : [];
}

describe('clauses', () => {
  it.each([
    ['He visited Fiji and met its Prime Minister.', ['He visited Fiji', 'and met its Prime Minister']],
    ['He departs today to attend the meeting.', ['He departs today', 'to attend the meeting']],
    [
      'The talks, which began in May, were opened today.',
      ['The talks', 'which began in May', 'were opened today'],
    ],
    ['He visited the Command and Staff College.', ['He visited the Command and Staff College']],
    ['The Government will invest $20 million.', ['The Government will invest $20 million']],
    ['He visited Fiji, Mr Goff said.', ['He visited Fiji, Mr Goff said']],
    ['Nothing here.', ['Nothing here']],
  ])('of "%s"', (body, expected) => {
    expect(clauseTexts(body)).toEqual(expected);
  });
});
