import type { Words } from '../en'
import type { ProblemCode } from '../en/problems'

const byCode: Record<ProblemCode, string> = {
  no_answer: 'El servidor no responde.',
  not_authenticated: 'Su sesión terminó.',
  csrf_failed: 'Su sesión cambió en otra pestaña. Inténtelo una vez más.',
  not_yours: 'Esta negociación es de otra cuenta.',
  not_found: 'Esta negociación no existe.',
  negotiation_closed: 'La negociación terminó: ya no se puede ofrecer nada.',
  rounds_exhausted: 'Esta es la última ronda: acepte o retírese.',
  no_offer_to_accept: 'El vendedor todavía no ha dado un precio.',
  above_walk_away: 'Esto es más de lo máximo que usted quería pagar.',
  client_id_reused: 'Con este número se mandó otra cosa. Mándelo como mensaje nuevo.',
  rate_limited: 'Fue mucho de una vez. Espere un momento e inténtelo otra vez.',
  storage_unavailable: 'El servidor no puede guardar ahora mismo. Inténtelo en un momento.',
  reply_running: 'El consejero ya está escribiendo.',
  email_taken: 'Ya hay una cuenta con este correo.',
  invalid: 'El servidor no acepta esto. Revise lo que escribió.',
  internal_error: 'Algo salió mal de nuestro lado. Inténtelo otra vez.',
  body_too_large: 'Esto es demasiado largo para el servidor.',
}

export const problems: Words['problems'] = {
  // The server's own sentence would be in English.
  of: ({ code }) => (code in byCode ? byCode[code as ProblemCode] : 'Algo salió mal. Inténtelo otra vez.'),
  fields: 'Revise por favor los campos marcados.',
}
