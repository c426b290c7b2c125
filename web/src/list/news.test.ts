import { describe, expect, it } from 'vitest'

import { randomOf, shuffled } from '../testing/disorder'
import { counted, countUnseen, isUnseen, noticed, type News } from './news'

const told = (negotiation_id: string, news_seq: number, seen_seq: number) => ({ negotiation_id, news_seq, seen_seq })

describe('what is unseen', () => {
  it.each(Array.from({ length: 50 }, (_, seed) => seed))('is the same in whatever order it is told, seed %i', (seed) => {
    const all = [told('a', 2, 0), told('a', 4, 2), told('a', 4, 5), told('b', 3, 0), told('b', 3, 0), told('c', 1, 1)]
    const news = shuffled(all, randomOf(seed + 1)).reduce<News>(noticed, {})
    expect([isUnseen(news, 'a'), isUnseen(news, 'b'), isUnseen(news, 'c')]).toEqual([false, true, false])
    expect([countUnseen(news), countUnseen(news, 'b')]).toEqual([1, 0])
  })

  it('stays the same object when nothing changed', () => {
    const news = noticed({}, told('a', 2, 0))
    expect(noticed(news, told('a', 1, 0))).toBe(news)
  })

  it('is what the server counts, apart from what came after the question', () => {
    const before = [told('seen elsewhere', 2, 0), told('again', 3, 0)].reduce<News>(noticed, {})
    const now = [told('again', 5, 0), told('new', 1, 0)].reduce(noticed, before)
    const news = counted(before, now, [told('other', 9, 4)])
    expect(isUnseen(news, 'seen elsewhere')).toBe(false)
    for (const id of ['again', 'new', 'other']) expect(isUnseen(news, id)).toBe(true)
  })
})
