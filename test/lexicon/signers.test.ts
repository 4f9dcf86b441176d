import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';

const { resolveSigner } = loadLexicon();

describe('resolveSigner', () => {
  it.each([
    ['Rt Hon Winston Peters', 'winston-peters', 'Winston Peters'],
    ['Winston Peters', 'winston-peters', 'Winston Peters'],
    ['Hon Judith Collins KC', 'judith-collins', 'Judith Collins'],
    ['Hon Damien O’Connor', 'damien-oconnor', "Damien O'Connor"],
    ["Damien O'Connor", 'damien-oconnor', "Damien O'Connor"],
    ['Nik Smith', 'nick-smith', 'Nick Smith'],
    ['Dr Lockwood Smith', 'lockwood-smith', 'Lockwood Smith'],
    ['Luamanuvao Laban', 'luamanuvao-winnie-laban', 'Luamanuvao Winnie Laban'],
    ['Laila Harré', 'laila-harre', 'Laila Harré'],
    ['Hon Brooke van Velden', 'brooke-van-velden', 'Brooke van Velden'],
    ['John Delamare', 'tuariki-delamere', 'Tuariki Delamere'],
  ])('takes "%s" for %s', (raw, id, name) => {
    expect(resolveSigner(raw)).toEqual({ value: { id, name } });
  });

  it('makes a new minister of a name that it does not know', () => {
    expect(resolveSigner('Hon Dr Aroha Te Whare')).toEqual({
      value: { id: 'aroha-te-whare', name: 'Aroha Te Whare' },
    });
  });

  it.each([
    'View PDF file of details',
    'discussion document',
    'http://www.example.govt.nz/minister/x.pdf',
    'Mururoa',
    'No Minister',
    'on this site',
    'Analysis - Adults',
    'The executive summary',
    '',
  ])('takes "%s" for no person', (raw) => {
    expect(resolveSigner(raw)).toHaveProperty('reason');
  });
});
