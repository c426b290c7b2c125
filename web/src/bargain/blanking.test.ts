import { expect, it } from 'vitest'

import { blanked, BLANK, BLANK_SHARE } from './blanking'

const ASKING = 2_500_000
const TARGET = 2_000_000
const LIMIT = 2_100_000
const DEALER = 2_300_000
const OFFER = 1_740_000
const KNOWN = [ASKING, DEALER, OFFER]

const blank = (text: string) => blanked(text, [TARGET, LIMIT], KNOWN)

it.each([
  ['You hope to pay $20,000.', `You hope to pay ${BLANK}.`],
  ['Between $20,000.00 and $21,000, say.', `Between ${BLANK} and ${BLANK}, say.`],
  ['Stay under 20k, or 20 grand, or 21 mil.', `Stay under ${BLANK}, or ${BLANK}, or ${BLANK}.`],
  ['Not 20000 dollars, not 20,000 dólares.', `Not ${BLANK}, not ${BLANK}.`],
])('blanks what is the buyer’s own: %s', (text, expected) => {
  expect(blank(text)).toBe(expected)
})

it.each([
  ['$17,400 is $2,600 below your target.', `$17,400 is ${BLANK} below your target.`],
  ['Son $7,600 menos que los $25,000 que piden y $2,600 menos que su propia meta.', `Son $7,600 menos que los $25,000 que piden y ${BLANK} menos que su propia meta.`],
  ['At $23,000 that is $3,000 over; your last word is $2,000 less.', `At $23,000 that is ${BLANK} over; your last word is ${BLANK} less.`],
  ['There is $1,000 between what you hope for and what you can pay.', `There is ${BLANK} between what you hope for and what you can pay.`],
  ['They say $21,400 now, which is 1,400 over.', `They say $21,400 now, which is ${BLANK} over.`],
  ['That is 13 % below your target, 15% over it, 17.14 percent less.', `That is ${BLANK_SHARE} below your target, ${BLANK_SHARE} over it, ${BLANK_SHARE} less.`],
])('blanks what leads to it from a known price: %s', (text, expected) => {
  expect(blank(text)).toBe(expected)
})

it.each([
  ['You hope for twenty thousand dollars.', `You hope for ${BLANK}.`],
  ['Not above Twenty-One Thousand, please.', `Not above ${BLANK}, please.`],
  ['Twenty grand, or twenty-one k; 20 thousand.', `${BLANK}, or ${BLANK}; ${BLANK}.`],
  ['Veinte mil dólares, o veintiún mil; 21 mil.', `${BLANK}, o ${BLANK}; ${BLANK}.`],
  ['Entre veinte mil y veintiún mil.', `Entre ${BLANK} y ${BLANK}.`],
  ['Between twenty thousand and twenty-one thousand dollars.', `Between ${BLANK} and ${BLANK}.`],
  ['Between five hundred and twenty thousand.', `Between ${BLANK}.`],
  ['Seventeen-four is two thousand six hundred below it.', `Seventeen-four is ${BLANK} below it.`],
  ['Son siete mil seiscientos menos, y dos mil seiscientos de su meta.', `Son siete mil seiscientos menos, y ${BLANK} de su meta.`],
  ['Only a thousand apart. Solo mil dólares.', `Only a ${BLANK} apart. Solo ${BLANK}.`],
  ['Thirteen percent below, quince por ciento sobre ella.', `${BLANK_SHARE} below, ${BLANK_SHARE} sobre ella.`],
])('blanks it in words: %s', (text, expected) => {
  expect(blank(text)).toBe(expected)
})

it.each([
  ['Seventeen thousand, twenty-one thousand five hundred, two.', 'Seventeen thousand, #, two.'],
  ['It is twenty-one thousand five hundred.', 'It is #.'],
  ['It is twenty-one thousand, five hundred dollars.', 'It is #.'],
  ['Say twenty-one five, twenty one five hundred or twenty-one and a half grand.', 'Say #, # or #.'],
  ['Say twenty-one point five, 21 thousand five hundred, 21 thousand 500.', 'Say #, #, #.'],
  ['Veintiún mil quinientos, VEINTIUN MIL QUINIENTAS, 21 mil quinientos.', '#, #, #.'],
  ['Veintiún mil y medio.', '#.'],
])('knows the ways to say 21,500 dollars: %s', (text, expected) => {
  expect(blanked(text, [2_150_000], []).replaceAll(BLANK, '#')).toBe(expected)
})

it.each([
  'twenty-two thousand and nineteen thousand five hundred',
  'They ask twenty-five thousand, you said seventeen thousand four hundred.',
  'Piden veinticinco mil; usted ofreció diecisiete mil cuatrocientos.',
  'One of two rounds, once más, a couple of days, twenty-one months, un mes y medio.',
  'A twenty nineteen Camry with sixty-five thousand miles',
  'Thirty percent under asking, treinta por ciento',
  'Forty-eight hundred in parts, half of it, muchas gracias por todo',
])('leaves other words: %s', (text) => {
  expect(blank(text)).toBe(text)
})

it.each([
  '$20,000,000 and $20,000.50 are others',
  '$120,000 and 48,200 miles',
  'Round 2 of 10, 30.4% under asking, in 2019',
  '$17,400 against $23,000 leaves $5,600.',
])('leaves what tells nothing of it: %s', (text) => {
  expect(blank(text)).toBe(text)
})
