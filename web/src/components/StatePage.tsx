import type { ReactNode } from 'react'

import mark from '../mark.svg'
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
    <main className={classes.page}>
      {icon ?? <img src={mark} alt="" width={48} height={48} />}
      {title && <h1 className={classes.title}>{title}</h1>}
      {text && <p className={classes.text}>{text}</p>}
      {children}
    </main>
  )
}
