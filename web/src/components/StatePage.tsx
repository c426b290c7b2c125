import type { ReactNode } from 'react'

import mark from '../mark.svg'
import { ScreenTitle } from './ScreenTitle'
import classes from './StatePage.module.css'

interface Props {
  icon?: ReactNode
  title?: string
  text?: string
  children?: ReactNode
}

/** A page that says one thing: nothing here, not reachable, loading. */
export function StatePage({ icon, title, text, children }: Props) {
  return (
    <main id="content" className={classes.page}>
      {icon ?? <img src={mark} alt="" width={48} height={48} />}
      {title && <ScreenTitle className={classes.title}>{title}</ScreenTitle>}
      {text && <p className={classes.text}>{text}</p>}
      {children}
    </main>
  )
}
