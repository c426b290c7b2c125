import type { Words } from '../en'
import { bargain } from './bargain'
import { common } from './common'
import { entrance } from './entrance'
import { form } from './form'
import { list } from './list'
import { offline } from './offline'
import { problems } from './problems'
import { talk } from './talk'
import { voice } from './voice'

export const es: Words = { bargain, common, entrance, form, list, offline, problems, talk, voice }
