import { Button } from '@mantine/core'
import { Suspense, useMemo, useState } from 'react'

import { formatMoney, toCents } from '../domain/money'
import { useMessages, useNegotiation } from '../negotiation/context'
import { part } from '../parts/part'
import { amountsNamed, type NamedAmount } from '../state/selectors'
import { useWords } from '../words'
import classes from './Bargain.module.css'
import { CourseTable } from './CourseTable'

// The charting library is larger than the rest of the page: it comes when there is a course to draw.
const CourseChart = part(() => import('./CourseChart').then((file) => file.CourseChart))

/** The course of offers against asking and target, drawn and as a table. */
export function Course({ isTargetHidden, isDrawn }: { isTargetHidden: boolean; isDrawn: boolean }) {
  const { course } = useWords().bargain
  const messages = useMessages()
  const amounts = useMemo(() => amountsNamed(messages), [messages])
  const [asTable, setAsTable] = useState(false)
  if (amounts.length === 0) {
    return (
      <section className={classes.course} aria-label={course.title}>
        <h3>{course.title}</h3>
        <p className={classes.soft}>{course.empty}</p>
      </section>
    )
  }
  return (
    <section className={classes.course} aria-label={course.title}>
      <div className={classes.courseHead}>
        <h3>{course.title}</h3>
        <Button variant="subtle" size="compact-sm" onClick={() => setAsTable(!asTable)}>
          {asTable ? course.asChart : course.asTable}
        </Button>
      </div>
      {!asTable && <Drawn amounts={amounts} isTargetHidden={isTargetHidden} isDrawn={isDrawn} />}
      <div className={asTable ? undefined : 'visually-hidden'}>
        <CourseTable amounts={amounts} />
      </div>
    </section>
  )
}

interface DrawnProps {
  amounts: readonly NamedAmount[]
  isTargetHidden: boolean
  isDrawn: boolean
}

function Drawn({ amounts, isTargetHidden, isDrawn }: DrawnProps) {
  const { course } = useWords().bargain
  const negotiation = useNegotiation()
  const asking = toCents(negotiation.asking_price)
  const target = isTargetHidden ? null : toCents(negotiation.target_price)
  return (
    <figure>
      <Legend />
      <Suspense fallback={<p className={classes.chart}>{course.loading}</p>}>
        <div className={classes.chart} aria-hidden>
          {isDrawn && <CourseChart amounts={amounts} asking={asking} target={target} />}
        </div>
      </Suspense>
      <figcaption className="visually-hidden">
        {course.summary(amounts.length, formatMoney(asking), target === null ? null : formatMoney(target))}
      </figcaption>
    </figure>
  )
}

function Legend() {
  const { course } = useWords().bargain
  return (
    <p className={classes.legend} aria-hidden>
      <span data-party="buyer">{course.buyer}</span>
      <span data-party="dealer">{course.dealer}</span>
    </p>
  )
}
