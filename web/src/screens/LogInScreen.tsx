import { useEffect, useState } from 'react'

import { features } from '../api/calls'
import { LanguageSwitch } from '../components/LanguageSwitch'
import { ScreenTitle } from '../components/ScreenTitle'
import mark from '../mark.svg'
import { useWords } from '../words'
import { DemoEntrance } from './DemoEntrance'
import { LogInForm } from './LogInForm'
import classes from './LogInScreen.module.css'

export function LogInScreen({ ended }: { ended: boolean }) {
  const words = useWords()
  const [isNew, setIsNew] = useState(false)
  const hasDemo = useDemoOffered()
  return (
    <div className={classes.page}>
      <Claim />
      <main className={classes.entrance} id="content">
        <div className={classes.card}>
          <LanguageSwitch />
          <ScreenTitle className={classes.title}>
            {isNew ? words.entrance.titleNew : words.entrance.title}
          </ScreenTitle>
          {ended && (
            <p className={classes.ended} role="status">
              {words.entrance.ended}
            </p>
          )}
          <LogInForm isNew={isNew} onSwitch={() => setIsNew(!isNew)} />
          {hasDemo && <DemoEntrance />}
        </div>
      </main>
    </div>
  )
}

function Claim() {
  const { common, entrance } = useWords()
  return (
    <section className={classes.claim}>
      <p className={classes.brand}>
        <img src={mark} alt="" width={36} height={36} />
        {common.product}
      </p>
      <p className={classes.words}>{entrance.claim}</p>
      <ul className={classes.points}>
        {entrance.points.map((point) => (
          <li key={point.title}>
            <strong>{point.title}</strong>
            <span>{point.text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function useDemoOffered(): boolean {
  const [offered, setOffered] = useState(false)
  useEffect(() => {
    // Without an answer there is simply no demo button.
    features().then(
      ({ demo }) => setOffered(demo),
      () => undefined,
    )
  }, [])
  return offered
}
