import { bargain } from './bargain'
import { common } from './common'
import { entrance } from './entrance'
import { form } from './form'
import { list } from './list'
import { offline } from './offline'
import { problems } from './problems'
import { talk } from './talk'
import { voice } from './voice'

export const en = { bargain, common, entrance, form, list, offline, problems, talk, voice }

/** Every catalogue has the same entries; a function takes the same arguments in each. */
export type Words = typeof en
