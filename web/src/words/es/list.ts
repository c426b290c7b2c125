import type { Words } from '../en'

export const list: Words['list'] = {
  title: 'Sus negociaciones',
  open: 'Nueva negociación',
  asking: 'Precio pedido',
  latest: 'Último del vendedor',
  suggested: 'Siguiente sugerido',
  agreed: 'Acordado en',
  updated: (when) => `Actualizada ${when}`,
  more: 'Cargar más',
  empty: {
    title: '¿Qué carro está buscando?',
    text: 'Diga cuál es el carro y cuánto espera pagar. El consejero responde con una primera oferta y con cómo defenderla.',
    action: 'Empezar su primera negociación',
  },
  failed: 'No se pudo cargar la lista.',
  unseen: 'Consejo nuevo',
  search: 'Buscar en sus negociaciones',
  searchPlaceholder: 'Marca, modelo, año o etiqueta',
  statusFilter: 'En qué estado',
  anyStatus: 'Cualquier estado',
  showAll: 'Mostrar todas',
  found: (count, hasMore) => {
    if (count === 0) return 'Ninguna coincide. Pruebe con menos palabras o con otro estado.'
    return count === 1 && !hasMore ? 'Coincide 1 negociación.' : `Coinciden ${count} negociaciones${hasMore ? ' y hay más' : ''}.`
  },
  thisOne: (car, label) => (label === null ? `el ${car}` : `el ${car}, ${label}`),
  compare: 'Comparar',
  chosen: (count, isFull) => {
    if (count === 1) return '1 elegida. Elija otra para comparar.'
    return isFull ? `${count} elegidas, que es lo máximo.` : `${count} elegidas.`
  },
  clearChosen: 'No elegir ninguna',
  compareThese: (count) => `Comparar estas ${count}`,
  sameCar: (count) => `${count} por este carro, lado a lado`,
  addLabel: 'Poner una etiqueta',
  changeLabel: 'Cambiar la etiqueta',
  labelTitle: (car) => `Etiqueta para el ${car}`,
  label: 'Etiqueta',
  labelHint: 'Una palabra suya, como el nombre del vendedor. Solo usted la ve.',
  saveLabel: 'Guardar',
  agreedShort: 'acordado',
  compared: {
    title: 'Lado a lado',
    oneCar: (car) => `${car}, lado a lado`,
    region: 'La comparación',
    caption: 'Cada columna es una negociación, cada fila una cantidad',
    tooFew: 'Elija en su lista al menos dos negociaciones para compararlas.',
    status: 'Estado',
    opened: (when) => `Empezada ${when}`,
    remove: 'Quitar',
    lowest: 'el más bajo',
    saved: 'Descuento logrado',
    toTarget: 'Hasta su meta',
    distance: (money, over) => {
      if (over === 0) return 'alcanzada'
      return over > 0 ? `${money} por encima` : `${money} por debajo`
    },
    roundsLeft: 'Ofertas que quedan',
  },
  roundOf: (round, max) => `Ronda ${round} de ${max}`,
}
