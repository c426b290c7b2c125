import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'

import { negotiationPath } from '../app/paths'
import { openNegotiation } from '../api/calls'
import { asApiError, type ApiError } from '../api/errors'
import { newId } from '../domain/ids'
import {
  bodyOf,
  check,
  EMPTY_FORM,
  FIELD_OF_PATH,
  type FieldErrors,
  type FieldName,
  type NegotiationForm,
} from '../domain/validation'
import { keep, kept } from '../state/keeping'

const DRAFT = 'draft:new-negotiation'

interface Kept {
  form: NegotiationForm
  clientId: string
}

export interface FormState {
  form: NegotiationForm
  errors: FieldErrors
  serverErrors: Partial<Record<FieldName, string>>
  failure: ApiError | null
  busy: boolean
  change: (field: FieldName, value: string) => void
  submit: () => Promise<void>
}

/** The form's state: kept across reloads, and sent under one `client_id` until it changes. */
export function useNewNegotiation(): FormState {
  const [draft, setDraft] = useState(keptOrBlank)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [serverErrors, setServerErrors] = useState<Partial<Record<FieldName, string>>>({})
  const [failure, setFailure] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)
  const [, go] = useLocation()
  const sent = useRef(false)

  useEffect(() => {
    if (!sent.current) keep(DRAFT, draft)
  }, [draft])

  const change = (field: FieldName, value: string) => {
    setDraft(({ form }) => ({ form: { ...form, [field]: value }, clientId: newId() }))
    setErrors((now) => without(now, field))
    setServerErrors((now) => without(now, field))
  }

  const submit = async () => {
    const found = check(draft.form, new Date().getFullYear())
    setErrors(found)
    setServerErrors({})
    setFailure(null)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    try {
      const { negotiation } = await openNegotiation(bodyOf(draft.form, draft.clientId))
      sent.current = true
      keep(DRAFT, null)
      go(negotiationPath(negotiation.id))
    } catch (caught) {
      const error = asApiError(caught)
      setServerErrors(byField(error))
      setFailure(error)
      setBusy(false)
    }
  }

  return { form: draft.form, errors, serverErrors, failure, busy, change, submit }
}

function keptOrBlank(): Kept {
  const draft = kept(DRAFT) as Kept | null
  // A draft from before a field was added lacks it.
  return draft === null ? blank() : { ...draft, form: { ...EMPTY_FORM, ...draft.form } }
}

function blank(): Kept {
  return { form: EMPTY_FORM, clientId: newId() }
}

function byField(error: ApiError): Partial<Record<FieldName, string>> {
  const known = Object.entries(error.fields).flatMap(([path, text]) => {
    const field = FIELD_OF_PATH[path]
    return field === undefined ? [] : [[field, text] as const]
  })
  return Object.fromEntries(known)
}

function without<Value>(
  errors: Partial<Record<FieldName, Value>>,
  field: FieldName,
): Partial<Record<FieldName, Value>> {
  return Object.fromEntries(Object.entries(errors).filter(([each]) => each !== field))
}
