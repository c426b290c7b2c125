import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { LIST } from '../app/paths'
import mark from '../mark.svg'
import { useWords } from '../words'
import { AccountButton } from './AccountButton'
import classes from './AppHeader.module.css'

interface Props {
  /** In the middle of the bar; on a phone it takes the brand's place. */
  children?: ReactNode
  /** Before the account menu. */
  aside?: ReactNode
}

export function AppHeader({ children, aside }: Props) {
  const { common } = useWords()
  return (
    <header className={classes.bar}>
      <a className={classes.skip} href="#content">
        {common.skip}
      </a>
      <Link href={LIST} className={children ? `${classes.brand} ${classes.yields}` : classes.brand}>
        <img src={mark} alt="" width={30} height={30} />
        <span>{common.product}</span>
      </Link>
      <div className={classes.middle}>{children}</div>
      {aside}
      <AccountButton />
    </header>
  )
}
