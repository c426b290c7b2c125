import type { Words } from '../en'

export const form: Words['form'] = {
  title: 'Nueva negociación',
  lead: 'El consejero necesita el carro, el precio pedido y lo que usted espera pagar.',
  car: 'El carro',
  year: 'Año',
  make: 'Marca',
  model: 'Modelo',
  trim: 'Versión',
  mileage: 'Millaje',
  mileageHint: 'en millas',
  vin: 'VIN',
  optional: 'opcional',
  money: 'El dinero',
  asking: 'Precio pedido',
  askingHint: 'Lo que quiere el vendedor.',
  target: 'Su meta',
  targetHint: 'Lo que usted espera pagar.',
  walkAway: 'Su límite',
  walkAwayHint: 'Lo más que usted pagaría. Es privado: nunca aparece en nada que sea para el vendedor.',
  more: 'Cómo regatear',
  strategy: 'Estrategia',
  strategies: {
    discount_tiers: {
      label: 'Escalones de descuento',
      description:
        'Abre 13 % por debajo de la meta. Después decide el descuento sobre el precio pedido: con 10 % o más, aguantar (con 1 % de margen); desde 5 %, subir 2 %; con menos de 5 %, bajar 2 %.',
    },
  },
  rounds: 'Rondas como máximo',
  roundsHint: (min, max) => `De ${min} a ${max}`,
  submit: 'Pedir la oferta inicial',
  warnings: {
    target_above_asking: 'Su meta es más alta que el precio pedido. Se permite, pero ¿es lo que quiere decir?',
  },
  errors: {
    required: 'Esto hace falta.',
    year: (first, last) => `Un año de ${first} a ${last}.`,
    mileage: (most) => `Un número entero de millas, de 0 a ${most}; por ejemplo, 48,200 o 45 mil.`,
    kilometres: 'Aquí hacen falta millas, no kilómetros.',
    vin: 'Un VIN tiene 17 letras y números; en carros viejos, menos.',
    tooLong: 'Esto es demasiado largo.',
    walkAwayBelowTarget: 'Su límite no puede ser más bajo que su meta.',
    rounds: (min, max) => `Un número entero de ${min} a ${max}.`,
  },
  refused: () => 'El servidor no acepta esto.',
}
