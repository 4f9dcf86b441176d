import { describe, expect, it } from 'vitest';
import { isMisprint, isShorterForm, nameWords, placeInName, sameFullName } from '../../src/link/names.ts';
import { compareRoles, soleOffice } from '../../src/link/roles.ts';

describe('nameWords', () => {
  it.each([
    ['José Ramos-Horta', ['jose', 'ramos', 'horta']],
    ["Tuila'epa Sa’ilele", ['tuilaepa', 'sailele']],
    ['George W. Bush', ['george', 'w', 'bush']],
    ['…', []],
  ])('folds %s', (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });
});

describe('sameFullName', () => {
  it.each([
    ['Wen Jiabao', 'Jiabao Wen', true],
    ['Kim Dae-jung', 'Kim Daejung', true],
    ['Nguyễn Tấn Dũng', 'Nguyen Tan Dung', true],
    ['Kim Jong Il', 'Kim Jong Un', false],
    ['Downer', 'Downer', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameFullName(nameWords(a), nameWords(b))).toBe(same);
  });
});

describe('isShorterForm', () => {
  it.each([
    ['George Bush', 'George W Bush', true],
    ['Bambang Yudhoyono', 'Susilo Bambang Yudhoyono', true],
    ['J Howard', 'John Howard', true],
    ['Howard', 'John Howard', false],
    ['John Howard', 'John Howard', false],
    ['Jane Howard', 'John Howard', false],
    ['Kim Il', 'Kim Jong Un', false],
  ])('%s for %s: %s', (shorter, longer, is) => {
    expect(isShorterForm(nameWords(shorter), nameWords(longer))).toBe(is);
  });
});

describe('isMisprint', () => {
  it.each([
    ['Alexander Donwer', 'Alexander Downer', true],
    ['Condoleeza Rice', 'Condoleezza Rice', true],
    ['Mark Vail', 'Mark Vaile', false],
    ['Paul Martin', 'Paula Martin', false],
    ['Peter Garner', 'Peter Warner', false],
    ['Condolezza Rise', 'Condoleezza Rice', false],
  ])('%s for %s: %s', (a, b, is) => {
    expect(isMisprint(nameWords(a), nameWords(b))).toBe(is);
  });
});

describe('placeInName', () => {
  it.each([
    ['downer', 'Alexander Downer', 'LAST'],
    ['wen', 'Wen Jiabao', 'FIRST'],
    ['bambang', 'Susilo Bambang Yudhoyono', null],
    ['downer', 'Downer', null],
  ])('%s in %s: %s', (word, name, place) => {
    expect(placeInName(word, nameWords(name))).toBe(place);
  });
});

describe('compareRoles', () => {
  it.each([
    ['Foreign Minister', 'Minister of Foreign Affairs', 'AGREE'],
    ['Prime Minister', 'outgoing Prime Minister', 'AGREE'],
    ['Ministers', 'Minister of Trade', 'AGREE'],
    ['Prime Minister', 'Treasurer', 'CONFLICT'],
    ['Defence Minister', null, 'UNKNOWN'],
  ])('%s and %s: %s', (a, b, answer) => {
    expect(compareRoles(a, b)).toBe(answer);
    expect(compareRoles(b, a)).toBe(answer);
  });
});

describe('soleOffice', () => {
  it.each([
    ['Minister of Foreign Affairs', 'foreign'],
    ['Deputy Prime Minister', 'deputy prime'],
    ['Secretary of State', 'secretary state'],
    ['Minister', null],
    ['Senator', null],
    ['Assistant Secretary of State', null],
    [null, null],
  ])('%s tells %s', (role, office) => {
    expect(soleOffice(role)).toBe(office);
  });
});
