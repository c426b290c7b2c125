import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'

import { formatMoney } from '../domain/money'
import { perLocale } from '../language/current'
import type { NamedAmount } from '../state/selectors'
import { useWords } from '../words'
import { pointsOf, rangeOf, roundStarts, ticksOf } from './course-scale'

interface Props {
  amounts: readonly NamedAmount[]
  asking: number
  /** Null while it is hidden. */
  target: number | null
}

const TEXT = { fill: 'var(--ink-soft)', fontSize: 12 }
/** Readable across a line that runs behind it. */
const LABEL = { ...TEXT, fontWeight: 600, stroke: 'var(--surface)', strokeWidth: 4, paintOrder: 'stroke' }

export function CourseChart({ amounts, asking, target }: Props) {
  const { course, asking: askingWord, target: targetWord } = useWords().bargain
  const range = rangeOf(amounts, asking, target)
  const rounds = roundStarts(amounts)
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={pointsOf(amounts)} margin={{ top: 14, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="step"
          type="number"
          domain={[1, Math.max(2, amounts.length)]}
          ticks={[...rounds.keys()]}
          tickFormatter={(step: number) => course.round(rounds.get(step) ?? 0)}
          tick={TEXT}
          tickLine={false}
          stroke="var(--line)"
          padding={{ left: 16, right: 16 }}
        />
        <YAxis domain={range} ticks={ticksOf(range)} tick={TEXT} tickFormatter={thousands} width={52} axisLine={false} tickLine={false} />
        <Tooltip
          formatter={(cents) => formatMoney(Number(cents))}
          labelFormatter={(step) => `${course.columns.number} ${Number(step)}`}
          contentStyle={{ background: 'var(--surface)', border: '1px solid var(--line)', borderRadius: 10 }}
        />
        <ReferenceLine y={asking} stroke="var(--dealer)" strokeDasharray="2 4" label={{ value: askingWord, position: 'insideBottomLeft', ...LABEL }} />
        {target !== null && (
          <ReferenceLine y={target} stroke="var(--buyer)" strokeDasharray="2 4" label={{ value: targetWord, position: 'insideTopLeft', ...LABEL }} />
        )}
        <Line {...LINE} dataKey="dealer" name={course.dealer} stroke="var(--dealer)" dot={dot('var(--dealer)')} />
        <Line {...LINE} dataKey="buyer" name={course.buyer} stroke="var(--buyer)" dot={dot('var(--buyer)')} />
      </LineChart>
    </ResponsiveContainer>
  )
}

const LINE = { type: 'monotone', strokeWidth: 2.5, connectNulls: true, isAnimationActive: false } as const

function dot(fill: string) {
  return { r: 4, fill, stroke: 'var(--surface)', strokeWidth: 1.5 }
}

const short = perLocale(
  (locale) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'USD',
      notation: 'compact',
      maximumFractionDigits: 1,
    }),
)

/** Ticks are whole dollars: `$4.5K`. */
function thousands(cents: number): string {
  return short().format(Math.round(cents / 100))
}
