/** The contract's calls by name. */

import type { ChatBody, DealerMessageBody, DraftAnswer, DraftBody, EventsPage, FeaturesAnswer, NegotiationAnswer, NegotiationsPage, NewNegotiationBody, OfferBody, OpenedAnswer, PostedAnswer, ReadingAnswer, ReadingObject, StrategyObject, UnseenAnswer, UserAnswer } from './bodies'
import type { NegotiationStatus, SeenObject } from '../contract'
import type { Language } from '../language/current'
import { call, callSignedOut, callUnasked } from './http'
import { noteRenewed } from './refresh'

interface Credentials {
  email: string
  password: string
}

async function signingIn(answer: Promise<UserAnswer>): Promise<UserAnswer> {
  const user = await answer
  noteRenewed()
  return user
}

export const register = (body: Credentials) =>
  signingIn(callSignedOut('POST', '/auth/register', body))
export const logIn = (body: Credentials) => signingIn(callSignedOut('POST', '/auth/login', body))
export const logInAsDemo = () => signingIn(callSignedOut('POST', '/auth/demo'))
export const logOut = () => callSignedOut<unknown>('POST', '/auth/logout')
export const whoAmI = () => call<UserAnswer>('GET', '/auth/me')
export const setLanguage = (language: Language) =>
  call<UserAnswer>('PATCH', '/auth/me', { language })
export const features = () => callSignedOut<FeaturesAnswer>('GET', '/features')

export interface ListQuery {
  status?: NegotiationStatus | undefined
  search?: string | undefined
}

export const listNegotiations = ({ status, search }: ListQuery, cursor: string | null) => {
  const given = { ...(status && { status }), ...(search && { search }), ...(cursor && { cursor }) }
  const parameters = new URLSearchParams(given).toString()
  return call<NegotiationsPage>('GET', parameters === '' ? '/negotiations' : `/negotiations?${parameters}`)
}
export const listUnseen = () => callUnasked<UnseenAnswer>('GET', '/negotiations/unseen')
export const openNegotiation = (body: NewNegotiationBody) =>
  call<OpenedAnswer>('POST', '/negotiations', body)

export async function listStrategies(): Promise<StrategyObject[]> {
  const { items } = await call<{ items: StrategyObject[] }>('GET', '/strategies')
  return items
}

const at = (id: string) => `/negotiations/${encodeURIComponent(id)}`

export const getNegotiation = (id: string) => call<NegotiationAnswer>('GET', at(id))
export const setLabel = (id: string, label: string | null) =>
  call<NegotiationAnswer>('PATCH', at(id), { label })
export const markSeen = (id: string, seq: number) => callUnasked<SeenObject>('POST', `${at(id)}/seen`, { seq })
export const eventsAfter = (id: string, seq: number) =>
  call<EventsPage>('GET', `${at(id)}/events?after=${seq}&limit=200`)
export const eventsBefore = (id: string, seq: number) =>
  call<EventsPage>('GET', `${at(id)}/events?before=${seq}&limit=100`)

export async function readDealerMessage(id: string, messageId: string): Promise<ReadingObject> {
  const path = `${at(id)}/messages/${encodeURIComponent(messageId)}/reading`
  return (await call<ReadingAnswer>('GET', path)).reading
}

export const postChat = (id: string, body: ChatBody) =>
  call<PostedAnswer>('POST', `${at(id)}/chat`, body)
export const postOffer = (id: string, body: OfferBody) =>
  call<PostedAnswer>('POST', `${at(id)}/offers`, body)
export const postDealerMessage = (id: string, body: DealerMessageBody) =>
  call<PostedAnswer>('POST', `${at(id)}/dealer-messages`, body)

export const draftForDealer = (id: string, body: DraftBody) =>
  call<DraftAnswer>('POST', `${at(id)}/drafts`, body)

export const accept = (id: string, body: { amount: string; confirm?: true }) =>
  call<NegotiationAnswer>('POST', `${at(id)}/accept`, body)
export const walkAway = (id: string) => call<NegotiationAnswer>('POST', `${at(id)}/walk-away`, {})

const reply = (id: string, replyId: string) => `${at(id)}/replies/${encodeURIComponent(replyId)}`

export const stopReply = (id: string, replyId: string) =>
  call<undefined>('POST', `${reply(id, replyId)}/stop`)
export const retryReply = (id: string, replyId: string) =>
  call<undefined>('POST', `${reply(id, replyId)}/retry`)
