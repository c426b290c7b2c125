import type { Words } from '../en'

export const common: Words['common'] = {
  product: 'AutoDealGenie',
  back: 'Todas las negociaciones',
  backWithNews: (count) =>
    count === 0 ? 'Todas las negociaciones' : `Todas las negociaciones, ${count} con consejos nuevos`,
  skip: 'Ir al contenido',
  account: 'Su cuenta',
  signedInAs: (email) => `Sesión de ${email}`,
  logOut: 'Cerrar sesión',
  unsent: (count) =>
    count === 1
      ? 'Hay 1 mensaje sin mandar. Si cierra sesión, espera en este navegador hasta que vuelva a entrar.'
      : `Hay ${count} mensajes sin mandar. Si cierra sesión, esperan en este navegador hasta que vuelva a entrar.`,
  scheme: { auto: 'Colores: como su aparato', light: 'Colores: claros', dark: 'Colores: oscuros' },
  language: 'Idioma',
  languageNotLoaded: 'No se pudo cargar el idioma. Inténtelo otra vez.',
  cancel: 'Cancelar',
  close: 'Cerrar',
  copy: 'Copiar',
  copied: 'Copiado',
  notCopied: 'El navegador no permitió copiar.',
  tryAgain: 'Intentar otra vez',
  loading: 'Cargando…',
  status: {
    active: 'Abierta',
    agreed: 'Acordada',
    walked_away: 'Se retiró',
    expired: 'Vencida',
  },
  notFound: {
    title: 'Aquí no hay nada',
    text: 'Puede que la dirección esté mal escrita, o que la negociación sea de otra cuenta.',
  },
  unreachable: 'No se puede llegar al servidor',
  broken: {
    title: 'Esta página tropezó',
    text: 'Su negociación está a salvo en el servidor, y también lo que escribió. Vuelva a cargar la página para seguir.',
    action: 'Volver a cargar',
  },
  connection: (status) => {
    if (status.phase === 'live' || status.phase === 'moving') return 'En vivo'
    if (status.phase === 'reconnecting') return `Reconectando ${status.attempt}/5`
    if (status.phase === 'offline') return 'Sin conexión'
    return 'Conectando'
  },
  connectionHint: {
    live: 'Las respuestas aparecen en cuanto se escriben.',
    polling: 'No hay línea en vivo. Los mensajes nuevos se buscan cada 3 segundos; todo lo demás funciona.',
    silent: 'No se puede llegar al servidor. Lo que usted escriba espera aquí y se manda cuando vuelva.',
  },
  offline: {
    title: 'Se cayó la línea en vivo',
    polling: 'Puede seguir: mientras tanto, los mensajes se buscan cada 3 segundos.',
    silentTitle: 'Está sin conexión',
    silent: 'Ahora mismo no pasa nada por la línea. Lo que usted escriba espera aquí y se manda solo cuando se pueda.',
    action: 'Reconectar',
  },
  amount: {
    means: (money) => `Eso es ${money}`,
    ambiguous: '¿Cuál de las dos quiere decir?',
    invalid: 'Escriba una cantidad en dólares, como 18,000 o 18.5k.',
    too_many_decimals: 'Los dólares llevan dos decimales como máximo.',
    out_of_range: 'La cantidad debe ser mayor que $0 y de $10,000,000 como máximo.',
    required: 'Hace falta una cantidad.',
  },
}
